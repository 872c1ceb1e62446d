"""What a pipeline's meta.json says, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.clean import clean_line

_FACTS = (
    ("description", "about"),
    ("license", "licence"),
    ("author", "author"),
    ("url", "url"),
    ("spacy_version", "spaCy"),
)
_SCORES = (
    "tag_acc",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_uas",
    "dep_las",
    "sents_f",
    "ents_p",
    "ents_r",
    "ents_f",
)


def render(meta: Mapping[str, Any]) -> bytes:
    """Name, version, licence, labels, scores and sources of a pipeline, as lines of text."""
    return "".join(line + "\n" for line in _lines(meta)).encode()


def _lines(meta: Mapping[str, Any]) -> Iterator[str]:
    yield clean_line(f"{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')} {meta.get('version', '')}")
    for key, shown in _FACTS:
        if meta.get(key):
            yield f"{shown}: {clean_line(str(meta[key]))}"
    if meta.get("pipeline"):
        yield f"components: {clean_line(', '.join(map(str, meta['pipeline'])))}"
    labels = meta.get("labels")
    for component in ("ner", "entity_ruler", "parser"):
        if isinstance(labels, Mapping) and labels.get(component):
            yield f"labels of {component}: {clean_line(', '.join(map(str, labels[component])))}"
    yield from _scores(meta.get("performance"))
    yield from _scores_by_corpus(meta.get("scores"))
    if meta.get("training"):
        yield f"trained with: {clean_line(str(meta['training']))}"
    for source in meta.get("sources") or ():
        yield f"source: {_source(source)}"
    for key in ("notes", "note"):
        if meta.get(key):
            yield f"note: {clean_line(str(meta[key]))}"


def _scores(performance: object) -> Iterator[str]:
    if not isinstance(performance, Mapping):
        return
    told = [(key, performance[key]) for key in _SCORES if isinstance(performance.get(key), int | float)]
    told += [
        (k, v) for k, v in performance.items() if k not in _SCORES and isinstance(v, float) and not k.endswith("_loss")
    ]
    for key, value in told:
        yield f"score {clean_line(str(key))}: {value:.3f}"


def _scores_by_corpus(scores: object) -> Iterator[str]:
    """Rows of corpus, measure, value in percent and number of items, as `briefing pipeline evaluate` measures them."""
    for row in scores if isinstance(scores, list | tuple) else ():
        if isinstance(row, Mapping) and isinstance(row.get("value"), int | float):
            yield clean_line(f"score on {row.get('corpus')}: {row.get('measure')} {row['value']:.1f}")


def _source(source: object) -> str:
    if isinstance(source, Mapping):
        parts = (
            source.get("name"),
            source.get("license") or source.get("licence"),
            source.get("author"),
            source.get("url"),
        )
        return "; ".join(clean_line(str(part)) for part in parts if part)
    return clean_line(str(source))
