"""The Python API: read an article, analyse it."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from briefing.article import Article
from briefing.findings import Briefing

if TYPE_CHECKING:
    from spacy.language import Language


def read(source: str | os.PathLike[str] | bytes) -> Article:
    """The article at a path or URL, from standard input ('-') or from bytes.

    Raises `UnreadableError` when there is no text in it, `NetworkError` when a URL can't be had.
    """
    from briefing import readers

    return readers.read_bytes(source) if isinstance(source, bytes) else readers.read(os.fspath(source))


def retitled(briefing: Briefing, title: str | None) -> Briefing:
    """A briefing under another title (None: its own). What its headline says stays among the findings."""
    article = msgspec.structs.replace(briefing.article, title=title or briefing.article.title)
    return msgspec.structs.replace(briefing, article=article)


def analyse(
    article: Article | str, *, published: date | None = None, pipeline: str | Language | None = None
) -> Briefing:
    """All that is found in an article (or in a text, taken as the content of a plain-text file).

    `published` is what relative dates are resolved against; it replaces the article's own.
    `pipeline` names an installed spaCy pipeline or is a loaded one; the shipped one by default.
    """
    from briefing import extract, language
    from briefing.readers import text

    if isinstance(article, str):
        article = text.read(article, "the text")
    if published is not None:
        article = msgspec.structs.replace(article, published=published)
    nlp = language.load_pipeline(pipeline) if pipeline is None or isinstance(pipeline, str) else pipeline
    return extract.analyse(article, nlp)
