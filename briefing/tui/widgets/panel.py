"""What the five panels have in common: a title with a count, and an honest line where there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import ClassVar

from briefing.findings import Briefing
from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.widgets.drawing import Piece, wrap
from briefing.tui.widgets.row import Row
from briefing.tui.widgets.row_list import RowList


class Panel(RowList):
    """A list of findings of one kind."""

    NAME: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    """What the panel says when an article has none of its findings."""

    def __init__(self, *, glyphs: Glyphs = UTF8, id: str | None = None) -> None:  # noqa: A002 (as all widgets)
        super().__init__(glyphs=glyphs, id=id)
        self.briefing: Briefing | None = None
        self._waiting = ""
        self.border_title = self.heading

    @property
    def heading(self) -> str:
        """The panel's title: with its count once it is filled."""
        return self.NAME if self.briefing is None else f"{self.NAME} {self.count()}"

    def show(self, briefing: Briefing) -> None:
        """Fill the panel. The current finding stays current where the new analysis has it too."""
        again = self.briefing is not None and self.briefing.article.id == briefing.article.id
        self.briefing = briefing
        self.border_title = self.heading
        self.reload(keep=again)

    def clear(self, waiting: str = "") -> None:
        """Empty the panel, as before the analysis; `waiting` says why it is empty."""
        self.briefing = None
        self._waiting = waiting
        self.border_title = self.heading
        self.reload(keep=False)

    @property
    def empty(self) -> str:
        """What the filled panel says while it has nothing to show."""
        return self.EMPTY

    def count(self) -> int:
        """How many findings the panel shows."""
        raise NotImplementedError

    def rows_of(self, briefing: Briefing, width: int) -> Iterable[Row]:
        """The rows of a filled panel, each line at most `width` cells wide."""
        raise NotImplementedError

    def rows_for(self, width: int) -> Iterable[Row]:
        if self.briefing is None:
            return self._note(self._waiting or self.glyphs.ellipsis, width)
        rows = iter(self.rows_of(self.briefing, width))
        first = next(rows, None)
        return self._note(self.empty, width) if first is None else chain((first,), rows)

    def action_go(self) -> None:
        if self.current_row is None:
            self.say(self.empty if self.briefing else self._waiting or f"{self.NAME} come with the analysis")
            return
        super().action_go()

    def ended(self, step: int) -> None:
        if self.current_row is None:
            self.action_go()
            return
        self.say("This is the last of the list" if step > 0 else "This is the first of the list")

    def say(self, text: str) -> None:
        """Tell the reader something: in the line that the screen has for it, else in a corner."""
        tell = getattr(self.screen, "say", None)
        if tell is not None:
            tell(text)
        else:
            self.notify(text, markup=False)

    def _note(self, text: str, width: int) -> tuple[Row, ...]:
        lines = tuple((Piece(line, "dim"),) for line in wrap(text, width, 10, self.glyphs.ellipsis))
        return (Row(lines, choosable=False),)
