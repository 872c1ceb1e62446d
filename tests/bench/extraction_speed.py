"""What each extractor adds to the pipeline's time: `python tests/bench/extraction_speed.py TEXTS [--pipeline P] [--runs N]`.

TEXTS is a folder of plain-text articles. The pipeline parses each article as Briefing does, then the extractors run
over it; seconds of processor time over all articles, one thread, and their share of the pipeline's time, of the run
with the least share for attribution and actors (the rest is what else the machine did). "attribution and actors" are
the relations, the cast and the link between the two.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, ParamSpec, TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when NumPy is imported
os.environ.setdefault("OMP_NUM_THREADS", "1")

import briefing
from briefing import language
from briefing.extract import actors, attributions, claims, history, mentions, proxies, speakers

if TYPE_CHECKING:
    from spacy.language import Language

BOTH = ("attribution", "actors", "speakers")
Value = TypeVar("Value")
Arguments = ParamSpec("Arguments")


class Clock:
    """Seconds of processor time by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def time(
        self, name: str, call: Callable[Arguments, Value], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Value:
        """The value of a call, whose time is added to the name's."""
        start = process_time()
        value = call(*args, **named)
        self.seconds[name] += process_time() - start
        return value


def one_run(articles: list[briefing.Article], nlp: Language) -> Clock:
    """Every article once through the pipeline and the extractors."""
    clock = Clock()
    for article in articles:
        reading = clock.time("pipeline", language.read_article, article, nlp)
        found = clock.time("mentions", mentions.find, reading)
        relations = clock.time("attribution", attributions.find, reading)
        cast = clock.time("actors", actors.find, reading, found, relations)
        quotes, others = clock.time("speakers", speakers.link, reading, relations, cast)
        clock.time("claims", claims.find, reading, relations, quotes, others, cast)
        clock.time("history", history.find, reading, cast)
        clock.time("proxies", proxies.find, reading, cast, quotes, others)
    return clock


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--pipeline")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    articles = [briefing.read(path) for path in sorted(options.texts.glob("*.txt"))]
    one_run(articles[:3], nlp)  # tables and patterns are read on first use
    runs = [one_run(articles, nlp).seconds for _ in range(options.runs)]

    def share(run: dict[str, float]) -> float:
        return sum(run[name] for name in BOTH) / run["pipeline"]

    best = min(runs, key=share)
    for name, seconds in [*best.items(), ("attribution and actors", sum(best[name] for name in BOTH))]:
        print(f"{name:24} {seconds:7.2f} s {100 * seconds / best['pipeline']:6.1f} %")


if __name__ == "__main__":
    main()
