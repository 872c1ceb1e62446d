"""Names out of the entity annotation of GUM (`Entity=` in MISC), which marks every mention, nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.language.training.data_files import data_lines
from briefing.language.training.entity_corpora import Passage
from briefing.language.training.entity_labels import MISSING, label_of, without_titles
from briefing.language.training.gazetteer import MONTHS, WEEKDAYS
from briefing.language.training.treebank import Sentence, read_conllu

_CONNECTORS = frozenset(("of", "the", "for", "and", "&", "-", "de", "la", "al", "on", "'s", "’s"))
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS, *data_lines("titles.txt")))


def read_gum(path: Path) -> Iterator[Passage]:
    """The sentences of GUM with named mentions; other proper nouns are undecided."""
    for sentence in read_conllu(path):
        text, places = _text(sentence)
        spans: list[tuple[int, int, str]] = []
        taken: set[int] = set()
        for first, last, kind, head in sorted(_mentions(sentence), key=lambda m: m[0] - m[1]):
            run = _name(sentence, first, last, head, kind)
            if run is None or taken & set(run):
                continue
            start, end = places[run.start][0], places[run.stop - 1][1]
            label = label_of("gum", kind, text[start:end]) or MISSING
            spans.append((start, end, label))
            taken |= set(run)
        for i, word in enumerate(sentence.words):
            if word.upos == "PROPN" and i not in taken and word.form not in _NO_NAMES:
                spans.append((*places[i], MISSING))
        yield Passage(text, sorted(spans), sentence.document)


def _text(sentence: Sentence) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for word in sentence.words:
        places.append((len(text), len(text) + len(word.form)))
        text += word.form + (" " if word.space else "")
    return text, places


def _mentions(sentence: Sentence) -> Iterator[tuple[int, int, str, int]]:
    """(first word, last word + 1, type, head word) of the mentions of a sentence."""
    open_marks: dict[str, list[tuple[int, list[str]]]] = {}
    rows = [line.split("\t") for line in sentence.lines if line[:1] not in ("#", "")]
    words = [row for row in rows if row[0].isdigit()]
    for i, row in enumerate(words):
        value = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            fields = piece.strip("()").split("-")
            if piece.startswith("("):
                open_marks.setdefault(fields[0], []).append((i, fields))
            if piece.endswith(")") and open_marks.get(fields[0]):
                start, opened = open_marks[fields[0]].pop()
                if len(opened) > 5:
                    core = [start + int(n) - 1 for n in opened[5].split(",") if n.isdigit()]
                    if core and all(_proper(sentence, n) or sentence.words[n].form in _CONNECTORS for n in core):
                        yield start, i + 1, opened[1], core[0]


def _name(sentence: Sentence, first: int, last: int, head: int, kind: str) -> range | None:
    """The run of proper nouns around the head of a mention, without titles; None if the head is none."""
    words = sentence.words
    if not _proper(sentence, head):
        return None

    def proper(i: int) -> bool:
        return first <= i < last and _proper(sentence, i)

    def joins(i: int) -> bool:
        return first <= i < last and words[i].form in _CONNECTORS and (kind != "person" or words[i].form == "-")

    start, end = head, head + 1
    while proper(start - 1) or (joins(start - 1) and proper(start - 2)):
        start -= 1
    while proper(end) or (joins(end) and proper(end + 1)):
        end += 1
    if kind == "person":
        start += without_titles([w.form for w in words[start:end]])
    return range(start, end) if start < end else None


def _proper(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.words) and (sentence.words[i].upos == "PROPN" or sentence.words[i].xpos in ("NNP", "NNPS"))
