"""History: every event that the article dates, or places in time by its words.

Times come from `briefing.extract.times`, the event of each from `briefing.extract.events`, its days
from `briefing.extract.dates` with the day of publication and the tense of its clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from briefing.extract import times
from briefing.extract.clauses import Named
from briefing.extract.dates import months, resolve, span
from briefing.extract.events import Events
from briefing.extract.relations import Cast, Tokens
from briefing.extract.retellings import Telling, same, telling
from briefing.extract.tenses import ANCHORS
from briefing.extract.time_uses import Use
from briefing.extract.time_values import (
    Calendar,
    Fixed,
    Narrative,
    Offset,
    OfYear,
    Season,
    Shift,
    Undated,
    Value,
    Weekday,
    Window,
    YearPart,
)
from briefing.extract.times import Time
from briefing.extract.turning_points import turning_points
from briefing.findings import Event, EventDate
from briefing.language import Reading

_YEAR = re.compile(r"(?:19|20)\d\d")
_DEFERRING = frozenset(ANCHORS["deferring"]["words"])
_UNPLANNED = frozenset(ANCHORS["unplanned"]["words"])
_THREATENING = frozenset(ANCHORS["threatening"]["words"])
# How many earlier events of the same days an event is compared with.
_MEMORY = 50


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression with its event, before it has an id."""

    when: Tokens
    named: Named
    value: Value
    days: EventDate | None


def find(reading: Reading, cast: Cast) -> tuple[Event, ...]:
    """The dated and relatively dated events of an article, in the order of the text."""
    events = Events(reading)
    published = reading.article.published
    dated: list[_Dated] = []
    before: EventDate | None = None  # the last days of the paragraph before, for "May 3 of that year"
    for _, first, last in reading.paragraphs:
        here = _of_paragraph(reading, events, (first, last), published, before)
        before = next((d.days for d in reversed(here) if d.days is not None), None)
        dated += here
    # Without a day of publication, what is told as past at least lies behind it.
    past = [d.days.latest for d in dated if d.days is not None and d.named.tense < 0 and not _is_limit(events, d)]
    behind = max(past) if published is None and past else None
    told: dict[EventDate | None, list[tuple[Telling, Event]]] = {}
    out: list[Event] = []
    for item in dated:
        words, when = reading.span(*item.named.tokens), reading.span(*item.when)
        actors = tuple(dict.fromkeys(cast.of_token[t] for t in range(*item.named.tokens) if t in cast.of_token))
        key = telling(events, item.named, item.when, item.days, cast)
        # The latest tellings are enough: each of them points to the first.
        earlier = next((event for other, event in told.get(item.days, [])[-_MEMORY:] if same(other, key)), None)
        event = Event(
            id=f"h{len(out) + 1}",
            start=words.start,
            end=words.end,
            when=when,
            paragraph=reading.numbers[item.when[0]],
            date=item.days,
            announced=_announced(events, item, published, behind),
            same_as=(earlier.same_as or earlier.id) if earlier else None,
            actors=actors,
        )
        told.setdefault(item.days, []).append((key, event))
        out.append(event)
    return tuple(out)


def _of_paragraph(
    reading: Reading, events: Events, paragraph: Tokens, published: date | None, before: EventDate | None
) -> list[_Dated]:
    first, last = paragraph
    text = reading.doc[first:last].text
    base = reading.doc[first].idx
    places = [reading.doc[t].idx - base for t in range(first, last)]
    found: list[_Dated] = []
    anchor: EventDate | None = None
    years: dict[Tokens, Fixed] = {}  # of each sentence the year that it tells
    told_on: dict[int, EventDate] = {}  # within a sentence: "said Wednesday that the day before ..."
    for time in _single(times.find(text), text):
        when = (first + bisect_right(places, time.start) - 1, first + bisect_right(places, time.end - 1))
        use = Use(events, when, time.value)
        named = None if use.dates_nothing() else events.of(*when)
        if named is None or use.tells_no_event(named):
            continue
        value = use.days_left_open(named)
        near = anchor or told_on.get(when[0]) or (before if isinstance(value, OfYear) else None)
        if isinstance(value, Fixed) and value.days.precision == "year":
            years[events.sentence(when[0])] = value
        value = _of_the_year_told(events, named, when, value, years)
        days = resolve(_with_its_year(events, named, value), published, _direction(events, named, value, when[0]), near)
        found.append(_Dated(when, named, value, days))
        if not events.is_speech(named.head):
            anchor = days
        elif days is not None:
            told_on.update(dict.fromkeys(range(when[1], events.sentence(when[0])[1]), days))
    taken: set[int] = set()
    for dated in found:
        head, (begin, end) = dated.named.head, dated.when
        # of a long noun phrase only the noun and its date, for an undated event may be told within it
        taken.update(range(min(head, begin), max(head + 1, end)) if dated.named.nominal else range(*dated.named.core))
    for when, named in turning_points(events, first, last):
        if taken.isdisjoint(range(*when)):
            found.append(_Dated(when, named, Undated(), None))
    return sorted(found, key=lambda d: d.when)


