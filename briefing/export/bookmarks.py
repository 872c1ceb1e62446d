"""Bookmarks as a list: plain text, JSON, or Markdown, each with a citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

import msgspec

from briefing.clean import clean_line
from briefing.export.markdown import escape


class Marked(Protocol):
    """What a bookmark needs to have here; the library's bookmarks have it."""

    @property
    def article(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> date | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def path(self) -> str | None: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def speaker(self) -> str | None: ...
    @property
    def certainty(self) -> str: ...
    @property
    def created(self) -> datetime: ...


FORMATS = ("text", "json", "markdown")


def render(bookmarks: Sequence[Marked], format: str = "text") -> bytes:  # noqa: A002 - the option's own name
    """Bookmarks in one of `FORMATS`; those of one article stand together."""
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(list(bookmarks)), indent=1) + b"\n"
    write = {"text": _text, "markdown": _markdown}[format]
    return "".join(line + "\n" for line in write(bookmarks)).encode()


def citation(bookmark: Marked) -> str:
    """Where a claim stands: title, publisher, date, paragraph, address or file."""
    title = f"“{clean_line(bookmark.title)}”" if bookmark.title else None
    where = f"¶{bookmark.paragraph}" if bookmark.paragraph else "headline"
    published = bookmark.published.isoformat() if bookmark.published else None
    parts = (title, bookmark.publisher, published, where, bookmark.url or bookmark.path)
    return ", ".join(clean_line(part) for part in parts if part)


def _text(bookmarks: Iterable[Marked]) -> Iterator[str]:
    for number, bookmark in enumerate(bookmarks):
        if number:
            yield ""
        yield clean_line(bookmark.words)
        yield f"    {_who(bookmark)}"
        yield f"    {citation(bookmark)}"


def _markdown(bookmarks: Iterable[Marked]) -> Iterator[str]:
    article: str | None = None
    for bookmark in bookmarks:
        if bookmark.article != article:
            if article is not None:
                yield ""
            article = bookmark.article
            yield f"## {escape(clean_line(bookmark.title or bookmark.publisher or bookmark.path or 'Article'))}"
            yield ""
        yield f"- {escape(clean_line(bookmark.words))} — *{escape(_who(bookmark))}* ({escape(citation(bookmark))})"


def _who(bookmark: Marked) -> str:
    speaker = clean_line(bookmark.speaker) if bookmark.speaker else None
    return f"{speaker}, {bookmark.certainty}" if speaker else bookmark.certainty
