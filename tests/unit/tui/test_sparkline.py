"""Where in a text something stands, as bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.glyphs import ASCII, UTF8
from briefing.tui.widgets.sparkline import buckets, sparkline


@given(st.lists(st.integers(0, 999)), st.integers(1, 20))
def test_every_offset_is_counted_once(offsets: list[int], count: int) -> None:
    assert sum(buckets(offsets, 1000, count)) == len(offsets)


def test_an_offset_falls_into_its_part_of_the_text() -> None:
    assert buckets([0, 99, 100, 999, 1000], 1000, 10) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]


def test_an_empty_text_has_empty_buckets() -> None:
    assert buckets([0], 0, 3) == [0, 0, 0]


def test_the_lowest_bar_means_nothing_and_the_highest_is_the_highest_value() -> None:
    assert sparkline([0, 1, 4, 8], UTF8.levels) == "▁▂▅█"
    assert sparkline([0, 1, 4, 8], ASCII.levels) == ".:+%"


def test_a_single_mention_is_seen_but_is_no_full_bar() -> None:
    assert sparkline([0, 1, 0], UTF8.levels, top=3) == "▁▄▁"
    assert sparkline([0, 1, 900], UTF8.levels)[1] != UTF8.levels[0]
