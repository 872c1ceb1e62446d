"""Choose a theme and see it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog


class ThemeScreen(Dialog[str]):
    """The names of the themes; each is previewed as it becomes current. Left with `escape`, all is as before."""

    TITLE = "Theme"
    HINT = "enter keep  esc as before"
    WIDTH = 40

    def __init__(
        self, names: Sequence[str], current: str, preview: Callable[[str], None], *, glyphs: Glyphs = UTF8
    ) -> None:
        super().__init__(glyphs=glyphs)
        self._before = current
        self._preview = preview
        choices = [Choice(name, "now" if name == current else "", name) for name in names]
        self._list: ChoiceList[str] = ChoiceList(choices, empty="There are no themes", glyphs=glyphs)

    def body(self) -> Iterable[Widget]:
        yield self._list

    def on_mount(self) -> None:
        self._list.focus()
        self.call_after_refresh(self._list.select, lambda name: name == self._before)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        self._preview(str(event.value))

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self._preview(str(event.value))
        self.dismiss(str(event.value))

    def action_cancel(self) -> None:
        self._preview(self._before)
        self.dismiss(None)
