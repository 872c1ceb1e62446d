"""Time expressions in running text, by a grammar over its words: what dates an event, and nothing else.

Durations ("for 18 months"), ages, rates ("every Friday", "a day") and words too vague to place
anything ("recently", "these days") are no expressions here. What the words mean is `briefing.extract.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing.extract import calendar_words as words
from briefing.extract.calendar_words import DAY, MONTH, NUMBER, SEASON, UNIT, WEEKDAY, YEAR
from briefing.extract.dates import (
    Calendar,
    Easter,
    Fixed,
    Narrative,
    Offset,
    Season,
    Shift,
    Undated,
    Value,
    Weekday,
    Window,
    YearPart,
    join,
    months,
    span,
)
from briefing.findings import EventDate


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: characters `start` up to `end` of the text that was searched, and what they mean."""

    start: int
    end: int
    value: Value


Reader = Callable[[re.Match[str]], Value | None]
_RULES: list[tuple[str, Reader]] = []


def find(text: str) -> list[Time]:
    """The time expressions of a paragraph in the order of the text; where two overlap, the longer one."""
    found: list[tuple[int, int, Value]] = []
    if not _WORTH_A_LOOK.search(text):
        return []
    for pattern, reader in _compiled():
        for match in pattern.finditer(text):
            start, end = match.span("when") if "when" in pattern.groupindex else match.span()
            value = reader(match)
            if value is not None and end > start:
                found.append((start, end, value))
    found.sort(key=lambda item: (item[0] - item[1], item[0]))
    taken: list[tuple[int, int]] = []
    times = []
    for start, end, value in found:
        if all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
            times.append(Time(start, end, value))
    return sorted(times, key=lambda time: time.start)


_WORTH_A_LOOK = re.compile(
    rf"\d|(?i:day|week|month|year|decade|centur|night|moment|hour|minute|morrow|tonight|morning|evening|quarter|term|\bwar\b|WWI|ties\b)|{MONTH}|(?i:{SEASON})|(?:{words.HOLIDAY})|(?:{words.MOVABLE})"
)


@cache
def _compiled() -> list[tuple[re.Pattern[str], Reader]]:
    periods = [(re.compile(rf"(?<![\w’'])(?:{pattern})(?!\w)"), _constant(days)) for pattern, days in words.periods()]
    return periods + [
        (re.compile(rf"(?<![\w$€£¥#])(?:{pattern})(?![\w])", re.VERBOSE), reader) for pattern, reader in _RULES
    ]


def _constant(days: EventDate) -> Reader:
    return lambda match: Fixed(days)


def _rule(pattern: str) -> Callable[[Reader], Reader]:
    """Adds a pattern to the grammar; a group named `when` is the expression, else the whole match.

    Patterns are verbose: blanks count only as `\\s` or `[ ]`. Capitals matter unless `(?i:...)` says otherwise.
    """

    def add(reader: Reader) -> Reader:
        _RULES.append((pattern, reader))
        return reader

    return add


_S = r"\s"
_OF_DAY = r"(?i:morning|afternoon|evening|night|noon|midday|midnight|lunchtime|dawn)"
_NAMED_DAY = rf"(?:{WEEKDAY}(?:\s{_OF_DAY})?,?\s)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?)"
_LATER_EARLIER = r"(?i:(?P<part>earlier|later|late|early)\s)"
_OPENERS = r"(?i:(?:the\s)?(?:early|late|mid|middle|beginning|start|end|close|first\shalf|second\shalf|turn|course)(?:\sin|\sof|\sto)?[-\s–]+(?:the\s)?)"
_TURN = r"(?i:(?P<turn>last|next|this|this\spast|this\scoming|the\scoming|the\spast|past|coming|the\sprevious|previous|the\scurrent|the\snext|the\slast))"
_NO_MEASURE = rf"(?!\s?(?:%|[-–]\d)|\s(?i:{words.MEASURE})\b)"


