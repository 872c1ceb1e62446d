"""The line in which the reader types what to search the article for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class SearchLine(Input):
    """Searches while it is typed in; `enter` keeps the hits, `escape` gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Give up the search", show=False)]
    DEFAULT_CSS = """
    SearchLine, SearchLine:focus { height: 1; border: none; padding: 0 1; background: $boost; }
    """

    class GivenUp(Message):
        """The reader pressed escape."""

    def __init__(self, origin: int) -> None:
        super().__init__(placeholder="Search the article", compact=True)
        self.origin = origin
        """The code point that was on top when the search began."""

    def action_give_up(self) -> None:
        self.post_message(self.GivenUp())
