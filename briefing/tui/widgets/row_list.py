"""A list that draws its own rows, laid out as they are looked at, so that it may have thousands of them."""

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
from briefing.tui.widgets.row import ROW_CSS, STYLES, UNSEEN_WIDTH, Place, Row
from briefing.tui.widgets.row_layout import RowLayout

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

GUTTER = 2
"""Cells before each row, for the mark of the current one."""

LINES_AT_ONCE = 100
"""Lines that are laid out before the first paint."""

ROWS_AT_ONCE = 100
"""Rows that are laid out in one go after it: a few milliseconds."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or more lines, one of them current. `rows_for(width)` of a subclass lays them out."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{name}" for name in STYLES}
    DEFAULT_CSS = ROW_CSS

    def __init__(self, *, glyphs: Glyphs = UTF8, id: str | None = None) -> None:  # noqa: A002 (as all widgets)
        super().__init__(id=id)
        self.glyphs = glyphs
        self._layout = RowLayout()
        self._index: int | None = None
        self._going: tuple[Place, ...] = ()  # the places of the current row that are gone round
        self._place = -1  # which of them was gone to last
        self._laid_out = 0  # the width that the rows were laid out for; 0: not yet

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows, each line at most `width` cells wide. As many rows at every width."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows at the present width."""
        self._layout.complete()
        self._grown()
        return tuple(self._layout.rows)

    @property
    def current(self) -> object | None:
        """The finding of the current row."""
        row = self.current_row
        return row.finding if row else None

    @property
    def current_row(self) -> Row | None:
        """The current row; None while the list has none that can be current."""
        self._lay_out(UNSEEN_WIDTH)
        return self._layout.rows[self._index] if self._index is not None else None

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
        index = 0
        while self._layout.reach_row(index):
            row = self._layout.rows[index]
            if row.choosable and row.finding is not None and wanted(row.finding):
                self._make_current(index)
                return True
            index += 1
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
        count = len(self.rows)
        self.scroll_to(y=len(self._layout.owners), animate=False, force=True)
        self._choose(self._neighbour(count, -1), 1)

    def _page(self, pages: int) -> None:
        height = max(self.scrollable_content_region.height - 1, 1)
        if self._index is None:
            self.scroll_to(y=self.scroll_offset.y + pages * height, animate=False, force=True)
            self.ended(pages)
            return
        layout = self._layout
        line = max(layout.tops[self._index] + pages * height, 0)
        index = layout.owners[line if layout.reach_line(line) else -1]
        if index == self._index:  # a row higher than the page
            index += pages
        inside = max(index, 0) if layout.reach_row(index) or index < 0 else len(layout.rows) - 1
        if not layout.rows[inside].choosable:
            found = self._neighbour(inside, pages)
            inside = found if found is not None else inside
        self._choose(inside if layout.rows[inside].choosable else self._neighbour(inside, -pages), pages)

    def _neighbour(self, index: int | None, step: int) -> int | None:
        """The next row from `index` in the direction of `step` that can be current."""
        index = (-1 if step > 0 else len(self.rows)) if index is None else index
        index += step
        while self._layout.reach_row(index):
            if self._layout.rows[index].choosable:
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
            self.scroll_to(y=0 if first else len(self._layout.owners), animate=False, force=True)
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
        layout = self._layout
        if not height or not layout.reach_row(index):
            return
        top = layout.tops[index]
        bottom = top + len(layout.rows[index].lines)
        layout.reach_line(bottom + height)
        self._grown()
        while index and not layout.rows[index - 1].choosable:
            index -= 1
        with_headings = layout.tops[index]
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
        if not self._layout.reach_line(line):
            return
        event.stop()
        index = self._layout.owners[line]
        row = self._layout.rows[index]
        if not row.choosable:
            return
        if index != self._index:
            self._choose(index, 1)
        elif row.aside and line > self._layout.tops[index]:
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
        layout = self._layout = RowLayout(self.rows_for(max(width - GUTTER, 1)))
        layout.reach_line(LINES_AT_ONCE)
        self._grown()
        if self._index is None or not layout.reach_row(self._index) or not layout.rows[self._index].choosable:
            self._index = self._neighbour(None, 1)
            self._place = -1
        self._lay_out_rest(layout)
        self.refresh()
        if self._index is not None:
            self._reveal(self._index)

    def _lay_out_rest(self, layout: RowLayout) -> None:
        """A few rows now and the others after what is waiting, unless the list was laid out anew meanwhile."""
        if layout is self._layout and not layout.done and self.is_running:
            layout.take(ROWS_AT_ONCE)
            self._grown()
            self.call_later(self._lay_out_rest, layout)

    def _grown(self) -> None:
        """Tell the scroll bar how many lines there are by now."""
        self.virtual_size = Size(self._laid_out, len(self._layout.owners))

    def _restore(self, finding: object) -> None:
        identity = (type(finding), getattr(finding, "id", finding))
        if not self.select(lambda other: (type(other), getattr(other, "id", other)) == identity):
            self._index = self._neighbour(None, 1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if not self._layout.reach_line(line):
            return Strip.blank(width, self.rich_style)
        index = self._layout.owners[line]
        row = self._layout.rows[index]
        number = line - self._layout.tops[index]
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
