"""Named entities against the corpora that are kept for evaluation, by the classes of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from briefing.language.evaluation import Score
from briefing.language.training.entity_corpora import runs

if TYPE_CHECKING:
    from spacy.language import Language

Marks = set[tuple[int, int, str]]

# The nine classes of Worldwide English Newswire (Shan et al., Findings of EMNLP 2023) for spaCy's labels.
NEWSWIRE = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility", "NORP": "NORP",
    "PRODUCT": "Product", "MONEY": "Money", "DATE": "Date", "TIME": "Date", "EVENT": "Misc", "LAW": "Misc",
    "WORK_OF_ART": "Misc", "LANGUAGE": "Misc", "MISC": "Misc",
}  # fmt: skip
GROUPS = {
    "names": ("Person", "Organization", "Location"),
    "core": ("Person", "Organization", "Location", "NORP", "Date"),
    "all": tuple(dict.fromkeys(NEWSWIRE.values())),
}
# Universal NER (Mayhew et al., NAACL 2024) has three.
UNIVERSAL = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_WORD = re.compile(r"\w+")


def scores(nlp: Language, corpora: Path, annotations: Path) -> Iterator[Score]:
    """F of names, core and all on worldwide newswire (dev), and of names on UNER EWT (dev)."""
    folder = corpora / "worldwide-newswire" / "dev"
    if folder.is_dir():
        yield from newswire(nlp, folder)
    file = corpora / "uner-ewt" / "dev.iob2"
    if file.is_file():
        yield universal(nlp, file)


def newswire(nlp: Language, folder: Path) -> Iterator[Score]:
    """Scores over the articles of `folder` (tsv/NAME.tsv, text/NAME), each read as one text."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for file in sorted((folder / "text").iterdir()):
        text = file.read_text(encoding="utf-8-sig", errors="replace")
        first_line = text.partition("\n")[0].strip()
        body = len(text.partition("\n")[0]) + 1 if _ADDRESS.match(first_line) else 0
        gold = _comparable(text, _newswire_marks(text, folder / "tsv" / f"{file.name}.tsv"), body)
        ents = ((e.start_char, e.end_char, NEWSWIRE[e.label_]) for e in nlp(text).ents if e.label_ in NEWSWIRE)
        _count(found, gold, _comparable(text, ents, body))
    for name, labels in GROUPS.items():
        yield _f("worldwide newswire dev", f"{name} F", [found[label] for label in labels])


def universal(nlp: Language, file: Path) -> Score:
    """F of people, organizations and places on gold words."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for words, tags in _iob(file):
        doc = Doc(nlp.vocab, words=words)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        _count(
            found,
            set(runs(tags)),
            {(e.start, e.end, UNIVERSAL[e.label_]) for e in doc.ents if e.label_ in UNIVERSAL},
        )
    return _f("UNER EWT dev", "names F", list(found.values()))


def _newswire_marks(text: str, tsv: Path) -> Marks:
    """The gold spans in code points of the text; tokens that it lacks are passed over."""
    tokens, tags = [], []
    for line in tsv.read_text(encoding="utf-8", errors="replace").split("\n"):
        cells = line.split("\t")
        if len(cells) > 1 and cells[0].strip():
            tokens.append(cells[0].strip())
            tags.append(cells[1].strip())
    places: list[tuple[int, int] | None] = []
    at = 0
    for token in tokens:
        start = text.find(token, at, at + len(token) + 400)
        places.append((start, start + len(token)) if start >= 0 else None)
        at = start + len(token) if start >= 0 else at
    marks: Marks = set()
    for first, last, label in runs(tags):
        opening, closing = places[first], places[last - 1]
        if opening and closing:
            marks.add((opening[0], closing[1], label))
    return marks


def _comparable(text: str, marks: Iterable[tuple[int, int, str]], body: int) -> Marks:
    """Spans by their words, without a leading article and a closing possessive; those from `body` on."""
    kept: Marks = set()
    for start, end, label in marks:
        words = [(m.start() + start, m.end() + start, m[0].lower()) for m in _WORD.finditer(text[start:end])]
        while words and words[0][2] in ("the", "a", "an"):
            words.pop(0)
        if len(words) > 1 and words[-1][2] == "s":
            words.pop()
        if words and start >= body:
            kept.add((words[0][0], words[-1][1], label))
    return kept


def _iob(file: Path) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*file.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split("\t")
        if len(cells) > 2 and not line.startswith("#"):
            words.append(cells[1])
            tags.append(cells[2])
        elif not line and words:
            yield words, tags
            words, tags = [], []


def _count(found: dict[str, list[int]], gold: Marks, ours: Marks) -> None:
    for label in {mark[2] for mark in gold | ours}:
        of_gold = {mark for mark in gold if mark[2] == label}
        of_ours = {mark for mark in ours if mark[2] == label}
        for i, marks in enumerate((of_gold & of_ours, of_ours, of_gold)):
            found[label][i] += len(marks)


def _f(corpus: str, measure: str, counts: list[list[int]]) -> Score:
    right, ours, gold = (sum(count[i] for count in counts) for i in range(3))
    return Score(corpus, measure, 200 * right / max(ours + gold, 1), gold)
