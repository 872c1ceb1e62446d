"""Events placed by an office or by another event: "when she took office", "since the revolution"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.clauses import Named
from briefing.extract.events import Events
from briefing.extract.relations import Tokens
from briefing.extract.tenses import ANCHORS

_TURNING: dict[str, list[str]] = ANCHORS["turning_points"]
_EPOCHS = frozenset(ANCHORS["epochs"]["words"])
_EPOCH_LEADS = frozenset(ANCHORS["epochs"]["leads"])
_UNREAL = frozenset(("should", "would", "could", "might", "may"))
_CLAUSE_LEADS = frozenset(("when", "after", "since", "before", "until", "once"))


def turning_points(events: Events, first: int, last: int) -> Iterator[tuple[Tokens, Named]]:
    """Events placed by an office or by another event: "when she took office", "since the revolution"."""
    doc = events.doc
    for token in range(first, last):
        label = events.labels[token]
        if label == "advcl" and events.is_predicate(token) and _turning(events, token):
            lead = events.child(token, "mark", "advmod")
            matrix = events.heads[token]
            if any(events.lowers[c] in _UNREAL for c in events.all(matrix, "aux")):
                continue
            if lead < 0 or lead > token or doc[lead].lower_ not in _CLAUSE_LEADS or events.tense(token) >= 0:
                continue
            clause = events.clause(token, (lead, token + 1)).core
            when = (lead, max(clause[1], token + 1)) if clause[0] >= lead else (lead, token + 1)
            named = events.clause(matrix, (matrix, matrix + 1))
            yield when, replace(named, tokens=_joined(named.tokens, when))
        elif label in ("obl", "nmod", "obl:unmarked") and doc[token].lemma_.lower() in _EPOCHS:
            lead = events.child(token, "case")
            if lead < 0 or doc[lead].lower_ not in _EPOCH_LEADS or not _definite(events, token):
                continue
            governor = events.heads[token]
            if not events.is_predicate(governor) or events.tense(governor) >= 0:
                continue
            when = (lead, events.name(token, (lead, token + 1))[1])
            yield when, events.clause(governor, when)


def _turning(events: Events, predicate: int) -> bool:
    wanted = _TURNING.get(events.doc[predicate].lemma_.lower())
    if wanted is None:
        return False
    if events.lemmas[predicate] == "become":  # "became president", not "became clear"
        return any(events.tags[c][:2] == "NN" for c in events.all(predicate, "xcomp", "obj"))
    low, high = events.clause(predicate, (predicate, predicate + 1)).core
    return not wanted or any(events.doc[t].lower_ in wanted for t in range(low, high))


def _definite(events: Events, noun: int) -> bool:
    return any(
        events.labels[c] == "nmod:poss"
        or events.doc[c].lower_ in ("the", "this", "that")
        or events.doc[c].pos_ == "PROPN"
        for c in events.children[noun]
    )


def _joined(a: Tokens, b: Tokens) -> Tokens:
    """Both runs as one where they adjoin, else the one that holds the time."""
    return (min(a[0], b[0]), max(a[1], b[1])) if a[0] - b[1] <= 2 and b[0] - a[1] <= 2 else b
