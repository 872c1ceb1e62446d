"""Layers of lit spans, cut to a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.highlights import STYLE_OF_LABEL, Highlights, Lit

spans = st.builds(lambda start, length: Lit(start, start + length, "a"), st.integers(0, 60), st.integers(0, 25))


def test_a_line_is_cut_where_styles_change() -> None:
    highlights = Highlights()
    highlights.set("entities", [Lit(4, 10, "person")])
    highlights.set("lit", [Lit(8, 14, "lit")])
    assert highlights.cut(0, 12) == [
        (0, 4, ()),
        (4, 8, ("person",)),
        (8, 10, ("person", "lit")),
        (10, 12, ("lit",)),
    ]


def test_a_hidden_layer_is_not_drawn_but_kept() -> None:
    highlights = Highlights()
    highlights.set("entities", [Lit(0, 3, "place")])
    highlights.hidden = frozenset({"entities"})
    assert highlights.cut(0, 5) == [(0, 5, ())]
    assert highlights.of("entities") == [Lit(0, 3, "place")]


@given(st.lists(spans, max_size=12), st.integers(0, 60), st.integers(1, 30))
def test_the_pieces_cover_the_line_and_carry_what_lies_over_them(lits: list[Lit], start: int, length: int) -> None:
    highlights = Highlights()
    highlights.set("actor", lits)
    pieces = highlights.cut(start, start + length)
    assert [a for a, _, _ in pieces][:1] == [start]
    assert [b for _, b, _ in pieces][-1:] == [start + length]
    for a, b, names in pieces:
        for offset in range(a, b):
            assert bool(names) == any(lit.start <= offset < lit.end for lit in lits)


def test_numbers_stay_plain() -> None:
    assert not {"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"} & STYLE_OF_LABEL.keys()
