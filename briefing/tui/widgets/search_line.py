"""The line in which the reader types what to search the article for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from briefing.tui.jumps import Jumps


class SearchLine(Input):
    """Searches while it is typed in; `enter` keeps the hits, `escape` goes back to where the search began."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Give up the search", show=False)]
    DEFAULT_CSS = """
    SearchLine, SearchLine:focus { height: 1; border: none; padding: 0 1; background: $boost; }
    """

    class Ended(Message):
        """The reader is done with the line."""

    def __init__(self, jumps: Jumps) -> None:
        super().__init__(placeholder="Search the article", compact=True)
        self._jumps = jumps
        self._from = jumps.here()
        self._ended = False

    def action_give_up(self) -> None:
        self._end(keep=False)

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self._jumps.look_for(message.value, self._from.top)

    def on_key(self, event: events.Key) -> None:
        """`enter` ends the line here and now, so that keys typed right after it are not words to search for."""
        if self._ended:
            event.prevent_default()
        elif event.key == "enter":
            event.stop().prevent_default()
            self._end(keep=True)

    def _end(self, keep: bool) -> None:
        if not self._ended:
            self._ended = True
            self._jumps.end_search(self._from, keep)
            self.post_message(self.Ended())
