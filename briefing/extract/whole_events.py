"""Whether an event tells itself whole, and what the parser has cut from it, by the words on either side.

A clause that stays without subject is dropped: what can't be understood by itself is not shown.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.clauses import Clauses, Named
from briefing.extract.event_ends import (
    completed,
    parted_from_the_main,
    parted_from_the_next,
    with_its_verb,
    with_what_is_meant,
)
from briefing.extract.event_openings import (
    nouns,
    past_the_dateline,
    past_what_was_before,
    with_its_antecedent,
    with_its_subject,
    with_the_name,
)
from briefing.extract.relations import Tokens
from briefing.extract.runs import FINITE, LONGEST
from briefing.extract.said_events import says_something, with_all_that_is_said, with_what_was_said

# Words between a clause with a subject of its own and what it only tells the time or the cause of.
_APART = frozenset(("after", "before", "because", "when", "while", "although", "until"))
_SUBJECTS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
# Words that a clause is looked at on either side of its verb.
_NEAR = 12


def whole(clauses: Clauses, named: Named, when: Tokens) -> Named | None:
    """The event with what was cut from it, or None where it has no subject; noun phrases stay as they are."""
    if named.nominal:
        return named
    first, last = named.tokens
    inner = _inner(clauses, first, when)
    if inner >= 0:
        return _within(clauses, named, inner, when)
    if clauses.lemmas[named.head] in ("say", "add") and not says_something(clauses, named):
        return None
    last = completed(clauses, named, last, when)
    last = with_its_verb(clauses, named, last)
    last = with_all_that_is_said(clauses, named, last)
    last = with_what_is_meant(clauses, named, first, last)
    first = with_what_was_said(clauses, named, first, last)
    first = with_its_subject(clauses, named, first, when)
    first = with_the_name(clauses, with_its_antecedent(clauses, first))
    last = parted_from_the_next(clauses, named, last, when)
    last = parted_from_the_main(clauses, named, last, when)
    if clauses.labels[named.head] == "acl" and clauses.tags[named.head] == "VBN":
        high = max(when[1], named.head + 1)
        last = next((t for t in range(high, last) if clauses.lowers[t] == ","), last)
    last = _with_the_next_subject(clauses, named, first, last, when)
    if first == when[0] - LONGEST:  # cut at the length that a clause can have: from the next mark on
        first = next((t + 1 for t in range(first, min(named.head, when[0])) if clauses.is_mark(t)), first)
    semicolons = [t for t in range(first, min(named.head, when[0])) if clauses.lowers[t] == ";"]
    first = semicolons[-1] + 1 if semicolons else first
    if not _has_subject(clauses, named, first, last, when):
        return None
    first = past_what_was_before(clauses, first, named, when)
    first = past_the_dateline(clauses, first, min(named.head, when[0]))
    while first < min(named.head, when[0]) and clauses.lowers[first] in ("of", "where"):
        first += 1
    if clauses.tags[first] in ("WP", "WDT"):
        return None  # "what will happen there", "which fell out of use": of nothing told
    return replace(named, tokens=(first, last))


def _inner(clauses: Clauses, first: int, when: Tokens) -> int:
    """The verb of a clause with a subject of its own around the time, which no mark parts from it, or -1.

    "The guard said his men heard of it after | a smuggler was caught on Friday".
    """
    for token in range(when[0] - 1, first, -1):
        if clauses.is_mark(token) or clauses.tags[token] in ("CC", "WDT", "WP", "WRB"):
            return -1
        if clauses.tags[token] in FINITE:
            subject = [t for t in range(max(first, token - _NEAR), token) if clauses.tags[t] in _SUBJECTS]
            opening = [t for t in range(max(first + 1, token - _NEAR), token) if clauses.lowers[t] in _APART]
            if not opening or not subject or opening[-1] >= subject[-1]:
                return -1
            return -1 if any(clauses.is_mark(t) for t in range(opening[-1], token)) else token
    return -1


def _within(clauses: Clauses, named: Named, verb: int, when: Tokens) -> Named:
    start = next(t for t in range(verb - 1, 0, -1) if clauses.lowers[t] in _APART) + 1
    head = clauses.heads[verb] if clauses.labels[verb] in ("aux", "aux:pass", "cop") else verb
    if not start <= head < named.tokens[1]:
        head = verb
    tokens = (start, max(completed(clauses, replace(named, head=head), max(when[1], head + 1), when), head + 1))
    return Named(head, tokens, False, clauses.tense(head), tokens)


def _has_subject(clauses: Clauses, named: Named, first: int, last: int, when: Tokens) -> bool:
    """Whether somebody or something stands in the clause: before a finite verb, anywhere with a participle."""
    if not clauses.is_finite(named.head):
        return nouns(clauses, first, last, when)
    return nouns(clauses, first, max(named.head, first), when) or clauses.subject(named.head) >= 0


def _with_the_next_subject(clauses: Clauses, named: Named, first: int, last: int, when: Tokens) -> int:
    """The end of the subject behind participles that open a sentence: "Built in 1987 | and sold in 2003, the mill"."""
    low, high = clauses.sentence(named.head)
    gerund = first <= named.head == low + 1 and clauses.tags[named.head] == "VBG" and clauses.tags[low] == "IN"
    if gerund and last + 1 < high and clauses.lowers[last] == "," and clauses.tags[last + 1] == "PRP":
        return last + 2  # "Despite handing it in a month ago, | she waits"
    participle = named.head == low and clauses.tags[low] in ("VBN", "VBG")
    if not participle or nouns(clauses, first, last, when) or last >= high or clauses.tags[last] != "CC":
        return last
    comma = next((t for t in range(last, min(high, last + _NEAR)) if clauses.is_mark(t)), high)
    end = next((t for t in range(comma + 1, min(high, comma + _NEAR)) if clauses.tags[t] in FINITE), -1)
    return end if end > comma + 1 and not any(clauses.is_mark(t) for t in range(comma + 1, end)) else last
