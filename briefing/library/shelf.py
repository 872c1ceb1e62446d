"""The library: articles that were read, what was found in them, positions, and bookmarks on claims."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from briefing import findings, paths
from briefing.article import Article
from briefing.clean import clean_line
from briefing.errors import LibraryError
from briefing.findings import Briefing, Claim, Pipeline
from briefing.library import database
from briefing.library.records import Bookmark, Position, Shelved

_FIRST_WORDS = 80  # code points
_TITLE = "coalesce(a.title_given, a.title)"
_PUBLISHED = "coalesce(a.published_given, a.published)"
_BOOKMARK = f"""
    SELECT b.id, b.article, {_TITLE} AS title, a.publisher, {_PUBLISHED} AS published, a.url, a.path,
           b.paragraph, b.start, b."end", b.words, b.speaker, b.certainty, b.created
    FROM bookmarks b JOIN articles a ON a.id = b.article
"""


class Library:
    """The library in a file, by default the one in the user's data folder. Usable from any thread.

    Every method raises `LibraryError` when the file can't be read or written.
    """

    def __init__(self, file: Path | None = None) -> None:
        try:
            self.file = file or paths.library_file()
        except OSError as error:
            raise LibraryError(
                f"The folder of the library can't be made: {clean_line(str(error))}. "
                "Make it writable for you, or set XDG_DATA_HOME to another one."
            ) from error
        self._connection = database.connect(self.file)
        self._connection.row_factory = sqlite3.Row
        self._lock = threading.RLock()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    # articles

    def keep_article(self, article: Article) -> None:
        """Keep an article, or renew what is known of it; it is the last opened one now.

        A title or date that was set by hand stays set.
        """
        row = {
            "id": article.id,
            "title": article.title,
            "byline": article.byline,
            "publisher": article.publisher,
            "published": _iso(article.published),
            "url": article.url,
            "path": article.path,
            "opened": _now(),
            "first_words": _first_words(article),
            "paragraphs": len(article.paragraphs),
            "article": _pack(msgspec.json.encode(article)),
        }
        with self._change() as connection:
            connection.execute(
                """
                INSERT INTO articles (id, title, byline, publisher, published, url, path, opened, first_words,
                                      paragraphs, article)
                VALUES (:id, :title, :byline, :publisher, :published, :url, :path, :opened, :first_words,
                        :paragraphs, :article)
                ON CONFLICT (id) DO UPDATE SET
                    -- an article that comes back with what was set by hand does not make that its own
                    title = CASE WHEN excluded.title = title_given THEN title ELSE excluded.title END,
                    published = CASE WHEN excluded.published = published_given THEN published
                                     ELSE excluded.published END,
                    byline = excluded.byline, publisher = excluded.publisher, url = excluded.url,
                    path = coalesce(excluded.path, path), opened = excluded.opened,
                    first_words = excluded.first_words, paragraphs = excluded.paragraphs, article = excluded.article
                """,
                row,
            )

    def article(self, article_id: str) -> Article | None:
        """A kept article with the title and date that were set by hand, or None."""
        row = self._one(
            f"SELECT a.article, a.path, {_TITLE} AS title, {_PUBLISHED} AS published FROM articles a WHERE a.id = ?",
            article_id,
        )
        if row is None:
            return None
        try:
            article = msgspec.json.decode(zlib.decompress(row["article"]), type=Article)
        except (msgspec.DecodeError, zlib.error):
            return None
        return msgspec.structs.replace(article, title=row["title"], published=_day(row["published"]), path=row["path"])

    def articles(self) -> list[Shelved]:
        """Everything on the shelf, the last opened first."""
        rows = self._all(
            f"""
            SELECT a.id, {_TITLE} AS title, a.first_words, a.publisher, {_PUBLISHED} AS published, a.path, a.opened,
                   coalesce(p.paragraph, 0) AS paragraph, a.paragraphs,
                   (SELECT count(*) FROM bookmarks b WHERE b.article = a.id) AS bookmarks
            FROM articles a LEFT JOIN positions p ON p.article = a.id
            ORDER BY a.opened DESC, a.id
            """
        )
        return [msgspec.convert(dict(row), Shelved, strict=False) for row in rows]

    def remove_article(self, article_id: str) -> None:
        """Take an article off the shelf, and its analyses, position and bookmarks with it."""
        with self._change() as connection:
            connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def set_published(self, article_id: str, published: date | None) -> None:
        """Set the publication date by hand; None goes back to the article's own."""
        with self._change() as connection:
            connection.execute("UPDATE articles SET published_given = ? WHERE id = ?", (_iso(published), article_id))

    def set_title(self, article_id: str, title: str | None) -> None:
        """Set the title by hand; None goes back to the article's own."""
        with self._change() as connection:
            connection.execute("UPDATE articles SET title_given = ? WHERE id = ?", (title, article_id))

    # analyses

    def keep_analysis(self, briefing: Briefing, extractor: str) -> None:
        """Keep what was found in an article; `extractor` is the version of the rules that found it."""
        article = briefing.article
        lean = msgspec.structs.replace(briefing, article=msgspec.structs.replace(article, text=""))
        key = _analysis_key(article.id, briefing.pipeline, extractor, article.published)
        with self._change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO analyses"
                " (article, pipeline, pipeline_version, extractor, published, made, briefing)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*key, _now(), _pack(findings.encode(lean))),
            )

    def analysis(self, article_id: str, pipeline: Pipeline, extractor: str, published: date | None) -> Briefing | None:
        """The kept analysis by that pipeline and those rules against that date, or None.

        None too when it can't be decoded or the article's paragraphs are no longer those that it names.
        """
        row = self._one(
            "SELECT briefing FROM analyses WHERE article = ? AND pipeline = ? AND pipeline_version = ?"
            " AND extractor = ? AND published = ?",
            *_analysis_key(article_id, pipeline, extractor, published),
        )
        article = self.article(article_id) if row is not None else None
        if row is None or article is None:
            return None
        try:
            briefing = findings.decode(zlib.decompress(row["briefing"]))
        except (msgspec.DecodeError, zlib.error):
            return None
        if briefing.article.paragraphs != article.paragraphs:
            return None
        return msgspec.structs.replace(briefing, article=msgspec.structs.replace(article, published=published))

    # positions

    def position(self, article_id: str) -> Position | None:
        """Where reading an article stopped, or None."""
        row = self._one('SELECT paragraph, "offset" FROM positions WHERE article = ?', article_id)
        return None if row is None else Position(row["paragraph"], row["offset"])

    def keep_position(self, article_id: str, position: Position) -> None:
        with self._change() as connection:
            connection.execute(
                'INSERT OR REPLACE INTO positions (article, paragraph, "offset")'
                " SELECT id, ?, ? FROM articles WHERE id = ?",
                (position.paragraph, position.offset, article_id),
            )

    # bookmarks

    def add_bookmark(self, article_id: str, claim: Claim, words: str, speaker: str | None) -> Bookmark:
        """Mark a claim of a kept article; a claim that is marked already keeps its bookmark.

        `words` are the claim's words as they read, `speaker` the name of who makes it.
        """
        with self._change() as connection:
            row = connection.execute(
                'INSERT INTO bookmarks (article, paragraph, start, "end", words, speaker, certainty, created)'
                " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM articles WHERE id = ?"
                ' ON CONFLICT (article, start, "end") DO UPDATE SET id = id RETURNING id',
                (claim.paragraph, claim.start, claim.end, words, speaker, claim.certainty, _now(), article_id),
            ).fetchone()
            if row is None:
                raise LibraryError("The claim can't be marked: its article is not in the library. Open it again first.")
            return self._bookmark(row["id"])

    def remove_bookmark(self, bookmark_id: int) -> None:
        with self._change() as connection:
            connection.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark_id,))

    def restore_bookmark(self, bookmark: Bookmark) -> Bookmark:
        """Put a removed bookmark back as it was. Raises `LibraryError` when its article is gone."""
        with self._change() as connection:
            done = connection.execute(
                "INSERT OR REPLACE INTO bookmarks"
                ' (id, article, paragraph, start, "end", words, speaker, certainty, created)'
                " SELECT ?, id, ?, ?, ?, ?, ?, ?, ? FROM articles WHERE id = ?",
                (
                    bookmark.id, bookmark.paragraph, bookmark.start, bookmark.end, bookmark.words, bookmark.speaker,
                    bookmark.certainty, bookmark.created.isoformat(), bookmark.article,
                ),
            )  # fmt: skip
            if done.rowcount < 1:
                raise LibraryError("The bookmark can't be put back: its article is not in the library any more.")
            return self._bookmark(bookmark.id)

    def bookmarks(self, article_id: str | None = None) -> list[Bookmark]:
        """The bookmarks of one article in the order of its text, or of all, the last opened article first."""
        if article_id is None:
            rows = self._all(_BOOKMARK + ' ORDER BY a.opened DESC, a.id, b.start, b."end"')
        else:
            rows = self._all(_BOOKMARK + ' WHERE b.article = ? ORDER BY b.start, b."end"', article_id)
        return [_as_bookmark(row) for row in rows]

    def _bookmark(self, bookmark_id: int) -> Bookmark:
        return _as_bookmark(self._connection.execute(_BOOKMARK + " WHERE b.id = ?", (bookmark_id,)).fetchone())

    # the file

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with self._lock, database.change(self._connection, self.file):
            yield self._connection

    def _all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock, database.telling(self.file):
            return self._connection.execute(sql, values).fetchall()

    def _one(self, sql: str, *values: Any) -> sqlite3.Row | None:
        return next(iter(self._all(sql, *values)), None)


def _as_bookmark(row: sqlite3.Row) -> Bookmark:
    return msgspec.convert(dict(row), Bookmark, strict=False)


def _analysis_key(
    article_id: str, pipeline: Pipeline, extractor: str, published: date | None
) -> tuple[str, str, str, str, str]:
    return article_id, pipeline.name, pipeline.version, extractor, _iso(published) or ""


def _first_words(article: Article) -> str:
    first = article.paragraphs[0] if article.paragraphs else None
    words = article.text[first.start : first.start + 4 * _FIRST_WORDS] if first else article.text[: 4 * _FIRST_WORDS]
    line = clean_line(words)
    return line if len(line) <= _FIRST_WORDS else line[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def _pack(data: bytes) -> bytes:
    return zlib.compress(data, 6)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
