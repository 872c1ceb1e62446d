"""Scores of a finished pipeline on the held-out parts, for its meta.json."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import DocBin
from spacy.training import Example

from briefing.language.evaluation import evaluate
from briefing.language.training.entity_data import by_hand

if TYPE_CHECKING:
    from spacy.language import Language

_SYNTAX = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_p", "sents_r", "sents_f")
_ENTITIES = ("ents_p", "ents_r", "ents_f", "ents_per_type")


def measure(nlp: Language, corpora: Path, syntax_dev: Path, annotations: Path | None) -> dict[str, Any]:
    """spaCy's scores ("performance": syntax on the treebanks' dev parts as raw text, names on the held-out passages
    annotated by hand), and those of `briefing pipeline evaluate` ("scores"), each with its corpus."""
    docs = DocBin().from_disk(syntax_dev).get_docs(nlp.vocab)
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    with nlp.select_pipes(disable=["ner", "briefing_quantities", "briefing_article_names"]):
        scores = nlp.evaluate(examples)
    performance = {key: scores.get(key) for key in _SYNTAX}
    if annotations is None:
        return {"performance": performance}
    with nlp.select_pipes(disable=["briefing_quantities"]):  # numbers are marked otherwise there
        names = nlp.evaluate(list(_held_out(nlp, annotations)))
    performance |= {key: names.get(key) for key in _ENTITIES}
    rows = [score._asdict() for score in evaluate(nlp, corpora, annotations)]
    return {"performance": performance, "scores": rows}


def _held_out(nlp: Language, annotations: Path) -> Iterator[Example]:
    for passage in by_hand(annotations)[1]:
        doc = nlp.make_doc(passage.text)
        spans = [doc.char_span(s, e, label, alignment_mode="expand") for s, e, label in passage.spans]
        doc.set_ents([span for span in spans if span is not None])
        yield Example(nlp.make_doc(passage.text), doc)
