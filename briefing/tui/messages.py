"""What the reader's widgets tell the screen and the app: go there, this is chosen or current, the place moved."""

from __future__ import annotations

from textual.message import Message

from briefing.article import Span
from briefing.findings import Actor, Claim


class Goto(Message):
    """Show `spans` in the article and light them up; `label` names the place in one line."""

    def __init__(self, spans: tuple[Span, ...], finding: object | None = None, label: str = "") -> None:
        self.spans = spans
        self.finding = finding
        self.label = label
        super().__init__()


class ActorChosen(Message):
    """The current actor is now `actor` (None: none); all its mentions light up."""

    def __init__(self, actor: Actor | None) -> None:
        self.actor = actor
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ActorChosen)


class ClaimCurrent(Message):
    """`claim` became the current item of the claims panel."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ClaimCurrent)


class BookmarkToggled(Message):
    """The reader asked to bookmark `claim`, or to remove its bookmark."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        super().__init__()


class PlaceMoved(Message):
    """The place in the article changed."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, PlaceMoved)


class EdgeReached(Message):
    """The reader wants to scroll past the end of the article, or its beginning."""

    def __init__(self, end: bool) -> None:
        self.end = end
        super().__init__()


class WordClicked(Message):
    """The reader clicked on the code point `offset` of the article."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__()


class ClaimWanted(Message):
    """The reader wants the current claim of the article lit up."""
