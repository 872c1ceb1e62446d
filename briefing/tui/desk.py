"""The article on the desk and the library behind it: the one place of the reader that keeps anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing.article import Article
from briefing.clean import clean_line
from briefing.errors import BriefingError
from briefing.findings import Actor, Briefing, Claim

if TYPE_CHECKING:
    from briefing.library import Bookmark, Library

T = TypeVar("T")


class Desk:
    """What is read now, its findings and its bookmarks. Without a library nothing is kept, and `trouble` says so."""

    def __init__(self, library: Library | None, pipeline: str | None, trouble: Callable[[str], None]) -> None:
        self.library = library
        self.pipeline = pipeline
        self.article: Article | None = None
        self.briefing: Briefing | None = None
        self.bookmarks: list[Bookmark] = []
        self._trouble = trouble
        self._removed: list[Bookmark] = []
        self._kept_offset: int | None = None

    def put(self, article: Article) -> int:
        """Put an article on the desk; the code point at which reading it stopped last time."""
        self.article, self.briefing, self.bookmarks, self._removed = article, None, [], []
        position = self._ask(lambda library: library.position(article.id), None)
        self._kept_offset = position.offset if position else None
        return min(position.offset, len(article.text)) if position else 0

    def shelve(self) -> None:
        """Keep the article itself, and see which of its claims are bookmarked."""
        article = self.article
        if article is not None:
            self._ask(lambda library: library.keep_article(article), None)
            self.bookmarks = self._ask(lambda library: library.bookmarks(article.id), [])

    def kept_article(self, article_id: str) -> Article | None:
        return self._ask(lambda library: library.article(article_id), None)

    def kept_analysis(self) -> Briefing | None:
        """The analysis of the article by this pipeline and these rules, if the library has it."""
        article = self.article
        if article is None or self.library is None:
            return None
        from briefing.extract import VERSION
        from briefing.language import pipeline_identity

        try:
            identity = pipeline_identity(self.pipeline)
        except BriefingError:
            return None  # the analysis will say what is wrong with it
        return self._ask(lambda library: library.analysis(article.id, identity, VERSION, article.published), None)

    def keep_analysis(self, briefing: Briefing) -> None:
        """Keep a new analysis, so that the next opening need not make it."""
        from briefing.extract import VERSION

        self._ask(lambda library: library.keep_analysis(briefing, VERSION), None)

    def keep_position(self, paragraph: int, offset: int) -> None:
        """Keep the place, if it changed since the last time."""
        article = self.article
        if article is None or self.library is None or offset == self._kept_offset:
            return
        from briefing.library import Position

        self._kept_offset = offset
        self._ask(lambda library: library.keep_position(article.id, Position(paragraph, offset)), None)

    def set_published(self, published: date) -> Article | None:
        """The article with a publication date set by hand, which the library keeps."""
        if self.article is None:
            return None
        article = self.article = msgspec.structs.replace(self.article, published=published)
        self._ask(lambda library: library.set_published(article.id, published), None)
        return article

    def marked(self) -> list[Claim]:
        """The claims of the analysis that bookmarks stand for."""
        if self.briefing is None or not self.bookmarks:
            return []
        from briefing.library import match_claim

        found = (match_claim(bookmark, self.briefing.claims) for bookmark in self.bookmarks)
        return [claim for claim in found if claim is not None]

    def toggle(self, claim: Claim) -> str:
        """Bookmark a claim, or remove its bookmark; what happened, in a line."""
        article, briefing, library = self.article, self.briefing, self.library
        if article is None or briefing is None:
            return "Nothing to bookmark yet"
        if library is None:
            return "The library can’t be written, so bookmarks can’t be kept"
        from briefing.library import match_claim

        found = next((mark for mark in self.bookmarks if match_claim(mark, briefing.claims) == claim), None)
        if found is not None:
            return self.remove(found) or "Bookmark removed: u brings it back"
        words = clean_line(article.text[claim.start : claim.end])
        speaker = _name(claim.speaker, briefing.actors)
        return self._change(lambda: library.add_bookmark(article.id, claim, words, speaker)) or f"Bookmarked: {words}"

    def remove(self, bookmark: Bookmark) -> str | None:
        """Remove a bookmark, of whatever article; what went wrong, or None."""
        library = self.library
        wrong = self._change(lambda: library.remove_bookmark(bookmark.id) if library else None)
        if wrong is None:
            self._removed.append(bookmark)
        return wrong

    def restore(self, bookmark: Bookmark) -> str | None:
        """Put a removed bookmark back; what went wrong, or None."""
        library = self.library
        wrong = self._change(lambda: library.restore_bookmark(bookmark) if library else None)
        if wrong is None:
            self._removed = [other for other in self._removed if other.id != bookmark.id]
        return wrong

    def bring_back(self) -> str:
        """Restore the bookmark that was removed last; what happened, in a line."""
        if not self._removed:
            return "No bookmark was removed"
        bookmark = self._removed[-1]
        return self.restore(bookmark) or f"Bookmarked again: {bookmark.words}"

    def _change(self, change: Callable[[], object]) -> str | None:
        """Carry out a change and look at the bookmarks again; what went wrong, or None."""
        article = self.article
        try:
            change()
        except BriefingError as error:
            return str(error)
        if article is not None:
            self.bookmarks = self._ask(lambda library: library.bookmarks(article.id), [])
        return None

    def _ask(self, question: Callable[[Library], T], otherwise: T) -> T:
        """The library's answer; without a library or with a broken one the other value, and the trouble is told."""
        if self.library is None:
            return otherwise
        try:
            return question(self.library)
        except BriefingError as error:
            self._trouble(str(error))
            return otherwise


def _name(actor_id: str | None, actors: tuple[Actor, ...]) -> str | None:
    return next((actor.name for actor in actors if actor.id == actor_id), None)
