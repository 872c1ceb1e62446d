"""The reader's app for tests: on the invented article, with a library of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from sample import briefing
from textual.pilot import Pilot

from briefing.article import Article
from briefing.findings import Briefing
from briefing.library import Library
from briefing.tui.analysis_process import Report
from briefing.tui.app import BriefingApp

WIDE, MEDIUM, NARROW = (120, 36), (80, 24), (40, 12)


@dataclass
class Reading:
    """A running reader, and what is on its screen."""

    app: BriefingApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def status(self) -> str:
        return str(self.app.reader.status.render()).strip()

    def told(self, words: str) -> bool:
        """Whether the reader was told so, in the status line or in a corner."""
        return words in self.status or any(words in note.message for note in self.app._notifications)

    @property
    def header(self) -> str:
        return str(self.app.reader.header.render()).strip()

    @property
    def screen(self) -> str:
        """The rows of the terminal."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width] for strip in strips[:height])

    def lit(self) -> list[str]:
        """The words that are lit up."""
        text = self.app.reader.text
        return [text.source[lit.start : lit.end] for lit in text.highlights.of("lit")]


@asynccontextmanager
async def reading(
    found: Briefing | None = None,
    *,
    article: Article | None = None,
    size: tuple[int, int] = WIDE,
    library: Library | None = None,
    **more: Any,
) -> AsyncIterator[Reading]:
    """The reader with a filled article; with `article` one that is still to be analysed."""
    found = found or (None if article else briefing())
    shown = article or (found.article if found else None)
    app = BriefingApp(shown, briefing=found, library=library, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)


def library(folder: Path) -> Library:
    return Library(folder / "library.sqlite3")


class FakeAnalysis:
    """Stands in for the child process; the test says what it reports."""

    made: ClassVar[list[FakeAnalysis]] = []

    def __init__(self, article: Article, pipeline: str | None, report: Callable[[FakeAnalysis, Report], None]) -> None:
        self.article = article
        self.pipeline = pipeline
        self.killed = False
        self.asked: date | None = None
        self._report = report
        FakeAnalysis.made.append(self)

    def report(self, **what: Any) -> None:
        self._report(self, Report(**what))

    def count_from(self, published: date) -> None:
        self.article = msgspec.structs.replace(self.article, published=published)
        self.asked = published

    def kill(self) -> None:
        self.killed = True
