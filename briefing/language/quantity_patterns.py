"""The regular expressions for numbers and dates; their words stand in quantities.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

# The word lists of quantities.toml by name.
WORDS: dict[str, list[str]] = tomllib.loads(
    resources.files(__package__).joinpath("quantities.toml").read_text(encoding="utf-8")
)


def _any(*names: str, ending: str = "") -> str:
    words = sorted((re.escape(w) for name in names for w in WORDS[name]), key=len, reverse=True)
    return f"(?:{'|'.join(words)}){ending}".replace("'", "['’]").replace(r"\ ", r"\s")


BEFORE_YEARS = frozenset(WORDS["before_years"])
WEEKDAY_NAMES = _any("weekdays")

MONTH = rf"(?:{_any('months')}|{_any('month_abbreviations')}(?:\.|(?=\s\d)))"
WEEKDAY = rf"(?:{_any('weekdays')}s?|{_any('weekday_abbreviations')}\.)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)\d\d"
SCALE = _any("scales")
DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
SMALL = rf"(?:{_any('tens')}(?:[-\s]{_any('ones')})?|{_any('teens')}|{_any('ones')})"
PLAIN = rf"(?:{DIGITS}|(?i:{SMALL}))"
VAGUE = (
    r"(?i:(?:(?:tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?:\sof\s(?:thousands|millions|billions|trillions))?))"
)
SCALED = (
    rf"(?:{PLAIN}(?:\sand\sa\shalf)?(?:[\s-]{SCALE}){{1,2}}"
    rf"|(?i:a|several|a\sfew|many|a\scouple)\s{SCALE}(?:\s(?:thousand|million|billion))?)"
)
NUMBER = rf"(?:{SCALED}|{PLAIN}|{VAGUE})"
SPAN = rf"(?:{NUMBER}(?:\s?(?:-|–|to|or)\s?{NUMBER})?)"
MANY = rf"(?:{SPAN}|(?i:several|a\sfew|few|many|a\scouple\sof|half\san?))"
COUNT = rf"(?:{MANY}|(?i:an?))"
PERIOD = r"(?:day|week|month|year|decade|century|centuries|quarter-century|half-century|fortnight|weekend)s?"
HOURS = r"(?:hours?|minutes?|seconds|hrs?|mins?|(?<!\ba\s)second)"
PART = r"(?:morning|afternoon|evening|night)"
ZONE = r"(?:\s?\(?(?:GMT|UTC|EST|EDT|ET|PST|PDT|CET|BST|IST|local\stime)\b\)?)?"
SIGN = rf"(?:(?:{_any('currency_prefixes')}\s?)?{_any('currency_signs')})"
SHORT_SCALE = rf"(?:[\s-]?(?:{SCALE}|tn|bn|mn|m|k|M|B|K|cr)\b)"
NATION = r"(?:(?:U\.?S\.?|[A-Z]\w+(?:an|ish|ese|i|n|ic))\s)?"
CURRENCY = rf"(?:{_any('currencies')}|pounds?(?=\ssterling))s?"
UNIT = rf"(?i:{_any('units')}s?)(?:\s(?:per|an)\s(?:hour|second|day))?"
END = r"(?!\w)"

AGO = r"(?:\s(?:ago|earlier|later))"
ROUGHLY = r"(?:(?i:early|mid|late)[\s-])"
CENTURY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{_any('ordinals')}))"
NEAR = r"(?i:last|past|next|previous|coming|following|first|final|latest)"
BARE = "(?:decades|centuries|years|months|weeks|days)"
DECADES = "(?:teens|[2-9]0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"

_TABLE: list[tuple[str, str, str]] = [
    # Dates with a day or a month
    (
        "DATE", "calendar",
        rf"(?:{WEEKDAY},?\s)?{MONTH}\s{DAY}(?:(?:\s?[-–]\s?|\sand\s|\sto\s){DAY})?(?:(?:,\s|\s){YEAR})?",
    ),
    ("DATE", "calendar", rf"(?:{WEEKDAY},?\s)?(?:the\s)?{DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?"),
    ("DATE", "calendar", rf"{ROUGHLY}?{MONTH}(?:,?\s|\sof\s){YEAR}"),
    ("DATE", "calendar", r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|9/11"),
    (
        "DATE", "month",
        rf"(?:(?i:last|next|this|mid)[\s-])?{MONTH}"
        r"(?:\sof\s(?:last|this|next|the\sfollowing|the\sprevious)\syear)?",
    ),
    ("DATE", "calendar", rf"(?:(?i:last|next|this|this\spast|this\scoming|every)\s)?{WEEKDAY}"),
    ("DATE", "calendar", rf"(?i:the\s)?(?i:first|second|third|fourth|last)\s{WEEKDAY}\s(?:of|in)\s{MONTH}"),
    ("DATE", "calendar", rf"{_any('holidays')}(?:\s{YEAR})?"),
    ("DATE", "relative", r"(?i:today|yesterday|tomorrow)"),
    ("DATE", "relative", r"(?i:the\sday\s(?:before|after))(?:(?=[,.])|\s(?:yesterday|tomorrow))"),
    # Years and what is named by them
    ("DATE", "calendar", rf"(?i:the\s)?{ROUGHLY}?(?:1\d|20)\d0['’]?s|(?:the\s)?['’]\d0['’]?s"),
    ("DATE", "calendar", rf"{ROUGHLY}{YEAR}"),
    ("DATE", "calendar", rf"(?i:fiscal\s(?:year\s)?){YEAR}|(?i:FY)\s?(?:{YEAR}|\d\d)"),
    (
        "DATE", "calendar",
        r"(?i:first|second|third|fourth|last|next|this)\s(?:quarter|half)"
        rf"(?:\sof\s(?:{YEAR}|(?:the|last|this|next)\syear))?",
    ),
    ("DATE", "calendar", rf"(?:(?i:last|next|this|the|early|late)\s)?(?i:{_any('seasons')})(?:\sof)?\s{YEAR}"),
    ("DATE", "calendar", rf"(?i:last|next|this)\s{_any('seasons')}"),
    (
        "DATE", "calendar",
        rf"(?i:mid-)?(?:{CENTURY}\s(?:and|to)\s)?{CENTURY}[\s-][Cc]entur(?:y|ies)(?:\s(?:BC|AD|BCE))?",
    ),
    ("DATE", "calendar", r"A\.?D\.?\s\d{1,4}|\d{1,4}\s?(?:B\.?C\.?E?\.?|A\.D\.)"),
    ("DATE", "year", rf"{YEAR}(?:\s?[-–]\s?(?:{YEAR}|\d\d)|/\d\d)?(?:\s(?:BC|AD|BCE))?"),
    # Periods of a day and more
    ("DATE", "last", rf"(?i:the\s)?{NEAR}\s(?:{SPAN}|several|few|couple\sof)\s{PERIOD}"),
    (
        "DATE", "relative",
        r"(?i:(?:the\s)?(?:past|previous|coming|following)|last|next|this|this\s(?:past|coming)|each|every|recent"
        rf"|the\ssame)\s(?:half[\s-]century|{PERIOD})",
    ),
    ("DATE", "article-period", r"(?i:an?)\s(?:day|week|month|year|decade|(?:quarter-|half-)?century|fortnight)"),
    ("DATE", "relative", rf"(?i:an?|the)\s{PERIOD}(?:{AGO}|\sbefore(?=[.,;]))"),
    ("DATE", "period", rf"{MANY}\s(?:more\s|consecutive\s|straight\s)?{PERIOD}(?:[\s-]old\b)?{AGO}?"),
    ("DATE", "period", rf"{SPAN}-{PERIOD}(?:[\s-](?:old|long))?"),
    ("DATE", "relative", rf"(?i:{BARE})[\s-](?:ago|earlier|later|long|old)"),
    ("DATE", "period", rf"(?<=for\s){BARE}|(?i:{BARE})(?=\s(?:after|before|of)\b)"),
    ("DATE", "period", r"(?:century|decade|year|month|week|day)[\s-](?:long|old)"),
    ("DATE", "age-word", r"(?<=aged\s)\d{1,3}|(?<=\bage\s)\d{1,3}|(?<=\bage\sof\s)\d{1,3}"),
    ("DATE", "age-word", rf"(?:his|her|their)\s(?:early\s|mid-|late\s)?{DECADES}"),
    ("DATE", "age", r"(?<=,\s)\d{1,2}(?=[,.;])|(?<=\()\d{1,2}(?=\))"),
    # Shorter than a day
    (
        "TIME", "clock",
        rf"(?:\d{{1,2}}(?:[:.]\d\d)?|(?i:{SMALL}))\s?"
        rf"(?:[ap]\.\s?m\.|[ap]m\b|AM\b|PM\b|A\.M\.|P\.M\.|o['’]clock){ZONE}",
    ),
    ("TIME", "clock", rf"(?:[01]?\d|2[0-3]):[0-5]\d(?::\d\d)?{ZONE}|(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC|hours)"),
    (
        "TIME", "time",
        rf"(?:(?i:early|late)\s)?(?:{WEEKDAY},?|(?i:this|that|every|each|tomorrow|yesterday|last))\s{PART}",
    ),
    ("TIME", "time", rf"(?<!pre-)(?i:overnight|midnight|midday|noon|tonight|dawn|dusk|(?:early|late)\s{PART})"),
    ("TIME", "time", rf"(?i:the\s)?{NEAR}\s(?:{COUNT}\s)?{HOURS}"),
    ("TIME", "article-hour", rf"(?i:an?)\s(?:hour|minute){AGO}?"),
    ("TIME", "hours", rf"{MANY}[\s-](?:more\s)?{HOURS}{AGO}?"),
    ("TIME", "hours", rf"(?i:hours|minutes|seconds){AGO}|(?<=for\s)hours|(?i:hours|minutes)(?=\s(?:after|before)\b)"),
    # Amounts
    ("PERCENT", "percent", rf"{SPAN}(?:\s?%|[\s-](?:percent|per\scent|pct|percentage[\s-]points?))"),
    ("PERCENT", "percent", rf"{PLAIN}%?\s?(?:-|–|to)\s?{PLAIN}\s?%"),
    ("MONEY", "money", rf"{SIGN}\s?{DIGITS}(?:\s?[-–]\s?{SIGN}?{DIGITS})?{SHORT_SCALE}?(?:[\s-]{SCALE})?"),
    ("MONEY", "money", rf"\b{_any('currency_codes')}\s?{DIGITS}{SHORT_SCALE}?"),
    ("MONEY", "money", rf"(?:{SPAN}|(?i:several|a\sfew)){SHORT_SCALE}?(?:\sof)?[\s-]{NATION}{CURRENCY}"),
    ("MONEY", "money", rf"{DIGITS}{SHORT_SCALE}?\s(?:USD|EUR|GBP|CHF|AUD|CAD|AED|INR)"),
    ("MONEY", "money", r"(?:multi-)?(?:million|billion|trillion)[\s-]dollar"),
    ("MONEY", "money", rf"{SCALED}\s(?:pounds|won|reais|reals|crowns)"),
    ("QUANTITY", "quantity", rf"{SPAN}[\s-]?{UNIT}|(?i:several|a\sfew|a\scouple\sof)\s(?:{SCALE}\s)?{UNIT}"),
    # Plain numbers
    ("ORDINAL", "ordinal", rf"(?i:(?:{_any('tens')}-)?{_any('ordinals')})|\d+(?:st|nd|rd|th)"),
    ("CARDINAL", "fraction", rf"(?i:{SMALL}|a)[\s-]{_any('fractions')}s?(?=\sof\b|\sthe\b)"),
    ("CARDINAL", "fraction", rf"(?i:{SMALL})-{_any('fractions')}s|(?i:half)(?=\s(?:of|the|a\s{SCALE})\b)"),
    ("CARDINAL", "number", rf"(?i:half\sa)\s{SCALE}"),
    ("CARDINAL", "score", r"\d{1,3}[-–]\d{1,3}(?![-–])"),
    ("CARDINAL", "one", r"(?i:one)"),
    ("CARDINAL", "number", NUMBER),
]  # fmt: skip

_BEFORE = r"(?<![\w$€£@#/])(?<![A-Za-z0-9][-–.,](?=\d))"


@cache
def patterns() -> list[tuple[str, str, re.Pattern[str]]]:
    """Label, kind (what `quantities` checks around it) and pattern, in the order that breaks ties.

    Compiled when the first document comes: it takes as long as a tenth of loading the pipeline.
    """
    return [(label, kind, re.compile(f"{_BEFORE}(?:{pattern}){END}")) for label, kind, pattern in _TABLE]


# Words (lower case) that a pattern may begin with, and how else one begins: a digit, a currency's sign or code.
STARTERS = frozenset(
    re.split(r"[\s'-]", word.lower())[0].rstrip(".s") + ending
    for name, words in WORDS.items()
    if name not in ("before_years", "currencies", "units")
    for word in words
    for ending in ("", "s", ".", "s.")
) | frozenset(WORDS["openers"])
_CODES = f"(?:{_any('currency_prefixes')}|{_any('currency_codes')})"
OPENING = re.compile(rf"[\d'’]|{_any('currency_signs')}|{_CODES}(?=[\d.]|{_any('currency_signs')}|$)|A\.?D\.?$|FY")
