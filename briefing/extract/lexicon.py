"""Finding the phrases of a table in a document, token by token, in time linear in its length."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

Value = TypeVar("Value")

_FIRST = re.compile(r"[\w.]+|\S")


class Lexicon(Generic[Value]):
    """Phrases and what they stand for; matching is exact on the text with single blanks."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self._values = dict(phrases)
        # Longest phrase, in characters, by its first piece: most tokens are turned away here.
        self._longest: dict[str, int] = {}
        for phrase in self._values:
            match = _FIRST.match(phrase)
            if match:
                first = match.group()
                for key in {first, first.rstrip(".")}:
                    self._longest[key] = max(self._longest.get(key, 0), len(phrase))

    def get(self, phrase: str) -> Value | None:
        """What a phrase stands for."""
        return self._values.get(phrase)

    def match(self, doc: Doc, first: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at token `first`: (last token + 1, value)."""
        text = doc[first].text
        start = _FIRST.match(text)
        longest = self._longest.get(text) or (self._longest.get(start.group(), 0) if start else 0)
        if not longest:
            return None
        best: tuple[int, Value] | None = None
        so_far = ""
        for at in range(first, len(doc)):
            token = doc[at]
            so_far += token.text
            if len(so_far) > longest:
                break
            value = self._values.get(so_far)
            if value is not None:
                best = (at + 1, value)
            so_far += token.whitespace_
        return best
