"""The library on this machine, in SQLite: articles read, analyses kept, positions, bookmarks."""

from __future__ import annotations

from briefing.library.records import Bookmark, Position, Shelved, match_claim
from briefing.library.shelf import Library

__all__ = ["Bookmark", "Library", "Position", "Shelved", "match_claim"]
