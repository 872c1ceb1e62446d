"""History: every event that the article dates, or places in time by its words.

Times come from `briefing.extract.times`, the event of each from `briefing.extract.events`, its days
from `briefing.extract.dates` with the day of publication and the tense of its clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from briefing.extract import times
from briefing.extract.dates import resolve
from briefing.extract.events import ANCHORS, Events, Named
from briefing.extract.relations import Cast, Tokens
from briefing.extract.time_values import Calendar, Narrative, Shift, Undated, Value, Weekday
from briefing.findings import Event, EventDate
from briefing.language import Reading

_TURNING: dict[str, list[str]] = ANCHORS["turning_points"]
_EPOCHS = frozenset(ANCHORS["epochs"]["words"])
_EPOCH_LEADS = frozenset(ANCHORS["epochs"]["leads"])
_COMPARISON = frozenset(ANCHORS["comparison"]["words"])
_DEFERRING = frozenset(ANCHORS["deferring"]["words"])
_UNPLANNED = frozenset(ANCHORS["unplanned"]["words"])
_HABIT = frozenset(ANCHORS["habit"]["words"])
# How many earlier events of the same days an event is compared with.
_MEMORY = 50
_CLAUSE_LEADS = frozenset(("when", "after", "since", "before", "until", "once"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression with its event, before it has an id."""

    when: Tokens
    named: Named
    value: Value
    days: EventDate | None


def find(reading: Reading, cast: Cast) -> tuple[Event, ...]:
    """The dated and relatively dated events of an article, in the order of the text."""
    events = Events(reading.doc)
    published = reading.article.published
    dated = [d for _, first, last in reading.paragraphs for d in _of_paragraph(reading, events, first, last, published)]
    told: dict[EventDate | None, list[tuple[_Key, Event]]] = {}
    out: list[Event] = []
    for item in dated:
        span, when = reading.span(*item.named.tokens), reading.span(*item.when)
        actors = tuple(dict.fromkeys(cast.of_token[t] for t in range(*item.named.tokens) if t in cast.of_token))
        key = _key(events, item, cast, frozenset(actors))
        # The latest tellings are enough: each of them points to the first.
        same = next((event for other, event in told.get(item.days, [])[-_MEMORY:] if _same(other, key)), None)
        event = Event(
            id=f"h{len(out) + 1}",
            start=span.start,
            end=span.end,
            when=when,
            paragraph=reading.numbers[item.when[0]],
            date=item.days,
            announced=_announced(item, published),
            same_as=(same.same_as or same.id) if same else None,
            actors=actors,
        )
        told.setdefault(item.days, []).append((key, event))
        out.append(event)
    return tuple(out)


def _of_paragraph(reading: Reading, events: Events, first: int, last: int, published: date | None) -> list[_Dated]:
    doc = reading.doc
    text = doc[first:last].text
    base = doc[first].idx
    places = [doc[t].idx - base for t in range(first, last)]
    found: list[_Dated] = []
    anchor: EventDate | None = None
    told_on: dict[int, EventDate] = {}  # within a sentence: "said Wednesday that the day before ..."
    told = times.find(text)
    for time, following in zip_longest(told, told[1:]):
        if following is not None and text[time.end : following.start] == " (" and isinstance(time.value, Weekday):
            continue  # "Monday (July 25)": one time, the second says it better
        a = first + bisect_right(places, time.start) - 1
        b = first + bisect_right(places, time.end - 1)
        if _no_date(events, a, b, time.value):
            continue
        named = events.of(a, b)
        if named is None or _no_event(events, named, (a, b), time.value):
            continue
        days = resolve(time.value, published, _direction(events, named, time.value, a), anchor or told_on.get(a))
        found.append(_Dated((a, b), named, time.value, days))
        if not events.is_speech(named.head):
            anchor = days
        elif days is not None:
            told_on.update(dict.fromkeys(range(b, events.sentence(a)[1]), days))
    taken: set[int] = set()
    for dated in found:
        head, (begin, end) = dated.named.head, dated.when
        # of a long noun phrase only the noun and its date, for an undated event may be told within it
        taken.update(range(min(head, begin), max(head + 1, end)) if dated.named.nominal else range(*dated.named.tokens))
    found += [d for d in _anchored(events, first, last) if taken.isdisjoint(range(*d.when))]
    return sorted(found, key=lambda d: d.when)


def _no_date(events: Events, first: int, last: int, value: Value) -> bool:
    """Whether the words only measure, repeat or name: "compared to 2019", "April Jones"."""
    doc = events.doc
    if _dateline(events, first, last):
        return True
    low = max(events.sentence(first)[0], first - 3)
    before = [doc[t].lower_ for t in range(low, first)]
    if (before[-1:] and before[-1] in ("than", "versus", "vs")) or (
        len(before) > 1 and before[-2] in _COMPARISON and before[-1] in ("to", "with")
    ):
        return True
    if before[-1:] and before[-1] in ("every", "each", "per"):
        return True
    return (
        isinstance(value, Calendar)
        and value.day is None
        and all(doc[t].ent_type_ == "PERSON" for t in range(first, last))
    )


