"""Back and forward through the places that were jumped from, as a browser does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.article import Span

MOST = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to come back to: the code points in the top row and of the last jump, lit words, pane in focus."""

    top: int
    target: int | None = None
    lit: tuple[Span, ...] = ()
    pane: str = "article"


@dataclass(slots=True)
class Trail:
    """The stops behind and ahead of where the reader is."""

    behind: list[Stop] = field(default_factory=list)
    ahead: list[Stop] = field(default_factory=list)

    def leave(self, here: Stop) -> None:
        """Note where a jump starts from; what was ahead is forgotten."""
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
        del self.behind[:-MOST]
        self.ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """The stop before `here`, or None at the start."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Stop) -> Stop | None:
        """The stop that was gone back from last, or None."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
