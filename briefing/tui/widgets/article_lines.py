"""Draws one line of the article: number, star or bar, and the words in the styles of what lies over them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from briefing.article import Span
from briefing.clean import clean_line
from briefing.tui.highlights import Highlights, Lit
from briefing.tui.layout import Block, Layout, Line, shown

STYLES = (
    *("number", "star", "current", "outside", "headline"),
    *("person", "organization", "group", "place", "time", "work"),
    *("actor", "lit", "hit", "hit-current", "selection"),
)


class LinePainter:
    """What is drawn beside and over the words. `style(name, partial)` gives a style of STYLES.

    Partial styles say only what they change, so that one can be laid over another.
    """

    def __init__(self, star: str, bar: str, style: Callable[[str, bool], Style]) -> None:
        self.highlights = Highlights()
        self.headline: Span | None = None
        self.current: Span | None = None
        """The current claim: a bar stands beside its lines."""
        self.stars: tuple[int, ...] = ()
        """The code points, in order, at which bookmarked claims begin."""
        self._star = star
        self._bar = bar
        self._style = style
        self._laid_over: dict[tuple[str, ...], Style] = {}

    def restyle(self) -> None:
        """The theme changed: ask for all styles again."""
        self._laid_over.clear()

    def draw(
        self, text: str, line: Line, margin: int, width: int, base: Style, chosen: tuple[int, int] | None
    ) -> Strip:
        """A line of `text`, `width` cells wide with its words after `margin` cells.

        `chosen` are the first and the last + 1 of its characters that the mouse selected (-1: to the end).
        """
        number = f"{line.block.number or '':>{margin - 3}} " if line.first else " " * (margin - 2)
        segments = [Segment(number, self._style("number", False)), self._mark(line, base), Segment(" ", base)]
        if not line.block.number:
            base = self._style("headline" if self._in_headline(line.start) else "outside", False)
        words, places = shown(text, line.start, line.end)
        self.highlights.set("selection", _selected(places, chosen))
        for start, end, names in self.highlights.cut(line.start, places[-1] + 1 if places else line.start):
            part = words[bisect_left(places, start) : bisect_left(places, end)]
            segments.append(Segment(part, base + self._over(names)))
        return Strip(segments, margin + cell_len(words)).adjust_cell_length(width, base)

    def _mark(self, line: Line, base: Style) -> Segment:
        first = bisect_left(self.stars, line.start)
        if first < len(self.stars) and self.stars[first] < line.end:
            return Segment(self._star, self._style("star", False))
        if self.current is not None and self.current.start < line.end and line.start < self.current.end:
            return Segment(self._bar, self._style("current", False))
        return Segment(" ", base)

    def _in_headline(self, offset: int) -> bool:
        return self.headline is not None and self.headline.start <= offset < self.headline.end

    def _over(self, names: tuple[str, ...]) -> Style:
        if names not in self._laid_over:
            self._laid_over[names] = Style.combine([Style.null(), *(self._style(name, True) for name in names)])
        return self._laid_over[names]


def selected_words(layout: Layout, selection: Selection) -> str:
    """The words that the mouse selected as they read, without line breaks inside a paragraph."""
    spans: dict[Block, Span] = {}
    top = selection.start.y if selection.start else 0
    bottom = selection.end.y if selection.end else layout.rows - 1
    for row in range(top, bottom + 1):
        line = layout.line(row)
        if line is not None:
            for lit in _selected(shown(layout.text, line.start, line.end)[1], selection.get_span(row)):
                spans[line.block] = Span(spans.get(line.block, Span(lit.start, 0)).start, lit.end)
    return "\n".join(clean_line(layout.text[span.start : span.end]) for span in spans.values())


def _selected(places: Sequence[int], chosen: tuple[int, int] | None) -> list[Lit]:
    if chosen is None or not places:
        return []
    first = max(chosen[0], 0)
    last = len(places) if chosen[1] == -1 else min(max(chosen[1], 0), len(places))
    return [Lit(places[first], places[last - 1] + 1, "selection")] if first < last else []