def _dateline(events: Events, first: int, last: int) -> bool:
    """Whether the words open a dispatch: "WASHINGTON, July 25: ", "YAOUNDÉ, May 13 2022 (IPS) - "."""
    low = events.sentence(first)[0]
    if first - low > 6 or last >= len(events.doc) or events.doc[last].text not in (":", "(", "-", "–", "—", "/"):
        return False
    before = events.doc[low:first]
    return any(t.is_alpha for t in before) and all(t.is_upper or t.is_punct or t.tag_ == "NNP" for t in before)


def _no_event(events: Events, named: Named, when: Tokens, value: Value) -> bool:
    """Whether the clause speaks of how things are these days, or of every such day."""
    words = {events.doc[t].lower_ for t in range(*named.tokens)}
    if isinstance(value, Weekday | Calendar) and named.tense == 0 and words & _HABIT:
        return True
    return isinstance(value, Shift) and value.unit == "day" and value.count == 0 and named.tense == 0


def _direction(events: Events, named: Named, value: Value, first: int) -> bool | None:
    """Whether days without a year are sought ahead; None where the nearest is the best reading."""
    if first and events.lowers[first - 1] in ("until", "till") and events.lemmas[named.head] in _DEFERRING:
        return True
    if _attributive_to_the_unplanned(events, first):
        return False
    if named.tense > 0:
        return None if named.nominal and isinstance(value, Calendar) and value.day else True
    if named.tense < 0:
        return False
    return True if isinstance(value, Weekday) and not named.nominal else None


def _attributive_to_the_unplanned(events: Events, first: int) -> bool:
    """Whether a time stands before the noun of something that nobody schedules: "the victims of Saturday's attack"."""
    noun = events.heads[first]
    near = range(first + 1, min(len(events.lemmas), first + 8))
    return noun in near and events.lemmas[noun] in _UNPLANNED and events.sentence(first) == events.sentence(noun)


def _announced(item: _Dated, published: date | None) -> bool:
    if item.days is None or published is None:
        return item.named.tense > 0 and not isinstance(item.value, Narrative | Undated)
    return item.days.earliest > published or (item.named.tense > 0 and item.days.latest >= published)


def _anchored(events: Events, first: int, last: int) -> Iterator[_Dated]:
    """Events placed by an office or by another event: "when she took office", "since the revolution"."""
    doc = events.doc
    for token in range(first, last):
        label = events.labels[token]
        if label == "advcl" and events.is_predicate(token) and _turning(events, token):
            lead = events.child(token, "mark", "advmod")
            matrix = events.heads[token]
            if lead < 0 or lead > token or doc[lead].lower_ not in _CLAUSE_LEADS or events.tense(token) >= 0:
                continue
            clause = events.clause(token, (lead, token + 1)).tokens
            when = (lead, max(clause[1], token + 1)) if clause[0] >= lead else (lead, token + 1)
            named = events.clause(matrix, (matrix, matrix + 1))
            yield _Dated(when, replace(named, tokens=_joined(named.tokens, when)), Undated(), None)
        elif label in ("obl", "nmod", "obl:unmarked") and doc[token].lemma_.lower() in _EPOCHS:
            lead = events.child(token, "case")
            if lead < 0 or doc[lead].lower_ not in _EPOCH_LEADS or not _definite(events, token):
                continue
            governor = events.heads[token]
            if not events.is_predicate(governor) or events.tense(governor) >= 0:
                continue
            when = (lead, events.name(token, (lead, token + 1))[1])
            yield _Dated(when, events.clause(governor, when), Undated(), None)


def _turning(events: Events, predicate: int) -> bool:
    wanted = _TURNING.get(events.doc[predicate].lemma_.lower())
    if wanted is None:
        return False
    if events.lemmas[predicate] == "become":  # "became president", not "became clear"
        return any(events.tags[c][:2] == "NN" for c in events.all(predicate, "xcomp", "obj"))
    low, high = events.clause(predicate, (predicate, predicate + 1)).tokens
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


# ---- the same event told again


@dataclass(frozen=True, slots=True)
class _Key:
    """What two tellings of an event have in common; `subject` is the actor who does it, "" where none is known."""

    days: EventDate | None
    actors: frozenset[str]
    content: frozenset[str]
    head: str
    subject: str


def _key(events: Events, item: _Dated, cast: Cast, actors: frozenset[str]) -> _Key:
    low, high = item.when
    content = frozenset(
        events.lemmas[t]
        for t in range(*item.named.tokens)
        if not low <= t < high and events.doc[t].pos_ in ("NOUN", "VERB", "PROPN") and len(events.lowers[t]) > 2
    )
    head = item.named.head
    subject = -1 if item.named.nominal else events.child(head, "nsubj", "nsubj:pass")
    word = "" if events.is_speech(head) else events.lemmas[head]
    return _Key(item.days, actors, content, word, cast.of_head.get(subject, ""))


def _same(a: _Key, b: _Key) -> bool:
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
