"""Measures a pipeline on annotated corpora: `evaluate` runs every measure whose corpus is there.

Nothing here trains anything; some of the corpora are licensed for evaluation only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language


class Score(NamedTuple):
    """One figure: percent, over so many items (words, entities, sentences) of a corpus."""

    corpus: str
    measure: str
    value: float
    items: int


def evaluate(nlp: Language, corpora: Path, annotations: Path) -> Iterator[Score]:
    """The scores of a pipeline on the corpora of a folder and on the project's own held-out annotation.

    `corpora` holds `worldwide-newswire/dev`, `uner-ewt/dev.iob2`, `ud-ewt/dev.conllu`, `ud-gum/open-dev.conllu`, `gmb`,
    `re3d`; a corpus that is not there is left out. Scores come as they are measured.
    """
    from briefing.language.evaluation import names, parses, speech

    for measure in (names.scores, parses.scores, speech.scores):
        yield from measure(nlp, corpora, annotations)
