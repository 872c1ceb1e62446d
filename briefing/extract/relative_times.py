"""Rules for times told from the day of publication ("Friday", "two years ago") or from another event."""

from __future__ import annotations

import re

from briefing.extract import calendar_words as words
from briefing.extract.calendar_words import NUMBER, UNIT, WEEKDAY
from briefing.extract.time_grammar import OF_DAY, OPENER, SLACK, TO, rule, turn
from briefing.extract.time_values import Narrative, Offset, Shift, Undated, Unit, Value, Weekday, Window

# Half of a unit in smaller ones.
_HALVES: dict[Unit, tuple[Unit, int]] = {
    "century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("day", 15), "hour": ("minute", 30),
}  # fmt: skip
_NEARLY = re.compile(r"(?i:recent|past|last|few|coming|next|these|those)\s$")
_VAGUE = r"(?i:several|a\sfew|some|many|dozens\sof|hundreds\sof|thousands\sof|a\snumber\sof|weeks\sor|half\sa)"
_WHILE = rf"""(?i:(?:{NUMBER}|{_VAGUE})[-\s](?:straight\s|consecutive\s|tumultuous\s|long\s)?{UNIT}(?:s’|s'|’s|'s|s)?
    |weeks|months|years|decades|days|hours|centuries|an?\s(?:year|month|week|decade))"""


# ---- from publication


@rule(
    rf"""(?<!every\s)(?<!each\s)(?:(?i:early|late|later|earlier)\s(?:on\s)?)?
    (?:(?P<turn>(?i:last|next|this\spast|this\scoming|this|the\sprevious|the\sfollowing))\s)?
    (?P<w>{WEEKDAY})(?:(?!\sand\b){TO}(?P<w2>{WEEKDAY}))?(?:\s(?P<week>(?i:last|next|this))\sweek)?(?:\s{OF_DAY})?(?!s)"""
)
def _weekday(match: re.Match[str]) -> Value | None:
    side = (match["turn"] or "").lower()
    if side in ("the previous", "the following"):
        return Undated()
    last = words.WEEKDAYS[match["w2"]] if match["w2"] else None
    return (
        Weekday(words.WEEKDAYS[match["w"]], turn(side) if side != "this coming" else 0, last)
        if not match["week"]
        else Weekday(words.WEEKDAYS[match["w"]], turn(match["week"]), last)
    )


@rule(r"(?i:the\sday\s(?P<far>before\syesterday|after\stomorrow))")
def _second_day(match: re.Match[str]) -> Value | None:
    return Shift("day", -2 if "yesterday" in match["far"].lower() else 2)


@rule(
    r"""(?i:(?:(?:early|late|later|earlier)\s(?:on\s)?)?
    (?P<d>today|yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))
    (?:\s(?:morning|afternoon|evening|night))?)(?!(?:’s|'s)\s(?:world|society|generation|standards))"""
)
def _deictic_day(match: re.Match[str]) -> Value | None:
    return Shift("day", {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["d"].lower(), 0))


@rule(
    rf"""(?:(?P<part>(?i:earlier|later|late|early|sometime))\s(?:on\s|in\s)?|{OPENER})?
    (?P<turn>(?i:this\spast|this\scoming|this|last|next|the\sprevious|the\scoming|the\spast|the\slast|the\supcoming|
    the\scurrent))\s(?P<u>(?i:week|weekend|month|quarter|year|decade|century|fortnight|semester))(?!-(?:old|long)|s)"""
)
def _shifted(match: re.Match[str]) -> Value | None:
    which, unit = match["turn"].lower(), words.UNITS[match["u"].lower()]
    if which == "the previous":
        return Narrative(unit, -1)
    if which in ("the past", "the last", "this past", "the coming") and unit != "weekend":
        return Window(unit, 1 if which == "the coming" else -1)
    side, part = turn(which), (match["part"] or "").lower()
    if which == "this coming":
        side = 0 if unit == "weekend" else 1
    return Shift(unit, side, "earlier" if part == "earlier" else "later" if part == "later" else None)


@rule(r"(?i:(?:by|at|before|until)\s(?P<when>year[-\s]end|(?:the\s)?end\sof\s(?:the\s)?year))(?!-)")
def _year_end(match: re.Match[str]) -> Value | None:
    return Shift("year", 0)


@rule(
    r"""(?:(?i:by|at|before|until|since|towards?)\s)
    (?P<when>(?i:the\s(?:end|beginning|start|close|turn)\sof\sthe\s(?P<u>day|week|month|year|decade|century)))
    (?=[,.;:)]|$|\s(?:and|but|with|as|to|after|when|in|on|at|the)\b)"""
)
def _end_of(match: re.Match[str]) -> Value | None:
    return Shift(words.UNITS[match["u"].lower()], 0)


