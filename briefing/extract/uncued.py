"""Quotations without a cue of their own that belong to whoever spoke just before them.

"Lee said the bill was dead. “Nobody wants it.”" has no second cue, and in "Lee said the bill was dead:
“Nobody wants it.”" one cue has two contents, of which only one is in his words.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.joined import whole
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import SHORT_RUN, Syntax

# Share of such quotations in PolNeAR train whose source is that of the attribution before (33 of 47).
_CONFIDENCE = 0.7


def split(syntax: Syntax, relation: Relation) -> list[Relation]:
    """A relation whose reported clause ends in ": “...”" as two, the clause and the quotation."""
    if relation.kind != "mixed" or len(relation.content) > 1:
        return [relation]
    first, last = relation.content[0]
    run = syntax.runs[syntax.run_of[last - 1]] if syntax.run_of[last - 1] >= 0 else None
    if run is None or run.words <= SHORT_RUN or run.first <= first + 3 or syntax.words[run.first - 1] != ":":
        return [relation]
    if any(syntax.run_of[t] >= 0 for t in range(first, run.first)):
        return [relation]
    return [
        replace(relation, content=((first, run.first - 1),), kind="indirect"),
        replace(relation, content=((run.first, last),), kind="direct", speech=True, certainty="reported"),
    ]


def claims_of(syntax: Syntax, relations: list[Relation]) -> list[bool]:
    """For each token, whether it stands in a relation's content."""
    claimed = [False] * len(syntax.words)
    for relation in relations:
        for first, last in relation.content:
            claimed[first:last] = [True] * (last - first)
    return claimed


def following(syntax: Syntax, relations: list[Relation]) -> list[Relation]:
    """One relation for each wholly quoted sentence that nobody claims, with the speaker of the one before."""
    claimed = claims_of(syntax, relations)
    speaker: dict[int, Relation] = {}
    for relation in relations:
        if relation.speech and relation.source is not None and relation.cue is not None:
            sentence = syntax.sentence_of[relation.cue[0]]
            if not _inside(relation, speaker.get(sentence)):
                speaker[sentence] = relation
    found: list[Relation] = []
    before: Relation | None = None
    for number, (first, last) in enumerate(syntax.sentences):
        if number and syntax.reading.numbers[first] != syntax.reading.numbers[first - 1]:
            before = before if _goes_on(syntax, number, before) else None
        before = speaker.get(number, before)
        run = syntax.run_of[first]
        if before is None or run < 0 or syntax.runs[run].words <= SHORT_RUN or any(claimed[first:last]):
            continue
        if whole(syntax, first, last):
            found.append(_carried(before, (first, last)))
    return found


def _goes_on(syntax: Syntax, number: int, before: Relation | None) -> bool:
    """Whether a paragraph that begins with a sentence, quoted throughout, goes on with the speaker of the one before.

    A line of a transcript ("LEE: ...") names its own.
    """
    if before is None or before.cue is None or before.source is None:
        return False
    numbers, start = syntax.reading.numbers, syntax.sentences[number][0]
    if numbers[start] - numbers[before.cue[0]] != 1 or syntax.tags[before.source[0]] in {"WP", "WDT"}:
        return False
    if ":" in syntax.words[start : start + 5]:
        return False
    for first, last in syntax.sentences[number:]:
        if numbers[first] != numbers[start]:
            break
        if not whole(syntax, first, last):
            return False
    return True


def _inside(relation: Relation, other: Relation | None) -> bool:
    """Whether a relation stands within the content of another of the same sentence."""
    if other is None or relation.cue is None:
        return False
    return any(a <= relation.cue[0] < b for a, b in other.content)


def _carried(before: Relation, content: Tokens) -> Relation:
    return Relation(
        content=(content,),
        cue=None,
        source=before.source,
        kind="direct",
        speech=True,
        certainty="reported",
        confidence=_CONFIDENCE,
    )
