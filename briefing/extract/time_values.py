"""What the words of a time expression say, before any day is known: "Friday", "two years ago", "a year later".

The kinds follow TIMEX3 (Pustejovsky et al. 2003): calendar dates, offsets from the day of publication,
offsets from another event. `briefing.extract.dates` finds their days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.findings import EventDate, Precision

Unit = Literal[
    "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "semester", "year", "decade", "century"
]
Part = Literal["earlier", "later"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that need nothing else to be known."""

    days: EventDate


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month, or a day or days of a month, without a year. `turn`: -1 "last", 1 "next", 0 neither.

    `weekday`, where it is told too, tells the year better than the tense does.
    """

    month: int
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    turn: int = 0
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Easter:
    """A day so many days after Easter Sunday, of `year` or of the year that the tense points to."""

    offset: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season without a year; `first` is its first month."""

    first: int
    turn: int = 0
    this: bool = False  # "this fall" is that of the year of publication, whether over or to come


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, 1 to 4, without the year: the last one that is over, or the next."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 = Monday; `last` ends a run of days."""

    day: int
    turn: int = 0
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit so many units after the one of publication: 0 "this year", -1 "last year"."""

    unit: Unit
    count: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A month, season, quarter or half of the year so many years after that of publication."""

    first: int
    months: int
    years: int
    day: int | None = None
    precision: Precision = "month"


@dataclass(frozen=True, slots=True)
class UpTo:
    """Days from a first one on, up to a part of a year that is counted from publication."""

    first: EventDate
    last: YearPart


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (-) or after publication; `less`, `more`: units that it may be off."""

    unit: Unit
    count: int
    less: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """The run of so many units up to publication (-) or from it on (+)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Narrative:
    """So many units after another event; 0 is the same day or year. `unit` "weekday" counts to a day of the week."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class OfYear(Narrative):
    """A month, or a day of it, of the year that was named before, or so many years after that one."""

    month: int = 1
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """Placed in time, but not to be dated ("years ago", "when she came into office")."""


Value = (
    Fixed
    | Calendar
    | Easter
    | Season
    | Quarter
    | UpTo
    | Weekday
    | Shift
    | YearPart
    | Offset
    | Window
    | Narrative
    | Undated
)
