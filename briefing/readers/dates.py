"""The publication date, where a line of the text or an address says it in full. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_YEAR}[/.](?P<number>\d\d?)[/.](?P<day>\d\d?)(?!\d)",
        # day and month in figures only where they can't be taken for each other
        rf"\b(?P<day>1[3-9]|2\d|3[01])[/.-](?P<number>0?[1-9]|1[0-2])[/.-]{_YEAR}\b",
        rf"\b(?P<number>0?[1-9]|1[0-2])[/-](?P<day>1[3-9]|2\d|3[01])[/-]{_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"\b{_DAY}\s*(?:of\s+)?[- ]?{_MONTH}\s*,?[- ]?\s*{_YEAR}\b",
    )
)
# what may stand beside the date on a line of its own: weekday, time, zone, and words for publishing
_TIME = re.compile(r"(?i)[T ]?\d\d?[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?Z?|[+-]\d\d:?\d\d\b")
_BESIDE = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b[ap]\.?m\b"
    r"|\b(?:gmt|utc|bst|[a-z]{1,2}[sd]t|ist|jst|at|on|date|local|time|hrs?|h)\b"
)
_TOLD = re.compile(
    r"(?i)^[\W_]*(?P<what>(?:first\s+|last\s+)?(?:published|posted|publication date|date published|pub(?:lished)? date"
    r"|date|updated|modified|last updated|created|issued))\b(?:\s+(?:on|at))?\s*:?\s*"
)
_IN_PATH = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?|[a-z]{3})/(?P<day>\d\d?)(?=[/?_.-]|$)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"/(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?=[/?]|$)"),
    # news addresses carry the day as eight digits, some with a time or a serial number of four or six after it
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?!\d)"),
)
# a place in capitals or as a name, then the date, then the agency in brackets and a dash
_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n—–]{0,60}?\s*\([A-Z][\w/. -]{1,24}\)\s*[-–—]")


def in_line(line: str) -> tuple[date, bool] | None:
    """The date of a line that holds nothing else, and whether it is called an update."""
    told = _TOLD.match(line)
    rest = line[told.end() :] if told else line
    for shape in _SHAPES:
        match = shape.search(rest)
        if match and (day := _date(match)):
            others = _BESIDE.sub(" ", _TIME.sub(" ", rest[: match.start()] + " " + rest[match.end() :]))
            if not re.search(r"\w", others):
                update = bool(told and re.search(r"(?i)updat|modif", told["what"]))
                return day, update
    return None


def in_url(url: str) -> date | None:
    """The day in an address ("/2022/07/19/", "2022-07-19", "20220719"), or None."""
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://[" is no address
        return None
    path = f"{parts.path}?{parts.query}"
    for shape in _IN_PATH:
        for match in shape.finditer(path):
            if day := _from_parts(match["year"], match["month"], match["day"]):
                return day
    return None


def in_dateline(paragraph: str) -> date | None:
    """The full date in an agency's dateline: "PORT ELLEN, Norland, May 14 2021 (XNA) - ..."."""
    opening = _DATELINE.match(paragraph)
    if not opening:
        return None
    for shape in _SHAPES:
        if match := shape.search(opening.group()):
            return _date(match)
    return None


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    return _from_parts(parts["year"], parts.get("month") or parts.get("number") or "", parts["day"])


def _from_parts(year: str, month: str, day: str) -> date | None:
    number = (
        _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else int(month) if month.isdigit() else 0
    )
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
