"""The titles of the panes that share a place, on one line; a click changes to another."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefing.tui.glyphs import Glyphs

MUTED = "$foreground-muted"


class TabLine(Widget):
    """Titles with counts; where there is no room for all, the others' are shortened."""

    class Chosen(Message):
        """The reader clicked on the title of `pane`."""

        def __init__(self, pane: str) -> None:
            self.pane = pane
            super().__init__()

    def __init__(self, glyphs: Glyphs, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.glyphs = glyphs
        self._tabs: tuple[tuple[str, str], ...] = ()
        self._active = ""
        self._focused = False
        self._ends: list[tuple[int, str]] = []  # (cell after the title, pane)

    def show(self, tabs: Sequence[tuple[str, str]], active: str, focused: bool) -> None:
        """`tabs`: (pane, title with its count); `active`: the pane that is shown."""
        if (tuple(tabs), active, focused) != (self._tabs, self._active, self._focused):
            self._tabs, self._active, self._focused = tuple(tabs), active, focused
            self.refresh()

    def render(self) -> Content:
        titles, between = self._fitting(self.content_size.width)
        pieces: list[tuple[str, str] | str] = []
        self._ends = []
        at = 0
        for number, (pane, title) in enumerate(titles):
            if number:
                pieces.append((between, MUTED))
                at += cell_len(between)
            active = pane == self._active
            style = ("bold underline $text-accent" if self._focused else "bold underline") if active else MUTED
            pieces.append((title, style))
            at += cell_len(title)
            self._ends.append((at, pane))
        return Content.assemble(*pieces)

    def _fitting(self, width: int) -> tuple[list[tuple[str, str]], str]:
        """The longest form of the titles that fits, and what stands between them."""
        wide = f" {self.glyphs.axis} "
        full = list(self._tabs)
        words = [(pane, title if pane == self._active else title.split(" ")[0]) for pane, title in full]
        stems = [(pane, title if pane == self._active else title[:3]) for pane, title in full]
        for titles, between in ((full, wide), (full, "  "), (full, " "), (words, wide), (words, " "), (stems, " ")):
            if sum(cell_len(title) for _, title in titles) + cell_len(between) * (len(titles) - 1) <= width:
                return titles, between
        return [(pane, title) for pane, title in full if pane == self._active], ""

    def on_click(self, event: events.Click) -> None:
        for end, pane in self._ends:
            if event.get_content_offset_capture(self).x < end:
                self.post_message(self.Chosen(pane))
                return
