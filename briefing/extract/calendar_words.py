"""The words of the calendar as tables and as regular expressions, from `data/calendar.toml`."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, cast

from briefing.extract.time_values import Unit
from briefing.findings import EventDate, Precision

_DATA = Path(__file__).parent / "data"
_TABLES: dict[str, dict[str, Any]] = tomllib.loads((_DATA / "calendar.toml").read_text(encoding="utf-8"))

MONTHS: dict[str, int] = _TABLES["months"]
WEEKDAYS: dict[str, int] = _TABLES["weekdays"]
SEASONS: dict[str, int] = _TABLES["seasons"]
HOLIDAYS: dict[str, tuple[int, int]] = {name: (month, day) for name, (month, day) in _TABLES["holidays"].items()}
MOVABLES: dict[str, int] = _TABLES["movable"]
UNITS: dict[str, Unit] = _TABLES["units"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
DECADES: dict[str, int] = _TABLES["decades"]
CENTURIES: dict[str, int] = _TABLES["centuries"]
_NUMBERS: dict[str, int] = _TABLES["numbers"]


def _any(names: dict[str, Any]) -> str:
    """One of the names, as a verbose regular expression; an abbreviation's point may be missing in none."""
    ordered = sorted(names, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name) + (r"\b" if name[-1].isalpha() else "") for name in ordered) + ")"


MONTH, WEEKDAY, SEASON, HOLIDAY, MOVABLE, DECADE, CENTURY = (
    _any(table) for table in (MONTHS, WEEKDAYS, SEASONS, HOLIDAYS, MOVABLES, DECADES, CENTURIES)
)
UNIT = "(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
_TENS = _any({name: value for name, value in _NUMBERS.items() if name.isalpha() and value in range(20, 100, 10)})
_ONES = _any({name: value for name, value in _NUMBERS.items() if len(name) > 2 and value in range(1, 10)})
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_TENS}[-‐‑]{_ONES}|" + _any(_NUMBERS)[3:]
DAY = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]))"
YEAR = r"(?:1[0-9]\d\d|20\d\d|21\d\d)(?!\d)"
# What a bare number counts, so that it is no year.
MEASURE = (
    r"(?:percent|per|people|persons|troops|soldiers|men|women|children|dollars|euros|pounds|yuan|rupees|km|kilomet(?:er|re)s|"
    r"miles|met(?:er|re)s|feet|tons|tonnes|barrels|hours|days|weeks|months|years|times|hectares|acres|cases|deaths|"
    r"million|billion|trillion|thousand|employees|workers|jobs|students|members|homes|houses|companies|delegates|"
    r"police|officers|personnel|seats|votes|points|megawatts|MW|GW|mm|cm|kg|sq|square|hp|units|vehicles|residents)"
)


def number(text: str) -> int:
    """A number in words or digits ("18", "a couple of")."""
    folded = re.sub(r"\s+", " ", text.lower())
    tens, _, ones = re.sub("[‐‑]", "-", folded).partition("-")
    if ones and tens in _NUMBERS:  # "thirty-five"
        return _NUMBERS[tens] + _NUMBERS[ones]
    return _NUMBERS[folded] if folded in _NUMBERS else int(folded.replace(",", ""))


def day(text: str) -> int:
    """A day of the month with or without its ending ("3rd")."""
    return int(re.sub(r"\D", "", text))


def periods() -> list[tuple[str, EventDate]]:
    """Wars and days that have a name which dates them: a regular expression and the days."""
    rows = (line.split("\t") for line in (_DATA / "periods.tsv").read_text(encoding="utf-8").splitlines())
    return [
        (row[0], EventDate(date.fromisoformat(row[1]), date.fromisoformat(row[2]), cast(Precision, row[3])))
        for row in rows
        if len(row) == 4
    ]
