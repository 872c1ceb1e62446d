"""Whatever a text carries, what comes out is safe to show and as long as what went in."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean, clean_line, unify_breaks

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@given(ANY_TEXT)
def test_cleaning_replaces_one_for_one_and_leaves_nothing_unsafe(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not UNSAFE.search(cleaned)
    for before, after in zip(text, cleaned, strict=True):
        assert after in (before, "\ufffd")


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_a_cleaned_text_can_be_encoded(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(ANY_TEXT)
def test_a_clean_line_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert line == line.strip()
    assert not any(character in line for character in "\n\r\t\v\f")


@pytest.mark.parametrize(
    "safe", ["Müller", "tab\tand\nline feed", "“quoted” – dash … €5", "नमस्ते", "漢字", "👩‍👩‍👧‍👦🇺🇳", "e\u0301"]
)
def test_ordinary_text_of_any_script_stays(safe: str) -> None:
    assert clean(safe) == safe


def test_a_joiner_stays_between_letters_and_goes_elsewhere() -> None:
    assert clean("क्\u200dष") == "क्\u200dष"
    assert clean("a \u200db") == "a \ufffdb"
    assert clean("\u200d") == "\ufffd"


def test_terminal_sequences_lose_their_escape() -> None:
    assert clean("\x1b]52;c;cm0=\x07x\x9b31m") == "\ufffd]52;c;cm0=\ufffdx\ufffd31m"


def test_breaks_become_line_feeds_and_one_leading_mark_goes() -> None:
    assert unify_breaks("\ufeffa\r\nb\rc\nd\r\n") == "a\nb\nc\nd\n"
    assert unify_breaks("\ufeff\ufeffa") == "\ufeffa"


@given(st.text(max_size=200))
def test_no_category_of_control_but_tab_and_line_feed_is_left(text: str) -> None:
    assert all(unicodedata.category(c) != "Cc" or c in "\t\n" for c in clean(unify_breaks(text)))
