"""The titles of the panes that share a place, on one line; a click changes to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefing.tui.glyphs import Glyphs
from briefing.tui.widgets.drawing import fit

MUTED = "$foreground-muted"


class TabLine(Widget):
    """Titles with counts and keys; where there is no room, without the keys, then without the others' counts."""

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
        self._keys: dict[str, str] = {}
        self._ends: list[tuple[int, str]] = []  # (cell after the title, pane)

    def show(
        self, tabs: Sequence[tuple[str, str]], active: str, focused: bool, keys: Mapping[str, str] | None = None
    ) -> None:
        """`tabs`: (pane, title with its count); `active`: the pane that is shown; `keys`: the key of each pane."""
        new = (tuple(tabs), active, focused, dict(keys or {}))
        if new != (self._tabs, self._active, self._focused, self._keys):
            self._tabs, self._active, self._focused, self._keys = new
            self.refresh()

    def render(self) -> Content:
        titles, between, keyed = self._fitting(self.content_size.width)
        pieces: list[tuple[str, str] | str] = []
        self._ends = []
        at = 0
        for number, (pane, title) in enumerate(titles):
            if number:
                pieces.append((between, MUTED))
                at += cell_len(between)
            active = pane == self._active
            key = self._keys.get(pane, "") if keyed else ""
            if key:
                pieces.append((f"{key} ", MUTED))
                at += cell_len(key) + 1
            style = ("bold underline $text-accent" if self._focused else "bold underline") if active else MUTED
            pieces.append((title, style))
            at += cell_len(title)
            self._ends.append((at, pane))
        return Content.assemble(*pieces)

    def _fitting(self, width: int) -> tuple[list[tuple[str, str]], str, bool]:
        """The longest form of the titles that fits, what stands between them, and whether their keys are shown."""
        wide = f" {self.glyphs.axis} "
        full = list(self._tabs)
        words = [(pane, title if pane == self._active else title.split(" ")[0]) for pane, title in full]
        stems = [(pane, title if pane == self._active else title[:3]) for pane, title in full]
        keys = sum(cell_len(key) + 1 for key in (self._keys.get(pane, "") for pane, _ in full) if key)
        for titles, between, keyed in (
            *((full, wide, True), (full, "  ", True), (full, wide, False), (full, "  ", False), (full, " ", False)),
            *((words, wide, False), (words, "  ", False), (words, " ", False), (stems, " ", False)),
        ):
            cells = sum(cell_len(title) for _, title in titles) + cell_len(between) * (len(titles) - 1)
            if cells + (keys if keyed else 0) <= width:
                return titles, between, keyed
        # what a filter is called can be as long as it likes
        alone = [(pane, fit(title, width, self.glyphs.ellipsis)) for pane, title in full if pane == self._active]
        return alone, "", False

    def on_click(self, event: events.Click) -> None:
        for end, pane in self._ends:
            if event.get_content_offset_capture(self).x < end:
                self.post_message(self.Chosen(pane))
                return
