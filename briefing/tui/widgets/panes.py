"""The columns below the header: four panels as tabs, the article, the claims, as far as the terminal has room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast, get_args

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from briefing.findings import Briefing
from briefing.tui.actions import ACTIONS, keys_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.widgets.article import ArticleView
from briefing.tui.widgets.tabs import TabLine

if TYPE_CHECKING:
    from briefing.tui.widgets.claims_panel import ClaimsPanel
    from briefing.tui.widgets.history_panel import HistoryPanel
    from briefing.tui.widgets.panel import Panel

Pane = Literal["actors", "quotes", "history", "proxies", "claims", "article"]
Mode = Literal["wide", "medium", "narrow"]
PANES: tuple[Pane, ...] = get_args(Pane)
PANELS = PANES[:5]
TABS = PANES[:4]

WIDE = 120
MEDIUM = 80
ROOMY = 160
"""Columns from which the titles of the four panels have room for their keys."""


class Panes(Horizontal):
    """Three columns from 120 cells on; the article and one panel from 80; else one pane at a time."""

    class Changed(Message):
        """Another pane became the current one."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.text = ArticleView(glyphs.star, glyphs.axis)
        self.panels: dict[Pane, Panel] = {}
        self.current: Pane = "article"
        self._tab: Pane = "actors"  # of the four, the one on top
        self._side: Pane = "actors"  # of the five, the one beside the article where only one fits
        self.keymap: dict[str, str] = {}
        self.sure: float | None = None
        """How sure a quote must be, where that is configured."""
        self.across = TabLine(glyphs, id="across")
        """The titles over the whole width, where the article and one panel share it; the screen mounts it."""
        self._left_tabs, self._right_tabs = TabLine(glyphs), TabLine(glyphs)
        self._left, self._right = Vertical(self._left_tabs, id="left"), Vertical(self._right_tabs, id="right")

    def compose(self) -> ComposeResult:
        yield self._left
        yield self.text
        yield self._right
        self.rearrange()

    async def mount_panels(self, waiting: str, briefing: Briefing | None) -> None:
        """The panels come after the first paint: the text is there first. `waiting`: why they are empty."""
        from briefing.tui.widgets.actors_panel import ActorsPanel
        from briefing.tui.widgets.claims_panel import ClaimsPanel
        from briefing.tui.widgets.history_panel import HistoryPanel
        from briefing.tui.widgets.proxies_panel import ProxiesPanel
        from briefing.tui.widgets.quotes_panel import QuotesPanel

        kinds: tuple[type[Panel], ...] = (ActorsPanel, QuotesPanel, HistoryPanel, ProxiesPanel, ClaimsPanel)
        for pane, kind in zip(PANELS, kinds, strict=True):
            panel = self.panels[pane] = kind(glyphs=self.glyphs, id=pane)
            if isinstance(panel, QuotesPanel) and self.sure is not None:
                panel.sure = self.sure
            if isinstance(panel, ClaimsPanel):
                panel.clear_key = self._key_of("clear")
            if isinstance(panel, HistoryPanel):
                panel.date_key = self._key_of("date")
            if briefing is None:
                panel.clear(waiting)
            else:
                panel.show(briefing)
        self.rearrange()
        with self.app.batch_update():
            await self._left.mount(*(self.panels[pane] for pane in TABS))
            await self._right.mount(self.panels["claims"])
        if self.current != "article":
            self.panels[self.current].focus()

    def _key_of(self, action_id: str) -> str:
        """The first key of an action, as a reader writes it."""
        return next(keys_of(action, self.keymap)[0] for action in ACTIONS if action.id == action_id)

    def undated_note(self) -> str:
        """What the history panel has to say once of events that have no date; nothing while it is not on the screen."""
        panel = self.panels.get("history")
        if panel is None or not self.is_shown("history"):
            return ""
        return cast("HistoryPanel", panel).undated_note

    def set_bookmarks(self, claims: frozenset[str]) -> None:
        """Mark the claims of these ids as bookmarked."""
        if self.claims is not None:
            self.claims.set_bookmarks(claims)

    def toggle_unsure(self) -> str:
        """Hide the unsure quotes, or show them again; says what was done."""
        from briefing.tui.widgets.quotes_panel import QuotesPanel

        panel = self.panels.get("quotes")
        if not isinstance(panel, QuotesPanel):
            return "Quotes come with the analysis"
        said = panel.toggle_unsure()
        self.rearrange()  # the title counts what is shown
        return said

    @property
    def claims(self) -> ClaimsPanel | None:
        """The claims panel, once the panels are there."""
        # a cast, for its class is imported after the first paint
        return cast("ClaimsPanel | None", self.panels.get("claims"))

    @property
    def tab(self) -> Pane:
        """Of the four panels that share a place, the one on top."""
        return self._tab

    def is_shown(self, pane: Pane) -> bool:
        """Whether a pane is on the screen."""
        if self.mode == "wide":
            return pane in (self._tab, "article", "claims")
        return pane == self.current if self.mode == "narrow" else pane in (self._side, "article")

    @property
    def mode(self) -> Mode:
        width = self.app.size.width
        return "wide" if width >= WIDE else "medium" if width >= MEDIUM else "narrow"

    @property
    def reachable(self) -> tuple[Pane, ...]:
        """The panes that `tab` goes round: those on the screen, all where only one fits."""
        if self.mode == "wide":
            return (self._tab, "article", "claims")
        return (self._side, "article") if self.mode == "medium" else PANES

    def show_pane(self, pane: Pane) -> None:
        """Make a pane visible and give it the focus."""
        self._become(pane)
        widget: Widget | None = self.text if pane == "article" else self.panels.get(pane)
        if widget is not None and widget.is_attached:
            # now, not when it is its turn: the next key may be waiting already
            self.screen.set_focus(widget, scroll_visible=False)

    def step(self, by: int) -> None:
        """To the next or previous visible pane."""
        panes = self.reachable
        at = panes.index(self.current) if self.current in panes else 0
        self.show_pane(panes[(at + by) % len(panes)])

    def rearrange(self) -> None:
        """Show and hide the columns for the width of the terminal and the pane that the reader is in."""
        mode = self.mode
        for name in ("wide", "medium", "narrow"):
            self.set_class(name == mode, f"-{name}")
        beside = mode == "wide" or mode == "medium" or self.current != "article"
        self._left.display = mode == "wide" or (beside and self._side != "claims")
        self._right.display = mode == "wide" or (beside and self._side == "claims")
        self.text.display = mode != "narrow" or self.current == "article"
        self.across.display = mode == "medium"
        self._left_tabs.display = self._right_tabs.display = mode != "medium"
        for pane, panel in self.panels.items():
            panel.display = pane in (self._tab, "claims")
        self.show_titles()

    def show_titles(self) -> None:
        """The titles of the panels, with their counts once they are filled."""
        titles = [(pane, self.panels[pane].heading if pane in self.panels else pane.capitalize()) for pane in PANELS]
        wide = self.mode == "wide"
        keys = {action.id.removeprefix("pane."): keys_of(action, self.keymap)[0] for action in ACTIONS}
        shown = keys if not wide or self.app.size.width >= ROOMY else {}
        self._left_tabs.show(titles[:4] if wide else titles, self._tab, self.current == self._tab, shown)
        self._right_tabs.show(titles[4:] if wide else titles, "claims", self.current == "claims", shown)
        self.across.show(titles, self._side, self.current == self._side, keys)

    def _become(self, pane: Pane) -> None:
        self.current = pane
        if pane in TABS:
            self._tab = pane
        if pane != "article":
            self._side = pane
        self.rearrange()
        self.post_message(self.Changed())

    def on_resize(self) -> None:
        self.rearrange()

    def on_descendant_focus(self) -> None:
        focused = self.screen.focused
        for pane in PANES:
            if focused is not None and focused is (self.text if pane == "article" else self.panels.get(pane)):
                if pane != self.current:
                    self._become(pane)
                return

    def on_tab_line_chosen(self, message: TabLine.Chosen) -> None:
        message.stop()
        self.show_pane(next(pane for pane in PANES if pane == message.pane))
