"""The same event told again: what two tellings of one event have in common."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.clauses import Named
from briefing.extract.events import Events
from briefing.extract.relations import Cast, Tokens
from briefing.findings import EventDate


@dataclass(frozen=True, slots=True)
class Telling:
    """What two tellings of an event have in common; `subject` is the actor who does it, "" where none is known."""

    days: EventDate | None
    actors: frozenset[str]
    content: frozenset[str]
    head: str
    subject: str


def telling(events: Events, named: Named, when: Tokens, days: EventDate | None, cast: Cast) -> Telling:
    low, high = when
    actors = frozenset(cast.of_token[t] for t in range(*named.tokens) if t in cast.of_token)
    content = frozenset(
        events.lemmas[t]
        for t in range(*named.core)
        if not low <= t < high and events.doc[t].pos_ in ("NOUN", "VERB", "PROPN") and len(events.lowers[t]) > 2
    )
    head = named.head
    subject = -1 if named.nominal else events.child(head, "nsubj", "nsubj:pass")
    word = "" if events.is_speech(head) else events.lemmas[head]
    return Telling(days, actors, content, word, cast.of_head.get(subject, ""))


def same(a: Telling, b: Telling) -> bool:
    """The same days, what happened in common, and no other doer.

    Longer than a day, days alone say little: then the actors have to agree too.
    """
    if a.days is None or a.days != b.days or not a.head or not b.head:
        return False
    if a.subject and b.subject and a.subject != b.subject:
        return False
    head = a.head == b.head or a.head in b.content or b.head in a.content
    shared, met = len(a.content & b.content), bool(a.actors & b.actors)
    if a.days.precision == "day":
        return (head and (met or not a.actors or not b.actors)) or (shared >= 3 and met)
    return head and met and shared >= 2
