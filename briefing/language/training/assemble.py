"""Puts the trained parts together into one pipeline on disk, with a lean vocabulary and an honest meta.json."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
import srsly

from briefing.language import article_names, blas, tokenizer, universal_pipe  # noqa: F401  (they register pipes)
from briefing.language.quantities import LABELS
from briefing.language.training.base import customise_tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "0.2.1"
LICENSE = "CC BY-SA 4.0"
BATCH = 128
"""Paragraphs at a time: more are no quicker and take memory."""
SYNTAX_PIPES = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")


def assemble(base: Path, syntax: Path, entities: Path) -> Language:
    """The pipeline of the parser, the entity recogniser and the rules for numbers and dates."""
    nlp = spacy.load(base, config={"nlp": {"tokenizer": {"@tokenizers": "briefing.Tokenizer.v1"}}})
    parser, recogniser = spacy.load(syntax), spacy.load(entities)
    for name in SYNTAX_PIPES:
        nlp.add_pipe(name, source=parser)
    nlp.add_pipe("briefing_universal")
    nlp.add_pipe("ner", source=recogniser)
    nlp.add_pipe("briefing_quantities")
    nlp.add_pipe("briefing_article_names")
    nlp.add_pipe("briefing_blas")
    nlp.config["nlp"]["batch_size"] = BATCH  # what `nlp.batch_size` is when it is loaded
    return nlp


def save(nlp: Language, output: Path, measured: dict[str, Any]) -> None:
    """Write the pipeline with its meta.json; the string store keeps only what the parts need to name.

    `measured`: "performance" as spaCy's own pipelines have it, and "scores" with the corpus that each is on.
    """
    nlp.meta.update({**_meta(), **measured})
    nlp.to_disk(output)
    srsly.write_json(output / "vocab" / "strings.json", sorted(needed_strings(nlp)))


def needed_strings(nlp: Language) -> set[str]:
    """Strings that labels, lemma rules and tokenizer name; the feature vectors find words by their hashes."""
    blank = spacy.blank("en")
    customise_tokenizer(blank)
    strings = set(blank.vocab.strings)
    for name in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            if isinstance(label, str):  # the lemmatizer's are numbers of trees
                strings |= {label, *label.split("||"), *label.split("|"), *label.replace("|", "=").split("=")}
    trees = nlp.get_pipe("trainable_lemmatizer").trees.to_bytes()  # type: ignore[attr-defined]
    store = nlp.vocab.strings
    by_key = {store[string]: string for string in store}
    strings |= {by_key[key] for key in _integers(srsly.msgpack_loads(trees)) & by_key.keys()}
    for token in nlp.vocab.lookups.get_table("lexeme_norm").values():
        strings.add(token if isinstance(token, str) else store[token])
    strings.discard("")
    return strings


def _integers(value: Any) -> set[int]:
    if isinstance(value, bytes):
        return _integers(srsly.msgpack_loads(value))
    if isinstance(value, dict):
        return {n for inner in value.values() for n in _integers(inner)}
    if isinstance(value, (list, tuple)):
        return {n for inner in value for n in _integers(inner)}
    return {value} if isinstance(value, int) and not isinstance(value, bool) else set()


def _meta() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("data", "sources.toml").read_text(encoding="utf-8")
    return {
        "lang": "en",
        "name": "news",
        "version": VERSION,
        "description": (
            "English news pipeline of Briefing: Penn tags, Universal Dependencies labels, lemmas, named entities. "
            "Names (PERSON, NORP, ORG, GPE, LOC, FAC, PRODUCT, EVENT, WORK_OF_ART, LAW, LANGUAGE) are learned; "
            f"{', '.join(LABELS)} come from rules."
        ),
        "author": "the Briefing project",
        "email": "",
        "url": "",
        "license": LICENSE,
        "sources": tomllib.loads(text)["sources"],
        "labels_by_rule": list(LABELS),
        "training": "briefing pipeline train --corpora DIR",
    }
