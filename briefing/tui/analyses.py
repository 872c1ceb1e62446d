"""The analysis that runs behind the reader, and one that is kept ready while the reader types a date."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from briefing.article import Article
from briefing.tui.analysis_process import AnalysisProcess, RedatingProcess, Report


class Analyses:
    """At most one analysis runs. `hand_over` gets its reports, in a thread of their own."""

    def __init__(self, pipeline: str | None, hand_over: Callable[[AnalysisProcess, Report], None]) -> None:
        self._pipeline = pipeline
        self._hand_over = hand_over
        self._running: AnalysisProcess | None = None
        self._ready: RedatingProcess | None = None
        self._started = 0.0

    @property
    def seconds(self) -> float:
        """Since the last analysis was asked for."""
        return time.monotonic() - self._started

    def runs(self, process: AnalysisProcess) -> bool:
        """Whether this is the analysis that is waited for."""
        return process is self._running

    def start(self, article: Article) -> None:
        """Analyse an article. Raises `OSError` when that can't be started."""
        self._started = time.monotonic()
        self._running = AnalysisProcess(article, self._pipeline, self._hand_over)

    def get_ready(self, article: Article) -> None:
        """A date for the article may come soon: load what it will need."""
        self.forget_ready()
        with suppress(OSError):
            self._ready = RedatingProcess(article, self._pipeline, self._hand_over)

    def forget_ready(self) -> None:
        """No date came, or it needs no analysis."""
        if self._ready is not None:
            self._ready.kill()
            self._ready = None

    def count_from(self, published: date) -> bool:
        """Have the analysis that was kept ready count dates from this day; False where there is none."""
        if self._ready is None:
            return False
        self._started = time.monotonic()
        self._ready.count_from(published)
        self._running, self._ready = self._ready, None
        return True

    def ended(self) -> None:
        """The analysis that ran has reported all that it had."""
        self._running = None

    def stop(self) -> None:
        """End what runs; it reports nothing more."""
        if self._running is not None:
            self._running.kill()
            self._running = None
