"""Quotation marks: which tokens stand inside them, paired within each paragraph.

Curly, straight, `` '' and « » marks are read as one kind. Single marks count only in an article
that has no double ones (British style); elsewhere they nest or are apostrophes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.language import Reading

_DOUBLE = re.compile(r"``|''|[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[—]))[‘'](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[.,?!…])[’'](?!\w)|(?<=[^\Ws])[’'](?!\w)")
_OPENING = frozenset(("``", "“", "„", "«"))
_WORDS = re.compile(r"\w+(?:['’.-]\w+)*")
_GOES_ON = 3  # paragraphs that a quotation goes on for without a mark
_CLOSING = frozenset(("”", "»"))


@dataclass(frozen=True, slots=True)
class Run:
    """A quoted run of tokens, marks included, [first, last). `closed`: its closing mark stands in the paragraph."""

    first: int
    last: int
    words: int
    closed: bool


def find(reading: Reading) -> list[Run]:
    """All quoted runs in the order of the text; one left open runs to the end of its paragraph."""
    text = reading.article.text
    double = any(
        _DOUBLE.search(text, reading.starts[a], reading.ends[b - 1]) for _, a, b in reading.paragraphs if b > a
    )
    runs: list[Run] = []
    going_on: list[tuple[int, int]] | None = None  # paragraphs without marks since a quotation was left open
    for _, first, last in reading.paragraphs:
        if first == last:
            continue
        start = reading.starts[first]
        line = text[start : reading.ends[last - 1]]
        pairs = _double_pairs(line) if double else _single_pairs(line)
        if going_on is not None and double and (end := _only_closes(line)) is not None:
            runs += [
                Run(a, b, len(_WORDS.findall(text[reading.starts[a] : reading.ends[b - 1]])), False)
                for a, b in going_on
            ]
            pairs = [(0, end), *(pair for pair in pairs if pair[0] > end)]
        if _DOUBLE.search(line):
            going_on = [] if pairs and pairs[-1][1] is None else None
        elif going_on is not None:
            going_on = [*going_on, (first, last)] if len(going_on) < _GOES_ON else None
        for opened, closed in pairs:
            a = reading.token_at(start + opened)
            b = last if closed is None else min(last, reading.token_at(start + closed) + 1)
            inside = line[opened:] if closed is None else line[opened:closed]
            words = len(_WORDS.findall(inside))
            if words and b > a and (not runs or a >= runs[-1].last):
                runs.append(Run(a, b, words, closed is not None))
    return runs


def _only_closes(line: str) -> int | None:
    """Where the first mark of a paragraph ends a quotation that began before the paragraph; None where it opens one."""
    mark = _DOUBLE.search(line)
    if mark is None:
        return None
    before = line[mark.start() - 1] if mark.start() else " "
    after = line[mark.end()] if mark.end() < len(line) else " "
    closes = not before.isspace() and not _opens(mark.group(), False, before, after)
    return mark.end() - 1 if closes else None


def _double_pairs(line: str) -> list[tuple[int, int | None]]:
    """(place of the opening mark, last place of the closing one or None) of each pair in a paragraph."""
    pairs: list[tuple[int, int | None]] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(line):
        before = line[mark.start() - 1] if mark.start() else " "
        after = line[mark.end()] if mark.end() < len(line) else " "
        if _opens(mark.group(), opened is not None, before, after):
            if opened is None:
                opened = mark.start()
        elif opened is not None and not _reopens(mark.group(), before, after):
            pairs.append((opened, mark.end() - 1))
            opened = None
    if opened is not None:
        pairs.append((opened, None))
    return pairs


def _opens(mark: str, is_open: bool, before: str, after: str) -> bool:
    if mark in _OPENING:
        return True
    if is_open:
        return False
    if mark in _CLOSING:
        return before.isspace() and after.isalnum()  # the wrong way round
    return not after.isspace() and not before.isdigit()  # 5'10" is a height


def _reopens(mark: str, before: str, after: str) -> bool:
    """Whether a mark that should close stands where only an opening one can: the closing one was left out."""
    return mark not in _CLOSING and (before.isspace() or before in "([—") and after.isalnum()


def _single_pairs(line: str) -> list[tuple[int, int | None]]:
    pairs: list[tuple[int, int | None]] = []
    at = 0
    while opening := _SINGLE_OPEN.search(line, at):
        closing = _SINGLE_CLOSE.search(line, opening.end())
        if closing is None:
            break
        pairs.append((opening.start(), closing.start()))
        at = closing.end()
    return pairs
