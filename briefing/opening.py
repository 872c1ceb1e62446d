"""What the reader needs before its screen starts: the article, the library, a kept analysis. Without spaCy."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from briefing import paths, readers
from briefing.article import Article
from briefing.errors import LibraryError, UnreadableError, UsageError
from briefing.findings import Briefing

if TYPE_CHECKING:
    from briefing.library import Library


@dataclass(slots=True)
class Opening:
    """`article` is None where the list of the library is to be shown; `notice` is what the reader must know."""

    article: Article | None
    library: Library | None = None
    briefing: Briefing | None = None
    notice: str | None = None
    sample: bool = False


def prepare(
    reference: str | None, *, title: str | None = None, published: date | None = None, pipeline: str | None = None
) -> Opening:
    """Read the article, keep it in the library, and find the analysis that was kept of it.

    Without a reference: the library's list, or the sample article where the library is empty. A
    library that can't be used is a notice, not an error. Raises `UnreadableError` and `PipelineError`.
    """
    library, notice = open_library()
    sample = False
    if reference is None:
        if library is not None and library.articles():
            return Opening(None, library, None, notice)
        path = paths.sample_article()
        if path is None:
            raise UnreadableError("There is no article to show. Name one: briefing ARTICLE.")
        reference, sample = str(path), True
    article = readers.read(reference)
    if library is not None:
        try:
            return Opening(*_shelve(library, article, title, published, pipeline), notice, sample)
        except LibraryError as error:
            library.close()
            notice = _unkept(error)
    given = msgspec.structs.replace(article, title=title or article.title, published=published or article.published)
    return Opening(given, None, None, notice, sample)


def kept_analysis(library: Library, article: Article, pipeline: str | None) -> Briefing | None:
    """The library's analysis of an article by this pipeline and the present rules, or None."""
    from briefing import extract, language

    return library.analysis(article.id, language.pipeline_identity(pipeline), extract.VERSION, article.published)


def take_terminal() -> None:
    """Make the terminal standard input again after an article came through it, so that keys arrive."""
    if sys.__stdin__ is None:
        raise UsageError("Standard input is closed, so keys can't arrive. Start Briefing from a terminal.")
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(
            "There is no terminal to read keys from. Use 'briefing export -' to print a briefing."
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)


def open_library() -> tuple[Library | None, str | None]:
    """The user's library, or None and a notice that says why not."""
    from briefing.library import Library

    try:
        return Library(), None
    except LibraryError as error:
        return None, _unkept(error)


def _shelve(
    library: Library, article: Article, title: str | None, published: date | None, pipeline: str | None
) -> tuple[Article, Library, Briefing | None]:
    library.keep_article(article)
    if title:
        library.set_title(article.id, title)
    if published:
        library.set_published(article.id, published)
    article = library.article(article.id) or article
    return article, library, kept_analysis(library, article, pipeline)


def _unkept(error: LibraryError) -> str:
    return f"Nothing is kept this time. {error}"
