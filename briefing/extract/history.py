"""History: every event that the article dates, or places in time by its words.

Times come from `briefing.extract.times`, the event of each from `briefing.extract.events`, its days
from `briefing.extract.dates` with the day of publication and the tense of its clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefing.extract import times
from briefing.extract.dates import Calendar, Fixed, Narrative, Shift, Undated, Value, Weekday, resolve
from briefing.extract.events import ANCHORS, Events, Named
from briefing.extract.relations import Cast, Tokens
from briefing.findings import Event, EventDate
from briefing.language import Reading

_TURNING: dict[str, list[str]] = ANCHORS["turning_points"]
_EPOCHS = frozenset(ANCHORS["epochs"]["words"])
_EPOCH_LEADS = frozenset(ANCHORS["epochs"]["leads"])
_COMPARISON = frozenset(ANCHORS["comparison"]["words"])
_HABIT = frozenset(ANCHORS["habit"]["words"])
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
    keys: list[tuple[EventDate | None, frozenset[str], frozenset[str], str]] = []
    out: list[Event] = []
    for item in dated:
        span, when = reading.span(*item.named.tokens), reading.span(*item.when)
        actors = tuple(dict.fromkeys(cast.of_token[t] for t in range(*item.named.tokens) if t in cast.of_token))
        key = (item.days, frozenset(actors), _content(events, item), _head_word(events, item))
        same = next((out[n] for n in range(len(keys)) if _same(keys[n], key, events)), None)
        keys.append(key)
        out.append(
            Event(
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
        )
    return tuple(out)


def _of_paragraph(reading: Reading, events: Events, first: int, last: int, published: date | None) -> list[_Dated]:
    doc = reading.doc
    text = doc[first:last].text
    base = doc[first].idx
    places = [doc[t].idx - base for t in range(first, last)]
    found: list[_Dated] = []
    anchor: EventDate | None = None
    for time in times.find(text):
        a = first + bisect_right(places, time.start) - 1
        b = first + bisect_right(places, time.end - 1)
        if _no_date(events, a, b, time.value):
            continue
        named = events.of(a, b)
        if named is None or _no_event(events, named, (a, b), time.value):
            continue
        days = resolve(time.value, published, _direction(named, time.value), anchor)
        found.append(_Dated((a, b), named, time.value, days))
        if not events.is_speech(named.head):
            anchor = days
    taken = [d.when for d in found] + [d.named.tokens for d in found if not d.named.nominal]
    found += [d for d in _anchored(events, first, last) if not any(x < d.when[1] and d.when[0] < y for x, y in taken)]
    return sorted(found, key=lambda d: d.when)


def _no_date(events: Events, first: int, last: int, value: Value) -> bool:
    """Whether the words only measure, repeat or name: "compared to 2019", "April Jones"."""
    doc = events.doc
    low = max(events.sentence(first)[0], first - 3)
    before = [doc[t].lower_ for t in range(low, first)]
    if (
        before[-1:]
        and before[-1] in ("than", "versus", "vs")
        or (len(before) > 1 and before[-2] in _COMPARISON and before[-1] in ("to", "with"))
    ):
        return True
    if before[-1:] and before[-1] in ("every", "each", "per"):
        return True
    return (
        isinstance(value, Calendar)
        and value.day is None
        and all(doc[t].ent_type_ == "PERSON" for t in range(first, last))
    )


def _no_event(events: Events, named: Named, when: Tokens, value: Value) -> bool:
    """Whether the clause speaks of how things are these days, or of every such day."""
    words = {events.doc[t].lower_ for t in range(*named.tokens)}
    if isinstance(value, Weekday | Calendar) and named.tense == 0 and words & _HABIT:
        return True
    if isinstance(value, Shift) and value.unit == "day" and value.count == 0 and named.tense == 0:
        return True
    return False


def _direction(named: Named, value: Value) -> bool | None:
    """Whether days without a year are sought ahead; None where the nearest is the best reading."""
    if named.tense > 0:
        return None if named.nominal and isinstance(value, Calendar) and value.day else True
    if named.tense < 0:
        return False
    return True if isinstance(value, Weekday) and not named.nominal else None


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


def _content(events: Events, item: _Dated) -> frozenset[str]:
    """The lemmas of nouns, verbs and names of an event, without the words that date it."""
    low, high = item.when
    return frozenset(
        events.doc[t].lemma_.lower()
        for t in range(*item.named.tokens)
        if not low <= t < high and events.doc[t].pos_ in ("NOUN", "VERB", "PROPN") and len(events.doc[t]) > 2
    )


def _head_word(events: Events, item: _Dated) -> str:
    return "" if events.is_speech(item.named.head) else events.doc[item.named.head].lemma_.lower()


def _same(
    a: tuple[EventDate | None, frozenset[str], frozenset[str], str],
    b: tuple[EventDate | None, frozenset[str], frozenset[str], str],
    events: Events,
) -> bool:
    """The same days, what happened in common, and nobody against it.

    Longer than a week, days alone say little: then the actors have to agree too.
    """
    if a[0] is None or a[0] != b[0] or not a[3] or not b[3]:
        return False
    shared = len(a[2] & b[2])
    head = a[3] == b[3] or a[3] in b[2] or b[3] in a[2]
    actors = bool(a[1] & b[1]) or not a[1] or not b[1]
    if a[0].precision == "day":
        return head and actors or shared >= 3 and bool(a[1] & b[1])
    return head and bool(a[1] & b[1]) and shared >= 2


_ = Fixed