@rule(
    rf"""{SLACK}(?i:(?P<n>{NUMBER}|half\san?)(?P<half>\sand\sa\shalf)?[-\s](?P<u>{UNIT})s?(?P<half2>\sand\sa\shalf)?
    \s(?P<ago>ago|back|from\snow|hence)(?:\stoday)?)"""
)
def _ago(match: re.Match[str]) -> Value | None:
    unit, back = words.UNITS[match["u"].lower()], match["ago"].lower() in ("ago", "back")
    sign = -1 if back else 1
    if match["n"].lower().startswith("half"):
        smaller, count = _HALVES.get(unit, (unit, 0))
        off = 5 if unit == "century" else 0
        return Offset(smaller, sign * count, off, off) if count else None
    count = words.number(match["n"])
    if match["half"] or match["half2"]:
        smaller, half = _HALVES.get(unit, (unit, 0))
        return Offset(smaller, sign * (2 * half * count + half)) if half else Undated()
    slack = (match["slack"] or "").lower()
    if slack in ("more than", "over", "at least", "just over"):
        return Offset(unit, sign * count, *((1, 0) if back else (0, 1)))
    if slack in ("nearly", "almost", "less than", "under", "just under", "not long"):
        return Offset(unit, sign * count, *((0, 1) if back else (1, 0)))
    if slack in ("about", "around", "some", "roughly", "approximately"):
        return Offset(unit, sign * count, 1, 1)
    return Offset(unit, sign * count)


@rule(
    rf"""(?i:(?:{_VAGUE}\s)?(?:more\s)?{UNIT}s\s(?:ago|back(?!\s(?:in|at|on)\b))|(?:long|a\s(?:long\s)?while|a\sgeneration|generations|moments?|
    not\s(?:so\s)?long)\sago)"""
)
def _vaguely_ago(match: re.Match[str]) -> Value | None:
    return Undated()


@rule(
    rf"""(?i:in|over|during|within|for|throughout|across)\s
    (?P<when>(?i:(?:the|these)\s(?P<side>past|last|previous|preceding|next|coming|following)\s
    (?:(?P<n>{NUMBER})[-\s])?(?P<u>{UNIT})(?P<s>s)?))(?![-’']|\sof\s)"""
)
def _window(match: re.Match[str]) -> Value | None:
    side, unit = match["side"].lower(), words.UNITS[match["u"].lower()]
    if match["n"] is None and (match["s"] or unit == "weekend"):
        return None  # "in the coming weeks": no telling when
    count = words.number(match["n"]) if match["n"] else 1
    if side in ("previous", "preceding", "following"):
        return Undated() if match["n"] else None
    return Window(unit, count if side in ("next", "coming") else -count)


@rule(rf"(?i:(?:in|within)\s(?P<n>{NUMBER})[-\s](?P<u>{UNIT})(?:s[’']|[’']s|s)?\stime)")
def _in_time(match: re.Match[str]) -> Value | None:
    return Offset(words.UNITS[match["u"].lower()], words.number(match["n"]))


# ---- from another event


@rule(
    rf"""{SLACK}(?i:(?:(?P<n>{NUMBER}|{_VAGUE})\s)?(?P<u>{UNIT}|moment)(?P<s>s’|s'|’s|'s|s)?(?P<half>\sand\sa\shalf)?
    \s(?P<side>later|earlier|before|afterwards?|beforehand|previously|after))"""
)
def _later(match: re.Match[str]) -> Value | None:
    side, count = match["side"].lower(), match["n"]
    if count is None and (not match["s"] or _NEARLY.search(match.string[: match.start()])):
        return None  # "day after day"; "the day before" has its own rule; "in recent years after"
    clause = side in ("before", "after") and re.match(r"\s\w", match.string[match.end() :])
    exact = count is not None and re.fullmatch(NUMBER, count, re.IGNORECASE) is not None
    if clause or not exact or match["slack"] or match["half"] or match["u"].lower() not in words.UNITS:
        return Undated()
    sign = -1 if side in ("earlier", "before", "beforehand", "previously") else 1
    return Narrative(words.UNITS[match["u"].lower()], sign * words.number(str(count)))


@rule(
    r"""(?i:(?:(?:early|late|later|earlier|on|in)\s)?
    (?P<which>the\s(?:very\s)?(?:next|following|previous|preceding|same)|that(?:\s(?:very|same))?|later\sthat|
    earlier\sthat)\s(?P<u>day|night|morning|afternoon|evening|week|weekend|month|summer|winter|spring|autumn|fall|
    year|decade|century))(?!\s(?:after|by)\s(?:day|week|month|year)\b)(?=[,.;:)—–]|$|\s(?!(?:of|that|when|we|he|she|they|you|I)\s)\w|’s|'s)"""
)
def _next_day(match: re.Match[str]) -> Value | None:
    which, name = match["which"].lower(), match["u"].lower()
    unit = words.UNITS.get("day" if name in ("morning", "afternoon", "evening") else name)
    if unit is None:
        return Undated()
    ahead = any(word in which for word in ("next", "following"))
    return Narrative(unit, 1 if ahead else -1 if any(word in which for word in ("previous", "preceding")) else 0)


@rule(
    r"(?i:the\s(?P<u>day|night|morning|week|month|year)\s(?P<side>before|after|earlier|prior)(?P<of>\s(?:the|his|her|its|their|he|she|it|they|an?|[A-Z]\w+))?)"
)
def _day_before(match: re.Match[str]) -> Value | None:
    if match["of"] and match["side"].lower() in ("before", "after"):
        return Undated()
    unit = words.UNITS.get(match["u"].lower(), "day")
    return Narrative(unit, 1 if match["side"].lower() == "after" else -1)


@rule(
    rf"""(?i:after|following)\s{SLACK}{_WHILE}\s(?i:of|in|at|as)\s(?i:[a-z]+(?:-[a-z]+)*)
    (?:\s(?:(?i:and)\s)?[a-z]+(?:ions?|ings?|ks))?"""
)
def _after_a_while(match: re.Match[str]) -> Value | None:
    """How long after what, without the day that it began."""
    return Undated()
