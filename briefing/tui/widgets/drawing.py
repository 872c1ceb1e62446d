"""Text as cells of a terminal: cutting, wrapping and putting side by side, by the width that is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from briefing.clean import clean_line


class Piece(NamedTuple):
    """A run of plain text in one style, named after a component class of the list that shows it."""

    text: str
    style: str = "text"


Line = tuple[Piece, ...]
"""One line of a list, from left to right."""


def one_line(text: str) -> str:
    """Words of an article as one line that is safe to show."""
    return clean_line(text)


def fit(text: str, width: int, ellipsis: str) -> str:
    """`text` in at most `width` cells; what is cut off is replaced by `ellipsis`."""
    if cell_len(text) <= width:
        return text
    if width <= cell_len(ellipsis):
        return ellipsis[: max(width, 0)]
    return set_cell_size(text, width - cell_len(ellipsis)).rstrip() + ellipsis


def wrap(text: str, width: int, most: int, ellipsis: str, first: int | None = None) -> list[str]:
    """The words of `text` in at most `most` lines of at most `width` cells, the last one cut where words are left.

    The first line may be narrower (`first` cells); it stays empty where no word fits beside what stands there.
    A word wider than a line is broken. One empty line for a text without words.
    """
    width = max(width, 1)
    room = narrow = width if first is None else max(min(width, first), 0)
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= room:
            line = longer
            continue
        if line or room < width:
            lines.append(line)
            room = width
        *full, line = _broken(word, width)
        lines.extend(full)
    lines.append(line)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 : most + 1])
        return [*lines[: most - 1], _fit_words(rest, narrow if most == 1 else width, ellipsis)]
    return lines


def _fit_words(text: str, width: int, ellipsis: str) -> str:
    """As `fit`, but cut between two words where that costs little of the line."""
    line = fit(text, width, ellipsis)
    kept = line.removesuffix(ellipsis)
    if not text.startswith(f"{kept} "):
        whole = kept.rpartition(" ")[0]
        if cell_len(whole) > width // 2:
            return whole + ellipsis
    return line


def _broken(word: str, width: int) -> list[str]:
    """`word` in parts of at most `width` cells; a character that is wider than that is let be."""
    if cell_len(word) <= width:
        return [word]
    parts: list[str] = []
    part = ""
    for character in word:
        if part and cell_len(part + character) > width:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]


def line_width(line: Iterable[Piece]) -> int:
    """The width of a line in cells."""
    return sum(cell_len(piece.text) for piece in line)


def cut(line: Sequence[Piece], width: int, ellipsis: str) -> Line:
    """`line` in at most `width` cells."""
    pieces: list[Piece] = []
    left = width
    for piece in line:
        size = cell_len(piece.text)
        if size > left:
            pieces.append(Piece(fit(piece.text, left, ellipsis), piece.style))
            break
        pieces.append(piece)
        left -= size
    return tuple(pieces)


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int, ellipsis: str) -> Line:
    """`left` and `right` at the two ends of a line of `width` cells; the left side gives way."""
    right = cut(right, width, ellipsis)
    room = width - line_width(right)
    left = cut(left, max(room - 1, 0) if right else room, ellipsis)
    return (*left, Piece(" " * (room - line_width(left))), *right) if right else tuple(left)
