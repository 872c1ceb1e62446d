"""The wrap: no line too wide, no word lost, and every code point found again where it is drawn."""

from __future__ import annotations

import sys
from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from briefing.article import Article, Paragraph, article_id
from briefing.clean import clean
from briefing.tui.layout import _SIMPLE, Block, Layout, blocks_of, line_starts, shown

FAMILY = "👨‍👩‍👧‍👦"
words = st.text(
    st.sampled_from("abcxyzABC’“”—-. ,\n\t\u00a0éßжλ\u0301東京は、。「」한국👍🏽🇫🇷\ufe0f\u200dअर्थא"), max_size=120
).map(clean)


def drawn(text: str, width: int) -> list[str]:
    starts = line_starts(text, 0, len(text), width)
    return [shown(text, a, b)[0] for a, b in pairwise([*starts, len(text)])]


def body(*paragraphs: str) -> Article:
    found, at = [], 0
    for number, words in enumerate(paragraphs, 1):
        found.append(Paragraph(number, at, at + len(words)))
        at += len(words) + 1
    text = "\n".join(paragraphs)
    return Article(id=article_id(text), text=text, paragraphs=tuple(found))


@given(words, st.integers(4, 60))
@example(f"{FAMILY * 9} and more", 7)
@example("a一bbbbbbbbb、二", 12)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert [line for line in drawn(text, width) if cell_len(line) > width] == []


@given(words, st.integers(4, 60))
def test_every_character_is_drawn_once_in_order(text: str, width: int) -> None:
    assert "".join("".join(drawn(text, width)).split()) == "".join(text.split())


@given(words, st.integers(4, 60))
def test_lines_start_in_order_and_inside_the_block(text: str, width: int) -> None:
    starts = line_starts(text, 0, len(text), width)
    assert starts == sorted(set(starts))
    assert all(0 <= start <= len(text) for start in starts)


@given(st.lists(words.filter(lambda text: bool(text.strip()) and "\n" not in text), min_size=1, max_size=6))
def test_a_code_point_is_found_in_the_row_that_draws_it(paragraphs: list[str]) -> None:
    article = body(*paragraphs)
    layout = Layout(article.text, blocks_of(article), 20)
    for row in range(layout.rows):
        line = layout.line(row)
        if line is not None:
            assert [layout.row_of(offset) for offset in range(line.start, line.end)] == [row] * (line.end - line.start)


@given(words)
def test_what_is_drawn_leads_back_to_its_code_point(text: str) -> None:
    line, places = shown(text, 0, len(text))
    assert len(line) == len(places)
    assert all(text[place] == character or character == " " for character, place in zip(line, places, strict=True))


def test_characters_that_are_not_measured_take_one_cell() -> None:
    import re

    simple = re.compile(f"[{_SIMPLE}]")
    wrong = [chr(c) for c in range(32, sys.maxunicode) if simple.match(chr(c)) and get_character_cell_size(chr(c)) != 1]
    assert wrong == []


def test_hard_wrapped_lines_read_as_one_paragraph() -> None:
    assert drawn("The port has been\n   closed since a\nfire in 2019.", 40) == [
        "The port has been closed since a fire in",
        "2019.",
    ]


def test_a_compound_may_be_broken_after_its_hyphen() -> None:
    assert drawn("much-needed drones", 8) == ["much-", "needed", "drones"]


def test_an_abbreviation_with_a_hyphen_stays_whole() -> None:
    assert drawn("Air Force F-16 jets", 13) == ["Air Force", "F-16 jets"]


def test_a_no_break_space_does_not_break() -> None:
    assert drawn("about 19\u00a0troops here", 12) == ["about", "19\u00a0troops", "here"]


def test_text_without_blanks_breaks_between_wide_characters_but_not_before_a_full_stop() -> None:
    assert drawn("東京で会議。明日", 10) == ["東京で会", "議。明日"]


def test_a_joined_emoji_is_never_cut() -> None:
    assert all(line.count("👨") == line.count("👦") for line in drawn(f"{FAMILY} {FAMILY} {FAMILY}", 5))


@pytest.mark.parametrize("width", [2, 17, 80])
def test_rows_count_all_lines_and_a_blank_one_between_blocks(width: int) -> None:
    article = body("One sentence here.", "Another, somewhat longer sentence stands here.", "End.")
    layout = Layout(article.text, blocks_of(article), width)
    lines = [layout.line(row) for row in range(layout.rows)]
    assert lines.count(None) == 2
    assert lines[0] is not None
    assert lines[-1] is not None
    assert layout.line(layout.rows) is None


def test_what_stands_outside_the_body_is_shown_without_a_number() -> None:
    text = "A headline\n\nThe body.\n\nSource: The Coast Courier"
    start = text.index("The body")
    article = Article(id="x", text=text, paragraphs=(Paragraph(1, start, start + 9),))
    assert blocks_of(article) == [Block(0, 0, 10), Block(1, start, start + 9), Block(0, start + 11, len(text))]


def test_an_offset_between_blocks_belongs_to_the_next() -> None:
    article = body("First.", "Second.")
    layout = Layout(article.text, blocks_of(article), 20)
    assert layout.row_of(len("First.")) == 2


def test_ten_thousand_paragraphs_are_laid_out_the_same_as_ten() -> None:
    ten = body(*["The minister said that the port would reopen within weeks."] * 10)
    many = body(*["The minister said that the port would reopen within weeks."] * 10_000)
    height = Layout(ten.text, blocks_of(ten), 30).rows + 1
    layout = Layout(many.text, blocks_of(many), 30)
    assert layout.rows + 1 == height * 1000
    line = layout.line(height * 500)
    assert line is not None
    assert bisect_right([p.start for p in many.paragraphs], line.start) == 5001
