"""Ask for one line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Dialog


class Prompt(Dialog[str]):
    """One line to fill in; the result is what was entered, once `validate` has nothing to say against it."""

    HINT = "enter accept  esc cancel"
    WIDTH = 60

    def __init__(
        self,
        title: str,
        value: str = "",
        validate: Callable[[str], str | None] | None = None,
        *,
        note: str = "",
        glyphs: Glyphs = UTF8,
    ) -> None:
        """`validate` returns None for what it accepts, else a line that says what is wrong; `note` stands below."""
        super().__init__(glyphs=glyphs)
        self._title = title
        self._value = value
        self._validate_entry = validate
        self._note = note

    def body(self) -> Iterable[Widget]:
        yield Input(self._value, select_on_focus=True, compact=True)
        yield Static(Content(self._note), classes="note")

    def on_mount(self) -> None:
        self.query_one(".frame").border_title = Content(self._title)
        self.begin(self.query_one(Input))

    def on_input_changed(self) -> None:
        self._say(self._note, error=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        entered = event.value.strip()
        wrong = self._validate_entry(entered) if self._validate_entry else None
        if wrong is None:
            self.dismiss(entered)
        else:
            self._say(wrong, error=True)

    def _say(self, text: str, *, error: bool) -> None:
        note = self.query_one(".note", Static)
        note.set_class(error, "error")
        note.update(Content(text))
