"""What the library keeps, as plain structs, and how a bookmark finds its claim again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from briefing.findings import Certainty, Claim


class Position(msgspec.Struct, frozen=True):
    """Where reading stopped: the paragraph, and the code point at the top of the view."""

    paragraph: int
    offset: int


class Shelved(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the library as a list shows it. `paragraph` is where reading stopped, 0 at the start."""

    id: str
    title: str | None
    first_words: str
    publisher: str | None
    published: date | None
    path: str | None
    opened: datetime
    paragraph: int
    paragraphs: int
    bookmarks: int


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """A marked claim, with what a citation of it needs.

    Anchored by paragraph, offsets (code points of the article's text) and the quoted words, so that
    it outlives the analysis that it was made in. `article` is the article's id.
    """

    id: int
    article: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    path: str | None
    paragraph: int
    start: int
    end: int
    words: str
    speaker: str | None
    certainty: Certainty
    created: datetime


def match_claim(bookmark: Bookmark, claims: Sequence[Claim]) -> Claim | None:
    """The claim of an analysis that a bookmark stands for.

    The same offsets, else the claim of the same paragraph that shares most with them (Jaccard over
    code points); None when none shares anything.
    """
    best: Claim | None = None
    most = 0.0
    for claim in claims:
        if (claim.start, claim.end) == (bookmark.start, bookmark.end):
            return claim
        if claim.paragraph != bookmark.paragraph:
            continue
        shared = min(claim.end, bookmark.end) - max(claim.start, bookmark.start)
        share = shared / (max(claim.end, bookmark.end) - min(claim.start, bookmark.start) or 1)
        if share > most:
            best, most = claim, share
    return best