def _single(told: list[Time], text: str) -> list[Time]:
    """Times without those that the next one says better: "Monday (July 25)", "yesterday, Thursday"."""
    kept: list[Time] = []
    joined: int | None = None  # where the time begins that the next one goes on: "Monday | the 3rd of May"
    for time, following in zip_longest(told, told[1:]):
        gap = text[time.end : following.start] if following is not None else ""
        value, after = time.value, following.value if following is not None else None
        deictic = isinstance(value, Shift) and value.unit == "day"
        dated = isinstance(after, Calendar) and after.day is not None
        if isinstance(value, Weekday) and dated and gap in (" on ", " on the ", " the ", ", the "):
            joined = time.start
            continue
        named = gap == " (" and (deictic or isinstance(value, Weekday))
        again = gap == ", " and deictic and isinstance(after, Weekday)
        if not named and not again:
            kept.append(time if joined is None else Time(joined, time.end, value))
        joined = None
    return kept


def _direction(events: Events, named: Named, value: Value, first: int) -> bool | None:
    """Whether days without a year are sought ahead; None where the nearest is the best reading."""
    if first and events.lowers[first - 1] in ("until", "till", "to") and events.lemmas[named.head] in _DEFERRING:
        return True
    if _attributive_to_the_unplanned(events, first):
        return False
    if named.tense > 0:
        return None if named.nominal and isinstance(value, Calendar) and value.day else True
    if named.tense < 0:
        return False
    return True if isinstance(value, Weekday) and not named.nominal else None


def _of_the_year_told(events: Events, named: Named, when: Tokens, value: Value, years: dict[Tokens, Fixed]) -> Value:
    """A month or a day of a sentence that begins with its year: "In 2019, the choir was heard in May"."""
    low, high = events.sentence(when[0])
    told = years.get((low, high))
    if told is None or not isinstance(value, Calendar) or value.turn or named.tense > 0:
        return value
    opens = events.lowers[low] == "in" and _YEAR.fullmatch(events.lowers[low + 1]) and low + 2 < when[0]
    year = told.days.earliest.year
    if not opens or value.day is not None or str(year) != events.lowers[low + 1]:
        return value
    length = ((value.last_month or value.month) - value.month) % 12 + 1
    return Fixed(months(year, value.month, length, "month"))


def _with_its_year(events: Events, named: Named, value: Value) -> Value:
    """A month or a day of a noun whose year is told before it: "the 2016 fair in Lund in October"."""
    if not (named.nominal and isinstance(value, Calendar) and value.turn == 0):
        return value
    years = [w for t in range(*named.tokens) if _YEAR.fullmatch(w := events.lowers[t])]
    if len(years) != 1:
        return value
    if value.last_month is not None or value.last_day is not None:
        return value
    if value.day is None:
        return Fixed(months(int(years[0]), value.month, 1, "month"))
    try:
        return Fixed(span("day", date(int(years[0]), value.month, value.day)))
    except ValueError:  # 29 February
        return value


def _attributive_to_the_unplanned(events: Events, first: int) -> bool:
    """Whether a time stands before the noun of something that nobody schedules: "the victims of Saturday's attack"."""
    noun = events.heads[first]
    near = range(first + 1, min(len(events.lemmas), first + 8))
    return noun in near and events.lemmas[noun] in _UNPLANNED and events.sentence(first) == events.sentence(noun)


def _announced(events: Events, item: _Dated, published: date | None, behind: date | None) -> bool:
    """Whether an event was still to come when the article appeared."""
    named, value = item.named, item.value
    if item.days is not None and published is not None:
        return item.days.earliest > published or (named.tense > 0 and item.days.latest >= published)
    if _side(value):
        told = named.tense < 0 and not named.nominal and events.is_finite(named.head)
        return _side(value) > 0 and not told
    if item.days is not None and behind is not None and item.days.latest <= behind and not events.will(named.head):
        return False
    if named.nominal and isinstance(value, Fixed) and events.is_told_of_the_past(named.head):
        return False  # "in the run-up to the 2013 vote, they sang"
    if isinstance(value, Narrative | Undated) or events.lemmas[events.heads[named.head]] in _THREATENING:
        return False
    owned = item.when[1] < len(events.lowers) and events.tags[item.when[1]] == "POS"
    if owned and not named.nominal:  # "Friday's report says ..."
        return named.tense > 0
    if named.tense == 0 and not named.nominal:  # "The hall opens on May 3": how such things are announced
        return isinstance(value, Calendar | Weekday) and events.is_present(named.head)
    return named.tense > 0


def _is_limit(events: Events, item: _Dated) -> bool:
    """Whether a time is the end of a term: "a law to cut it by 2030"."""
    return item.when[0] > 0 and events.lowers[item.when[0] - 1] in ("by", "until", "till")


def _side(value: Value) -> int:
    """Where a time lies by its own words: below 0 "yesterday", above 0 "next week", else 0."""
    if isinstance(value, Shift) and value.part is not None:
        return 1 if value.part == "later" else -1
    if isinstance(value, Shift | Offset | Window):
        return value.count
    if isinstance(value, YearPart):
        return value.years
    return value.turn if isinstance(value, Weekday | Calendar | Season) else 0
