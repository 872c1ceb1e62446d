"""Where every word of an article stands on the screen: blocks of text wrapped to lines, and back to offsets.

Offsets count code points of the article's text; rows count lines of the laid-out article from 0,
with one empty row after every block; widths count terminal cells as Rich measures them. Only where
lines start is kept, so that a book of a million words takes a few megabytes and a fifth of a second.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from briefing.article import Article


class Block(NamedTuple):
    """Text shown as one paragraph. `number` is 0 for what stands outside the body (headline, source line)."""

    number: int
    start: int
    end: int


class Line(NamedTuple):
    """One line of the laid-out article: the block, whether it is its first line, and its code points."""

    block: Block
    first: bool
    start: int
    end: int


def blocks_of(article: Article) -> list[Block]:
    """Everything in the text that is not blank, in order: body paragraphs, and single lines between them."""
    found: list[Block] = []
    at = 0
    for paragraph in article.paragraphs:
        found.extend(_lines_between(article.text, at, paragraph.start))
        found.append(Block(paragraph.number, paragraph.start, paragraph.end))
        at = paragraph.end
    found.extend(_lines_between(article.text, at, len(article.text)))
    return found


class Layout:
    """Blocks of `text` wrapped to `width` cells."""

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.text = text
        self.blocks = blocks
        self.width = max(width, 2)
        self._block_starts = array("q", (block.start for block in blocks))
        self._line_starts = array("q")
        self._first_lines = array("q")
        for block in blocks:
            self._first_lines.append(len(self._line_starts))
            self._line_starts.extend(line_starts(text, block.start, block.end, self.width))

    @property
    def rows(self) -> int:
        """The height: all lines, and one empty row between blocks."""
        return max(len(self._line_starts) + len(self.blocks) - 1, 0)

    def block_at(self, row: int) -> int:
        """The index of the block that a row belongs to (an empty row: the block above)."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self._first_lines[middle] + middle <= row:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def line(self, row: int) -> Line | None:
        """The line in a row; None for an empty row or one outside the article."""
        if not 0 <= row < self.rows:
            return None
        index = self.block_at(row)
        first, after = self._lines_of(index)
        line = row - index
        if line >= after:
            return None
        block = self.blocks[index]
        end = self._line_starts[line + 1] if line + 1 < after else block.end
        return Line(block, line == first, self._line_starts[line], end)

    def row_of(self, offset: int) -> int:
        """The row that shows a code point; for one between blocks the first row of the next block."""
        index = max(bisect_right(self._block_starts, offset) - 1, 0)
        if not self.blocks:
            return 0
        if offset >= self.blocks[index].end and index + 1 < len(self.blocks):
            index += 1
            return self._first_lines[index] + index
        first, after = self._lines_of(index)
        line = bisect_right(self._line_starts, offset, first, after) - 1
        return max(line, first) + index

    def _lines_of(self, index: int) -> tuple[int, int]:
        after = self._first_lines[index + 1] if index + 1 < len(self.blocks) else len(self._line_starts)
        return self._first_lines[index], after


def line_starts(text: str, start: int, end: int, width: int) -> list[int]:
    """The code points where the lines of a block start: wrapped at blanks, after hyphens, between wide characters."""
    if _INTRICATE.search(text, start, end) is None:
        return [match.start() for match in _line_pattern(width).finditer(text, start, end)] or [start]
    return _wrap_clusters(text, start, end, width)


def shown(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """A line as it is drawn, each run of blanks and breaks as one blank, and the code point behind each character."""
    line = text[start:end].rstrip()
    if _INTRICATE_BLANKS.search(line) is None:
        return line.replace("\n", " "), range(start, start + len(line))
    drawn: list[str] = []
    places: list[int] = []
    at = 0
    for blanks in _BLANKS.finditer(line):
        drawn.append(line[at : blanks.start()] + " ")
        places.extend(range(start + at, start + blanks.start() + 1))
        at = blanks.end()
    drawn.append(line[at:])
    places.extend(range(start + at, start + len(line)))
    return "".join(drawn), places


def offset_at(text: str, line: Line, cell: int) -> int | None:
    """The code point drawn at a cell of a line; None beside its words."""
    drawn, places = shown(text, line.start, line.end)
    at = 0
    for first, _, cells in split_graphemes(drawn)[0]:
        if at <= cell < at + cells:
            return places[first]
        at += cells
    return None


def paragraph_at(blocks: Sequence[Block], offset: int) -> int:
    """The number of the body paragraph of a code point, else of the next one, else of the last; 0 without any."""
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    for block in blocks[max(index, 0) :]:
        if block.number and block.end > offset:
            return block.number
    return max((block.number for block in blocks), default=0)


# What is not one cell a character, or blanks that are not drawn one for one. The ranges hold
# characters of one cell only; anything else is measured.
_SIMPLE = " \n!-~¡-¬®-˿Ͱ-͵Α-ωА-я‐-‗‘-‧‰-⁞₠-₿"
_INTRICATE = re.compile(rf"[^{_SIMPLE}]|[ \n][ \n]")
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_INTRICATE_BLANKS = re.compile(r"[ \n][ \n]|(?![ \n])[^\S\u00a0\u2007\u202f]")
# No line begins with these (kinsoku shori, JIS X 4051).
_CLOSING = frozenset("、。，．・：；？！）］｝〕〉》」』】〙〗〟’”｠»ー々")


@lru_cache(8)
def _line_pattern(width: int) -> re.Pattern[str]:
    """As much as fits before a blank or after a hyphen between letters; a longer word is cut."""
    rest = width - 1
    return re.compile(
        rf"[^ \n](?:(?s:.){{0,{rest}}}(?:(?=[ \n]|\Z)|(?<=[^\W\d_][^\W\d_][-–—])(?=[^\W\d_][^\W\d_]))|[^ \n]{{{rest}}})"
    )


def _wrap_clusters(text: str, start: int, end: int, width: int) -> list[int]:
    """Greedy wrap by grapheme clusters and their widths, for text that is not one cell a character."""
    drawn, places = shown(text, start, end)
    starts = [places[0] if places else start]
    begin = used = 0  # the first character of the line under way, and its cells so far
    cut = cut_used = 0  # the last place in it to break at, and the cells before that
    before, cells_before = "", 0
    for first, after, cells in split_graphemes(drawn)[0]:
        cluster = drawn[first:after]
        if first > begin and (before == " " or (max(cells, cells_before) > 1 and cluster not in _CLOSING)):
            cut, cut_used = first, used
        while used + cells > width and cluster != " " and first > begin:
            if cut <= begin:
                cut, cut_used = first, used
            starts.append(places[cut])
            begin, used, cut_used = cut, used - cut_used, 0
        used += cells
        before, cells_before = cluster, cells
    return starts


def _lines_between(text: str, start: int, end: int) -> list[Block]:
    found = []
    for match in _FILLED_LINE.finditer(text, start, end):
        found.append(Block(0, match.start(), match.end()))
    return found


_FILLED_LINE = re.compile(r"\S(?:[^\n]*\S)?")
