"""Choose a theme and see it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog


class ThemeScreen(Dialog[str]):
    """The names of the themes; each is previewed as it becomes current. Left with `escape`, all is as before."""

    TITLE = "Theme"
    HINT = "enter keep  esc as before"
    WIDTH = 44
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,t", "cancel", "Close", show=False, id="theme.close")]

    def __init__(
        self,
        names: Sequence[str],
        current: str,
        preview: Callable[[str], None],
        *,
        glyphs: Glyphs = UTF8,
    ) -> None:
        super().__init__(glyphs=glyphs)
        self._names = names
        self._before = current
        self._preview = preview
        self._list: ChoiceList[str] = ChoiceList([], empty="There are no themes", glyphs=glyphs)

    def body(self) -> Iterable[Widget]:
        yield self._list

    def on_mount(self) -> None:
        self._list.offer([Choice(name, self._about(name), name) for name in self._names])
        self._list.select(lambda name: name == self._before)
        self.begin(self._list)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        self._preview(str(event.value))

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self._preview(str(event.value))
        self.dismiss(str(event.value))

    def action_cancel(self) -> None:
        self._preview(self._before)
        self.dismiss(None)

    def _about(self, name: str) -> str:
        theme = self.app.available_themes.get(name)
        kind = "" if theme is None else "terminal’s own" if theme.ansi else "dark" if theme.dark else "light"
        return f"now, {kind}".rstrip(", ") if name == self._before else kind
