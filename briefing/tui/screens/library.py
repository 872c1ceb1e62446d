"""The articles read before: open one again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefing.tui.citation import day
from briefing.tui.glyphs import UTF8, Glyphs
from briefing.tui.screens.dialog import Choice, ChoiceList, Dialog

if TYPE_CHECKING:
    from briefing.library import Shelved


class LibraryScreen(Dialog[str]):
    """Articles by title, the one opened last first; the result is the id of the one to open."""

    TITLE = "Library"
    HINT = "enter open  esc close"
    WIDTH = 90
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,l", "cancel", "Close", show=False, id="library.close")]

    def __init__(
        self,
        articles: Sequence[Shelved],
        *,
        sample: tuple[str, str] | None = None,
        now: datetime | None = None,
        glyphs: Glyphs = UTF8,
    ) -> None:
        """`sample`: title and result of an article that is offered when none was read yet."""
        super().__init__(glyphs=glyphs)
        now = now or datetime.now().astimezone()
        ordered = sorted(articles, key=lambda article: article.opened, reverse=True)
        choices = [Choice(name_of(article), facts_of(article, now, glyphs), article.id) for article in ordered]
        if not choices and sample:
            choices = [Choice(sample[0], "sample article: nothing was read here before", sample[1])]
        self._list: _Articles = _Articles(choices, empty="No articles read yet: o opens one", glyphs=glyphs)

    def body(self) -> Iterable[Widget]:
        yield self._list

    def on_mount(self) -> None:
        self.begin(self._list)

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(str(event.value))


class _Articles(ChoiceList[str]):
    LABEL_LINES = 2
    DETAIL_BELOW = True


def name_of(article: Shelved) -> str:
    """The title, or the first words where there is none."""
    return article.title or article.first_words or "(no words)"


def facts_of(article: Shelved, now: datetime, glyphs: Glyphs) -> str:
    """Publisher, date, where reading stopped, bookmarks, and when it was opened last, as far as they are known."""
    facts = [
        article.publisher or "",
        day(article.published) if article.published else "",
        f"{glyphs.pilcrow}{max(article.paragraph, 1)}/{article.paragraphs}" if article.paragraphs else "",
        f"{article.bookmarks} {glyphs.star}" if article.bookmarks else "",
        f"opened {ago(article.opened, now)}",
    ]
    return f" {glyphs.dot} ".join(fact for fact in facts if fact)


def ago(then: datetime, now: datetime) -> str:
    """How long ago, in days: "today", "yesterday", "5 days ago", after a month the date."""
    if then.tzinfo is not None and now.tzinfo is not None:
        then = then.astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days <= 31 else day(then.date())
