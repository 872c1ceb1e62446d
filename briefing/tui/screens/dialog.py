"""What all dialogs share: a framed box over the article, a list to choose from, `escape` to leave."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.widgets.drawing import Line, Piece, line_width, one_line, spread, wrap
from briefing.tui.widgets.row import Place, Row
from briefing.tui.widgets.row_list import RowList

Result = TypeVar("Result")
Value = TypeVar("Value")


class Dialog(ModalScreen[Result]):
    """A modal screen with one framed box; closed without a choice its result is None."""

    TITLE: ClassVar[str] = ""
    HINT: ClassVar[str] = ""
    """The keys that work here, shown in the lower edge of the frame."""
    WIDTH: ClassVar[int] = 72
    LINES_BESIDE: ClassVar[int] = 0
    """Lines that the frame holds beside its list."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Close", show=False, id="dialog.close")]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > .frame {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $border;
            background: $surface;
            border-title-color: $foreground;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
        }
        ChoiceList { height: auto; background: $surface; }
        Input, Input:focus { background: $boost; padding: 0 1; margin: 0 1; }
        .note { height: auto; padding: 0 2; color: $text-muted; }
        .error { color: $text-error; }
    }
    """

    def __init__(self, *, glyphs: Glyphs = UTF8) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.opened = asyncio.Event()
        """Set once the keys go to the dialog."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = Content(self.TITLE)
            frame.border_subtitle = Content(self.HINT)
            frame.styles.width = self.WIDTH
            yield from self.body()

    def body(self) -> Iterable[Widget]:
        """What stands in the frame."""
        raise NotImplementedError

    def begin(self, widget: Widget) -> None:
        """Give the keys to a widget of the dialog, at once: the next may be waiting already."""
        self.set_focus(widget, scroll_visible=False)
        self.opened.set()

    def on_resize(self) -> None:
        """The list gets what the screen's height leaves beside the frame, the lines around it, and some air."""
        height = self.size.height
        air = 4 if height >= 24 else 0
        for rows in self.query(RowList):
            rows.styles.max_height = max(height - 2 - self.LINES_BESIDE - air, 1)

    def action_cancel(self) -> None:
        self.dismiss(None)


class Choice(NamedTuple, Generic[Value]):
    """One thing to choose: its name, what is told of it, and what it stands for."""

    label: str
    detail: str
    value: Value


class ChoiceList(RowList, Generic[Value]):
    """Choices, with their details beside them or on the line below."""

    class Chosen(Message):
        """The reader chose `value`."""

        def __init__(self, value: object) -> None:
            self.value = value
            super().__init__()

    class Moved(Message):
        """`value` is now the current choice."""

        def __init__(self, value: object) -> None:
            self.value = value
            super().__init__()

    LABEL_LINES: ClassVar[int] = 1
    LABEL_STYLE: ClassVar[str] = "name"
    DETAIL_BELOW: ClassVar[bool] = False
    """Whether the detail stands below the name even where there is room beside it."""

    def __init__(self, choices: Sequence[Choice[Value]], *, empty: str = "", glyphs: Glyphs = UTF8) -> None:
        super().__init__(glyphs=glyphs)
        self._choices = tuple(choices)
        self._empty = empty

    def offer(self, choices: Sequence[Choice[Value]], *, keep: bool = False, empty: str | None = None) -> None:
        """Show other choices; with `keep` the row of the current number stays current, else the first."""
        self._empty = self._empty if empty is None else empty
        self._choices = tuple(choices)
        self._index = min(self._index, len(choices) - 1) if keep and self._index is not None and choices else None
        self._laid_out = 0
        self._lay_out()
        self.refresh(layout=True)

    def rows_for(self, width: int) -> Iterable[Row]:
        if not self._choices:
            lines = tuple((Piece(line, "dim"),) for line in wrap(self._empty, width, 4, self.glyphs.ellipsis))
            return [Row(lines, choosable=False)]
        return [self._row(choice, width) for choice in self._choices]

    def chosen(self, row: Row, place: Place, label: str) -> None:
        self.post_message(self.Chosen(row.finding))

    def current_changed(self) -> None:
        self.post_message(self.Moved(self.current))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(len(row.lines) for row in self.rows_for(max(width - 3, 1)))

    def _row(self, choice: Choice[Value], width: int) -> Row:
        ellipsis = self.glyphs.ellipsis
        label, detail = one_line(choice.label), one_line(choice.detail)
        labels = wrap(label, width, self.LABEL_LINES, ellipsis)
        lines: list[Line] = [(Piece(line, self.LABEL_STYLE),) for line in labels]
        beside = [Piece(detail, "dim")]
        if not self.DETAIL_BELOW and len(labels) == 1 and line_width(lines[0]) + 2 + line_width(beside) <= width:
            lines = [spread(lines[0], beside, width, ellipsis)]
        elif detail:
            lines += [(Piece("  "), Piece(line, "dim")) for line in wrap(detail, width - 2, 2, ellipsis)]
        return Row(tuple(lines), choice.value, label=label)
