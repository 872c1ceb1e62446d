"""The order of events and the distance between them."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.article import Span
from briefing.findings import Event, EventDate, Precision
from briefing.tui.widgets.timeline import Step, day_of, entries, labels_of, timeline


def dated(first: str, last: str | None = None, precision: Precision = "day") -> EventDate:
    return EventDate(date.fromisoformat(first), date.fromisoformat(last or first), precision)


def event(name: str, start: int, when: EventDate | None, same_as: str | None = None, announced: bool = False) -> Event:
    return Event(name, start, start + 10, Span(start, start + 4), 1, when, announced, same_as)


def steps(*events: Event, published: date | None = None) -> list[Step]:
    return list(timeline(entries(events), published))


def kinds(found: list[Step]) -> list[str]:
    return [step.kind for step in found]


def test_events_stand_oldest_first() -> None:
    found = steps(event("a", 0, dated("2020-01-01")), event("b", 20, dated("1979-01-01", "1979-12-31", "year")))
    assert [step.entry.event.id for step in found if step.entry] == ["b", "a"]


def test_an_event_told_again_is_one_entry_with_two_places() -> None:
    found = entries([event("a", 0, dated("2023-10-07")), event("b", 50, None, same_as="a"), event("c", 90, None)])
    assert [[told.id for told in entry.events] for entry in found] == [["a", "b"], ["c"]]


def test_events_that_are_the_same_as_each_other_in_a_circle_do_not_hang() -> None:
    found = entries([event("a", 0, None, same_as="b"), event("b", 50, None, same_as="a")])
    assert sum(len(entry.events) for entry in found) == 2


def test_a_longer_gap_never_draws_less() -> None:
    start = date(1800, 1, 1)
    order = {"": 0, "axis": 10, "leap": 20}
    drawn = []
    for days in (0, 1, 3, 4, 14, 15, 60, 61, 300, 800, 3000, 9000, 70000):
        later = start + timedelta(days=days)
        gap = [
            step
            for step in steps(event("a", 0, dated("1800-01-01")), event("b", 20, dated(later.isoformat())))
            if step.kind in ("axis", "leap")
        ]
        drawn.append(order[gap[0].kind] + gap[0].lines if gap else 0)
    assert drawn == sorted(drawn)
    assert drawn[0] == 0
    assert drawn[-1] > drawn[-4]


def test_a_gap_that_leaves_out_years_says_how_many() -> None:
    found = steps(event("a", 0, dated("1979-01-01", "1979-12-31", "year")), event("b", 20, dated("2015-06-01")))
    assert [step.words for step in found if step.kind == "leap"] == ["36 years"]


def test_an_event_of_a_year_and_one_of_a_day_in_it_are_not_set_apart() -> None:
    found = steps(event("a", 0, dated("2023-01-01", "2023-12-31", "year")), event("b", 20, dated("2023-10-07")))
    assert kinds(found) == ["event", "event"]


def test_the_day_of_publication_stands_between_what_was_and_what_is_announced() -> None:
    found = steps(
        event("later", 0, dated("2023-11-05"), announced=True),
        event("before", 20, dated("2023-10-27")),
        published=date(2023, 10, 28),
    )
    assert kinds(found) == ["event", "published", "axis", "event"]


def test_the_day_of_publication_closes_a_timeline_without_announcements() -> None:
    assert kinds(steps(event("a", 0, dated("2023-10-27")), published=date(2023, 10, 28))) == ["event", "published"]


def test_a_timeline_without_publication_has_no_mark() -> None:
    assert kinds(steps(event("a", 0, dated("2023-10-27")))) == ["event"]


def test_days_of_one_month_share_its_label() -> None:
    found = steps(event("a", 0, dated("2023-10-07")), event("b", 20, dated("2023-10-27")))
    shown = [(step.labels, step.day) for step in found if step.kind == "event"]
    assert shown == [(("Oct", "2023"), "7"), ((), "27")]


def test_the_label_is_as_exact_as_the_date() -> None:
    assert labels_of(dated("2015-01-01", "2015-12-31", "year")) == ("2015",)
    assert labels_of(dated("2015-01-01", "2018-12-31", "year")) == ("2015", "-2018")
    assert labels_of(dated("1990-01-01", "1999-12-31", "decade")) == ("1990s",)
    assert labels_of(dated("2023-07-01", "2023-09-30", "quarter")) == ("Q3", "2023")
    assert labels_of(dated("2014-06-01", "2014-08-31", "season")) == ("summer", "2014")
    assert day_of(dated("2023-10-23", "2023-10-29", "week")) == "23-29"
    assert day_of(dated("2023-10-30", "2023-11-05", "week")) == "30-5 Nov"
    assert day_of(dated("2023-10-01", "2023-10-31", "month")) == ""
