"""Writes the outcomes of a batch as JSON lines, with progress and failures on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from briefing.batch.run import Outcome
from briefing.clean import clean_line
from briefing.errors import UsageError


def write_lines(outcomes: Iterable[Outcome], total: int, output: str | None, messages: TextIO | None = None) -> int:
    """Write each briefing as a line, in order; returns how many articles failed.

    A file is written beside its name, as NAME.part, and gets its name when it is complete: an
    interrupted run leaves the part. Raises `UsageError` when it can't be written.
    """
    progress = _Progress(total, messages or sys.stderr)
    if output is None or output == "-":
        if sys.stdout is None:
            raise UsageError("Standard output is closed. Name a file with -o.")
        return _write(outcomes, sys.stdout.buffer, progress)
    path = Path(output)
    special = path.exists() and not path.is_file()  # a device or a pipe can't be renamed to
    part = path if special else path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            failed = _write(outcomes, file, progress)
        if not special:
            part.replace(path)
    except OSError as error:
        why = clean_line(error.strerror or str(error))
        raise UsageError(f"{clean_line(output)} can't be written: {why}. Name another file with -o.") from error
    except KeyboardInterrupt:
        progress.interrupted(part)
        raise
    return failed


def _write(outcomes: Iterable[Outcome], file: BinaryIO, progress: _Progress) -> int:
    for outcome in outcomes:
        if outcome.line is not None:
            file.write(outcome.line + b"\n")
            file.flush()
        progress.step(outcome)
    return progress.close()


class _Progress:
    """Counts on standard error: one line that changes on a terminal, one every ten seconds elsewhere."""

    def __init__(self, total: int, messages: TextIO) -> None:
        self._total, self._messages = total, messages
        self._live = messages.isatty()
        self._done = self._failed = 0
        self._started = self._told = time.monotonic()

    def step(self, outcome: Outcome) -> None:
        self._done += 1
        if outcome.error is not None:
            self._failed += 1
            self._say(f"briefing: {clean_line(outcome.error)}")
        now = time.monotonic()
        if self._live and now - self._told > 0.1:
            print(f"\r\x1b[K{self._counts()}, {clean_line(Path(outcome.path).name)[:40]}", end="", file=self._messages)
            self._messages.flush()
            self._told = now
        elif not self._live and now - self._told > 10:
            self._say(self._counts())
            self._told = now

    def close(self) -> int:
        self._say(self._counts())
        return self._failed

    def interrupted(self, part: Path) -> None:
        self._say(f"{self._counts()}. Interrupted; what was done is in {clean_line(str(part))}.")

    def _counts(self) -> str:
        failed = f", {self._failed} failed" if self._failed else ""
        return f"{self._done}/{self._total} articles{failed}, {time.monotonic() - self._started:.1f} s"

    def _say(self, line: str) -> None:
        print(("\r\x1b[K" if self._live else "") + line, file=self._messages, flush=True)
