"""The grammar of time expressions as a list of rules, and the phrases that several rules share.

A rule is a verbose regular expression over running text and a function from its match to a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.extract.calendar_words import DAY, MEASURE, MONTH, WEEKDAY
from briefing.extract.time_values import Value

Reader = Callable[[re.Match[str]], Value | None]
RULES: list[tuple[re.Pattern[str], Reader]] = []

OF_DAY = r"(?i:morning|afternoon|evening|night|noon|midday|midnight|lunchtime|dawn)"
NAMED_DAY = rf"(?:(?P<wd>{WEEKDAY})(?:\s{OF_DAY})?,?\s)"
TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?)"
# With a month of its own, a day behind "and" is another time, but behind "between" (a rule of its own).
LAST_DAY = rf"(?:{TO}(?:(?<!and\s)(?P<m2>{MONTH})\s)?(?P<d2>{DAY}))?"
# "early", "the end of": part of a longer time, which stays as it is.
OPENER = r"""(?i:(?:the\s)?
    (?:(?:early|late|mid)(?:\sin|\sof|\sto)?
    |(?:middle|beginning|start|end|close|first\shalf|second\shalf|turn|course)(?:\sof)?)[-\s–]+(?:the\s)?)"""
TURN = r"""(?i:(?P<turn>last|next|this\spast|this\scoming|this|the\scoming|the\spast|past|coming|the\sprevious|
    previous|the\scurrent|the\snext|the\slast))"""
SLACK = r"""(?i:(?P<slack>more\sthan|less\sthan|just\sover|just\sunder|over|about|around|nearly|almost|some|roughly|
    under|at\sleast|barely|just|only|approximately|exactly|not\slong)\s)?"""
# What a bare number counts, so that it is no year.
NO_MEASURE = rf"(?!\s?(?:%|[-–]\d)|\s(?i:{MEASURE})\b|,\d|\.\d|\sBC|\sB\.C)"


def rule(pattern: str) -> Callable[[Reader], Reader]:
    """Adds a pattern to the grammar; a group named `when` is the expression, else the whole match.

    Blanks in a pattern count only as `\\s`. Capitals matter unless `(?i:...)` says otherwise.
    """
    compiled = re.compile(rf"(?<![\w$€£¥#])(?:{pattern})(?!\w)", re.VERBOSE)

    def add(reader: Reader) -> Reader:
        RULES.append((compiled, reader))
        return reader

    return add


def turn(phrase: str | None) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    folded = (phrase or "").lower()
    if "next" in folded or "coming" in folded:
        return 1
    return -1 if any(word in folded for word in ("last", "past", "previous")) else 0
