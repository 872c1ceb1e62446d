"""Named spans of a document while they are found and corrected: no two overlap, each can be had by its tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.places import Place
from briefing.extract.relations import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Found:
    """A name in tokens `first` up to but not including `last`, without article, title and possessive.

    `label` is by the names of spaCy's English models; `place` is what the tables know of it; `title`
    are the title words that stood at its beginning; `inner` marks a place's name within another name
    ("Bank of Ireland"), which is no entity of its own.
    """

    first: int
    last: int
    label: str
    place: Place | None = None
    title: Tokens | None = None
    inner: bool = False


class Board:
    """The spans found so far, by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._at: dict[int, Found] = {}

    def __iter__(self) -> Iterator[Found]:
        """The spans in the order of the text."""
        return iter([found for token, found in sorted(self._at.items()) if token == found.first])

    def at(self, token: int) -> Found | None:
        """The span that covers a token."""
        return self._at.get(token)

    def free(self, first: int, last: int) -> bool:
        """Whether no span covers any of the tokens."""
        return not any(token in self._at for token in range(first, last))

    def put(self, found: Found) -> None:
        """Add a span; those that it overlaps go."""
        for token in range(found.first, found.last):
            old = self._at.get(token)
            if old is not None:
                self.drop(old)
        for token in range(found.first, found.last):
            self._at[token] = found

    def drop(self, found: Found) -> None:
        """Take a span away."""
        for token in range(found.first, found.last):
            if self._at.get(token) is found:
                del self._at[token]

    def cut(self, found: Found) -> None:
        """Free the tokens of a span, whatever span has them now."""
        for token in range(found.first, found.last):
            self._at.pop(token, None)

    def relabel(self, found: Found, label: str, place: Place | None = None) -> None:
        """Correct the label of a span."""
        if found.label != label or found.place != place:
            self.put(replace(found, label=label, place=place))

    def text(self, found: Found) -> str:
        """The words of a span with single blanks."""
        return self.words(found.first, found.last)

    def words(self, first: int, last: int) -> str:
        """The words of tokens `first` up to `last` with single blanks."""
        doc = self.doc
        return "".join(doc[i].text + (doc[i].whitespace_ if i + 1 < last else "") for i in range(first, last))
