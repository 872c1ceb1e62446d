"""The analysis from another day of publication, by a process that has loaded before the day is known.

`python -m briefing.redating` gets one JSON line {"article", "pipeline"}, loads the pipeline and, if there is
time, reads the article once, which warms it; then a line {"published": "YYYY-MM-DD"}, which it answers with
one line, {"briefing": Briefing} or {"error": str}. It ends when its standard input is closed instead.

Most of an analysis of a news article goes into importing and loading, which can be done while the reader types.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from select import select
from typing import BinaryIO

import msgspec

from briefing.article import Article
from briefing.errors import AnalysisError, BriefingError
from briefing.findings import Briefing


class Preparation(msgspec.Struct, frozen=True):
    """What will be analysed, and the pipeline to do it with (None: the one that comes with Briefing)."""

    article: Article
    pipeline: str | None = None


class Day(msgspec.Struct, frozen=True):
    """The day that relative dates are to be counted from."""

    published: date


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the two."""

    briefing: Briefing | None = None
    error: str | None = None


def main() -> int:
    """Serve one day; 0 when the analysis was made or none was asked for."""
    requests = sys.stdin.buffer
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else a library prints goes to standard error
    try:
        briefing = _serve(requests)
    except BriefingError as error:
        return _send(out, Answer(error=str(error)))
    except Exception as error:  # noqa: BLE001 - whatever it was, the reader gets one line and the log the rest
        from briefing import crash

        why = AnalysisError(f"The analysis failed ({type(error).__name__}). {crash.log(error)}")
        return _send(out, Answer(error=str(why)))
    return _send(out, Answer(briefing=briefing)) if briefing is not None else 0


def _serve(requests: BinaryIO) -> Briefing | None:
    """The briefing for the day that was asked for; None when standard input was closed before."""
    wanted = msgspec.json.decode(requests.readline(), type=Preparation)
    from briefing import extract
    from briefing.language import load_pipeline

    nlp = load_pipeline(wanted.pipeline)
    if not select([requests], [], [], 0)[0]:  # nobody waits yet
        extract.analyse(wanted.article, nlp)
    line = requests.readline()
    if not line:
        return None
    day = msgspec.json.decode(line, type=Day)
    return extract.analyse(msgspec.structs.replace(wanted.article, published=day.published), nlp)


def _send(out: BinaryIO, answer: Answer) -> int:
    try:
        out.write(msgspec.json.encode(answer) + b"\n")
        out.flush()
    except BrokenPipeError:
        return 1
    return 0 if answer.error is None else 1


if __name__ == "__main__":
    # no garbage collection and teardown of a loaded pipeline: all is said
    status = main()
    sys.stderr.flush()
    os._exit(status)
