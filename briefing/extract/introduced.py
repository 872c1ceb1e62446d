"""Quotations that a colon introduces after words that are no cue by themselves: "She sent a short message: “...”"."""

from __future__ import annotations

from briefing.extract import cues, sources, sources_after
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import FINITE, SHORT_RUN, Syntax
from briefing.extract.uncued import claims_of

# All twelve such quotations in a fifth of PolNeAR train are attributed; the subject before is their source in nine.
_CONFIDENCE = 0.75
_SUBORDINATE = frozenset(("acl:relcl", "advcl", "acl", "advcl:relcl"))


def find(syntax: Syntax, relations: list[Relation]) -> list[Relation]:
    """One relation for each quotation after a colon that nobody claims; its source is who acts in the words before."""
    claimed = claims_of(syntax, relations)
    told = {r.content[-1][1]: r for r in reversed(relations) if r.speech and r.source and r.cue}
    found = []
    for run in syntax.runs:
        colon = run.first - 1
        if run.words <= SHORT_RUN or colon < 1 or syntax.words[colon] != ":" or any(claimed[run.first : run.last]):
            continue
        before = told.get(colon)
        if before is not None and before.cue is not None and syntax.floor(colon) <= before.cue[0]:
            cue: Tokens | None = before.cue  # "Lee observed that it was late: “...”"
            source = before.source
        else:
            cue, source = _introduction(syntax, colon)
        if cue is not None:
            found.append(Relation(((run.first, run.last),), cue, source, "direct", True, "reported", _CONFIDENCE))
    return found


def _introduction(syntax: Syntax, colon: int) -> tuple[Tokens | None, Tokens | None]:
    """Cue and source in the words before a colon: the main verb with its subject."""
    floor = syntax.floor(colon)
    finite = [t for t in range(floor, colon) if syntax.tags[t] in FINITE and syntax.run_of[t] < 0]
    if finite:
        heads = [_governor(syntax, t, colon) for t in finite]
        main = next((n for n, head in enumerate(heads) if syntax.labels[head] not in _SUBORDINATE), len(heads) - 1)
        verb = heads[main] if syntax.tags[heads[main]].startswith("VB") else finite[main]
        return (sources.group_start(syntax, verb), verb + 1), sources.before(syntax, heads[main])
    forms = cues.lexicon().lemma_of
    if cues.is_speech(forms.get(syntax.words[colon - 1], "")) and colon - 1 > floor:  # "The Daily reports:" as nouns
        return (colon - 1, colon), sources.leftward(syntax, colon - 2)
    if cues.is_speech(forms.get(syntax.words[floor], "")) and floor + 1 < colon:  # "Stated Lee:"
        return (floor, floor + 1), sources_after.after(syntax, floor + 1, colon)
    return None, None


def _governor(syntax: Syntax, verb: int, colon: int) -> int:
    """What an auxiliary or a copula belongs to, if it stands before the colon too; else the verb itself."""
    head = syntax.heads[verb]
    helps = syntax.labels[verb].startswith(("aux", "cop"))
    return head if helps and syntax.floor(colon) <= head < colon else verb
