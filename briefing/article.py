"""The article as it was read: its text, what is known of it, and its body paragraphs.

Every offset counts Unicode code points of `Article.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A run of the article's text, in code points, end exclusive."""

    start: int
    end: int


class Paragraph(msgspec.Struct, frozen=True):
    """A body paragraph; numbers count from 1 in the order of the text."""

    number: int
    start: int
    end: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article. `text` is safe to show (see `briefing.clean`) and never changed after reading."""

    id: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    path: str | None = None
    language: str = "en"
    text: str
    paragraphs: tuple[Paragraph, ...]

    def slice(self, span: Span) -> str:
        """The words of a span, with line breaks as they stand in the text."""
        return self.text[span.start : span.end]

    def paragraph_at(self, offset: int) -> int:
        """The number of the body paragraph that holds the code point `offset`; 0 outside the body."""
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.paragraphs) and self.paragraphs[low].start <= offset:
            return self.paragraphs[low].number
        return 0

    def headline(self) -> Span | None:
        """Where the title stands in the text above the body, on one line or more; None when it came from elsewhere."""
        if not self.title or not self.paragraphs:
            return None
        words = re.compile(r"\s+".join(map(re.escape, self.title.split())))
        found = words.search(self.text, 0, self.paragraphs[0].start)
        return Span(*found.span()) if found else None


def article_id(text: str) -> str:
    """The SHA-256 of the text as UTF-8, in hexadecimal: one id for one text, wherever it came from."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
