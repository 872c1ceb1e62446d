"""No key does nothing silently: each changes what is on the screen, or says why it can't."""

from __future__ import annotations

import msgspec
import pytest
from reading import MEDIUM, NARROW, WIDE, FakeAnalysis, Reading, reading
from sample import article, briefing
from textual.events import Key
from textual.keys import key_to_character

from briefing.article import Span
from briefing.findings import Actor, Briefing, Pipeline
from briefing.tui import analyses
from briefing.tui.actions import ACTIONS
from briefing.tui.app import BriefingApp
from briefing.tui.widgets.panes import PANES

KEYS = [(action.id, action.keys.split(",")[0]) for action in ACTIONS if action.id not in ("quit", "palette")]
UNBOUND = ["z", "Q", "left", "right", "f5", "ctrl+up", "backspace"]


async def silent_keys(reader: Reading, pane: str, keys: list[tuple[str, str]]) -> list[str]:
    """The actions after whose key the screen is as before, each pressed in `pane`, with what it opened closed again."""
    found = []
    for name, key in keys:
        reader.app.reader.panes.show_pane(next(known for known in PANES if known == pane))
        await reader.pilot.pause()
        reader.app.reader.status.hush()
        await reader.pilot.pause()
        before = picture(reader)
        await reader.press(key)
        if picture(reader) == before and reader.app.reader.panes.current == pane and name != f"pane.{pane}":
            found.append(f"{name} ({key})")
        while reader.app.screen is not reader.app.reader or reader.app.reader.is_searching:
            await reader.press("escape")
    return found


def picture(reader: Reading) -> str:
    """The screen with its styles."""
    strips = reader.app.screen._compositor.render_strips()
    return "\n".join(str([(segment.text, str(segment.style)) for segment in strip]) for strip in strips)


@pytest.mark.parametrize(
    ("pane", "size"), [*((pane, WIDE) for pane in PANES), ("actors", NARROW), ("article", NARROW), ("claims", MEDIUM)]
)
async def test_every_key_does_something_or_says_why_on_a_filled_article(pane: str, size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        assert await silent_keys(reader, pane, KEYS + [("unbound", key) for key in UNBOUND]) == []


@pytest.mark.parametrize("pane", ["actors", "article"])
async def test_every_key_does_something_or_says_why_before_the_analysis(
    pane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyses, "AnalysisProcess", FakeAnalysis)
    async with reading(article=article()) as reader:
        assert await silent_keys(reader, pane, KEYS) == []


@pytest.mark.parametrize("pane", PANES)
async def test_every_key_of_a_panel_says_that_nothing_was_found(pane: str) -> None:
    nothing = Briefing(article=article(), pipeline=Pipeline("by-hand", "1"))
    ids = [action.id for action in ACTIONS if action.scope in ("move", "actors") or action.group == "Findings"]
    async with reading(nothing, size=MEDIUM) as reader:
        assert await silent_keys(reader, pane, [(name, key) for name, key in KEYS if name in ids]) == []


async def test_every_key_does_something_or_says_why_without_an_article() -> None:
    app = BriefingApp(None)
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.pause(0.1)
        assert await silent_keys(Reading(app, pilot), "article", KEYS) == []


async def test_keys_typed_right_after_one_that_opens_a_dialog_are_the_dialogs() -> None:
    async with reading() as reader:
        await typed_ahead(reader, "a", "r", "e", "h", "n", "enter")
        actor = reader.app.reader.jumps.actor
        assert actor is not None
        assert actor.name == "Tomas Rehn"
        await typed_ahead(reader, "d", "2", "0", "x")
        assert reader.app.screen.query_one("Input").value == "20x"  # type: ignore[attr-defined]
        await reader.press("escape")
        await typed_ahead(reader, "question_mark", "q", "5", "j")
        assert reader.app.screen is reader.app.reader
        assert reader.app.reader.panes.current == "claims"


async def test_keys_typed_right_after_a_search_are_the_articles() -> None:
    async with reading() as reader:
        await typed_ahead(reader, "slash", *"kel", "enter", "n", "n")
        assert reader.app.reader.jumps.search.query == "kel"
        assert "hit 3/" in reader.status


async def typed_ahead(reader: Reading, *keys: str) -> None:
    """All keys at once, as a terminal sends what was typed while the program was busy."""
    for key in keys:
        event = Key(key, key_to_character(key))
        event.set_sender(reader.app)
        reader.app.post_message(event)
    for _ in range(5):
        await reader.pilot.pause(0.1)


async def test_the_first_actor_lights_up_when_its_panel_is_entered() -> None:
    async with reading() as reader:
        assert not reader.app.reader.text.highlights.of("actor")
        await reader.press("1")
        actor = reader.app.reader.panes.panels["actors"].current
        assert isinstance(actor, Actor)
        assert len(reader.app.reader.text.highlights.of("actor")) == len(actor.mentions)
        await reader.press("escape")
        assert not reader.app.reader.text.highlights.of("actor")


async def test_going_back_tells_the_mention_again() -> None:
    async with reading(size=MEDIUM) as reader:
        await reader.press("1", "enter", "right_square_bracket")
        assert "mention 2/" in reader.status
        await reader.press("H")
        assert "mention 1/" in reader.status
        await reader.press("right_square_bracket")
        assert "mention 2/" in reader.status


async def test_a_new_analysis_keeps_the_mention_that_was_walked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading() as reader:
        await reader.press("1", "enter", "enter")
        reader.app.reader.fill(briefing())
        await reader.pilot.pause()
        assert "mention 2/" in reader.status
        await reader.press("escape", "0")
        reader.app.reader.fill(briefing())
        assert not reader.app.reader.text.highlights.of("actor")


async def test_a_bookmark_that_was_gone_to_is_the_current_claim() -> None:
    async with reading() as reader:
        second = briefing().claims[1]
        await reader.press("5", "g")
        reader.app.reader.jumps.go((Span(second.start, second.end),), second)
        assert reader.app.reader.current.claim == second


async def test_a_partial_briefing_needs_no_text_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyses, "AnalysisProcess", FakeAnalysis)
    made = briefing()
    async with reading(article=article()) as reader:
        bare = msgspec.structs.replace(made.article, text="", paragraphs=())
        FakeAnalysis.made[-1].report(partial=msgspec.structs.replace(made, article=bare, claims=()))
        await reader.pilot.pause(0.1)
        await reader.press("2")
        assert "We will not wait for Keldon" in reader.screen


async def test_another_article_has_no_selection_of_the_one_before() -> None:
    async with reading() as reader:
        await reader.pilot.mouse_down(reader.app.reader.text, offset=(8, 0))
        await reader.pilot.mouse_up(reader.app.reader.text, offset=(20, 1))
        assert reader.app.reader.selections
        reader.app.reader.open(article(), 0, 0, "")
        assert not reader.app.reader.selections
