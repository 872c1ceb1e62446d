"""A reference (a path, '-' for standard input) or bytes as an `Article`. One module a format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from briefing.article import Article
from briefing.clean import clean, clean_line
from briefing.errors import UnreadableError
from briefing.readers import files
from briefing.readers.decoding import decode

__all__ = ["SUFFIXES", "read", "read_bytes"]

SUFFIXES = files.PLAIN | files.MARKDOWN


def read(reference: str, *, published: date | None = None) -> Article:
    """The article at a path, or on standard input ('-'). `published` replaces what it says.

    Raises `UnreadableError` when it can't be read or holds no text, `UsageError` for a web address.
    """
    data = files.fetch(reference)
    path = None if reference == "-" else reference
    return read_bytes(data, path=path, name=None if path else files.STDIN, published=published)


def read_bytes(
    data: bytes,
    *,
    path: str | None = None,
    name: str | None = None,
    published: date | None = None,
) -> Article:
    """The article in the bytes of a file; `path` tells Markdown from plain text and is kept with it.

    `name` is what the bytes are called in an error. Raises `UnreadableError` when there is no text.
    """
    shown = clean_line(name or path or "the text")
    if not data.strip():
        raise UnreadableError(f"{shown} is empty. Choose a file with an article in it.")
    decoded = decode(data, shown)
    if path is not None and Path(path).suffix.lower() in files.MARKDOWN:
        from briefing.readers import markdown

        article = markdown.read(decoded, shown)
    else:
        from briefing.readers import text

        article = text.read(decoded, shown)
    return msgspec.structs.replace(
        article,
        path=clean(str(Path(path).absolute())) if path is not None else None,
        published=published or article.published,
    )
