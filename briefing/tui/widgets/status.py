"""The last line: the place in the article, what the analysis does, what can't be done, and a few keys."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from briefing.tui.actions import ACTIONS, keys_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.widgets.drawing import fit

SECONDS = 6.0
"""How long something said stays."""

MUTED = "$foreground-muted"


class StatusLine(Widget):
    """`place`, `walk` (mentions or search hits) and `analysis` stay until they change; what is said goes away."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.keymap: dict[str, str] = {}
        self._place = ""
        self._walk = ""
        self._analysis = ""
        self._said = ""
        self._timer: Timer | None = None

    def set_place(self, number: int, of: int) -> None:
        self._set("_place", f"{self.glyphs.pilcrow}{number}/{of}")

    def set_walk(self, text: str) -> None:
        self._set("_walk", text)

    def set_analysis(self, text: str) -> None:
        self._set("_analysis", text)

    def say(self, text: str) -> None:
        """Say something for a few seconds, in place of all else but the place."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self.hush)
        self._set("_said", text)

    def has_room(self, text: str) -> bool:
        """Whether something said would be seen in full."""
        return cell_len(f"{self._place} {self.glyphs.dot} {text}") <= self.content_size.width

    def hush(self) -> None:
        """Take back what was said."""
        self._set("_said", "")

    def render(self) -> Content:
        width = self.content_size.width
        between = f" {self.glyphs.dot} "
        if self._said:
            said = fit(between.join(part for part in (self._place, self._said) if part), width, self.glyphs.ellipsis)
            place = said[: len(self._place)]
            return Content.assemble((place, MUTED), (said[len(place) :], "bold"))
        parts = [part for part in (self._place, self._walk, self._analysis) if part]
        if len(parts) > 2 and cell_len(between.join(parts)) > width:
            parts.pop()
        left = fit(between.join(parts), width, self.glyphs.ellipsis)
        room = width - cell_len(left) - 2
        hints = self._hints(room)
        shown = sum(len(key) + len(word) + 1 for key, word in hints) + 2 * max(len(hints) - 1, 0)
        pieces: list[tuple[str, str] | str] = [(left, MUTED), " " * max(width - cell_len(left) - shown, 0)]
        for number, (key, word) in enumerate(hints):
            pieces += ["  " if number else "", (key, "bold $text-accent"), (f" {word}", MUTED)]
        return Content.assemble(*pieces)

    def _hints(self, room: int) -> list[tuple[str, str]]:
        """As many key hints as fit; the last of the table, which leads to all others, before any other."""
        hints = [(keys_of(action, self.keymap)[0], action.hint) for action in ACTIONS if action.hint]
        kept: list[tuple[str, str]] = []
        for key, word in (hints[-1], *hints[:-1]):
            room -= len(key) + len(word) + 3
            if room < -2:
                break
            kept.append((key, word))
        return [*kept[1:], *kept[:1]]

    def _set(self, name: str, text: str) -> None:
        if getattr(self, name) != text:
            setattr(self, name, text)
            self.refresh()
