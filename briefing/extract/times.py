"""Time expressions in running text, by a grammar over its words: what dates an event, and nothing else.

Durations ("for 18 months"), ages, rates ("every Friday", "a day") and words too vague to place
anything ("recently", "these days") are no expressions here. The rules stand in `calendar_times`, `year_times`
and `relative_times`; what the words mean is `briefing.extract.dates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.extract import calendar_times, relative_times, year_times
from briefing.extract import calendar_words as words
from briefing.extract.time_grammar import RULES, Reader
from briefing.extract.time_values import Fixed, Value
from briefing.findings import EventDate

__all__ = ["Time", "calendar_times", "find", "relative_times", "year_times"]

# One quick look tells whether a paragraph can hold a time at all.
_SIGN = re.compile(
    rf"\d|{words.MONTH}|{words.HOLIDAY}|{words.MOVABLE}|\bWar\b|Wall\b|WWI"
    rf"|(?i:day|morrow|night|morning|afternoon|evening|moment|while|generation|{words.UNIT}|{words.SEASON}|{words.DECADE})"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: characters `start` up to `end` of the text that was searched, and what they mean."""

    start: int
    end: int
    value: Value


def find(text: str) -> list[Time]:
    """The time expressions of a paragraph in the order of the text; where two overlap, the longer one."""
    if not _SIGN.search(text):
        return []
    found: list[tuple[int, int, Value]] = []
    for pattern, reader in [*_periods(), *RULES]:
        for match in pattern.finditer(text):
            start, end = match.span("when") if "when" in pattern.groupindex else match.span()
            value = reader(match)
            if value is not None and end > start:
                found.append((start, end, value))
    found.sort(key=lambda item: (item[0] - item[1], item[0]))
    covered = bytearray(len(text))
    times = []
    for start, end, value in found:
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            times.append(Time(start, end, value))
    return sorted(times, key=lambda time: time.start)


@cache
def _periods() -> list[tuple[re.Pattern[str], Reader]]:
    return [(re.compile(rf"(?<![\w’'])(?:{pattern})(?!\w)"), _always(days)) for pattern, days in words.periods()]


def _always(days: EventDate) -> Reader:
    return lambda match: Fixed(days)
