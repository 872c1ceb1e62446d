"""Cutting, wrapping and spreading text by the width that is seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.widgets.drawing import Piece, cut, fit, line_width, spread, wrap

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Mn", "Me", "Cf")), max_size=200)


@given(texts, st.integers(2, 60), st.sampled_from(["…", "..."]))
def test_nothing_is_wider_than_its_room(text: str, width: int, ellipsis: str) -> None:
    assert cell_len(fit(text, width, ellipsis)) <= width
    assert all(cell_len(line) <= width for line in wrap(text, width, 3, ellipsis))
    assert line_width(cut([Piece(text), Piece(text)], width, ellipsis)) <= width
    assert line_width(spread([Piece(text)], [Piece("12")], width, ellipsis)) <= width


@given(texts, st.integers(2, 60))
def test_wrapping_loses_no_character_where_there_are_lines_enough(text: str, width: int) -> None:
    lines = wrap(text, width, 1000, "…")
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(texts, st.integers(8, 60), st.integers(0, 60))
def test_a_narrower_first_line_is_kept_narrow(text: str, width: int, first: int) -> None:
    assert cell_len(wrap(text, width, 4, "…", first=first)[0]) <= first


def test_words_that_are_left_out_are_marked() -> None:
    assert wrap("one two three four five six", 9, 2, "…") == ["one two", "three…"]


def test_a_cut_falls_between_words_where_that_costs_little() -> None:
    assert wrap("the agencies assessed the matter", 16, 1, "…") == ["the agencies…"]


def test_a_word_that_does_not_fit_beside_the_places_goes_below() -> None:
    assert wrap("government resigned", 12, 3, "…", first=4) == ["", "government", "resigned"]


def test_wide_characters_count_two_cells() -> None:
    assert fit("日本経済新聞", 7, "…") == "日本経…"
    assert wrap("日本経済新聞", 4, 5, "…") == ["日本", "経済", "新聞"]


def test_the_right_side_of_a_line_stays_and_the_left_gives_way() -> None:
    line = spread([Piece("a very long name", "name")], [Piece("12", "place")], 10, "…")
    assert "".join(piece.text for piece in line) == "a very… 12"
