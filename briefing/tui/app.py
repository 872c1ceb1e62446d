"""The app: puts an article on the screen, has it analysed behind it, and keeps what is to be kept."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from briefing.article import Article
from briefing.clean import clean_line
from briefing.errors import BriefingError
from briefing.findings import Briefing
from briefing.tui import dialogs
from briefing.tui.actions import bindings, keymap_trouble
from briefing.tui.analyses import Analyses
from briefing.tui.desk import Desk
from briefing.tui.glyphs import ASCII, UTF8
from briefing.tui.key_order import KeyOrder
from briefing.tui.messages import BookmarkToggled
from briefing.tui.plain import PlainText, is_plain_terminal
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.command import Provider

    from briefing.config import Config
    from briefing.library import Library
    from briefing.tui.analysis_process import AnalysisProcess, Report

KEEP_EVERY = 5.0
"""Seconds between two looks whether the reading position is to be kept."""

WAITING = "The article is being analysed …"


def _commands() -> type[Provider]:
    from briefing.tui.palette import ReaderCommands

    return ReaderCommands


class BriefingApp(KeyOrder):
    """The reader in the terminal."""

    TITLE = "Briefing"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("palette")]

    def __init__(
        self,
        article: Article | None,
        *,
        library: Library | None = None,
        briefing: Briefing | None = None,
        pipeline: str | None = None,
        config: Config | None = None,
        notice: str | None = None,
    ) -> None:
        super().__init__()
        plain = is_plain_terminal()
        self._last_filters: list[LineFilter] = [PlainText()] if plain else []
        self._no_color = NoColor()
        self.keymap: dict[str, str] = dict(config.keymap) if config else {}
        self.desk = Desk(library, pipeline, self.say)
        self.reader = ReaderScreen(ASCII if plain else UTF8)
        if config and config.width:
            self.reader.text.widest = config.width
        self.reader.panes.sure = config.sure if config else None
        self._hide_highlights = bool(config and not config.highlights)
        self._first, self._first_briefing = article, briefing
        self._notice = notice or keymap_trouble(self.keymap)
        self.failure: Exception | None = None
        """What ended the app, where nobody foresaw it."""
        self.analyses = Analyses(pipeline, self._hand_over)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wanted = config.theme if config else None
        self.theme = wanted if wanted in self.available_themes else DARK.name

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour at all, not even grey; without UTF-8 ASCII alone."""
        filters = [self._no_color] if self.no_color else super().get_line_filters()
        return [*filters, *self._last_filters]

    def _fatal_error(self) -> None:
        """Textual would print a traceback over the terminal; who called `run` knows better what to do with it."""
        self.failure = self._exception
        self._close_messages_no_wait()

    def on_mount(self) -> None:
        self.set_keymap(self.keymap)
        self.reader.set_keymap(self.keymap)
        if self._first is not None:
            self.reader.open(self._first, self.desk.put(self._first), 0, WAITING)
            if self._first_briefing is not None:
                self._show(self._first_briefing, "analysed before")
            if self._hide_highlights:
                self.reader.text.set_hidden("entities")
        self.call_after_refresh(self._after_first_paint)

    async def _after_first_paint(self) -> None:
        article = self._first
        if article is not None and self.desk.briefing is None:
            self._analyse(article)
        await self.reader.panes.mount_panels(self.reader.waiting, self.desk.briefing)
        if article is not None:
            self.desk.shelve()
            self.show_bookmarks()
        else:
            self.run_worker(dialogs.open_from_library(self))
        gc.freeze()
        gc.enable()
        if self._notice:
            self.say(self._notice)
        self.set_interval(KEEP_EVERY, self.keep_position)

    # What the dialogs ask for

    def say(self, text: str, *, whole: bool = False) -> None:
        """One line for the reader; `whole`: not cut to the width of the terminal."""
        self.reader.say(clean_line(text), whole=whole)

    def open_article(self, article: Article) -> None:
        """Put another article on the screen, analysed before or to be analysed now."""
        self.keep_position()
        self.analyses.stop()
        self.reader.open(article, self.desk.put(article), 0, WAITING)
        self.desk.shelve()
        briefing = self.desk.kept_analysis()
        if briefing is not None:
            self._show(briefing, "analysed before")
        else:
            self._analyse(article)
        self.show_bookmarks()

    async def read_and_open(self, reference: str) -> None:
        """Read an article from a path and open it; what is wrong with it is said."""
        import asyncio

        from briefing import readers

        self.say(f"Reading {reference} …")
        try:
            article = await asyncio.to_thread(readers.read, reference)
        except BriefingError as error:
            self.say(str(error))
            return
        self.open_article(article)

    def expect_date(self) -> None:
        """The reader is about to set the date of publication."""
        if self.desk.article is not None and self.desk.briefing is not None:
            self.analyses.get_ready(self.desk.article)

    def set_published(self, published: date) -> None:
        """Count relative dates from another day. What was found stays on the screen until that is done."""
        article = self.desk.set_published(published)
        if article is None:
            return
        self.analyses.stop()
        self.reader.article = article
        self.reader.header.show(article, len(self.desk.bookmarks))
        kept = self.desk.kept_analysis()
        if kept is not None:
            self._show(kept, "analysed before")
            self.show_bookmarks()
        elif self.analyses.count_from(published):
            self.reader.status.set_analysis("counting dates")
        else:
            self._analyse(article)
        self.say(f"Published {published.isoformat()}: dates are {'' if kept else 'being '}counted from that day")

    def show_bookmarks(self) -> None:
        """Mark the bookmarked claims on the screen."""
        self.reader.set_bookmarks(self.desk.marked(), len(self.desk.bookmarks))

    def keep_position(self) -> None:
        """Keep the place in the article, if it changed."""
        self.desk.keep_position(self.reader.text.place, self.reader.text.top)

    def key_arrived(self, event: events.Key) -> None:
        if self.screen is self.reader:
            self.reader.answer(event)

    # The analysis

    def _analyse(self, article: Article) -> None:
        try:
            self.analyses.start(article)
        except OSError as error:
            self._fail(f"The analysis can’t be started: {error.strerror}")
            return
        self.reader.status.set_analysis("analysing 0 %")

    def _hand_over(self, process: AnalysisProcess, report: Report) -> None:
        """Called in the thread that listens to the child."""
        if self.is_running and self._loop is not None:
            self._loop.call_soon_threadsafe(self._reported, process, report)

    def _reported(self, process: AnalysisProcess, report: Report) -> None:
        if not self.analyses.runs(process):
            return
        if report.error is not None:
            self._fail(report.error)
        elif report.briefing is not None:
            self.analyses.ended()
            self._show(report.briefing, f"analysed in {self.analyses.seconds:.1f} s")
            self.desk.keep_analysis(report.briefing)
            self.show_bookmarks()
        elif report.partial is not None and self.desk.briefing is None:
            self.reader.fill(msgspec.structs.replace(report.partial, article=process.article), done=False)
        elif report.stage is not None:
            self.reader.status.set_analysis(f"analysing {report.share:.0%}".replace("%", " %"))

    def _show(self, briefing: Briefing, how: str) -> None:
        self.desk.briefing = briefing
        self.reader.fill(briefing)
        self.reader.status.hush()
        self.reader.status.set_analysis(how)
        self.reader.tell_undated()

    def _fail(self, why: str) -> None:
        self.analyses.ended()
        if self.desk.briefing is None:
            self.reader.status.set_analysis("not analysed")
            self.reader.wait(clean_line(why))
        else:
            self.reader.status.set_analysis("not analysed again")
        self.say(why)

    # Actions

    def action_mark(self) -> None:
        claim = self.reader.current.claim
        if self.desk.briefing is None:
            self.say(self.reader.waiting)
        elif claim is None:
            self.say(self.reader.current.no_claim)
        else:
            self.say(self.desk.toggle(claim))
            self.show_bookmarks()

    def action_unremove(self) -> None:
        self.say(self.desk.bring_back())
        self.show_bookmarks()

    async def action_bookmarks(self) -> None:
        await self.converse(dialogs.show_bookmarks(self))

    async def action_open(self) -> None:
        await self.converse(dialogs.open_article(self))

    async def action_library(self) -> None:
        await self.converse(dialogs.open_from_library(self))

    async def action_export(self) -> None:
        await self.converse(dialogs.export_briefing(self))

    async def action_date(self) -> None:
        await self.converse(dialogs.set_date(self))

    async def action_theme(self) -> None:
        await self.converse(dialogs.choose_theme(self))

    async def action_help(self) -> None:
        await self.converse(dialogs.show_help(self))

    def action_help_quit(self) -> None:
        """ctrl+c, which Textual takes for itself."""
        typing = self.screen is not self.reader or self.reader.is_searching
        self.say("esc closes this, then q quits" if typing else "q quits")

    async def action_quit(self) -> None:
        self.analyses.stop()
        self.keep_position()
        self.exit()

    def on_bookmark_toggled(self, message: BookmarkToggled) -> None:
        if self.desk.briefing is not None:
            self.say(self.desk.toggle(message.claim))
            self.show_bookmarks()

    def on_unmount(self) -> None:
        self.analyses.stop()
        self.analyses.forget_ready()
