"""The days that a time expression comes to, once the day of publication is known. Weeks begin on Monday."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from briefing.extract.time_values import (
    Calendar,
    Easter,
    Fixed,
    Narrative,
    Offset,
    OfYear,
    Quarter,
    Season,
    Shift,
    Undated,
    Unit,
    UpTo,
    Value,
    Weekday,
    Window,
    YearPart,
)
from briefing.findings import EventDate, Precision

# The precision of the days that a unit of time leaves open.
_PRECISION: dict[Unit, Precision] = {
    "minute": "day", "hour": "day", "day": "day", "week": "week", "fortnight": "week", "weekend": "day",
    "month": "month", "quarter": "quarter", "semester": "season", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
_FINENESS: dict[Precision, int] = {
    "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5, "century": 6,
}  # fmt: skip


def resolve(
    value: Value, published: date | None, future: bool | None = False, anchor: EventDate | None = None
) -> EventDate | None:
    """The days that a value comes to, or None where they can't be known.

    `future` is what the tense of the clause says (None: it does not tell, the nearest is taken);
    `anchor` are the days of the event that a `Narrative` counts from.
    """
    try:
        if isinstance(value, Fixed):
            return value.days
        if isinstance(value, Narrative):
            return _from_anchor(value, anchor)
        if isinstance(value, Easter) and value.year is not None:
            return span("day", easter(value.year) + timedelta(value.offset))
        if published is None or isinstance(value, Undated):
            return None
        return _from_publication(value, published, future)
    except (OverflowError, ValueError):  # past the calendar's ends, 30 February
        return None


def span(unit: Unit, day: date, precision: Precision | None = None) -> EventDate:
    """The unit of the calendar that holds `day`."""
    first = last = day
    if unit in ("week", "fortnight"):
        first = day - timedelta(day.weekday())
        last = first + timedelta(6 if unit == "week" else 13)
    elif unit == "weekend":
        first = day - timedelta(day.weekday()) + timedelta(5)
        last = first + timedelta(1)
    elif unit in ("month", "quarter", "semester"):
        length = {"month": 1, "quarter": 3, "semester": 6}[unit]
        return months(day.year, (day.month - 1) // length * length + 1, length, precision or _PRECISION[unit])
    elif unit in ("year", "decade", "century"):
        length = {"year": 1, "decade": 10, "century": 100}[unit]
        start = day.year // length * length if unit != "century" else (day.year - 1) // 100 * 100 + 1
        first, last = date(start, 1, 1), date(min(start + length - 1, MAXYEAR), 12, 31)
    return EventDate(first, last, precision or _PRECISION[unit])


def months(year: int, first: int, length: int, precision: Precision) -> EventDate:
    """So many whole months from month `first` of `year` on."""
    start = date(year, first, 1)
    end = _plus_months(start, length - 1)
    return EventDate(start, end.replace(day=monthrange(end.year, end.month)[1]), precision)


def join(a: EventDate, b: EventDate) -> EventDate:
    """From the first day of the one to the last of the other, as precise as the less precise."""
    coarse = a.precision if _FINENESS[a.precision] >= _FINENESS[b.precision] else b.precision
    return EventDate(min(a.earliest, b.earliest), max(a.latest, b.latest), coarse)


def plus(day: date, unit: Unit, count: int) -> date:
    """`day` and so many units; the last day of a shorter month. Raises OverflowError past the calendar's ends."""
    if unit in ("minute", "hour"):
        return day + timedelta(round(count / (24 if unit == "hour" else 1440)))
    if unit in ("day", "week", "weekend", "fortnight"):
        return day + timedelta(count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return _plus_months(
        day, count * {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    )


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _plus_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _from_publication(value: Value, published: date, future: bool | None) -> EventDate | None:
    if isinstance(value, Weekday):
        return _weekday(value, published, bool(future))
    if isinstance(value, Calendar):
        return _in_year(value, published, future)
    if isinstance(value, Quarter):
        options = [months(y, 3 * value.number - 2, 3, "quarter") for y in _years(published)]
        return (
            next((d for d in options if d.latest > published), None)
            if future
            else next((d for d in reversed(options) if d.latest < published), None)
        )
    if isinstance(value, UpTo):
        last = _from_publication(value.last, published, future)
        return join(value.first, last) if last is not None and value.first.earliest < last.earliest else None
    if isinstance(value, Season) and value.this:
        return months(published.year, value.first, 3, "season")
    if isinstance(value, Season):
        return _nearest([months(y, value.first, 3, "season") for y in _years(published)], published, future, value.turn)
    if isinstance(value, Easter):
        days = [span("day", easter(y) + timedelta(value.offset)) for y in _years(published)]
        return _nearest(days, published, future, 0)
    if isinstance(value, Shift):
        return _shift(value, published, bool(future))
    if isinstance(value, YearPart):
        year = published.year + value.years
        if value.day is not None:
            return span("day", date(year, value.first, value.day))
        return months(year, value.first, value.months, value.precision)
    if isinstance(value, Offset):
        return _offset(value, published)
    if isinstance(value, Window):
        other = plus(published, value.unit, value.count)
        return EventDate(min(other, published), max(other, published), _PRECISION[value.unit])
    return None


def _weekday(value: Weekday, published: date, future: bool) -> EventDate:
    """The last such day up to publication or the next from it on; with "last", "next" the one of that week."""
    today = published.weekday()
    if value.turn > 0:
        back = today - value.day - 7
    elif value.turn < 0:
        back = today - value.day + (7 if today != 6 or value.day == 6 else 0)
    else:
        back = -((value.day - today) % 7) if future else (today - value.day) % 7
    first = published - timedelta(back)
    if value.last is None:
        return span("day", first)
    length = (value.last - value.day) % 7
    if not future and value.turn == 0 and first + timedelta(length) > published:
        first -= timedelta(7)
    return EventDate(first, first + timedelta(length), "day")


def _in_year(value: Calendar, published: date, future: bool | None) -> EventDate | None:
    options = []
    for year in _years(published):
        try:
            if value.day is None:
                length = ((value.last_month or value.month) - value.month) % 12 + 1
                options.append(months(year, value.month, length, "month"))
                continue
            first = date(year, value.month, value.day)
            last_month = value.last_month or value.month
            last = date(year + (last_month < value.month), last_month, value.last_day or value.day)
            options.append(EventDate(first, last, "day"))
        except ValueError:  # 29 February
            continue
    if value.weekday is not None:
        matching = [days for days in options if days.earliest.weekday() == value.weekday]
        options, future = matching or options, None if matching else future
    return _nearest(options, published, future, value.turn)


def _years(published: date) -> range:
    return range(max(MINYEAR, published.year - 4), min(MAXYEAR, published.year + 4) + 1)


def _nearest(options: list[EventDate], published: date, future: bool | None, turn: int) -> EventDate | None:
    """The last one up to publication, the next one from it on, or the nearer of both.

    The running one counts as either, but not after "last" and "next".
    """
    before = [
        d for d in options if (d.latest if turn else d.earliest) < published or (not turn and d.earliest <= published)
    ]
    after = [
        d for d in options if (d.earliest if turn else d.latest) > published or (not turn and d.latest >= published)
    ]
    past, coming = (before[-1] if before else None), (after[0] if after else None)
    if turn:
        return past if turn < 0 else coming
    if future is not None or past is None or coming is None:
        return coming if future else past
    return past if published - past.latest <= coming.earliest - published else coming


def _shift(value: Shift, published: date, future: bool) -> EventDate | None:
    if value.unit == "weekend" and value.count == 0:
        days = span("weekend", published)
        if not future and days.earliest > published:
            days = span("weekend", published - timedelta(7))
    else:
        start = span(value.unit, published).earliest if value.unit not in ("day", "hour", "minute") else published
        days = span(value.unit, plus(start, value.unit, value.count))
    if value.part and days.earliest <= published <= days.latest:
        if value.part == "earlier":
            return EventDate(days.earliest, published, days.precision)
        return EventDate(published, days.latest, days.precision)
    return days


def _offset(value: Offset, published: date) -> EventDate:
    middle = plus(published, value.unit, value.count)
    unit: Unit = "day" if value.unit in ("minute", "hour") else "week" if value.unit == "fortnight" else value.unit
    if value.unit == "decade" and not (value.less or value.more):
        # "two decades ago" is a round number of years: five to either side.
        return EventDate(
            plus(middle, "year", -5).replace(month=1, day=1),
            plus(middle, "year", 4).replace(month=12, day=31),
            "decade",
        )
    if not (value.less or value.more):
        return span(unit, middle)
    first = span(unit, plus(middle, value.unit, -value.less))
    last = span(unit, plus(middle, value.unit, value.more))
    return EventDate(first.earliest, min(last.latest, published) if value.count < 0 else last.latest, first.precision)


def _from_anchor(value: Narrative, anchor: EventDate | None) -> EventDate | None:
    """Counted from another event; unknown unless that is at least as precise as the unit."""
    if anchor is None or _FINENESS[anchor.precision] > _FINENESS[_PRECISION[value.unit]]:
        return None
    if isinstance(value, OfYear):
        year = anchor.earliest.year + value.count
        return span("day", date(year, value.month, value.day)) if value.day else months(year, value.month, 1, "month")
    if anchor.precision == "day" and anchor.earliest != anchor.latest and value.unit in ("day", "hour", "minute"):
        return None
    day = anchor.earliest if value.count <= 0 else anchor.latest
    if value.unit in ("minute", "hour") and abs(value.count) >= 12:
        return None
    return span("day" if value.unit in ("minute", "hour") else value.unit, plus(day, value.unit, value.count))
