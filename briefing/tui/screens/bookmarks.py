"""The bookmarks: go to one, or remove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog

Bookmark = TypeVar("Bookmark")


class BookmarksScreen(Dialog[Bookmark], Generic[Bookmark]):
    """Bookmarked words with their citation; the result is the bookmark to go to.

    Posts `Removed` and `Restored`; who opened the screen keeps the bookmarks.
    """

    class Removed(Message):
        """The reader removed `bookmark`."""

        def __init__(self, bookmark: object) -> None:
            self.bookmark = bookmark
            super().__init__()

    class Restored(Message):
        """The reader wants `bookmark`, removed just before, back."""

        def __init__(self, bookmark: object) -> None:
            self.bookmark = bookmark
            super().__init__()

    TITLE = "Bookmarks"
    HINT = "enter go  d remove  u undo  esc close"
    WIDTH = 90
    LINES_BESIDE = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "remove", "Remove", show=False, id="bookmarks.remove"),
        Binding("u", "restore", "Undo", show=False, id="bookmarks.undo"),
    ]

    def __init__(
        self, bookmarks: Sequence[Bookmark], describe: Callable[[Bookmark], tuple[str, str]], *, glyphs: Glyphs = UTF8
    ) -> None:
        """`describe` gives the words of a bookmark and where they stand (title, publisher, date, paragraph)."""
        super().__init__(glyphs=glyphs)
        self._bookmarks = list(bookmarks)
        self._describe = describe
        self._removed: list[tuple[int, Bookmark]] = []
        self._list: _Bookmarks[Bookmark] = _Bookmarks(
            self._choices(), empty="No bookmarks yet: m marks the current claim", glyphs=glyphs
        )

    def body(self) -> Iterable[Widget]:
        yield self._list
        yield Static("", classes="note", markup=False)

    def on_mount(self) -> None:
        self._list.focus()
        self.query_one(".note").display = False

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(event.value)  # type: ignore[arg-type]

    def action_remove(self) -> None:
        bookmark = self._list.current
        for index, kept in enumerate(self._bookmarks):
            if kept is bookmark:
                del self._bookmarks[index]
                self._removed.append((index, kept))
                self._list.offer(self._choices(), keep=True)
                self._say("Removed; u brings it back")
                self.post_message(self.Removed(kept))
                return
        self._say("There is no bookmark to remove")

    def action_restore(self) -> None:
        if not self._removed:
            self._say("Nothing was removed")
            return
        index, bookmark = self._removed.pop()
        self._bookmarks.insert(index, bookmark)
        self._list.offer(self._choices(), keep=True)
        self._list.select(lambda other: other is bookmark)
        self._say("It is back")
        self.post_message(self.Restored(bookmark))

    def _choices(self) -> list[Choice[Bookmark]]:
        return [Choice(*self._describe(bookmark), bookmark) for bookmark in self._bookmarks]

    def _say(self, text: str) -> None:
        note = self.query_one(".note", Static)
        note.display = True
        note.update(text)


class _Bookmarks(ChoiceList[Bookmark], Generic[Bookmark]):
    LABEL_LINES = 3
