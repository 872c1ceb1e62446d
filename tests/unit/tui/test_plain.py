"""Terminals without UTF-8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from briefing.clean import clean_line
from briefing.tui.glyphs import ASCII, UTF8
from briefing.tui.plain import PlainText, is_plain_terminal, to_ascii


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "C.utf8"}, False),
        ({"LANG": "C"}, True),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, True),
        ({"LC_CTYPE": "de_DE.ISO-8859-1"}, True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),  # what Python makes of LANG=C
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({}, False),
        ({"TERM": "linux", "LANG": "en_US.UTF-8"}, True),
    ],
)
def test_the_locale_decides(environment: dict[str, str], plain: bool) -> None:
    assert is_plain_terminal(environment) is plain


@given(st.text())
def test_what_reaches_the_terminal_is_ascii_of_the_same_width(text: str) -> None:
    text = clean_line(text)
    assert to_ascii(text).isascii()
    assert len(to_ascii(text)) == cell_len(text)


def test_print_marks_become_those_of_a_typewriter() -> None:
    assert to_ascii("“Nobody’s looking” — café, 東京") == '"Nobody\'s looking" - cafe, ????'


def test_glyphs_of_one_cell_agree_with_the_ascii_set() -> None:
    for name in (
        "star",
        "pilcrow",
        "marker",
        "dot",
        "dash",
        "axis",
        "leap",
        "event",
        "announced",
        "stroke",
        "published",
    ):
        assert to_ascii(getattr(UTF8, name)) == getattr(ASCII, name), name
    assert to_ascii(UTF8.levels) == ASCII.levels


def test_the_filter_leaves_styles_and_control_codes_alone() -> None:
    control = Segment("\x1b[?25l", None, [(0,)])  # type: ignore[list-item]
    assert PlainText().apply([control, Segment("¶1")], Color(0, 0, 0)) == [control, Segment("#1")]
