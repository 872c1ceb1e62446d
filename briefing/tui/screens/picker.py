"""Pick one of many by typing a few letters of its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog

Value = TypeVar("Value")

LIKE = 70
"""Similarity (0..100) from which a name that does not contain what was typed is offered all the same."""


class Picker(Dialog[Value], Generic[Value]):
    """A line to type in, above what matches it; the result is the value of the item that was picked."""

    LINES_BESIDE = 1
    HINT = "enter pick  esc close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False, id="picker.next"),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False, id="picker.previous"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="picker.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="picker.page_up"),
    ]

    def __init__(self, items: Sequence[tuple[str, str, Value]], prompt: str, *, glyphs: Glyphs = UTF8) -> None:
        super().__init__(glyphs=glyphs)
        self._items = [Choice(*item) for item in items]
        self._prompt = prompt
        self._list: ChoiceList[Value] = ChoiceList(self._items, empty="Nothing to pick from", glyphs=glyphs)

    def body(self) -> Iterable[Widget]:
        yield Input(compact=True)
        self._list.can_focus = False
        yield self._list

    def on_mount(self) -> None:
        frame = self.query_one(".frame")
        frame.border_title = Content(self._prompt)
        self.begin(self.query_one(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        found = matching(event.value, self._items)
        empty = f"Nothing is called “{event.value.strip()}”" if self._items else "Nothing to pick from"
        self._list.offer(found, empty=empty)

    def on_input_submitted(self) -> None:
        row = self._list.current_row
        if row is not None:
            self.dismiss(row.finding)  # type: ignore[arg-type]

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(event.value)  # type: ignore[arg-type]

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        event.stop()

    def action_move(self, step: int) -> None:
        self._list.step(step)

    def action_page(self, pages: int) -> None:
        self._list.action_page_down() if pages > 0 else self._list.action_page_up()


def matching(typed: str, items: Sequence[Choice[Value]]) -> list[Choice[Value]]:
    """The items that match what was typed, best first; all of them, in their order, when nothing was.

    First the names that begin with it, then those with a word or the initials that do, those that
    contain it, those whose details do, and last the names that are spelled like it.
    """
    wanted = _folded(typed)
    if not wanted:
        return list(items)
    from rapidfuzz import fuzz

    ranked: list[tuple[float, int, Choice[Value]]] = []
    for number, item in enumerate(items):
        name = _folded(item.label)
        words = name.split()
        if name.startswith(wanted):
            rank = 0.0
        elif any(word.startswith(wanted) for word in words):
            rank = 1.0
        elif "".join(word[0] for word in words).startswith(wanted):
            rank = 2.0
        elif wanted in name:
            rank = 3.0
        elif wanted in _folded(item.detail):
            rank = 4.0
        elif len(wanted) > 2 and (alike := max(fuzz.ratio(wanted, word) for word in [name, *words])) >= LIKE:
            rank = 6 - alike / 100
        else:
            continue
        ranked.append((rank, number, item))
    return [item for _, _, item in sorted(ranked, key=lambda match: match[:2])]


def _folded(text: str) -> str:
    """Without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold().strip()
