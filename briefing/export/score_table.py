"""The scores of a pipeline on annotated corpora, as one table of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Score = tuple[str, str, float, int]
"""Corpus, measure, percent, how many items it was measured over."""

HEADER = f"{'corpus':28}{'measure':20}{'percent':>8}{'items':>10}\n"


def rows(scores: Iterable[Score]) -> Iterator[str]:
    """A line for each score, as it comes; the corpus is named once."""
    yield HEADER
    before = ""
    for corpus, measure, value, count in scores:
        yield f"{corpus if corpus != before else '':28}{measure:20}{value:8.1f}{count:10,}\n"
        before = corpus
