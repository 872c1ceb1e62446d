"""A timeline as data: which events stand in which order, under which dates, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from briefing.findings import Event, EventDate

DAYS_SIDE_BY_SIDE = 3
DAYS_NEAR = 14
DAYS_FAR = 60
"""Distances in days: up to the first no gap is drawn, up to the second one line of axis, up to the third two."""

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SEASONS = {12: "winter", 1: "winter", 3: "spring", 4: "spring", 6: "summer", 7: "summer", 9: "fall", 10: "fall"}


class Entry(NamedTuple):
    """An event with the places where it is told; the first is the one that the others repeat."""

    events: tuple[Event, ...]

    @property
    def event(self) -> Event:
        return self.events[0]


class Step(NamedTuple):
    """What comes next down the axis.

    An event or the mark of publication, with its date as up to two short `labels` for the left of
    the axis and a `day` for its right, or a gap of `lines` lines that leaves out `words` of time.
    """

    kind: Literal["event", "published", "axis", "leap"]
    entry: Entry | None = None
    labels: tuple[str, ...] = ()
    day: str = ""
    lines: int = 0
    words: str = ""


def entries(events: Sequence[Event]) -> list[Entry]:
    """Events in the order of the text, those told more than once as one entry."""
    by_id = {event.id: event for event in events}
    told: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: (event.start, event.end)):
        told.setdefault(_first_told(event, by_id).id, []).append(event)
    return [
        Entry((by_id[root], *(event for event in group if event.id != root)))
        for root, group in told.items()  # a dict keeps the order of the text
    ]


def timeline(dated: Sequence[Entry], published: date | None) -> Iterator[Step]:
    """The steps down the axis for entries that have dates, oldest first, with the day of publication among them."""
    ordered = sorted(dated, key=lambda entry: (_date(entry).earliest, _date(entry).latest, entry.event.start))
    reached: EventDate | None = None  # what the axis has come to
    shown: tuple[str, ...] = ()  # the label in force
    mark = EventDate(published, published, "day") if published and ordered else None
    for entry in ordered:
        when = _date(entry)
        if mark and when.earliest > mark.latest:
            yield from _gap(reached, mark)
            yield Step("published")
            reached, shown, mark = mark, (), None
        yield from _gap(reached, when)
        labels = labels_of(when)
        yield Step("event", entry, labels if labels != shown else (), day_of(when))
        reached = when if reached is None or when.latest >= reached.latest else reached
        shown = labels
    if mark:
        yield from _gap(reached, mark)
        yield Step("published")


def labels_of(when: EventDate) -> tuple[str, ...]:
    """A date as one or two words of at most six characters, the larger unit last: ("Oct", "2023"), ("2015",)."""
    first, last = when.earliest, when.latest
    year = str(first.year)
    through = () if last.year == first.year else (f"-{last.year}",)
    match when.precision:
        case "day" | "week" | "month":
            return (_MONTHS[first.month - 1], year)
        case "season":
            return (_SEASONS.get(first.month, _MONTHS[first.month - 1]), year)
        case "quarter":
            return (f"Q{(first.month + 2) // 3}", year)
        case "decade":
            return (f"{year}s", *(through if last.year - first.year > 9 else ()))
        case "century":
            return (f"{year}s", f"-{last.year}")
        case _:
            return (year, *through)


def day_of(when: EventDate) -> str:
    """The day of the month, or the first and the last of them; nothing for what is less exact."""
    if when.precision not in ("day", "week"):
        return ""
    first, last = when.earliest, when.latest
    if first == last:
        return str(first.day)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day}"
    return f"{first.day}-{last.day} {_MONTHS[last.month - 1]}"


def _gap(reached: EventDate | None, then: EventDate) -> Iterator[Step]:
    """The axis between two dates: a longer gap has more lines, and one that leaves out much says how much.

    The lines count the days from the last of one to the first of the other; the words, as a reader
    would count, from the middle to the middle ("1979" to "2015": 36 years).
    """
    days = (then.earliest - reached.latest).days if reached else 0
    if reached is None or days <= DAYS_SIDE_BY_SIDE:
        return
    if days <= DAYS_FAR:
        yield Step("axis", lines=1 if days <= DAYS_NEAR else 2)
        return
    between = (_middle(then) - _middle(reached)) / 365.25
    months, years = round(between * 12), round(between)
    lines = 1 if days < 5 * 365 else 2 if days < 20 * 365 else 3
    yield Step("leap", lines=lines, words=f"{months} months" if months < 23 else f"{years} years")


def _middle(when: EventDate) -> float:
    return (when.earliest.toordinal() + when.latest.toordinal()) / 2


def _date(entry: Entry) -> EventDate:
    dates = [event.date for event in entry.events if event.date is not None]
    return dates[0]


def _first_told(event: Event, by_id: dict[str, Event]) -> Event:
    chain = {event.id: event}
    while event.same_as in by_id:
        event = by_id[event.same_as]
        if event.id in chain:  # a circle: the one that stands first
            return min(chain.values(), key=lambda told: told.start)
        chain[event.id] = event
    return event
