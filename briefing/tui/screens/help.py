"""All keys on one page, made from the bindings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Dialog
from briefing.tui.widgets.drawing import Line, Piece, cut, fit, line_width, wrap
from briefing.tui.widgets.row import Row
from briefing.tui.widgets.row_list import RowList

KeyGroup = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and below it (keys, what they do)."""

TWO_COLUMNS = 92


class HelpScreen(Dialog[None]):
    """The keys by group, in two columns where there is room."""

    TITLE = "Keys"
    HINT = "j k scroll  esc close"
    WIDTH = 110
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,question_mark", "cancel", "Close", show=False, id="help.close")]

    def __init__(self, groups: Sequence[KeyGroup], *, glyphs: Glyphs = UTF8) -> None:
        super().__init__(glyphs=glyphs)
        self._groups = groups

    def body(self) -> Iterable[Widget]:
        yield _Page(self._groups, self.glyphs)

    def on_mount(self) -> None:
        self.begin(self.query_one(_Page))


class _Page(RowList):
    """Rows to read, none to choose."""

    DEFAULT_CSS = "_Page { height: auto; background: $surface; }"

    def __init__(self, groups: Sequence[KeyGroup], glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self._groups = groups

    def rows_for(self, width: int) -> Iterable[Row]:
        return [Row((line,), choosable=False) for line in help_lines(self._groups, width, self.glyphs.ellipsis)]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(help_lines(self._groups, max(width - 3, 1), self.glyphs.ellipsis))


def help_lines(groups: Sequence[KeyGroup], width: int, ellipsis: str) -> list[Line]:
    """The groups as lines of at most `width` cells, side by side from TWO_COLUMNS cells on."""
    groups = [group for group in groups if group[1]]
    if width < TWO_COLUMNS:
        return _column(groups, width, ellipsis)
    half = (width - 3) // 2
    heights = [len(_column([group], half, ellipsis)) + 1 for group in groups]
    # the split at which the two columns differ least
    split = min(range(len(groups) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])), default=0)
    left, right = (_column(part, half, ellipsis) for part in (groups[:split], groups[split:]))
    lines: list[Line] = []
    for number in range(max(len(left), len(right))):
        start = left[number] if number < len(left) else ()
        end = right[number] if number < len(right) else ()
        lines.append((*start, Piece(" " * (half + 3 - line_width(start))), *end))
    return lines


def _column(groups: Sequence[KeyGroup], width: int, ellipsis: str) -> list[Line]:
    widest = max((cell_len(keys) for _, rows in groups for keys, _ in rows), default=0)
    column = min(widest, max(width // 3, 6))
    lines: list[Line] = []
    for heading, rows in groups:
        if lines:
            lines.append(())
        lines.append(cut([Piece(heading, "heading")], width, ellipsis))
        for keys, description in rows:
            told = wrap(description, width - column - 2, 3, ellipsis)
            shown = fit(keys, column, ellipsis)
            lines.append((Piece(shown + " " * (column - cell_len(shown) + 2), "name"), Piece(told[0])))
            lines += [(Piece(" " * (column + 2)), Piece(line)) for line in told[1:]]
    return lines
