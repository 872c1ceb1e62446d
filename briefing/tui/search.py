"""Finding words in an article: over line breaks, whatever the quotation marks, case as the reader types it."""

from __future__ import annotations

import re

from briefing.article import Span

MOST = 10_000
"""Hits that are kept; a single letter in a book has more."""

_ALIKE = {**dict.fromkeys("'‘’", "['‘’]"), **dict.fromkeys('"“”', '["“”]'), **dict.fromkeys("-–—‐‑", "[-–—‐‑]")}


def find(text: str, query: str) -> list[Span]:
    """Where the words of `query` stand, in order. A capital in it makes case count; any white space matches any."""
    words = query.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(_ALIKE.get(letter) or re.escape(letter) for letter in word) for word in words)
    flags = re.NOFLAG if any(character.isupper() for character in query) else re.IGNORECASE
    hits: list[Span] = []
    for match in re.finditer(pattern, text, flags):
        hits.append(Span(match.start(), match.end()))
        if len(hits) == MOST:
            break
    return hits


class Search:
    """What is searched for, where it stands, and which hit the reader is at."""

    def __init__(self) -> None:
        self.query = ""
        self.hits: list[Span] = []
        self.index = -1

    @property
    def current(self) -> Span | None:
        return self.hits[self.index] if 0 <= self.index < len(self.hits) else None

    def begin(self, text: str, query: str, near: int) -> Span | None:
        """Search anew; the current hit is the first at or after the code point `near`, else the first of all."""
        self.query = query
        self.hits = find(text, query)
        self.index = next((i for i, hit in enumerate(self.hits) if hit.end > near), 0 if self.hits else -1)
        return self.current

    def step(self, by: int) -> bool:
        """On to another hit; True when that went round the end of the article."""
        before = self.index + by
        self.index = before % len(self.hits) if self.hits else -1
        return self.index != before

    def clear(self) -> None:
        self.query, self.hits, self.index = "", [], -1
