"""What the keys that filter and order the claims do, and what the reader is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.clean import clean_line
from briefing.findings import Actor
from briefing.tui.claim_filter import AtWords, Criterion, Kind, OfActor
from briefing.tui.key_order import KeyOrder
from briefing.tui.widgets.drawing import fit
from briefing.tui.widgets.panes import TABS

if TYPE_CHECKING:
    from briefing.tui.screens.reader import ReaderScreen
    from briefing.tui.widgets.claims_panel import ClaimsPanel
    from briefing.tui.widgets.panel import Panel

NAMED = 24
"""Cells of a finding's words that stand for it in the title."""


class Filtering:
    """The filters and the order of the claims panel of one screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen

    def panel(self) -> ClaimsPanel | None:
        """The claims panel where it has claims; else None, and the reader is told why."""
        panel = self.screen.panes.claims
        if panel is None or panel.briefing is None:
            self.screen.say(self.screen.waiting)
            return None
        if not panel.briefing.claims:
            self.screen.say(panel.EMPTY)
            return None
        return panel

    def by_selection(self) -> None:
        """Only the claims at what is selected in the panel of the four that is on top; again: all."""
        panel, panes = self.panel(), self.screen.panes
        if panel is None:
            return
        selected = panes.panels[panes.tab]
        asked = _selection(selected)
        before = panel.criteria.get("selection")
        if before is not None and (asked == before or panes.current not in TABS):
            self.ask("selection", None)
        elif asked is None:
            self.screen.say(f"{selected.NAME} has nothing selected: {selected.empty}")
        else:
            self.ask("selection", asked)

    async def pick(self, kind: Kind) -> None:
        """Only the claims of an actor or a certainty that the reader picks; again: all."""
        from briefing.tui.dialogs import pick_criterion

        panel, app = self.panel(), self.screen.app
        if panel is not None and kind in panel.criteria:
            self.ask(kind, None)
        elif panel is not None and isinstance(app, KeyOrder):
            await app.converse(pick_criterion(self.screen, kind))

    def ask(self, kind: Kind, criterion: Criterion | None) -> None:
        """Filter by one more criterion, or no longer by those of this kind."""
        panel = self.panel()
        if panel is None:
            return
        panel.ask(kind, criterion)
        self._applied(panel, show=criterion is not None)

    def turn_order(self) -> None:
        """By weight, or again as in the article."""
        panel = self.panel()
        if panel is not None:
            panel.weigh(not panel.weighed)
            self._applied(panel, show=panel.weighed)
            self.screen.say("Heaviest claims first" if panel.weighed else "Claims as in the article")

    def clear(self) -> bool:
        """Show all claims again; False where none were left out."""
        panel = self.screen.panes.claims
        if panel is None or not panel.criteria:
            return False
        panel.ask_nothing()
        self._applied(panel, show=False)
        return True

    def _applied(self, panel: ClaimsPanel, show: bool) -> None:
        """Titles and current claim after a change; the claims come on the screen where they were not."""
        panes = self.screen.panes
        panes.show_titles()
        if show and not panes.is_shown("claims"):
            panes.show_pane("claims")
        self.screen.current.follow_filter()
        self.screen.say(panel.heading if panel.count() else panel.empty)


def _selection(panel: Panel) -> Criterion | None:
    """What the claims must have to be at the current row of a panel; None without one."""
    row = panel.current_row
    if row is None:
        return None
    if isinstance(row.finding, Actor):
        return OfActor(row.finding.id, clean_line(row.finding.name))
    spans = tuple(span for place in row.places for span in place)
    return AtWords(spans, fit(row.label, NAMED, panel.glyphs.ellipsis))
