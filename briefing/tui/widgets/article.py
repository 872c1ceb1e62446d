"""The article: wrapped once a width, drawn a line at a time, highlights laid over it as it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from briefing.article import Article, Span
from briefing.tui.actions import bindings
from briefing.tui.highlights import Highlights, Layer, Lit
from briefing.tui.layout import Block, Layout, blocks_of, offset_at, paragraph_at
from briefing.tui.messages import ClaimWanted, EdgeReached, PlaceMoved, WordClicked
from briefing.tui.widgets.article_lines import STYLES, LinePainter, selected_words

WIDEST = 80
"""Cells of text on a line at most: longer lines are hard to follow (Dyson & Haselgrove 2001)."""


ROOMY = 44
"""Cells from which there is one to spare before the paragraph numbers."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article with paragraph numbers. Offsets in its interface count code points of the text."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]

    def __init__(self, star: str = "★", bar: str = "│", widest: int = WIDEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.widest = widest
        self._glyphs = (star, bar)
        self._painter = LinePainter(star, bar, self._component_style)
        self._article: Article | None = None
        self._blocks: Sequence[Block] = ()
        self._layout: Layout | None = None
        self._strips: dict[int, Strip] = {}
        self._drawn_width = 0  # that the strips were drawn for
        self._anchor = 0  # the code point that stays in the top row through a change of width
        self._target: int | None = None  # where the last jump went, until the reader scrolls
        self._placed = False  # whether the present layout was scrolled to its place
        self._awaited: Span | None = None  # what to go to once there is room to show it
        self._placing = False

    # What the screen asks for

    def show(self, article: Article, offset: int = 0) -> None:
        """Show an article with the line of the code point `offset` on top."""
        self._article = article
        self._blocks = blocks_of(article)
        hidden = self.highlights.hidden
        self._painter = LinePainter(*self._glyphs, self._component_style)
        self._painter.headline = article.headline()
        self.highlights.hidden = hidden
        self._layout, self._placed = None, False
        self._strips.clear()
        self._anchor = offset
        self._target = self._awaited = None
        self._lay_out()

    def set_layer(self, layer: Layer, spans: Iterable[Lit]) -> None:
        """Light up spans in one layer; no spans clear it."""
        self.highlights.set(layer, spans)
        self._redraw()

    def set_hidden(self, *layers: Layer) -> None:
        self.highlights.hidden = frozenset(layers)
        self._redraw()

    def set_stars(self, offsets: Iterable[int]) -> None:
        """Mark the lines of these code points as bookmarked."""
        self._painter.stars = tuple(sorted(offsets))
        self._redraw()

    def set_current(self, span: Span | None) -> None:
        """Draw a bar beside the lines of the current claim."""
        if span != self._painter.current:
            self._painter.current = span
            self._redraw()

    def go_to(self, span: Span) -> None:
        """Bring a span on the screen: not moved when it is there, else with the start of its paragraph if that fits."""
        self._target = span.start
        if self._layout is None or not self.size.height:
            self._awaited = span
            return
        first, last = self._layout.row_of(span.start), self._layout.row_of(max(span.end - 1, span.start))
        height = max(self.size.height, 1)
        top = round(self.scroll_y)
        if not (top <= first and last < top + height):
            block = self._layout.row_of(self._blocks[self._layout.block_at(first)].start)
            fits = last - block < height
            self._scroll_to_row(block if fits else max(first - height // 4, 0))
        self.post_message(PlaceMoved())

    def restore(self, offset: int, target: int | None = None) -> None:
        """Put the line of a code point into the top row; `target` is where the last jump had gone, if it is shown."""
        self._anchor = offset
        self._target, self._awaited = target, None
        if self._layout is not None:
            self._scroll_to_row(self._layout.row_of(offset))
        self.post_message(PlaceMoved())

    @property
    def highlights(self) -> Highlights:
        """What is lit, in layers."""
        return self._painter.highlights

    @property
    def top(self) -> int:
        """The code point in the top row."""
        return self._anchor

    @property
    def target(self) -> int | None:
        """The code point that the last jump went to, until the reader scrolls."""
        return self._target

    @property
    def source(self) -> str:
        """The text of the article."""
        return self._article.text if self._article else ""

    @property
    def place_start(self) -> int:
        """The code point that the reader is at: of the last jump, else of the top row."""
        return self._anchor if self._target is None else self._target

    @property
    def place(self) -> int:
        """The number of the paragraph that the reader is at: of the last jump, else the topmost; 0 without any."""
        return paragraph_at(self._blocks, self.place_start)

    @property
    def margin_cells(self) -> int:
        """Cells to the left of the text: paragraph number, star."""
        digits = len(str(len(self._article.paragraphs))) if self._article else 1
        return max(digits, 2) + (4 if self.size.width >= ROOMY else 3)

    # Layout

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painter.restyle()
        self._strips.clear()

    def _wrap(self) -> Layout | None:
        """The article wrapped to the width that there is; None without an article or room."""
        if self._article is None or not self.size:
            return None
        width = max(min(self.scrollable_content_region.width - self.margin_cells - 1, self.widest), 2)
        if self._layout is None or self._layout.width != width:
            self._layout = Layout(self._article.text, self._blocks, width)
            self._placed = False
        return self._layout

    def _lay_out(self) -> None:
        if self._wrap() is None or self._layout is None:
            return
        self._placing = True
        self.virtual_size = Size(self.scrollable_content_region.width, self._layout.rows)
        self._placing = False
        self._scroll_to_row(self._layout.row_of(self._anchor) if self._anchor else 0, keep=True)
        if not self._placed:
            self._placed = True
            self._redraw()
        if self._awaited is not None:
            span, self._awaited = self._awaited, None
            self.go_to(span)

    def _scroll_to_row(self, row: int, keep: bool = False) -> None:
        """Put a row on top as far as the article reaches. `keep`: the anchor stays what it was."""
        self._placing = True
        self.scroll_to(y=row, animate=False, force=True)
        self._placing = False
        if not keep:
            self._note_anchor()

    def _note_anchor(self) -> None:
        if self._layout is not None:
            row = round(self.scroll_y)
            line = self._layout.line(row) or self._layout.line(row + 1)
            self._anchor = line.start if line else 0

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        if self.size.width != self._drawn_width:
            self._drawn_width = self.size.width
            self._strips.clear()
        row = self._top_row() + y
        if row not in self._strips:
            if len(self._strips) > 512:
                self._strips.clear()
            self._strips[row] = self._draw(row)
        return self._strips[row]

    def _top_row(self) -> int:
        """The row on top; until that is settled the one that will be, so that the first paint has the text."""
        layout = self._layout if self._placed else self._wrap()
        if layout is None or self._placed:
            return round(self.scroll_y)
        return min(layout.row_of(self._anchor) if self._anchor else 0, max(layout.rows - self.size.height, 0))

    def _draw(self, row: int) -> Strip:
        line = self._layout.line(row) if self._layout else None
        width = self.scrollable_content_region.width
        if line is None:
            return Strip.blank(width, self.rich_style)
        selection = self.text_selection
        chosen = selection.get_span(row) if selection is not None else None
        strip = self._painter.draw(self.source, line, self.margin_cells, width, self.rich_style, chosen)
        return strip.apply_offsets(-self.margin_cells, row)

    def _component_style(self, name: str, partial: bool) -> Style:
        return self.get_component_rich_style(f"article--{name}", partial=partial)

    # Mouse and selection

    def offset_at(self, x: int, y: int) -> int | None:
        """The code point drawn at a cell of the visible article; None beside the text."""
        line = self._layout.line(round(self.scroll_y) + y) if self._layout else None
        if line is None or self._article is None:
            return None
        return offset_at(self._article.text, line, x - self.margin_cells)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return (selected_words(self._layout, selection), "\n") if self._layout is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        self._redraw()

    # Watchers, actions and handlers

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._placing and round(old_value) != round(new_value):
            self._target = None
            self._note_anchor()
            self.post_message(PlaceMoved())

    def action_cursor_down(self) -> None:
        self._scroll_by(1)

    def action_cursor_up(self) -> None:
        self._scroll_by(-1)

    def action_page_down(self) -> None:
        self._scroll_by(max(self.size.height - 1, 1))

    def action_page_up(self) -> None:
        self._scroll_by(-max(self.size.height - 1, 1))

    def action_first(self) -> None:
        self._scroll_by(-self.max_scroll_y - 1)

    def action_last(self) -> None:
        self._scroll_by(self.max_scroll_y + 1)

    def _scroll_by(self, rows: int) -> None:
        before = self.scroll_y
        self.scroll_to(y=before + rows, animate=False, force=True)
        if self.scroll_y == before:
            self.post_message(EdgeReached(rows > 0))

    def action_go(self) -> None:
        self.post_message(ClaimWanted())

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        offset = self.offset_at(event.x, event.y)
        if offset is not None:
            self.post_message(WordClicked(offset))