# ---- days with a month


@_rule(r"(?<![-/\d])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![-/\d])")
def _iso(match: re.Match[str]) -> Value | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


@_rule(r"(?<![-/.\d])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d{2})(?![-/\d])")
def _slashed(match: re.Match[str]) -> Value | None:
    """Day and month are told apart only where one of them is no month; else the year is what is known."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if a == b or a > 12:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else Fixed(span("year", date(year, 1, 1)))


_LAST_DAY = rf"(?:{_TO}(?:(?P<m2>{MONTH})\s)?(?P<d2>{DAY}))?"


@_rule(
    rf"(?P<when>{_NAMED_DAY}?(?P<m>{MONTH})\s(?:the\s)?(?P<d>{DAY}){_LAST_DAY}(?:,?\s(?P<y>{YEAR}))?)(?!\s(?i:percent|million|billion|%)|\.\d|,\d)"
)
def _month_day(match: re.Match[str]) -> Value | None:
    return _month_and_day(match)


@_rule(
    rf"(?P<when>{_NAMED_DAY}?(?:the\s)?(?P<d>{DAY})(?:{_TO}(?P<d2>{DAY}))?(?:\sof)?\s(?P<m>{MONTH})(?P<m2>){_OPENERS}?(?:,?\s(?P<y>{YEAR})(?!\s\w+s\b))?)(?!\s\d)"
)
def _day_month(match: re.Match[str]) -> Value | None:
    return _month_and_day(match)


def _month_and_day(match: re.Match[str]) -> Value | None:
    month, day = words.MONTHS[match["m"]], words.day(match["d"])
    last_day = words.day(match["d2"]) if match["d2"] else None
    last_month = words.MONTHS[match["m2"]] if match["m2"] else None
    if match["y"] is None:
        return Calendar(month, day, last_month, last_day)
    first = _day(int(match["y"]), month, day)
    if first is None or last_day is None:
        return first
    last = _day(int(match["y"]), last_month or month, last_day)
    return Fixed(join(first.days, last.days)) if last is not None else first


def _day(year: int, month: int, day: int) -> Fixed | None:
    try:
        return Fixed(span("day", date(year, month, day)))
    except ValueError:
        return None


# ---- months, quarters, seasons, halves, holidays


@_rule(rf"{_OPENERS}?(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?,?\s(?:of\s)?(?P<y>{YEAR})(?!,\d)")
def _month_year(match: re.Match[str]) -> Value | None:
    first, last = words.MONTHS[match["m"]], words.MONTHS[match["m2"] or match["m"]]
    year = int(match["y"])
    start = year - (last < first)
    return Fixed(months(start, first, (last - first) % 12 + 1, "month"))


@_rule(
    rf"(?i:in|since|by|until|till|through|throughout|from|to|of|during|before|after|between|and|for|as\sof)\s(?P<when>{_OPENERS}?(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?)(?!\s\d|\s?[A-Z])"
)
def _month(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]], None, words.MONTHS[match["m2"]] if match["m2"] else None)


@_rule(rf"(?i:the|a|an|its|his|her|their|our|’s|'s|that)\s(?P<when>{_OPENERS}?(?P<m>{MONTH}))(?=\s[a-z]+)")
def _attributive_month(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]])


@_rule(rf"(?P<when>(?P<m>{MONTH}))(?=(?:’s|'s)\s[a-z])")
def _month_of(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]])


@_rule(rf"(?:{_LATER_EARLIER}|{_OPENERS})?(?:in\s)?{_TURN}\s(?P<m>{MONTH})")
def _turned_month(match: re.Match[str]) -> Value | None:
    return Calendar(words.MONTHS[match["m"]], turn=_turn(match["turn"]))


@_rule(
    rf"(?i:(?P<when>(?:the\s)?(?:early|late|mid-?)?\s?(?P<s>{SEASON}),?\s(?:of\s)?(?P<y>{YEAR})(?:[-–/](?P<y2>\d{{2,4}}))?)){_NO_MEASURE}"
)
def _season_year(match: re.Match[str]) -> Value | None:
    return Fixed(months(int(match["y"]), words.SEASONS[match["s"].lower()], 3, "season"))


@_rule(rf"(?i:(?:{_LATER_EARLIER}|{_OPENERS})?{_TURN}\s(?P<s>{SEASON}))(?!\s(?:in|of)\s)")
def _turned_season(match: re.Match[str]) -> Value | None:
    turn = _turn(match["turn"])
    return Season(words.SEASONS[match["s"].lower()], turn)


@_rule(
    rf"(?i:in|over|during|by|until|since|before|after)\s(?P<when>(?i:(?:the\s)?(?:early\s|late\s|mid-?)?(?P<s>summer|winter|spring|autumn)))(?=[,.;:)]|\s(?:and|but|after|when|as|the|a)\s|$)"
)
def _bare_season(match: re.Match[str]) -> Value | None:
    return Season(words.SEASONS[match["s"].lower()])


@_rule(
    rf"(?i:(?:the\s)?(?P<q>first|second|third|fourth|final|last)[-\s]quarter(?:\sof|\sin|,)?\s(?:the\s)?(?:fiscal\s(?:year\s)?)?(?P<y>{YEAR}))|(?P<q2>Q[1-4])[\s,]*(?:of\s)?(?P<y2>{YEAR})"
)
def _quarter(match: re.Match[str]) -> Value | None:
    if "fiscal" in match[0].lower():
        return Undated()  # a company's fiscal quarters are its own
    number = int(match["q2"][1]) if match["q2"] else words.ORDINALS[match["q"].lower()]
    return Fixed(months(int(match["y"] or match["y2"]), 3 * number - 2, 3, "quarter"))


@_rule(
    r"(?i:(?:the\s)?(?P<q>first|second|third|fourth|final)[-\s](?P<what>quarter|half)\sof\s(?P<turn>this|last|next|the|the\scurrent|the\sprevious)\s(?:calendar\s)?year)"
)
def _quarter_of(match: re.Match[str]) -> Value | None:
    number = words.ORDINALS[match["q"].lower()]
    years = _turn(match["turn"])
    if match["what"].lower() == "half":
        return YearPart(7 if number > 1 else 1, 6, years, precision="season") if number in (1, 2) else None
    return YearPart(3 * number - 2, 3, years, precision="quarter")


@_rule(rf"(?i:(?:the\s)?(?P<q>first|second)\shalf\sof\s(?P<y>{YEAR}))")
def _half(match: re.Match[str]) -> Value | None:
    return Fixed(months(int(match["y"]), 1 if match["q"].lower() == "first" else 7, 6, "season"))


@_rule(rf"(?P<h>{words.HOLIDAY})(?:,?\s(?P<y>{YEAR}))?")
def _holiday(match: re.Match[str]) -> Value | None:
    month, day = words.HOLIDAYS[match["h"]]
    return _day(int(match["y"]), month, day) if match["y"] else Calendar(month, day)


@_rule(rf"(?P<h>{words.MOVABLE})(?:,?\s(?P<y>{YEAR}))?")
def _movable(match: re.Match[str]) -> Value | None:
    return Easter(words.MOVABLES[match["h"]], int(match["y"]) if match["y"] else None)


@_rule(
    rf"(?:{_OPENERS})?(?P<m>{MONTH})(?:\s(?P<d>{DAY}))?,?\s(?:of\s)?(?P<turn>last|this|next|the\sprevious|the\ssame|that|the\sfollowing)\syear"
)
def _month_of_year(match: re.Match[str]) -> Value | None:
    month, day = words.MONTHS[match["m"]], words.day(match["d"]) if match["d"] else None
    if match["turn"] not in ("last", "this", "next"):
        return Undated()
    return YearPart(month, 1, _turn(match["turn"]), day)


# ---- years and longer


@_rule(rf"(?i:from|between)\s(?P<when>(?P<a>{YEAR})\s(?:to|and|until|through|till)\s(?P<b>{YEAR}))")
def _from_to(match: re.Match[str]) -> Value | None:
    return _years(int(match["a"]), int(match["b"]))


@_rule(rf"(?<![-–/\d.,])(?P<a>{YEAR})[-–/](?P<b>\d{{2}}(?:\d\d)?)(?![-–/\d]|,\d)")
def _year_range(match: re.Match[str]) -> Value | None:
    first, last = int(match["a"]), int(match["b"])
    return _years(first, last if last > 99 else first // 100 * 100 + last)


def _years(first: int, last: int) -> Fixed | None:
    if not first < last <= first + 300:
        return None
    return Fixed(EventDate(date(first, 1, 1), date(last, 12, 31), "year"))


@_rule(rf"(?i:(?:the\s)?(?:fiscal|financial)(?:\syear)?|FY)\s?(?P<y>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?")
def _fiscal(match: re.Match[str]) -> Value | None:
    """Fiscal years begin in other months; the one that names it is the year where it ends."""
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@_rule(
    rf"(?i:in|since|by|until|till|til|through|from|of|before|after|around|about|circa|during|throughout|for|to|as\sof|and|or|than|back\sto)\s(?P<when>{_OPENERS}?(?:the\syear\s)?(?P<y>{YEAR})){_NO_MEASURE}(?!,\d|\.\d|\sBC|\sB\.C)"
)
def _year(match: re.Match[str]) -> Value | None:
    number = int(match["y"])
    lead = match[0].split()[0].lower()
    if lead in ("of", "for", "to", "and", "or", "than", "about", "around", "from") and not 1700 <= number <= 2100:
        return None
    return Fixed(span("year", date(number, 1, 1)))


@_rule(
    rf"(?i:the|a|an|its|his|her|their|our|’s|'s|late|early|mid)[-\s](?P<when>(?P<y>1[7-9]\d\d|20[0-9]\d)){_NO_MEASURE}(?=\s[A-Za-z])"
)
def _attributive_year(match: re.Match[str]) -> Value | None:
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@_rule(
    rf"\((?:c\.\s|born\s|b\.\s|d\.\s|died\s|[A-Z][\w\s]+,\s)?(?P<when>(?P<y>1[5-9]\d\d|20\d\d))\)|(?i:mid|early|late)-(?P<y2>1[5-9]\d\d|20\d\d)(?!\d|s)"
)
def _bracketed_year(match: re.Match[str]) -> Value | None:
    return Fixed(span("year", date(int(match["y"] or match["y2"]), 1, 1)))


@_rule(r"(?:^|[.;]\s)(?:[“\"])?(?P<when>In\s(?P<y>1[5-9]\d\d|20\d\d)),")
def _opening_year(match: re.Match[str]) -> Value | None:
    return Fixed(span("year", date(int(match["y"]), 1, 1)))


@_rule(
    r"(?i:(?:the\s)?(?:(?:early|late|mid|middle|end|start)[-–\s]*(?:to[-\s]mid-?|of\sthe|to[-\s]late-?)?\s?)?)(?P<y>1[0-9]\d0|20\d0|[’'‘]\d0)[’']?s"
)
def _decade(match: re.Match[str]) -> Value | None:
    digits = match["y"]
    year = int(digits) if digits[0] in "12" else 1900 + int(digits[1:])
    if year % 100 == 0:  # "the 1800s" are a century, "the 2000s" more often ten years
        return Fixed(
            EventDate(
                date(year, 1, 1),
                date(year + (9 if year == 2000 else 99), 12, 31),
                "decade" if year == 2000 else "century",
            )
        )
    return Fixed(span("decade", date(year, 1, 1)))


@_rule(rf"(?i:the\s(?:(?:early|late|mid)[-–\s]+)?(?P<d>{words.DECADE}))")
def _named_decade(match: re.Match[str]) -> Value | None:
    return Fixed(span("decade", date(words.DECADES[match["d"].lower()], 1, 1)))


@_rule(
    r"(?i:(?:the\s)?(?:(?:early|late|mid|turn\sof\sthe)[-–\s]+)?(?P<n>\d{1,2})(?:st|nd|rd|th)[-\s]centur(?:y|ies))(?P<bc>\s(?:BCE?|B\.C\.))?"
)
def _century(match: re.Match[str]) -> Value | None:
    number = int(match["n"])
    if match["bc"]:
        return Undated()
    return Fixed(span("century", date(number * 100 - 50, 1, 1))) if 1 <= number <= 22 else None


@_rule(r"\d[\d,]*\s(?:BCE?|B\.C\.)")
def _before_christ(match: re.Match[str]) -> Value | None:
    return Undated()


# ---- days and units told from the day of publication


@_rule(
    rf"(?<!every\s)(?<!each\s)(?P<when>(?:(?i:(?:early|late|later|earlier)\s(?:on\s)?))?(?i:(?:(?P<turn>last|next|this|this\spast|this\scoming|the\sprevious|the\sfollowing)\s)?)(?P<w>{WEEKDAY})(?:{_TO}(?P<w2>{WEEKDAY}))?(?:\s(?i:last|next)\sweek)?(?:\s{_OF_DAY})?)(?!s)"
)
def _weekday(match: re.Match[str]) -> Value | None:
    day = words.WEEKDAYS[match["w"]]
    turn = (match["turn"] or "").lower()
    if turn in ("the previous", "the following"):
        return Undated()
    if match["w2"] and re.search(r"\band\b", match[0]):
        return None  # two days, two expressions
    side = (
        -1
        if turn in ("last", "this past") or "last week" in match[0]
        else 1
        if turn == "next" or "next week" in match[0]
        else 0
    )
    return Weekday(day, side, words.WEEKDAYS[match["w2"]] if match["w2"] else None)


@_rule(
    r"(?i:the\sday\s(?P<far>before\syesterday|after\stomorrow))|(?i:(?:(?:early|late|later|earlier)\s(?:on\s)?)?(?P<d>today|yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)|overnight)(?:\s(?:morning|afternoon|evening|night))?)(?!(?:’s|'s)\s(?:world|society|generation))"
)
def _deictic_day(match: re.Match[str]) -> Value | None:
    if match["far"]:
        return Shift("day", -2 if "yesterday" in match["far"].lower() else 2)
    name = match["d"].lower()
    if name == "overnight":
        return None
    return Shift("day", {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(name, 0))


@_rule(
    rf"(?i:(?:(?P<part>earlier|later|late|early|sometime)\s(?:on\s|in\s)?|{_OPENERS})?(?P<turn>this|last|next|the\sprevious|the\scoming|the\spast|the\slast|the\supcoming|this\spast|this\scoming|the\scurrent)\s(?P<u>week|weekend|month|quarter|year|decade|century|fortnight|semester))(?!-(?:old|long)|s)"
)
def _shifted(match: re.Match[str]) -> Value | None:
    turn, unit = match["turn"].lower(), words.UNITS[match["u"].lower()]
    if turn == "the previous":
        return Narrative(unit, -1)
    if turn in ("the past", "the last") and unit != "weekend":
        return Window(unit, -1)
    if turn == "the coming" and unit != "weekend":
        return Window(unit, 1)
    side = _turn(turn)
    part = (match["part"] or "").lower()
    within = "earlier" if part in ("earlier", "early") else "later" if part in ("later", "late") else None
    return Shift(unit, side, within if side == 0 and part in ("earlier", "later") else None)


@_rule(
    r"(?i:(?:(?P<part>earlier|later)\sin\s|(?:by|at|before|until|since|towards?)\s(?=the\s(?:end|beginning|start|close|turn)\sof))(?P<when>(?:the\s(?:end|beginning|start|close|middle|turn)\sof\s)?the\s(?P<u>day|week|month|year|decade|century)))(?=[,.;:)]|$|\s(?:and|but|with|as|to|after|when|in|on|at|the)\b)"
)
def _end_of(match: re.Match[str]) -> Value | None:
    if match["part"]:
        return Undated()  # of which month, only the story knows
    return Shift(words.UNITS[match["u"].lower()], 0)


@_rule(
    rf"(?i:(?P<slack>more\sthan|over|about|around|nearly|almost|some|roughly|less\sthan|under|at\sleast|just|only|just\sover|just\sunder|approximately|exactly)\s)?(?i:(?P<n>{NUMBER}|half\sa)(?P<half>\sand\sa\shalf)?[-\s](?P<u>{UNIT})s?(?P<half2>\sand\sa\shalf)?\s(?P<ago>ago|back|from\snow|hence|prior|earlier\sthis)(?:\stoday)?)(?!\sin\sthe)"
)
def _ago(match: re.Match[str]) -> Value | None:
    unit, ago = words.UNITS[match["u"].lower()], match["ago"].lower()
    if ago in ("prior", "earlier this"):
        return None
    sign = 1 if ago in ("from now", "hence") else -1
    if match["n"].lower() == "half a":
        halves = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "hour": ("minute", 30)}
        if unit not in halves:
            return None
        smaller, count = halves[unit]
        return Offset(smaller, sign * count, 5, 5) if unit == "century" else Offset(smaller, sign * count)  # type: ignore[arg-type]
    count = words.number(match["n"])
    if (match["half"] or match["half2"]) and unit in ("year", "decade"):
        return Offset(
            "month" if unit == "year" else "year",
            sign * (count * (12 if unit == "year" else 10) + (6 if unit == "year" else 5)),
        )
    slack = (match["slack"] or "").lower()
    if slack in ("more than", "over", "at least", "just over"):
        return Offset(unit, sign * count, *((1, 0) if sign < 0 else (0, 1)))
    if slack in ("nearly", "almost", "less than", "under", "just under"):
        return Offset(unit, sign * count, *((0, 1) if sign < 0 else (1, 0)))
    if slack in ("about", "around", "some", "roughly", "approximately"):
        return Offset(unit, sign * count, 1, 1)
    return Offset(unit, sign * count)


@_rule(
    rf"(?i:(?:several|a\sfew|some|many|dozens\sof|hundreds\sof|thousands\sof|a\snumber\sof)\s)?(?i:{UNIT}s\sago|(?:long|a\swhile|a\sgeneration|generations|moments?)\sago)"
)
def _vaguely_ago(match: re.Match[str]) -> Value | None:
    return Undated()


@_rule(
    rf"(?i:in|over|during|within|for|throughout|across)\s(?P<when>(?i:(?:the|these)\s(?P<side>past|last|previous|preceding|next|coming|following)\s(?P<n>{NUMBER})[-\s](?P<u>{UNIT})s?))"
)
def _window(match: re.Match[str]) -> Value | None:
    side, unit, count = match["side"].lower(), words.UNITS[match["u"].lower()], words.number(match["n"])
    if side in ("previous", "preceding", "following"):
        return Undated()
    return Window(unit, count if side in ("next", "coming") else -count)


@_rule(rf"(?i:(?:in|within)\s(?P<n>{NUMBER})[-\s](?P<u>{UNIT})(?:s[’']|[’']s|s)?\stime)")
def _in_time(match: re.Match[str]) -> Value | None:
    return Offset(words.UNITS[match["u"].lower()], words.number(match["n"]))


# ---- told from another event


@_rule(
    rf"(?i:(?P<slack>more\sthan|less\sthan|over|about|around|nearly|almost|some|roughly|at\sleast|barely|only|just|not\slong)\s)?(?i:(?:(?P<n>{NUMBER}|several|a\sfew|many|some|weeks\sor|half\sa)\s)?(?:{UNIT}|moment)(?:s|’s|'s)?(?:\sand\sa\shalf)?\s(?P<side>later|earlier|before|afterwards?|beforehand|previously|after)(?P<clause>\s(?=\w))?)"
)
def _later(match: re.Match[str]) -> Value | None:
    side, count = match["side"].lower(), match["n"]
    if count is None and not re.match(r"\w+s\s", match[0]):
        return None  # "day after day", "the day before" has its own rule
    exact = bool(count) and not match["slack"] and re.fullmatch(NUMBER, count or "", re.IGNORECASE) is not None
    if not exact or " half" in match[0].lower() or (side in ("before", "after") and match["clause"]):
        return Undated()
    unit_word = (
        re.sub(
            r"(?:s|’s|'s)?\s(?:later|earlier|before|afterwards?|beforehand|previously|after)\s?$",
            "",
            match[0],
            flags=re.IGNORECASE,
        )
        .split()[-1]
        .lower()
    )
    if unit_word not in words.UNITS:
        return Undated()
    sign = -1 if side in ("earlier", "before", "beforehand", "previously") else 1
    return Narrative(words.UNITS[unit_word], sign * words.number(count))


@_rule(
    r"(?i:(?:(?:early|late|later|earlier|on|in)\s)?(?P<which>the\s(?:very\s)?(?:next|following|previous|preceding|same)|that(?:\s(?:very|same))?|later\sthat|earlier\sthat)\s(?P<u>day|night|morning|afternoon|evening|week|weekend|month|summer|winter|spring|autumn|fall|year|decade|century))(?=[,.;:)—–]|$|\s(?!(?:of|that|when)\s)\w|’s|'s)"
)
def _next_day(match: re.Match[str]) -> Value | None:
    which = match["which"].lower()
    unit = words.UNITS.get(
        {"morning": "day", "afternoon": "day", "evening": "day"}.get(match["u"].lower(), match["u"].lower())
    )
    if unit is None:
        return Undated()
    return Narrative(
        unit, 1 if "next" in which or "following" in which else -1 if "previous" in which or "preceding" in which else 0
    )


@_rule(r"(?i:the\s(?P<u>day|night|morning|week|month|year)\s(?P<side>before|after|earlier|prior)(?:\s(?P<more>\w+))?)")
def _day_before(match: re.Match[str]) -> Value | None:
    if match["more"] and match["side"].lower() in ("before", "after"):
        return Undated()
    unit = words.UNITS.get(match["u"].lower(), "day")
    return Narrative(unit, 1 if match["side"].lower() == "after" else -1)


@_rule(
    rf"(?i:(?:after|following)\s(?:(?:more\sthan|less\sthan|over|about|around|nearly|almost|some|roughly|at\sleast|just)\s)?(?:{NUMBER}|several|a\sfew|many|half\sa)[-\s](?:straight\s|consecutive\s|tumultuous\s|long\s)?(?:{UNIT})(?:s|’s|'s|s’)?\s(?:of|in|at|as)(?:\s(?:[a-z]+(?:-[a-z]+)*|[A-Z]\w+))(?:\s(?:and\s)?[a-z]+(?:ions?|ings?|ks))?)|(?i:(?:after|following)\s(?:weeks|months|years|decades|days|hours|centuries|a\syear|a\smonth|a\sweek|a\sdecade)\sof\s(?:[a-z]+(?:-[a-z]+)*)(?:\s(?:and\s)?[a-z]+(?:ions?|ings?|ks))?)"
)
def _after_a_while(match: re.Match[str]) -> Value | None:
    return Undated()


def _turn(phrase: str) -> int:
    phrase = phrase.lower()
    if "next" in phrase or "coming" in phrase:
        return 1
    return -1 if any(word in phrase for word in ("last", "past", "previous")) else 0


def _check() -> Iterator[str]:
    yield from (pattern for pattern, _ in _RULES)
