"""The analysis in a child process, so that the screen never waits for it and quitting needs no waiting either."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import ClassVar

import msgspec

from briefing.article import Article
from briefing.findings import Briefing


class Report(msgspec.Struct, frozen=True):
    """One line of the child: progress (`stage`, `share` of the whole), or one of `partial`, `briefing` and `error`.

    The article of a `partial` briefing has no text.
    """

    stage: str | None = None
    share: float = 0.0
    partial: Briefing | None = None
    briefing: Briefing | None = None
    error: str | None = None


class AnalysisProcess:
    """A running analysis. `report` is called from a thread of its own, with a final briefing or error last.

    Raises `OSError` when the child can't be started.
    """

    MODULE: ClassVar[str] = "briefing.extract"

    def __init__(
        self, article: Article, pipeline: str | None, report: Callable[[AnalysisProcess, Report], None]
    ) -> None:
        self.article = article
        self._report = report
        self._requests: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()  # None after the last
        self._ended = False
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", self.MODULE],  # -P: the current folder may hold a spacy.py
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # ctrl+c in the terminal is the reader's, not the child's
        )
        self._requests.put(msgspec.json.encode({"article": article, "pipeline": pipeline}) + b"\n")
        self._begin()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def kill(self) -> None:
        """End the child now; nothing more is reported."""
        self._ended = True
        self._child.kill()
        self._requests.put(None)

    def _begin(self) -> None:
        """The child is there: nothing else will be asked of it."""
        self._requests.put(None)

    def _listen(self) -> None:
        child = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        last = False
        while (request := self._requests.get()) is not None:
            with suppress(OSError):  # a child that has ended says why in what it wrote
                child.stdin.write(request)
                child.stdin.flush()
        try:
            for line in child.stdout:
                report = msgspec.json.decode(line, type=Report)
                last = report.briefing is not None or report.error is not None
                if not self._ended:
                    self._report(self, report)
        except (OSError, msgspec.DecodeError):
            pass
        code = child.wait()
        if not last and not self._ended:
            self._report(self, Report(error=f"The analysis ended before it was done (status {code})."))


class RedatingProcess(AnalysisProcess):
    """An analysis that loads now and waits for the day of publication to count from."""

    MODULE = "briefing.redating"

    def count_from(self, published: date) -> None:
        """Analyse the article as one of this day; `article` is that one from now on."""
        self.article = msgspec.structs.replace(self.article, published=published)
        self._requests.put(msgspec.json.encode({"published": published}) + b"\n")
        self._requests.put(None)

    def _begin(self) -> None:
        """The day is still to come."""
