"""Rules for times that the calendar names: days, months, seasons, quarters."""

from __future__ import annotations

import re
from datetime import date

from briefing.extract import calendar_words as words
from briefing.extract.calendar_words import DAY, HOLIDAY, MONTH, MOVABLE, SEASON, YEAR
from briefing.extract.dates import join, months, span
from briefing.extract.time_grammar import LAST_DAY, NAMED_DAY, NO_MEASURE, OPENER, TO, TURN, rule, turn
from briefing.extract.time_values import (
    Calendar,
    Easter,
    Fixed,
    OfYear,
    Quarter,
    Season,
    Undated,
    UpTo,
    Value,
    YearPart,
)

# How far from a quarter, in characters, the words stand that say it is one of a business.
_ABOUT = 150
_BUSINESS = re.compile(
    r"(?i:percent|profit|earnings|revenue|sales|econom|GDP|growth|billion|million|shipments|output|%)"
)
_AWAY = {"previous": -1, "following": 1}


# ---- days


@rule(r"(?<![-/\d])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![-/\d])")
def _iso(match: re.Match[str]) -> Value | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


@rule(r"(?<![-/.\d])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d{2})(?![-/\d])")
def _slashed(match: re.Match[str]) -> Value | None:
    """Day and month are told apart only where one of them is no month; else the year is what is known."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if a == b or a > 12:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else Fixed(span("year", date(year, 1, 1)))


@rule(
    rf"""(?P<when>{NAMED_DAY}?(?P<m>{MONTH})\s(?:the\s)?(?P<d>{DAY}){LAST_DAY}(?:,?\s(?P<y>{YEAR}))?)
    (?!\s(?i:percent|million|billion)|\.\d|,\d)"""
)
def _month_day(match: re.Match[str]) -> Value | None:
    return _month_and_day(match)


@rule(
    rf"""(?i:between)\s(?P<when>(?P<wd>)(?P<m>{MONTH})\s(?P<d>{DAY})\sand\s(?P<m2>{MONTH})\s(?P<d2>{DAY})
    (?:,?\s(?P<y>{YEAR}))?)"""
)
def _between_days(match: re.Match[str]) -> Value | None:
    return _month_and_day(match)


@rule(
    rf"""{NAMED_DAY}?(?:the\s)?(?P<d>{DAY})(?:(?:{TO}|\s?&\s?)(?P<d2>{DAY}))?(?:\sof)?\s(?P<m>{MONTH})(?P<m2>)
    (?:,?\s(?P<y>{YEAR}))?(?!\s\d)"""
)
def _day_month(match: re.Match[str]) -> Value | None:
    return _month_and_day(match)


def _month_and_day_of(match: re.Match[str]) -> Value | None:
    year = int(match["y"])
    first = _day(year, words.MONTHS[match["m"]], words.day(match["d"]))
    last = _day(year, words.MONTHS[match["m2"]], words.day(match["d2"]))
    return Fixed(join(first.days, last.days)) if first and last and first.days.earliest < last.days.earliest else None


def _month_and_day(match: re.Match[str]) -> Value | None:
    month, day = words.MONTHS[match["m"]], words.day(match["d"])
    last_day = words.day(match["d2"]) if match["d2"] else None
    last_month = words.MONTHS[match["m2"]] if match["m2"] else None
    if last_day is not None and last_month is None and last_day <= day:
        return None  # a score before a date ("2-1 January")
    if match["y"] is None:
        return Calendar(month, day, last_month, last_day, weekday=words.WEEKDAYS.get(match["wd"] or ""))
    first = _day(int(match["y"]), month, day)
    if first is None or last_day is None:
        return first
    last = _day(int(match["y"]), last_month or month, last_day)
    return Fixed(join(first.days, last.days)) if last is not None else first


@rule(
    rf"""(?i:from|between)\s(?P<when>(?P<m>{MONTH})\s(?P<d>{DAY}),?\s(?P<y>{YEAR}),?\s(?:to|and|until|through|till)\s
    (?P<m2>{MONTH})\s(?P<d2>{DAY}),?\s(?P<y2>{YEAR}))"""
)
@rule(
    rf"""(?i:from|between)\s(?P<when>(?P<d>{DAY})\s(?P<m>{MONTH}),?\s(?P<y>{YEAR})\s(?:to|and|until|through|till)\s
    (?P<d2>{DAY})\s(?P<m2>{MONTH}),?\s(?P<y2>{YEAR}))"""
)
def _day_to_day(match: re.Match[str]) -> Value | None:
    first = _day(int(match["y"]), words.MONTHS[match["m"]], words.day(match["d"]))
    last = _day(int(match["y2"]), words.MONTHS[match["m2"]], words.day(match["d2"]))
    return Fixed(join(first.days, last.days)) if first and last and first.days.earliest < last.days.earliest else None


@rule(rf"(?P<turn>(?i:last|this\spast|next))\s(?P<m>{MONTH})\s(?P<d>{DAY})(?!,?\s{YEAR})")
def _turned_day(match: re.Match[str]) -> Value | None:
    """ "until last July 12"."""
    return Calendar(words.MONTHS[match["m"]], words.day(match["d"]), turn=turn(match["turn"]))


@rule(rf"(?P<h>{HOLIDAY})(?:,?\s(?P<y>{YEAR}))?")
def _holiday(match: re.Match[str]) -> Value | None:
    month, day = words.HOLIDAYS[match["h"]]
    return _day(int(match["y"]), month, day) if match["y"] else Calendar(month, day)


@rule(rf"(?P<h>{MOVABLE})(?:,?\s(?P<y>{YEAR}))?")
def _movable(match: re.Match[str]) -> Value | None:
    if re.match(r"\s(?:\w+\s){0,2}(?i:accords?|agreement|deal)\b", match.string[match.end() :]):
        return None  # "the Good Friday peace accord"
    return Easter(words.MOVABLES[match["h"]], int(match["y"]) if match["y"] else None)


def _day(year: int, month: int, day: int) -> Fixed | None:
    try:
        return Fixed(span("day", date(year, month, day)))
    except ValueError:
        return None


# ---- months


@rule(rf"{OPENER}?(?P<m>{MONTH})(?:{TO}(?P<m2>{MONTH}))?,?\s(?:of\s)?(?P<y>{YEAR})(?!,\d)")
def _month_year(match: re.Match[str]) -> Value | None:
    first, last = words.MONTHS[match["m"]], words.MONTHS[match["m2"] or match["m"]]
    year = int(match["y"])
    return Fixed(months(year - (last < first), first, (last - first) % 12 + 1, "month"))


@rule(
    rf"""(?i:from|between)\s(?P<when>(?P<m>{MONTH})\s(?P<y>{YEAR})\s(?:to|and|until|through|till)\s
    (?P<m2>{MONTH})\s(?P<y2>{YEAR}))"""
)
def _from_month_to_month(match: re.Match[str]) -> Value | None:
    first = months(int(match["y"]), words.MONTHS[match["m"]], 1, "month")
    last = months(int(match["y2"]), words.MONTHS[match["m2"]], 1, "month")
    return Fixed(join(first, last)) if first.earliest < last.earliest else None


@rule(
    rf"""(?i:from|between)\s(?P<when>(?P<m>{MONTH})\s(?P<y>{YEAR})\s(?:to|and|until|through|till)\s
    (?P<m2>{MONTH})\s(?:of\s)?(?P<turn>this|last)\syear)"""
)
def _up_to_a_month(match: re.Match[str]) -> Value | None:
    """ "between November 2006 and March of this year"."""
    until = YearPart(words.MONTHS[match["m2"]], 1, turn(match["turn"]))
    return UpTo(months(int(match["y"]), words.MONTHS[match["m"]], 1, "month"), until)


@rule(rf"(?P<m>{MONTH})(?:\sthrough|\sto|{TO})\s?(?P<m2>{MONTH})\squarter(?:\sof\s(?P<y>{YEAR}))?")
def _quarter_by_months(match: re.Match[str]) -> Value | None:
    """ "the April through June quarter"."""
    first, last = words.MONTHS[match["m"]], words.MONTHS[match["m2"]]
    if (first - 1) % 3 or last != first + 2:
        return None
    return Fixed(months(int(match["y"]), first, 3, "quarter")) if match["y"] else Quarter((first + 2) // 3)


@rule(rf"""(?P<m>{MONTH})\s(?P<d>{DAY})\s?[-–—]\s?(?P<m2>{MONTH})\s(?P<d2>{DAY}),?\s(?P<y>{YEAR})""")
def _days_apart(match: re.Match[str]) -> Value | None:
    """ "January 23 - March 9 2014"."""
    return _month_and_day_of(match)


@rule(
    rf"""(?i:in|since|by|until|till|through|throughout|from|to|of|during|before|after|between|and|for|as\sof)\s
    (?P<when>{OPENER}?(?P<m>{MONTH})(?:{TO}(?P<m2>{MONTH}))?)(?!\s\d|\s?[A-Z])"""
)
def _month(match: re.Match[str]) -> Value | None:
    month, last = words.MONTHS[match["m"]], words.MONTHS[match["m2"]] if match["m2"] else None
    apart = last is not None and (last - month) % 12 != 1 and " and " in match["when"]
    if apart and not match[0].lower().startswith("between"):
        return Undated()  # "fairs in March and July": two months, not all between
    return Calendar(month, None, last)


@rule(rf"(?i:the|an?|its|his|her|their|our|’s|'s|that)\s(?P<when>{OPENER}?(?P<m>{MONTH}))(?=\s[a-z]+)")
def _attributive_month(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]])


@rule(rf"(?P<m>{MONTH})(?:’s|'s)\s(?P<y>{YEAR})(?=\s[A-Za-z])")
def _month_of_its_year(match: re.Match[str]) -> Value | None:
    """ "March's 2014 fair"."""
    return Fixed(months(int(match["y"]), words.MONTHS[match["m"]], 1, "month"))


@rule(
    rf"(?P<turn>(?i:last|this|next))\syear,?\s(?:in|on)\s(?:(?P<d2>{DAY})\s)?(?P<m>{MONTH})(?:\s(?P<d>{DAY}))?(?!\s\d|\s{YEAR})"
)
def _year_and_month(match: re.Match[str]) -> Value | None:
    """ "last year in May"."""
    named = match["d"] or match["d2"]
    return YearPart(words.MONTHS[match["m"]], 1, turn(match["turn"]), words.day(named) if named else None)


@rule(rf"(?P<when>(?P<m>{MONTH}))(?=(?:’s|'s)\s[A-Za-z])")
def _month_of(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]])


@rule(rf"(?:(?i:early|late|earlier|later)\s|{OPENER})?(?:in\s)?{TURN}\s(?P<m>{MONTH})")
def _turned_month(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]], turn=turn(match["turn"]))


@rule(
    rf"""{OPENER}?(?:(?:the\s)?(?P<d2>{DAY})\s(?:of\s)?)?(?P<m>{MONTH})(?:\s(?P<d>{DAY}))?,?\s(?:of\s)?
    (?P<turn>last|this|next|the\sprevious|the\ssame|that|the\sfollowing)\syear"""
)
def _month_of_year(match: re.Match[str]) -> Value | None:
    named = match["d"] or match["d2"]
    month, day = words.MONTHS[match["m"]], words.day(named) if named else None
    if match["turn"] not in ("last", "this", "next"):
        return OfYear("year", _AWAY.get(match["turn"].removeprefix("the "), 0), month, day)
    return YearPart(month, 1, turn(match["turn"]), day)


# ---- seasons, quarters, halves


@rule(
    rf"""(?i:(?:the\s)?(?:early\s|late\s|mid-?)?(?P<s>{SEASON}),?\s(?:of\s)?(?P<y>{YEAR})
    (?:[-–/](?P<y2>\d{{2,4}}))?){NO_MEASURE}"""
)
def _season_year(match: re.Match[str]) -> Value | None:
    return Fixed(months(int(match["y"]), words.SEASONS[match["s"].lower()], 3, "season"))


@rule(rf"(?:(?i:early|late|earlier|later)\s|{OPENER})?{TURN}\s(?P<s>(?i:{SEASON}))(?!\s(?:in|of)\s)")
def _turned_season(match: re.Match[str]) -> Value | None:
    this = match["turn"].lower() == "this" and words.SEASONS[match["s"].lower()] != 12
    return Season(words.SEASONS[match["s"].lower()], turn(match["turn"]), this)


@rule(
    r"""(?i:in|over|during|by|until|since|before|after)\s
    (?P<when>(?i:(?:the\s)?(?:early\s|late\s|mid-?)?(?P<s>summer|winter|spring|autumn)))
    (?=[,.;:)]|\s(?:and|but|after|when|as|the|a)\s|$)"""
)
def _bare_season(match: re.Match[str]) -> Value | None:
    return Season(words.SEASONS[match["s"].lower()])


@rule(
    rf"""(?i:(?:the\s)?(?P<q>first|second|third|fourth|final|last)[-\s]quarter(?:\sof|\sin|,)?\s
    (?:the\s)?(?:fiscal\s(?:year\s)?)?(?P<y>{YEAR}))|(?P<q2>Q[1-4])[\s,]*(?:of\s)?(?P<y2>{YEAR})"""
)
def _quarter(match: re.Match[str]) -> Value | None:
    if "fiscal" in match[0].lower():
        return Undated()  # a company's fiscal quarters are its own
    number = int(match["q2"][1]) if match["q2"] else words.ORDINALS[match["q"].lower()]
    return Fixed(months(int(match["y"] or match["y2"]), 3 * number - 2, 3, "quarter"))


@rule(r"(?i:(?:in|for|during|of)\s(?P<when>the\s(?P<q>first|second|third|fourth)\squarter))(?!\s(?:of|in)\b|-)")
def _last_quarter(match: re.Match[str]) -> Value | None:
    """ "profits rose in the third quarter": of a business, not of a game."""
    around = match.string[max(0, match.start() - _ABOUT) : match.end() + _ABOUT]
    return Quarter(words.ORDINALS[match["q"].lower()]) if _BUSINESS.search(around) else None


@rule(
    r"""(?i:(?:the\s)?(?P<q>first|second|third|fourth|final)[-\s](?P<what>quarter|half)\sof\s
    (?P<turn>this|last|next|the\scurrent|the\sprevious|the)\s(?:calendar\s)?year)"""
)
def _part_of_year(match: re.Match[str]) -> Value | None:
    number, years = words.ORDINALS[match["q"].lower()], turn(match["turn"])
    if match["what"].lower() == "quarter":
        return YearPart(3 * number - 2, 3, years, precision="quarter")
    return YearPart(7 if number > 1 else 1, 6, years, precision="season") if number in (1, 2) else None


@rule(rf"(?i:(?:the\s)?(?P<q>first|second)\shalf\sof\s(?P<y>{YEAR}))")
def _half(match: re.Match[str]) -> Value | None:
    return Fixed(months(int(match["y"]), 1 if match["q"].lower() == "first" else 7, 6, "season"))
