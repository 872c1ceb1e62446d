"""A timeline as data: which events stand in which order, under which dates, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.findings import Event, EventDate

DAYS_SIDE_BY_SIDE = 3
DAYS_NEAR = 14
DAYS_FAR = 60
"""Distances in days: up to the first no gap is drawn, up to the second one line of axis, up to the third two."""

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SEASONS = {12: "winter", 1: "winter", 3: "spring", 4: "spring", 6: "summer", 7: "summer", 9: "fall", 10: "fall"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the places where it is told; the first is the one that the others repeat."""

    events: tuple[Event, ...]

    @property
    def event(self) -> Event:
        return self.events[0]


@dataclass(frozen=True, slots=True)
class Step:
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
    reached: date | None = None  # the last day that the axis has come to
    shown: tuple[str, ...] = ()  # the label in force
    marked = published is None
    for entry in ordered:
        when = _date(entry)
        if not marked and published is not None and when.earliest > published:
            yield from _gap(reached, published)
            yield Step("published")
            reached, shown, marked = published, (), True
        yield from _gap(reached, when.earliest)
        labels = labels_of(when)
        yield Step("event", entry, labels if labels != shown else (), day_of(when))
        reached, shown = max(reached or when.earliest, _anchor(when)), labels
    if not marked and published is not None and ordered:
        yield from _gap(reached, published)
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


def day_in_words(day: date) -> str:
    """A day as a reader writes it: "28 Oct 2023"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _gap(reached: date | None, then: date) -> Iterator[Step]:
    """The axis between two days: a longer gap has more lines, and one that leaves out much says how much."""
    days = (then - reached).days if reached else 0
    if days <= DAYS_SIDE_BY_SIDE:
        return
    if days <= DAYS_FAR:
        yield Step("axis", lines=1 if days <= DAYS_NEAR else 2)
        return
    years = days / 365.25
    if years < 2:
        months = round(days / 30.44)
        yield Step("leap", lines=1, words=f"{months} months" if months < 23 else "2 years")
    else:
        yield Step("leap", lines=1 if years < 5 else 2 if years < 20 else 3, words=f"{round(years)} years")


def _anchor(when: EventDate) -> date:
    """The day that the gap after an event counts from: its last, but its first where that is far from exact."""
    return when.latest if when.precision in ("day", "week", "month", "season", "quarter") else when.earliest


def _date(entry: Entry) -> EventDate:
    dates = [event.date for event in entry.events if event.date is not None]
    return dates[0]


def _first_told(event: Event, by_id: dict[str, Event]) -> Event:
    seen = {event.id}
    while event.same_as in by_id and event.same_as not in seen:
        event = by_id[event.same_as]
        seen.add(event.id)
    return event
