"""The analysis as a process of its own: `python -m briefing.extract`.

One JSON line {"article", "pipeline"} on standard input; on standard output one JSON object a line,
{"stage", "share"}, {"partial": Briefing}, and last {"briefing": Briefing} or {"error": str}. A partial
one comes without the article's text, which who asked has. It ends when its standard input is closed,
so that it never outlives who asked.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any, BinaryIO

import msgspec

from briefing.article import Article
from briefing.errors import AnalysisError, BriefingError
from briefing.findings import Briefing


class Request(msgspec.Struct, frozen=True):
    """What is to be analysed, and the pipeline to do it with (None: the one that comes with Briefing)."""

    article: Article
    pipeline: str | None = None


# Shares of the whole that pass before the article is read, on a laptop with a page or two of text.
IMPORTED = 0.35
LOADED = 0.7


def main() -> int:
    """Serve one request; 0 when the analysis was made."""
    out = _private_stdout()
    try:
        request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
        done = threading.Event()
        threading.Thread(target=_end_with_stdin, args=(done,), daemon=True).start()
        briefing = _analyse(request, out)
        done.set()
        _send(out, briefing=briefing)
    except BriefingError as error:
        _send(out, error=str(error))
        return error.exit_code
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it was, the reader gets one line and the log the rest
        from briefing import crash

        _send(out, error=str(AnalysisError(f"The analysis failed ({type(error).__name__}). {crash.log(error)}")))
        return 1
    return 0


def _analyse(request: Request, out: BinaryIO) -> Briefing:
    def tell(stage: str, share: float) -> None:
        _send(out, stage=stage, share=round(LOADED + share * (1 - LOADED), 3))

    _send(out, stage="loading", share=0.02)
    import spacy  # noqa: F401 - half of the time to load goes here; the screen shows that it passed

    _send(out, stage="loading", share=IMPORTED)
    from briefing.extract import analyse
    from briefing.language import load_pipeline

    nlp = load_pipeline(request.pipeline)
    _send(out, stage="loading", share=LOADED)
    bare = msgspec.structs.replace(request.article, text="", paragraphs=())

    def show(partial: Briefing) -> None:
        _send(out, partial=msgspec.structs.replace(partial, article=bare))

    return analyse(request.article, nlp, tell, show)


def _send(out: BinaryIO, **message: Any) -> None:
    out.write(msgspec.json.encode(message) + b"\n")
    out.flush()


def _private_stdout() -> BinaryIO:
    """Standard output for the messages alone: whatever else a library prints goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _end_with_stdin(done: threading.Event) -> None:
    while os.read(0, 4096):
        pass
    os._exit(0 if done.is_set() else 1)


if __name__ == "__main__":
    # no garbage collection and teardown of a loaded pipeline: all is said
    status = main()
    sys.stderr.flush()
    os._exit(status)
