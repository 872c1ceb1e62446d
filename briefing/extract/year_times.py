"""Rules for years and what is longer: runs of years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from briefing.extract import calendar_words as words
from briefing.extract.calendar_words import CENTURY, DECADE, YEAR
from briefing.extract.dates import span
from briefing.extract.time_grammar import NO_MEASURE, OPENER, rule
from briefing.extract.time_values import Fixed, Undated, Value
from briefing.findings import EventDate

_MODERN = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"


# ---- years


@rule(
    rf"(?i:from|between)\s(?:(?i:about|around|roughly)\s)?(?P<when>(?P<a>{YEAR})\s(?:to|and|until|through|till)\s(?P<b>{YEAR}))"
)
def _from_to(match: re.Match[str]) -> Value | None:
    return _years(int(match["a"]), int(match["b"]))


@rule(rf"(?<![-–/\d.,])(?P<a>{YEAR})[-–/](?P<b>\d\d(?:\d\d)?)(?![-–/\d]|,\d)")
def _year_range(match: re.Match[str]) -> Value | None:
    first, last = int(match["a"]), int(match["b"])
    return _years(first, last if last > 99 else first // 100 * 100 + last)


def _years(first: int, last: int) -> Fixed | None:
    if not first < last <= first + 300:
        return None
    return Fixed(EventDate(date(first, 1, 1), date(last, 12, 31), "year"))


@rule(rf"(?i:(?:the\s)?(?:fiscal|financial)(?:\syear)?|FY)\s?(?P<y>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?")
def _fiscal(match: re.Match[str]) -> Value | None:
    """Fiscal years begin in other months; the one that names it is the year where it ends."""
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@rule(
    rf"""(?P<lead>(?i:in|since|by|until|till|til|through|from|of|before|after|around|about|circa|during|throughout|
    for|to|as\sof|and|or|than|back\sto))\s(?P<when>{OPENER}?(?:the\syear\s)?(?P<y>{YEAR})){NO_MEASURE}"""
)
def _year(match: re.Match[str]) -> Value | None:
    number, lead = int(match["y"]), match["lead"].lower()
    if lead in ("of", "for", "to", "and", "or", "than", "about", "around", "from") and not 1700 <= number <= 2100:
        return None
    return Fixed(span("year", date(number, 1, 1)))


@rule(
    rf"(?i:the|an?|its|his|her|their|our|’s|'s|late|early|mid)[-\s](?P<when>(?P<y>{_MODERN})){NO_MEASURE}(?=\s[A-Za-z])"
)
def _attributive_year(match: re.Match[str]) -> Value | None:
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@rule(rf"{OPENER}?(?i:this|last|next|the|the\scurrent)\syear,?\s(?P<y>{_MODERN}){NO_MEASURE}")
def _year_named_twice(match: re.Match[str]) -> Value | None:
    """ "by the end of this year 2021"."""
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@rule(rf"(?i:mid|early|late)-(?P<y>{_MODERN})")
def _part_of_a_year(match: re.Match[str]) -> Value | None:
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


# ---- longer


@rule(
    r"""(?i:from|between)\s(?P<when>(?i:the\s)?(?:(?i:early|late|mid)[-\s])?(?P<a>1[5-9]\d0|20\d0)s?\s
    (?i:to|and|until|through)\s(?i:the\s)?(?:(?i:early|late|mid)[-\s])?(?P<b>1[5-9]\d0|20\d0)s)"""
)
def _decades(match: re.Match[str]) -> Value | None:
    """ "between the 1930s and 1960s"."""
    first, last = int(match["a"]), int(match["b"])
    if not first < last <= first + 300:
        return None
    return Fixed(EventDate(date(first, 1, 1), date(last + 9, 12, 31), "decade"))


@rule(
    r"""(?i:(?:the\s)?(?:(?:early|late|mid|middle|end|start)[-–\s]*(?:to[-\s]mid-?|of\sthe|to[-\s]late-?)?\s?)?)
    (?P<y>1[0-9]\d0|20\d0|[’'‘]\d0)[’']?s"""
)
def _decade(match: re.Match[str]) -> Value | None:
    digits = match["y"]
    year = int(digits) if digits[0] in "12" else 1900 + int(digits[1:])
    if year % 100:
        return Fixed(span("decade", date(year, 1, 1)))
    if year == 2000:  # "the 1800s" are a century, "the 2000s" ten years
        return Fixed(span("decade", date(year, 1, 1)))
    return Fixed(EventDate(date(year, 1, 1), date(year + 99, 12, 31), "century"))


@rule(rf"(?i:the\s(?:(?:early|late|mid)[-–\s]+)?(?P<d>{DECADE}))")
def _named_decade(match: re.Match[str]) -> Value | None:
    return Fixed(span("decade", date(words.DECADES[match["d"].lower()], 1, 1)))


@rule(
    rf"""(?i:(?:the\s)?(?:(?:early|late|mid|turn\sof\sthe)[-–\s]+)?
    (?P<n>\d{{1,2}}(?:st|nd|rd|th)|{CENTURY})[-\s]centur(?:y|ies))(?P<bc>\s(?:BCE?|B\.C\.))?"""
)
def _century(match: re.Match[str]) -> Value | None:
    named = match["n"].lower()
    number = words.CENTURIES.get(named) or words.day(named)
    if match["bc"]:
        return Undated()
    return Fixed(span("century", date(number * 100 - 50, 1, 1))) if 1 <= number <= 22 else None


@rule(r"(?i:(?:the\s)?(?P<a>\d{1,2})(?:st|nd|rd|th)\s(?:and|to|or)\s(?P<b>\d{1,2})(?:st|nd|rd|th)\scenturies)")
def _centuries(match: re.Match[str]) -> Value | None:
    """ "around the 14th and 15th centuries"."""
    first, last = int(match["a"]), int(match["b"])
    if not 1 <= first < last <= 22:
        return None
    return Fixed(EventDate(date(first * 100 - 99, 1, 1), date(last * 100, 12, 31), "century"))


@rule(r"\d[\d,]*\s(?:BCE?|B\.C\.)")
def _before_christ(match: re.Match[str]) -> Value | None:
    return Undated()
