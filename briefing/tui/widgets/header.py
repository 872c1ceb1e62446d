"""The first line: what is being read, and how many of its claims are bookmarked."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from briefing.article import Article
from briefing.clean import clean_line
from briefing.tui.citation import day, name_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.widgets.drawing import fit

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019)."""

SHORTEST_TITLE = 36


class HeaderLine(Widget):
    """Title, publisher, date, length; what has no room is left out from the end."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._article: Article | None = None
        self._facts: list[str] = []
        self._bookmarks = 0

    def show(self, article: Article, bookmarks: int) -> None:
        self._article = article
        body = sum(article.text.count(" ", p.start, p.end) + 1 for p in article.paragraphs)
        self._facts = [
            clean_line(article.publisher or ""),
            day(article.published) if article.published else "",
            f"{len(article.paragraphs)} {self.glyphs.pilcrow}",
            f"{max(-(-body // WORDS_A_MINUTE), 1)} min",
        ]
        self.set_bookmarks(bookmarks)

    def set_bookmarks(self, count: int) -> None:
        self._bookmarks = count
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        if self._article is None:
            return Content.styled("Briefing", "bold $accent")
        right = f"{self._bookmarks} {self.glyphs.star}"
        brand = "Briefing  " if width >= 80 else ""
        room = width - len(brand) - len(right) - 2
        between = f" {self.glyphs.dot} "
        facts = [fact for fact in self._facts if fact]
        title = name_of(self._article, 200)
        least = min(cell_len(title), SHORTEST_TITLE)
        while facts and room - cell_len("".join(between + fact for fact in facts)) < least:
            facts.pop()
        tail = "".join(between + fact for fact in facts)
        title = fit(title, room - cell_len(tail), self.glyphs.ellipsis)
        space = " " * (room - cell_len(title) - cell_len(tail) + 2)
        return Content.assemble(
            (brand, "bold $text-accent"), (title, "bold"), (tail, "$foreground-muted"), space, (right, "$text-warning")
        )
