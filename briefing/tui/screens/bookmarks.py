"""The bookmarks: go to one, or remove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from briefing.tui.citation import day
from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog

if TYPE_CHECKING:
    from briefing.library import Bookmark

Change = Callable[["Bookmark"], str | None]
"""Removes or restores a bookmark where it is kept; None when that was done, else a line that says why not."""


class BookmarksScreen(Dialog["Bookmark"]):
    """Bookmarked words with where they stand; the result is the bookmark to go to."""

    TITLE = "Bookmarks"
    HINT = "enter go  d remove  esc close"
    WIDTH = 90
    LINES_BESIDE = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "remove", "Remove", show=False, id="bookmarks.remove"),
        Binding("u", "restore", "Undo", show=False, id="bookmarks.undo"),
        Binding("q,apostrophe", "cancel", "Close", show=False, id="bookmarks.close"),
    ]

    def __init__(
        self,
        bookmarks: Sequence[Bookmark],
        *,
        remove: Change | None = None,
        restore: Change | None = None,
        glyphs: Glyphs = UTF8,
    ) -> None:
        super().__init__(glyphs=glyphs)
        self._bookmarks = list(bookmarks)
        self._remove = remove
        self._restore = restore
        self._removed: list[tuple[int, Bookmark]] = []
        empty = "No bookmarks yet: m marks the current claim"
        self._list = _Bookmarks(self._choices(), empty=empty, glyphs=glyphs)

    def body(self) -> Iterable[Widget]:
        yield self._list
        yield Static("", classes="note", markup=False)

    def on_mount(self) -> None:
        self.query_one(".note").display = False
        self.begin(self._list)

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(event.value)  # type: ignore[arg-type]

    def action_remove(self) -> None:
        found = [(index, kept) for index, kept in enumerate(self._bookmarks) if kept is self._list.current]
        if not found or self._remove is None:
            self._say("Bookmarks can’t be removed here" if found else "There is no bookmark to remove")
        elif (trouble := self._remove(found[0][1])) is not None:
            self._say(trouble)
        else:
            self._removed += found
            del self._bookmarks[found[0][0]]
            self._list.offer(self._choices(), keep=True)
            self._say("Removed: u brings it back")

    def action_restore(self) -> None:
        if not self._removed or self._restore is None:
            self._say("Nothing was removed")
        elif (trouble := self._restore(self._removed[-1][1])) is not None:
            self._say(trouble)
        else:
            index, bookmark = self._removed.pop()
            self._bookmarks.insert(index, bookmark)
            self._list.offer(self._choices(), keep=True)
            self._list.select(lambda other: other is bookmark)
            self._say("It is back")

    def _choices(self) -> list[Choice[Bookmark]]:
        return [Choice(mark.words, where(mark, self.glyphs), mark) for mark in self._bookmarks]

    def _say(self, text: str) -> None:
        note = self.query_one(".note", Static)
        note.display = True
        note.update(text)


class _Bookmarks(ChoiceList["Bookmark"]):
    LABEL_LINES = 3
    LABEL_STYLE = "text"
    DETAIL_BELOW = True


def where(bookmark: Bookmark, glyphs: Glyphs) -> str:
    """Paragraph, speaker, publisher, date and title, as far as they are known."""
    facts = [
        f"{glyphs.pilcrow}{bookmark.paragraph}" if bookmark.paragraph else "headline",
        bookmark.speaker or "",
        bookmark.publisher or "",
        day(bookmark.published) if bookmark.published else "",
        bookmark.title or "",
    ]
    return f" {glyphs.dot} ".join(fact for fact in facts if fact)
