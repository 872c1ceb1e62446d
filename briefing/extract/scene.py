"""Where a token stands: its sentence, whether inside a quotation and whose, as lists made once an article."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.relations import Relation
from briefing.language import Reading


@dataclass(frozen=True, slots=True)
class Scene:
    """By token: `sentence` counts sentences from 0; `quote` is the number of the relation in whose quoted
    content it stands, or -1. `source_of`: the relation whose source begins with a token; `speaking`: all tokens of
    the sources of speech."""

    sentence: list[int]
    quote: list[int]
    source_of: dict[int, int]
    speaking: set[int]


def scene(reading: Reading, relations: tuple[Relation, ...]) -> Scene:
    """The scene of an article; a token is quoted where quotation marks enclose it within a relation's content."""
    sentence, number = [], -1
    for starts in reading.columns.starts:
        number += starts or number < 0
        sentence.append(number)
    quote = [-1] * len(sentence)
    marks = _quoted(reading)
    source_of: dict[int, int] = {}
    speaking: set[int] = set()
    for index, relation in enumerate(relations):
        if relation.source is not None:
            source_of.setdefault(relation.source[0], index)
            says = sum(last - first for first, last in relation.content) > 2  # more than "to comment"
            speaking.update(range(*relation.source) if relation.speech and says else ())
        if relation.kind == "indirect":
            continue
        for first, last in relation.content:
            for at in range(first, last):
                if relation.kind == "direct" or marks[at]:
                    quote[at] = index
    return Scene(sentence, quote, source_of, speaking)


def _quoted(reading: Reading) -> list[bool]:
    """Whether a token stands between quotation marks, paired within its paragraph."""
    words, inside = reading.columns.lowers, [False] * len(reading.doc)
    for _, first, last in reading.paragraphs:
        opened = False
        for at in range(first, last):
            text = words[at]
            if text in ("“", "``"):
                opened = True
            elif text in ("”", "''"):
                opened = False
            elif text == '"':
                opened = not opened
            inside[at] = opened
    return inside
