"""Where a plain text's paragraphs are: blank-line or newline separated, hard-wrapped lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["text", "heading", "item"]

_LINE = re.compile(r"[^\n\v\f\u2028\u2029]+")
_GAP = re.compile(r"\n[^\S\n]*\n|[\f\u2029]")
_BARE = re.compile(r"[\s\ufeff\u200b]*")
_ITEM = re.compile(r"\s*(?:[-*•‣◦▪●·–—]\s+|\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)]\s+)\S")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WIDEST_WRAP, _NARROWEST_WRAP = 160, 25
_RAGGED = 8  # a wrapped line may fall this many characters short of the room that there was


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item as it stands: code points without the white space around it.

    `gap`: a blank line or a page break stands above it.
    """

    start: int
    end: int
    gap: bool
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    gap: bool
    text: str


def blocks(raw: str, alone: re.Pattern[str] | None = None) -> list[Block]:
    """The blocks of a text in order. `alone` matches lines that no line is joined with.

    `raw` has its line feeds unified but is not cleaned yet: a form feed still ends a paragraph.
    """
    lines = _lines(raw)
    width = _wrap_width(lines)
    runs: list[list[_Line]] = []
    for index, line in enumerate(lines):
        if (
            runs
            and width is not None
            and not line.gap
            and _joins(runs[-1], line, lines[index + 1 : index + 2], width)
            and not (alone and (alone.match(line.text) or alone.match(lines[index - 1].text)))
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [
        Block(run[0].start, run[-1].end, run[0].gap, "item" if _ITEM.match(run[0].text) else "text") for run in runs
    ]


def _lines(raw: str) -> list[_Line]:
    found: list[_Line] = []
    for match in _LINE.finditer(raw):
        left, right = match.span()
        first = _BARE.match(raw, left, right)
        start = first.end() if first else left
        if start >= right:
            continue
        text = raw[start:right].rstrip()
        between = raw[found[-1].end : start] if found else "\n\n"
        found.append(_Line(start, start + len(text), start - left, _GAP.search(between) is not None, text))
    return found


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width that the text was wrapped at, in characters, or None where a line is a paragraph.

    In wrapped text most lines end amid a sentence, and the next line's first word had no room there.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.gap and not _ITEM.match(b.text)]
    if not breaks:
        return None
    lengths = sorted(len(a.text) for a, _ in breaks)
    width = lengths[min(len(lengths) - 1, int(0.95 * len(lengths)))]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    if sum(len(line.text) > width + 2 * _RAGGED for line in lines) > 0.3 * len(lines):
        return None  # lines of any length beside the short ones: each is a paragraph
    amid = sum(not _SENTENCE_END.search(a.text) or b.text[0].islower() for a, b in breaks)
    full = sum(_full(a, b, width) for a, b in breaks)
    return width if amid >= 0.5 * len(breaks) and full >= 0.5 * len(breaks) else None


def _full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the following line's first word had no room at the end of this one."""
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width - _RAGGED


def _joins(run: list[_Line], line: _Line, following: list[_Line], width: int) -> bool:
    """Whether a line of a wrapped text goes on with the paragraph above it."""
    above = run[-1]
    if _ITEM.match(line.text):
        return False
    if line.indent >= 2 and above.indent < line.indent and not _ITEM.match(run[0].text):
        # a first line's indent; where all that follows is indented too it is a hanging paragraph
        return bool(following) and not following[0].gap and following[0].indent >= line.indent
    if _full(above, line, width) or line.text[0].islower():
        return True
    return not (_SENTENCE_END.search(above.text) or (len(run) == 1 and len(above.text) < 0.6 * width))
