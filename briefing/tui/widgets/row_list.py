"""A list that draws its own rows: only the lines on the screen, so that it may have thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.tui.actions import bindings
from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.messages import Goto
from briefing.tui.widgets.row import STYLES, UNSEEN_WIDTH, Place, Row

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

GUTTER = 2
"""Cells before each row, for the mark of the current one."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or more lines, one of them current. `rows_for(width)` of a subclass lays them out."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{name}" for name in STYLES}
    DEFAULT_CSS = """
    RowList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
        border-title-color: $foreground;
        & > .row--name { text-style: bold; }
        & > .row--heading { color: $text-accent; text-style: bold; }
        & > .row--dim { color: $text-muted; }
        & > .row--place { color: $text-primary; }
        & > .row--mark { color: $text-warning; text-style: bold; }
        & > .row--spark { color: $text-secondary; }
        & > .row--relation { color: $text-accent; }
        & > .row--denied { color: $text-error; }
        & > .row--current {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .row--current-blurred { background: $block-cursor-blurred-background; }
        &:nocolor > .row--current { text-style: bold reverse; }
    }
    """

    def __init__(self, *, glyphs: Glyphs = UTF8, id: str | None = None) -> None:  # noqa: A002 (as all widgets)
        super().__init__(id=id)
        self.glyphs = glyphs
        self.rows: tuple[Row, ...] = ()
        self._index: int | None = None
        self._going: tuple[Place, ...] = ()  # the places of the current row that are gone round
        self._place = -1  # which of them was gone to last
        self._line_rows: list[int] = []  # the row of each line
        self._row_tops: list[int] = []  # the first line of each row
        self._laid_out = 0  # the width that the rows were laid out for; 0: not yet

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows, each line at most `width` cells wide. As many rows at every width."""
        raise NotImplementedError

    @property
    def current(self) -> object | None:
        """The finding of the current row."""
        row = self.current_row
        return row.finding if row else None

    @property
    def current_row(self) -> Row | None:
        """The current row; None while the list has none that can be current."""
        self._lay_out(UNSEEN_WIDTH)
        return self.rows[self._index] if self._index is not None else None

    def reload(self, *, keep: bool = True) -> None:
        """Lay the rows out anew; with `keep` the current finding stays current where it still exists."""
        before = self.current if keep else None
        self._laid_out = 0
        if not keep:
            self._index = None
        self._lay_out()
        if before is not None and self.current is not before:
            self._restore(before)

    def select(self, wanted: Callable[[object], bool]) -> bool:
        """Make the first row whose finding is `wanted` current, without focus and without a message."""
        self._lay_out(UNSEEN_WIDTH)
        for index, row in enumerate(self.rows):
            if row.choosable and row.finding is not None and wanted(row.finding):
                self._make_current(index)
                return True
        return False

    def step(self, rows: int) -> None:
        """Make the next (1) or previous (-1) row current, as if the reader had moved there."""
        if self.current_row is None:  # nothing to choose from: a text that is only read
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
            self.ended(rows)
            return
        index = self._neighbour(self._index, rows)
        self._choose(index, rows)

    def current_changed(self) -> None:
        """Called when the reader moves to another row; a subclass posts its message here."""

    def ended(self, step: int) -> None:
        """Called when there is no further row in the direction of `step`."""

    def chosen(self, row: Row, place: Place, label: str) -> None:
        """Called for a row that the reader goes to; a subclass may do something else than go there."""
        self.post_message(Goto(place, row.finding, label))

    # moving

    def action_cursor_down(self) -> None:
        self.step(1)

    def action_cursor_up(self) -> None:
        self.step(-1)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def action_first(self) -> None:
        self.scroll_to(y=0, animate=False, force=True)
        self._choose(self._neighbour(-1, 1), -1)

    def action_last(self) -> None:
        self.scroll_to(y=len(self._line_rows), animate=False, force=True)
        self._choose(self._neighbour(len(self.rows), -1), 1)

    def _page(self, pages: int) -> None:
        height = max(self.scrollable_content_region.height - 1, 1)
        if self._index is None:
            self.scroll_to(y=self.scroll_offset.y + pages * height, animate=False, force=True)
            self.ended(pages)
            return
        line = self._row_tops[self._index] + pages * height
        line = min(max(line, 0), len(self._line_rows) - 1)
        index = self._line_rows[line]
        if index == self._index:  # a row higher than the page
            index += pages
        inside = min(max(index, 0), len(self.rows) - 1)
        if not self.rows[inside].choosable:
            found = self._neighbour(inside, pages)
            inside = found if found is not None else inside
        self._choose(inside if self.rows[inside].choosable else self._neighbour(inside, -pages), pages)

    def _neighbour(self, index: int | None, step: int) -> int | None:
        """The next row from `index` in the direction of `step` that can be current."""
        index = (-1 if step > 0 else len(self.rows)) if index is None else index
        index += step
        while 0 <= index < len(self.rows):
            if self.rows[index].choosable:
                return index
            index += step
        return None

    def _choose(self, index: int | None, step: int) -> None:
        if index is not None and self._make_current(index):
            self.current_changed()
            return
        self.ended(step)
        if index is None and self._index is not None:  # show what stands beyond the last row that can be current
            first = self._neighbour(self._index, -1) is None
            self.scroll_to(y=0 if first else len(self._line_rows), animate=False, force=True)
            self._reveal(self._index)

    def _make_current(self, index: int) -> bool:
        changed = index != self._index
        if changed:
            self._index = index
            self._place = -1
            self.refresh()
        self._reveal(index)
        return changed

    def _reveal(self, index: int) -> None:
        """Scroll as little as needed to show a row, and the headings right above it."""
        height = self.scrollable_content_region.height
        if not height or index >= len(self._row_tops):
            return
        top = self._row_tops[index]
        bottom = top + len(self.rows[index].lines)
        while index and not self.rows[index - 1].choosable:
            index -= 1
        with_headings = self._row_tops[index]
        if bottom - with_headings <= height:
            top = with_headings
        offset = self.scroll_offset.y
        if top < offset or bottom - top > height:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > offset + height:
            self.scroll_to(y=bottom - height, animate=False, force=True)

    # going

    def action_go(self) -> None:
        row = self.current_row
        if row is not None:
            self._go(row, row.places)

    def action_aside(self) -> None:
        row = self.current_row
        if row is not None and row.aside:
            self._go(row, row.aside)

    def _go(self, row: Row, places: tuple[Place, ...]) -> None:
        if not places:
            self.chosen(row, (), row.label)
            return
        if places != self._going:
            self._going, self._place = places, -1
        self._place = (self._place + 1) % len(places)
        label = f"{row.label} {self._place + 1}/{len(places)}" if len(places) > 1 else row.label
        self.chosen(row, places[self._place], label)

    def on_click(self, event: events.Click) -> None:
        """A click makes a row current; a click on the current row goes to it."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else -1
        if not 0 <= line < len(self._line_rows):
            return
        event.stop()
        index = self._line_rows[line]
        row = self.rows[index]
        if not row.choosable:
            return
        if index != self._index:
            self._choose(index, 1)
        elif row.aside and line > self._row_tops[index]:
            self._go(row, row.aside)
        else:
            self._go(row, row.places)

    # drawing

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self, unseen: int = 0) -> None:
        """Lay the rows out for the width on the screen; `unseen` is the width for a list that has none yet."""
        width = self.scrollable_content_region.width or (0 if self._laid_out else unseen)
        if width in (self._laid_out, 0):
            return
        self._laid_out = width
        self.rows = tuple(self.rows_for(max(width - GUTTER, 1)))
        self._row_tops = []
        self._line_rows = []
        for index, row in enumerate(self.rows):
            self._row_tops.append(len(self._line_rows))
            self._line_rows.extend([index] * len(row.lines))
        self.virtual_size = Size(width, len(self._line_rows))
        if self._index is None or self._index >= len(self.rows) or not self.rows[self._index].choosable:
            self._index = self._neighbour(None, 1)
            self._place = -1
        self.refresh()
        if self._index is not None:
            self._reveal(self._index)

    def _restore(self, finding: object) -> None:
        identity = (type(finding), getattr(finding, "id", finding))
        if not self.select(lambda other: (type(other), getattr(other, "id", other)) == identity):
            self._index = self._neighbour(None, 1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if line >= len(self._line_rows):
            return Strip.blank(width, self.rich_style)
        index = self._line_rows[line]
        row = self.rows[index]
        number = line - self._row_tops[index]
        current = index == self._index
        mark = self.glyphs.marker if current and number == 0 else ""
        segments = [Segment(mark.ljust(GUTTER), self._style("mark", current))]
        segments += [Segment(piece.text, self._style(piece.style, current)) for piece in row.lines[number]]
        return Strip(segments).adjust_cell_length(width, self._style("text", current))

    def _style(self, name: str, current: bool) -> Style:
        if not current:
            return self.get_component_rich_style(f"row--{name}")
        if self.has_focus:
            return self.get_component_rich_style("row--current")
        return self.get_component_rich_style(f"row--{name}", "row--current-blurred")
