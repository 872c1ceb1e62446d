"""Analyses a list of articles, here or on several processes, and gives the results in their order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing.clean import clean_line
from briefing.errors import AnalysisError, BriefingError

if TYPE_CHECKING:
    from spacy.language import Language

_AHEAD = 4  # articles a worker that wait for it, or for one before them to be written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: its briefing as one line of JSON, or why there is none."""

    path: str
    line: bytes | None
    error: str | None = None


def analyse_all(
    paths: Sequence[str], *, published: date | None = None, pipeline: str | None = None, workers: int = 1
) -> Iterator[Outcome]:
    """The outcome for each path, in order. `published` replaces the articles' own dates.

    One worker works in this process; each of several loads the pipeline once. An article that can't
    be read or analysed is an outcome with an error. Raises `PipelineError` at once when there is no
    such pipeline, and `AnalysisError` when a worker dies.
    """
    from briefing import language

    language.pipeline_identity(pipeline)  # fails here, once, before anything is written or started
    if workers <= 1 or len(paths) <= 1:
        return _in_this_process(paths, published, pipeline)
    return _on_processes(paths, published, pipeline, min(workers, len(paths)))


def _in_this_process(paths: Sequence[str], published: date | None, pipeline: str | None) -> Iterator[Outcome]:
    from briefing import language

    nlp = language.load_pipeline(pipeline)
    for path in paths:
        yield _analysed(path, nlp, published)


def _on_processes(
    paths: Sequence[str], published: date | None, pipeline: str | None, workers: int
) -> Iterator[Outcome]:
    os.environ["PYTHONSAFEPATH"] = "1"  # the current folder, where the articles are, may hold a pickle.py
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the workers share the cores, not each product
    executor = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start_worker, initargs=(pipeline, published)
    )
    waiting: deque[tuple[str, Future[Outcome]]] = deque()
    rest = iter(paths)
    try:
        while True:
            while len(waiting) < workers * _AHEAD and (path := next(rest, None)) is not None:
                waiting.append((path, executor.submit(_work, path)))
            if not waiting:
                break
            path, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool as error:
                raise AnalysisError(
                    f"A worker process ended while {clean_line(path)} or one after it was analysed. "
                    "Try fewer --workers: each needs some 400 MB of memory."
                ) from error
    finally:
        # whoever stops early does not wait for what is under way
        executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children() if waiting else ():
            process.terminate()


_nlp: Language | None = None  # a worker's own pipeline
_published: date | None = None


def _start_worker(pipeline: str | None, published: date | None) -> None:
    global _nlp, _published
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interrupt ends a worker without a traceback
    from briefing import language

    _nlp, _published = language.load_pipeline(pipeline), published


def _work(path: str) -> Outcome:
    assert _nlp is not None
    return _analysed(path, _nlp, _published)


def _analysed(path: str, nlp: Language, published: date | None) -> Outcome:
    from briefing import extract, findings, readers

    try:
        article = readers.read(path, published=published)
        return Outcome(path, findings.encode(extract.analyse(article, nlp)))
    except BriefingError as error:
        return Outcome(path, None, str(error))
    except Exception as error:  # noqa: BLE001 - one article must not end the run
        return Outcome(
            path, None, f"{clean_line(path)} can't be analysed: {type(error).__name__}: {clean_line(str(error))}"
        )
