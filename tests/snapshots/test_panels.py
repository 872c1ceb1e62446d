"""How the panels look: wide and narrow, dark and light, with and without focus, with ASCII alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal

sys.path.insert(0, str(Path(__file__).parent.parent / "tui"))

from sample import article, briefing

from briefing.findings import Briefing, Pipeline
from briefing.tui.glyphs import ASCII, UTF8, Glyphs
from briefing.tui.widgets.actors_panel import ActorsPanel
from briefing.tui.widgets.claims_panel import ClaimsPanel
from briefing.tui.widgets.history_panel import HistoryPanel
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.proxies_panel import ProxiesPanel
from briefing.tui.widgets.quotes_panel import QuotesPanel

Compare = Callable[..., bool]
PANELS: dict[str, type[Panel]] = {
    "actors": ActorsPanel,
    "quotes": QuotesPanel,
    "history": HistoryPanel,
    "proxies": ProxiesPanel,
    "claims": ClaimsPanel,
}


class Panels(App[None]):
    """Some panels side by side, the first with the focus."""

    CSS = "Panel { width: 1fr; height: 1fr; border: round $border; }"

    def __init__(self, *names: str, glyphs: Glyphs = UTF8, theme: str = "textual-dark", empty: bool = False) -> None:
        super().__init__()
        self.panels = [PANELS[name](glyphs=glyphs) for name in names]
        self.wanted = theme
        self.found = Briefing(article=article(), pipeline=Pipeline("by-hand", "1")) if empty else briefing()

    def compose(self) -> ComposeResult:
        yield Horizontal(*self.panels)

    def on_mount(self) -> None:
        self.theme = self.wanted
        for panel in self.panels:
            panel.show(self.found)
            if isinstance(panel, ClaimsPanel):
                panel.set_bookmarks(frozenset({"c2", "c3"}))
        self.panels[0].focus()


@pytest.mark.parametrize("name", PANELS)
@pytest.mark.parametrize("width", [36, 44, 120])
def test_a_panel_at_three_widths(snap_compare: Compare, name: str, width: int) -> None:
    assert snap_compare(Panels(name), terminal_size=(width, 30), press=["j", "j"])


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark"])
def test_all_panels_in_other_themes(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(Panels(*PANELS, theme=theme), terminal_size=(200, 24), press=["j"])


def test_all_panels_with_ascii_alone(snap_compare: Compare) -> None:
    assert snap_compare(Panels(*PANELS, glyphs=ASCII), terminal_size=(200, 24))


def test_all_panels_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(Panels(*PANELS), terminal_size=(200, 24), press=["j"])


def test_panels_of_an_article_without_findings(snap_compare: Compare) -> None:
    assert snap_compare(Panels(*PANELS, empty=True), terminal_size=(200, 6))
