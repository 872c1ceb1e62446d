"""The screen on which an article is read: header, panes, status line, and what the keys do among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from briefing.article import Article, Span
from briefing.findings import Actor, Briefing, Claim
from briefing.tui import answers
from briefing.tui.actions import bindings
from briefing.tui.citation import cite, words_of
from briefing.tui.current import Current
from briefing.tui.filtering import Filtering
from briefing.tui.glyphs import Glyphs
from briefing.tui.highlights import STYLE_OF_LABEL, Lit
from briefing.tui.jumps import Jumps
from briefing.tui.key_order import KeyOrder
from briefing.tui.messages import ActorChosen, ClaimCurrent, EdgeReached, Goto, WordClicked
from briefing.tui.trail import Stop
from briefing.tui.widgets.header import HeaderLine
from briefing.tui.widgets.panes import PANES, Pane, Panes
from briefing.tui.widgets.status import SECONDS, StatusLine
from briefing.tui.widgets.tabs import TabLine

if TYPE_CHECKING:
    from briefing.tui.widgets.panel import Panel
    from briefing.tui.widgets.search_line import SearchLine

LOW = 12
NOTHING = "No article is open: o opens one, l shows those read before"


class ReaderScreen(Screen[None]):
    """One article with its findings. Header and status line need twelve rows."""

    AUTO_FOCUS = "ArticleView"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader", "app")]

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.header = HeaderLine(glyphs)
        self.panes = Panes(glyphs)
        self.status = StatusLine(glyphs)
        self.text = self.panes.text
        self.article: Article | None = None
        self.briefing: Briefing | None = None
        self.jumps = Jumps(self)
        self.waiting = NOTHING
        """Why there are no findings yet."""
        self.current = Current(self)
        self.filtering = Filtering(self)
        self._search: SearchLine | None = None
        self._told_undated = False

    def compose(self) -> ComposeResult:
        yield self.header
        yield self.panes.across
        yield self.panes
        yield self.status
        self.set_class(self.app.size.height < LOW, "-low")

    # What the app asks for

    def set_keymap(self, keymap: Mapping[str, str]) -> None:
        """The keys that are shown are those of the key map."""
        self.status.keymap = self.panes.keymap = dict(keymap)

    def open(self, article: Article, offset: int, bookmarks: int, waiting: str) -> None:
        """Show an article, not analysed yet, with the line of the code point `offset` on top."""
        self.article = article
        self.clear_selection()
        self.text.show(article, offset)
        self.header.show(article, bookmarks)
        self.jumps.reset()
        self._told_undated = False
        self.wait(waiting)
        self._follow_place()

    def wait(self, why: str) -> None:
        """Empty the panels; they say why they are empty."""
        self.briefing, self.waiting = None, why
        self.current.set_claim(None)
        for panel in self.panes.panels.values():
            panel.clear(why)
        self.panes.show_titles()

    def fill(self, briefing: Briefing, done: bool = True) -> None:
        """Show what was found; `done` is False while only some of it is there."""
        self.briefing = briefing
        styled = ((entity, STYLE_OF_LABEL.get(entity.label)) for entity in briefing.entities)
        self.text.set_layer("entities", [Lit(entity.start, entity.end, style) for entity, style in styled if style])
        for pane, panel in self.panes.panels.items():
            if done or (briefing.actors and pane in ("actors", "quotes")):
                panel.show(briefing)
        self.jumps.renew(briefing.actors)
        self.panes.show_titles()
        self._follow_place()
        self.current.follow_panel()

    def set_bookmarks(self, claims: Iterable[Claim], count: int) -> None:
        """Mark bookmarked claims; `count` bookmarks belong to this article, found again or not."""
        found = list(claims)
        self.header.set_bookmarks(count)
        self.text.set_stars(claim.start for claim in found)
        self.panes.set_bookmarks(frozenset(claim.id for claim in found))

    def say(self, text: str, *, whole: bool = False) -> None:
        """Tell the reader something in the status line, or in a corner: where there is none, or no room for `whole`."""
        if self.app.size.height >= LOW and self.is_current and (not whole or self.status.has_room(text)):
            self.status.say(text)
        else:
            self.notify(text, markup=False, timeout=SECONDS)

    @property
    def is_searching(self) -> bool:
        """Whether the line to search in has the keys."""
        return self._search is not None

    def answer(self, event: events.Key) -> None:
        """What was said goes with the next key; a key that nothing is bound to is answered too."""
        self.status.hush()
        if event.key not in self.active_bindings and (words := answers.unbound(event, self.status.keymap)):
            self.say(words)

    # What the jumps ask for

    def show_words(self, span: Span) -> None:
        """Bring words on the screen, with the article where only one pane fits."""
        if self.panes.mode == "narrow":
            self.panes.show_pane("article")
        self.text.go_to(span)

    def return_to(self, stop: Stop) -> None:
        """Show a place of the trail again."""
        self.text.restore(stop.top, stop.target)
        self.panes.show_pane(next(pane for pane in PANES if pane == stop.pane))

    def _panel_with(self, pane: Pane) -> Panel | None:
        """A panel that has findings; else None, and the reader is told why."""
        panel = self.panes.panels.get(pane)
        if panel is not None and panel.briefing is not None and panel.current_row is not None:
            return panel
        self.say(panel.EMPTY if panel is not None and panel.briefing is not None else self.waiting)
        return None

    def tell_undated(self) -> None:
        """Once an article, as its history is looked at: why events have no date and what to do."""
        if not self._told_undated and (note := self.panes.undated_note()):
            self._told_undated = True
            self.say(note)

    def _follow_place(self) -> None:
        if self.article is not None:
            self.status.set_place(self.text.place, len(self.article.paragraphs))
            self.current.follow_place()

    # Actions

    def action_pane(self, pane: str) -> None:
        self.panes.show_pane(next(known for known in PANES if known == pane))
        panel = self.panes.panels.get(self.panes.current)
        if pane != "article" and (panel is None or panel.briefing is None):
            self.say(self.waiting)

    def action_next_pane(self, by: int) -> None:
        self.panes.step(by)

    def action_mention(self, by: int) -> None:
        panel = self._panel_with("actors")
        if panel is None:
            return
        if self.jumps.actor is None and isinstance(panel.current, Actor):
            self.jumps.follow(panel.current)
        self.jumps.walk(by)

    def action_actor(self, by: int) -> None:
        panel = self._panel_with("actors")
        if panel is None:
            return
        before = panel.current
        if self.jumps.actor is not None:
            panel.step(by)  # which tells who is chosen
        if isinstance(before, Actor) and self.jumps.actor is None:
            self.jumps.follow(before)
        elif panel.current is before:
            self.say("This is the last actor" if by > 0 else "This is the first actor")

    async def action_pick_actor(self) -> None:
        if self._panel_with("actors") is not None:
            from briefing.tui.dialogs import pick_actor

            if isinstance(self.app, KeyOrder):
                await self.app.converse(pick_actor(self))

    def action_back(self) -> None:
        self.jumps.back()

    def action_forward(self) -> None:
        self.jumps.forward()

    async def action_search(self) -> None:
        from briefing.tui.widgets.search_line import SearchLine

        if self._search is None:
            self._search = SearchLine(self.jumps)
            await self.mount(self._search, before=self.status)
        if self.panes.mode == "narrow":
            self.panes.show_pane("article")
        self.set_focus(self._search)

    def action_search_step(self, by: int) -> None:
        self.jumps.step_hit(by)

    def action_clear(self) -> None:
        if self.panes.current == "claims" and self.filtering.clear():
            return  # what was lit from among the filtered claims stays for the next escape
        if not self.jumps.clear() and not self.filtering.clear():
            self.say("Nothing to clear: no search, no lit words, no filter")

    def action_filter_by_selection(self) -> None:
        self.filtering.by_selection()

    async def action_filter_by_actor(self) -> None:
        await self.filtering.pick("actor")

    async def action_filter_by_certainty(self) -> None:
        await self.filtering.pick("certainty")

    def action_turn_order(self) -> None:
        self.filtering.turn_order()

    def action_copy(self, citation: bool) -> None:
        spans = self.current.spans
        if self.article is None or not spans:
            self.say("Nothing to copy: go to a finding first")
            return
        self.app.copy_to_clipboard(cite(self.article, spans) if citation else words_of(self.article, spans))
        self.say("Sent to the terminal’s clipboard" + (", with its citation" if citation else ""))

    def action_highlights(self) -> None:
        hidden = not self.text.highlights.hidden
        self.text.set_hidden(*(("entities",) if hidden else ()))
        self.say("Entity highlights off" if hidden else "Entity highlights on")

    def action_sure(self) -> None:
        self.say(self.panes.toggle_unsure())

    # Handlers

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < LOW, "-low")

    def on_goto(self, message: Goto) -> None:
        message.stop()
        self.jumps.go(message.spans, message.finding)

    def on_actor_chosen(self, message: ActorChosen) -> None:
        message.stop()
        self.jumps.follow(message.actor)

    def on_claim_current(self, message: ClaimCurrent) -> None:
        message.stop()
        self.current.set_claim(message.claim, select=False)
        self.jumps.come_along(Span(message.claim.start, message.claim.end))

    def on_place_moved(self) -> None:
        self._follow_place()

    def on_edge_reached(self, message: EdgeReached) -> None:
        self.say("This is the end of the article" if message.end else "This is the beginning of the article")

    def on_claim_wanted(self) -> None:
        claim = self.current.claim
        if claim is None:
            self.say(self.current.no_claim)
        else:
            self.jumps.go((Span(claim.start, claim.end),), claim)

    def on_word_clicked(self, message: WordClicked) -> None:
        self.current.point_at(message.offset)

    def on_panes_changed(self) -> None:
        self.jumps.settle()
        self._follow_place()
        self.current.follow_panel()
        self.tell_undated()

    def on_tab_line_chosen(self, message: TabLine.Chosen) -> None:
        self.action_pane(message.pane)

    async def on_search_line_ended(self) -> None:
        if self._search is not None:
            search, self._search = self._search, None
            await search.remove()
