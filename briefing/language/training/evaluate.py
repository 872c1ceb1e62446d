"""Scores of a finished pipeline on the held-out parts, for its meta.json."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, DocBin
from spacy.training import Example

from briefing.language.quantities import LABELS
from briefing.language.training.entity_corpora import read_corrected
from briefing.language.training.entity_data import DEV_EVERY
from briefing.language.training.entity_labels import NAME_LABELS

if TYPE_CHECKING:
    from spacy.language import Language

_SYNTAX = (
    "tag_acc",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_uas",
    "dep_las",
    "dep_las_per_type",
    "sents_p",
    "sents_r",
    "sents_f",
)
_ENTITIES = ("ents_p", "ents_r", "ents_f", "ents_per_type")


def measure(nlp: Language, syntax_dev: Path, annotations: Path | None) -> dict[str, Any]:
    """spaCy's scores: syntax on the treebanks' dev parts as raw text, entities on held-out corrected sentences."""
    docs = DocBin().from_disk(syntax_dev).get_docs(nlp.vocab)
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    with nlp.select_pipes(disable=["ner", "briefing_quantities"]):
        scores = nlp.evaluate(examples)
    performance = {key: scores.get(key) for key in _SYNTAX}
    if annotations:
        entities = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in _held_out(nlp, annotations)])
        performance |= {key: entities.get(key) for key in _ENTITIES}
    return performance


def _held_out(nlp: Language, annotations: Path) -> Iterator[Doc]:
    labels = NAME_LABELS | frozenset(LABELS)
    for i, (_, passage) in enumerate(read_corrected(annotations, labels)):
        if i % DEV_EVERY == 0:
            doc = nlp.make_doc(passage.text)
            spans = [doc.char_span(s, e, label, alignment_mode="expand") for s, e, label in passage.spans]
            doc.set_ents([span for span in spans if span is not None])
            yield doc
