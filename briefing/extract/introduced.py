"""Quotations that a colon introduces after words that are no cue by themselves: "She sent a short message: “...”"."""

from __future__ import annotations

from briefing.extract import cues, sources, sources_after
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import FINITE, SHORT_RUN, Syntax

# All twelve such quotations in a fifth of PolNeAR train are attributed; the subject before is their source in nine.
_CONFIDENCE = 0.75
_SUBORDINATE = frozenset(("acl:relcl", "advcl", "acl", "advcl:relcl"))


def find(syntax: Syntax, relations: list[Relation]) -> list[Relation]:
    """One relation for each quotation after a colon that nobody claims; its source is who acts in the words before."""
    claimed = [False] * len(syntax.words)
    for relation in relations:
        for first, last in relation.content:
            claimed[first:last] = [True] * (last - first)
    found = []
    for run in syntax.runs:
        colon = run.first - 1
        if run.words <= SHORT_RUN or colon < 1 or syntax.words[colon] != ":" or any(claimed[run.first : run.last]):
            continue
        cue, source = _told_before(syntax, colon, relations) or _introduction(syntax, colon)
        if cue is not None:
            content = ((run.first, run.last),)
            found.append(Relation(content, cue, source, "direct", True, "reported", _CONFIDENCE))
    return found


def _told_before(syntax: Syntax, colon: int, relations: list[Relation]) -> tuple[Tokens | None, Tokens | None] | None:
    """Cue and source of whoever speaks in the sentence before the colon: "Lee observed that it was late: “...”"."""
    floor = syntax.floor(colon)
    for relation in relations:
        if relation.speech and relation.source and relation.cue and relation.content[-1][1] == colon:
            return (relation.cue, relation.source) if floor <= relation.cue[0] < colon else None
    return None


def _introduction(syntax: Syntax, colon: int) -> tuple[Tokens | None, Tokens | None]:
    """Cue and source in the words before a colon: the main verb with its subject."""
    floor = syntax.floor(colon)
    finite = [t for t in range(floor, colon) if syntax.tags[t] in FINITE and syntax.run_of[t] < 0]
    if finite:
        heads = [syntax.heads[t] if syntax.labels[t].startswith(("aux", "cop")) else t for t in finite]
        main = next((n for n, v in enumerate(heads) if syntax.labels[v] not in _SUBORDINATE and floor <= v < colon), -1)
        verb = heads[main] if syntax.tags[heads[main]].startswith("VB") else finite[main]
        return (sources.group_start(syntax, verb), verb + 1), sources.before(syntax, heads[main])
    forms = cues.lexicon().lemma_of
    if cues.is_speech(forms.get(syntax.words[colon - 1], "")) and colon - 1 > floor:  # "The Daily reports:" as nouns
        return (colon - 1, colon), sources.leftward(syntax, colon - 2)
    if cues.is_speech(forms.get(syntax.words[floor], "")) and floor + 1 < colon:  # "Stated Lee:"
        return (floor, floor + 1), sources_after.after(syntax, floor + 1, colon)
    return None, None
