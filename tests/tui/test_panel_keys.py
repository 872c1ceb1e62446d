"""Moving in the panels, by keyboard and mouse, and going to what they show."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from sample import TEXT, briefing
from textual.app import App, ComposeResult
from textual.message import Message

from briefing.findings import Actor, Briefing, Claim, Event, Mention, ProxyRelation, Quote
from briefing.tui.messages import ActorChosen, ClaimCurrent, Goto
from briefing.tui.widgets.actors_panel import ActorsPanel
from briefing.tui.widgets.claims_panel import ClaimsPanel
from briefing.tui.widgets.history_panel import HistoryPanel
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.proxies_panel import ProxiesPanel
from briefing.tui.widgets.quotes_panel import QuotesPanel

PANELS: list[type[Panel]] = [ActorsPanel, QuotesPanel, HistoryPanel, ProxiesPanel, ClaimsPanel]


class PanelApp(App[None]):
    """One panel, and what it says."""

    def __init__(self, kind: type[Panel], found: Briefing | None = None) -> None:
        super().__init__()
        self.panel = kind()
        self.found = found or briefing()
        self.messages: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.panel

    def on_mount(self) -> None:
        self.panel.show(self.found)
        self.panel.focus()

    def on_goto(self, message: Goto) -> None:
        self.messages.append(message)

    def on_actor_chosen(self, message: ActorChosen) -> None:
        self.messages.append(message)

    def on_claim_current(self, message: ClaimCurrent) -> None:
        self.messages.append(message)

    def last(self, kind: type[Message]) -> Message:
        return [message for message in self.messages if isinstance(message, kind)][-1]

    def words(self) -> str:
        message = self.last(Goto)
        assert isinstance(message, Goto)
        return " ".join(TEXT[span.start : span.end] for span in message.spans)


@pytest.fixture
def many() -> Briefing:
    """The article with five hundred actors."""
    actors = tuple(Actor(f"a{n}", f"Actor {n}", "group", mentions=(Mention(n, n + 1, "name"),)) for n in range(500))
    return msgspec.structs.replace(briefing(), actors=actors)


@pytest.mark.parametrize("kind", PANELS)
async def test_a_filled_panel_has_a_current_item_that_enter_goes_to(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(44, 20)) as pilot:
        assert app.panel.current is not None
        await pilot.press("enter")
        assert app.words()
        goto = app.last(Goto)
        assert isinstance(goto, Goto)
        assert goto.finding is app.panel.current
        assert goto.label


@pytest.mark.parametrize("kind", PANELS)
async def test_a_filled_panel_that_was_never_on_the_screen_has_a_current_item_too(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    app.panel.display = False
    async with app.run_test(size=(44, 20)):
        before = app.panel.current
        assert before is not None
        app.panel.step(1)
        assert app.panel.current is not before


@pytest.mark.parametrize("kind", PANELS)
async def test_first_last_next_and_previous(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(44, 12)) as pilot:
        choosable = [row for row in app.panel.rows if row.choosable]
        await pilot.press("G")
        assert app.panel.current_row is choosable[-1]
        await pilot.press("k")
        assert app.panel.current_row is choosable[-2]
        await pilot.press("g")
        assert app.panel.current_row is choosable[0]
        await pilot.press("j")
        assert app.panel.current_row is choosable[1]
        await pilot.press("up")
        assert app.panel.current_row is choosable[0]


async def test_every_row_of_a_long_list_is_reached_and_seen(many: Briefing) -> None:
    app = PanelApp(ActorsPanel, many)
    async with app.run_test(size=(44, 12)) as pilot:
        for key, expected in (("G", 499), ("g", 0), ("space", 11), ("pagedown", 22), ("b", 11), ("k", 10)):
            await pilot.press(key)
            assert isinstance(app.panel.current, Actor)
            assert app.panel.current.id == f"a{expected}", key
            top = app.panel.scroll_offset.y
            assert top <= expected < top + 12


@pytest.mark.parametrize("kind", PANELS)
async def test_the_current_row_is_marked_by_a_character_too(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(44, 20)):
        marked = [app.panel.render_line(y).text for y in range(20)]
        assert sum(line.startswith("▸") for line in marked) == 1


@pytest.mark.parametrize("kind", PANELS)
async def test_the_current_item_outlives_a_change_of_width(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(100, 14)) as pilot:
        await pilot.press("G", "k")
        before = app.panel.current
        await pilot.resize_terminal(30, 14)
        assert app.panel.current is before
        shown = [app.panel.render_line(y).text for y in range(14)]
        assert any(line.startswith("▸") for line in shown)


@pytest.mark.parametrize("kind", PANELS)
async def test_the_current_item_outlives_a_new_analysis_of_the_article(kind: type[Panel]) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "j")
        before = app.panel.current
        assert before is not None
        app.panel.show(briefing())
        assert app.panel.current is not None
        assert getattr(app.panel.current, "id", None) == getattr(before, "id", "")


async def test_before_the_analysis_the_panel_says_that_it_waits() -> None:
    app = PanelApp(QuotesPanel)
    async with app.run_test(size=(44, 10)) as pilot:
        app.panel.clear()
        assert app.panel.render_line(0).text.strip() == "…"
        app.panel.clear("The analysis failed")
        assert app.panel.render_line(0).text.strip() == "The analysis failed"
        await pilot.press("enter")
        assert not app.messages
        assert len(app._notifications) == 1


async def test_moving_among_actors_chooses_them_and_enter_walks_their_mentions() -> None:
    app = PanelApp(ActorsPanel)
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.press("j")
        chosen = app.last(ActorChosen)
        assert isinstance(chosen, ActorChosen)
        assert chosen.actor is app.panel.current
        await pilot.press("enter")
        first = app.last(Goto)
        await pilot.press("enter")
        second = app.last(Goto)
        assert isinstance(first, Goto)
        assert isinstance(second, Goto)
        assert first.spans < second.spans


async def test_a_role_is_a_jump_by_key_and_by_click() -> None:
    app = PanelApp(ActorsPanel)
    async with app.run_test(size=(37, 20)) as pilot:
        app.panel.select(lambda finding: isinstance(finding, Actor) and finding.id == "rehn")
        await pilot.press("r")
        assert app.words() == "Keldon’s foreign minister"
        await pilot.press("enter")
        assert app.words() == "Tomas Rehn"
        line = next(y for y in range(20) if app.panel.render_line(y).text.startswith("▸"))
        await pilot.click(app.panel, offset=(6, line + 1))
        assert app.words() == "Keldon’s foreign minister"


async def test_an_actor_without_a_role_says_so() -> None:
    app = PanelApp(ActorsPanel)
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.press("r")
        assert not app.messages
        assert ["does not say" in notification.message for notification in app._notifications] == [True]


async def test_a_click_makes_a_row_current_and_a_second_one_goes() -> None:
    app = PanelApp(ClaimsPanel)
    async with app.run_test(size=(44, 30)) as pilot:
        await pilot.click(app.panel, offset=(6, 5))
        current = app.panel.current
        assert isinstance(current, Claim)
        assert current.id != "c1"
        assert not any(isinstance(message, Goto) for message in app.messages)
        await pilot.click(app.panel, offset=(6, 5))
        assert app.words() == TEXT[current.start : current.end]


@pytest.mark.parametrize(
    ("kind", "wanted", "places"),
    [
        (HistoryPanel, lambda finding: isinstance(finding, Event) and finding.id == "e1", 2),
        (ProxiesPanel, lambda finding: isinstance(finding, ProxyRelation), 2),
        (QuotesPanel, lambda finding: isinstance(finding, Quote), 1),
    ],
)
async def test_enter_goes_round_all_places_of_a_finding(
    kind: type[Panel], wanted: Callable[[object], bool], places: int
) -> None:
    app = PanelApp(kind)
    async with app.run_test(size=(60, 30)) as pilot:
        assert app.panel.select(wanted)
        await pilot.press(*["enter"] * (places + 1))
        spans = [message.spans for message in app.messages if isinstance(message, Goto)]
        assert len(set(spans)) == places
        assert spans[0] == spans[-1]


async def test_claims_follow_the_article_without_a_word() -> None:
    app = PanelApp(ClaimsPanel)
    async with app.run_test(size=(44, 12)) as pilot:
        panel = app.panel
        assert isinstance(panel, ClaimsPanel)
        for paragraph, expected in ((2, "c3"), (5, "c7"), (1, "c1")):
            claim = panel.follow(app.found.article.paragraphs[paragraph - 1].start)
            assert claim is panel.current
            assert claim is not None
            assert claim.id == expected
        last = panel.follow(len(TEXT))
        assert last is not None
        assert last.id == "c7"
        await pilot.pause()
        assert not app.messages
        await pilot.press("k")
        current = app.last(ClaimCurrent)
        assert isinstance(current, ClaimCurrent)
        assert current.claim.id == "c6"


async def test_bookmarked_claims_carry_a_star_and_the_current_one_stays() -> None:
    app = PanelApp(ClaimsPanel)
    async with app.run_test(size=(44, 30)) as pilot:
        await pilot.press("j", "j")
        panel = app.panel
        assert isinstance(panel, ClaimsPanel)
        panel.set_bookmarks(frozenset({"c1", "c3"}))
        lines = [panel.render_line(y).text for y in range(30)]
        assert sum("★" in line for line in lines) == 2
        assert isinstance(panel.current, Claim)
        assert panel.current.id == "c3"
        panel.set_bookmarks(frozenset())
        assert not any("★" in panel.render_line(y).text for y in range(30))


def one_sure_of_two() -> Briefing:
    sure, other, *_ = briefing().quotes
    quotes = (msgspec.structs.replace(sure, confidence=0.9), msgspec.structs.replace(other, confidence=0.3))
    return msgspec.structs.replace(briefing(), quotes=quotes, attributions=())


async def test_unsure_quotes_are_hidden_and_shown_again() -> None:
    app = PanelApp(QuotesPanel, one_sure_of_two())
    async with app.run_test(size=(44, 20)):
        panel = app.panel
        assert isinstance(panel, QuotesPanel)
        assert panel.heading == "Quotes 2"
        assert panel.toggle_unsure() == "1 unsure quote hidden"
        assert panel.heading == "Quotes 1"
        assert panel.toggle_unsure() == "1 unsure quote shown"
        assert panel.heading == "Quotes 2"


async def test_how_sure_is_sure_is_the_readers_choice() -> None:
    app = PanelApp(QuotesPanel, one_sure_of_two())
    async with app.run_test(size=(44, 20)):
        panel = app.panel
        assert isinstance(panel, QuotesPanel)
        panel.sure = 0.2
        assert panel.toggle_unsure() == "No quote of this article is unsure"
