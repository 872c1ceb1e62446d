"""Who is the subject of a speech verb, in real news sentences half of which are inverted ("...," said X).

`speech-sentences.tsv` names the sentences by corpus, document and code points and marks verb and subject; their
words stay in the corpora. None of them trains the parser.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.language.evaluation import Score
from briefing.language.training.entity_corpora import gmb_texts
from briefing.language.training.treebank import read_conllu

if TYPE_CHECKING:
    from spacy.language import Language

FILE = "speech-sentences.tsv"


class Marked(NamedTuple):
    """A sentence in its document, with code points of the document: where it, its verb and its subject stand."""

    inverted: bool
    corpus: str
    document: str
    sentence: tuple[int, int]
    verb: int
    subject: tuple[int, int]


def scores(nlp: Language, corpora: Path, annotations: Path) -> Iterator[Score]:
    """The share of speech verbs with the right subject; "inverted": of those that stand before it."""
    if not (annotations / FILE).is_file():
        return
    right: Counter[bool] = Counter()
    count: Counter[bool] = Counter()
    for marked in read_marked_speech(annotations / FILE):
        text = text_of(corpora, marked.corpus, marked.document)
        if text is None:
            continue
        count[marked.inverted] += 1
        right[marked.inverted] += finds_subject(nlp, text, marked)
    if count:
        total = sum(count.values())
        yield Score("news speech sentences", "speech subjects", 100 * sum(right.values()) / total, total)
        yield Score("news speech sentences", "inverted", 100 * right[True] / max(count[True], 1), count[True])


def finds_subject(nlp: Language, text: str, marked: Marked) -> bool:
    """Whether the verb has a subject, and that within the annotated noun phrase."""
    start, end = marked.sentence
    for token in nlp(text[start:end]):
        if token.idx + start == marked.verb:
            subjects = [child.idx + start for child in token.children if child.dep_.split(":")[0] == "nsubj"]
            return bool(subjects) and all(marked.subject[0] <= at < marked.subject[1] for at in subjects)
    return False


def read_marked_speech(path: Path) -> Iterator[Marked]:
    """The rows of the file, but for comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, corpus, document, *numbers = line.split("\t")
            start, end, verb, first, last = map(int, numbers)
            yield Marked(kind == "inverted", corpus, document, (start, end), verb, (first, last))


def text_of(corpora: Path, corpus: str, document: str) -> str | None:
    """The text of a document (for gmb and gum a sentence); None if the corpus is not there."""
    match corpus.partition("/"):
        case ("newswire", _, _):
            file = corpora / "worldwide-newswire" / "dev" / "text" / document
            return file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else None
        case ("gmb", _, _):
            return _gmb(corpora)[int(document)] if (corpora / "gmb").is_dir() else None
        case ("gum", _, _):
            return _gum(corpora).get(document)
        case ("re3d", _, part):
            return _re3d(corpora / "re3d" / part / "documents.json").get(document)
    raise ValueError(f"no such corpus: {corpus}")


@cache
def _gmb(corpora: Path) -> list[str]:
    return gmb_texts(corpora)


@cache
def _gum(corpora: Path) -> dict[str, str]:
    files = [corpora / "ud-gum" / f"open-{part}.conllu" for part in ("train", "dev")]
    sentences = [s for file in files if file.is_file() for s in read_conllu(file)]
    return {s.name: "".join(w.form + " " * w.space for w in s.words).strip() for s in sentences}


@cache
def _re3d(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["_id"]: row["text"] for row in rows}
