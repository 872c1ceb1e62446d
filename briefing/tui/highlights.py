"""What is lit in the article: layers of spans with named styles, cut to the piece of text that a line shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

Layer = Literal["entities", "actor", "lit", "hits", "hit", "selection"]
LAYERS: tuple[Layer, ...] = ("entities", "actor", "lit", "hits", "hit", "selection")

# Labels of spaCy's English models, by the kind of thing that a reader tells apart. Numbers stay plain.
STYLE_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "DATE": "time",
    "TIME": "time",
    "DURATION": "time",
    "EVENT": "work",
    "LAW": "work",
    "PRODUCT": "work",
    "WORK_OF_ART": "work",
}


class Lit(NamedTuple):
    """A span of the article, in code points, and the name of its style."""

    start: int
    end: int
    style: str


class Highlights:
    """Layers of spans; a later layer is drawn over an earlier one. Spans of a layer may overlap."""

    def __init__(self) -> None:
        self._layers: dict[Layer, list[Lit]] = {layer: [] for layer in LAYERS}
        self._longest: dict[Layer, int] = dict.fromkeys(LAYERS, 0)
        self.hidden: frozenset[Layer] = frozenset()

    def set(self, layer: Layer, spans: Iterable[Lit]) -> None:
        """Replace what a layer holds."""
        self._layers[layer] = sorted(
            (span for span in spans if span.end > span.start), key=lambda lit: (lit[0], -lit[1])
        )
        self._longest[layer] = max((lit.end - lit.start for lit in self._layers[layer]), default=0)

    def of(self, layer: Layer) -> list[Lit]:
        return self._layers[layer]

    def cut(self, start: int, end: int) -> list[tuple[int, int, tuple[str, ...]]]:
        """(start, end, style names from the lowest layer up) for each run of one style in a piece of text."""
        if start >= end:
            return []
        found = [lit for layer in LAYERS if layer not in self.hidden for lit in self._overlapping(layer, start, end)]
        edges = {start, end}
        for lit in found:
            edges.add(max(lit.start, start))
            edges.add(min(lit.end, end))
        marks = sorted(edges)
        return [
            (a, b, tuple(lit.style for lit in found if lit.start <= a and b <= lit.end)) for a, b in pairwise(marks)
        ]

    def _overlapping(self, layer: Layer, start: int, end: int) -> list[Lit]:
        spans = self._layers[layer]
        if not spans:
            return []
        first = bisect_left(spans, (start - self._longest[layer],))
        last = bisect_left(spans, (end,), lo=first)
        return [lit for lit in spans[first:last] if lit.end > start]
