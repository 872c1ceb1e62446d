"""Filtering and ordering the claims by keys: what is shown, what the title says, and how all come back."""

from __future__ import annotations

from typing import cast

import msgspec
import pytest
from reading import MEDIUM, NARROW, WIDE, Reading, reading
from sample import briefing
from test_every_key import picture

from briefing.claim_weight import by_weight
from briefing.findings import Claim, Event, ProxyRelation, Quote
from briefing.tui.actions import ACTIONS
from briefing.tui.claim_filter import OfCertainty
from briefing.tui.widgets.claims_panel import ClaimsPanel


def panel_of(reader: Reading) -> ClaimsPanel:
    return cast(ClaimsPanel, reader.app.reader.panes.panels["claims"])


def shown(reader: Reading) -> list[str]:
    """The ids of the claims in the panel, from top to bottom."""
    return [row.finding.id for row in panel_of(reader).rows if isinstance(row.finding, Claim)]


ALL = [f"c{n}" for n in range(1, 8)]


async def test_claims_of_a_picked_actor_and_all_again_with_the_same_key() -> None:
    async with reading() as reader:
        await reader.press("A", *"by mara", "enter")
        assert shown(reader) == ["c1", "c2", "c6"]
        assert "Claims 3/7 · by Mara Lindqvist" in reader.screen
        await reader.press("A")
        assert shown(reader) == ALL
        assert "Claims 7" in reader.screen


async def test_claims_about_an_actor_are_another_choice() -> None:
    async with reading() as reader:
        await reader.press("A", *"about kel", "enter")
        assert shown(reader) == ["c2", "c4", "c5"]


async def test_claims_of_one_certainty_beside_another_filter() -> None:
    async with reading() as reader:
        await reader.press("c", *"rep", "enter")
        assert shown(reader) == ["c1", "c2", "c4"]
        await reader.press("A", *"about river", "enter")
        assert shown(reader) == ["c4"]
        assert panel_of(reader).heading == "Claims 1/7 · about River Guard · reported"
        await reader.press("c")
        assert panel_of(reader).heading == "Claims 1/7 · about River Guard"


async def test_what_can_be_picked_says_how_many_claims_it_leaves() -> None:
    async with reading() as reader:
        await reader.press("c")
        rows = [" ".join(line.split()) for line in reader.screen.splitlines()]
        assert any("reported 3 claims" in line for line in rows)
        assert any("denied 1 claim" in line for line in rows)


@pytest.mark.parametrize(
    ("pane", "kind", "ident", "expected"),
    [
        ("1", "actor", "keldon", ["c2", "c4", "c5"]),
        ("2", Quote, "q2", ["c2"]),
        ("3", Event, "e3", ["c4"]),
        ("4", ProxyRelation, "p1", ["c4"]),
    ],
)
async def test_claims_at_what_is_selected_in_another_panel(
    pane: str, kind: object, ident: str, expected: list[str]
) -> None:
    async with reading() as reader:
        await reader.press(pane)
        panel = reader.app.reader.panes.panels[reader.app.reader.panes.current]
        assert panel.select(lambda finding: getattr(finding, "id", "") == ident)
        await reader.press("f")
        assert shown(reader) == expected
        assert f"Claims {len(expected)}/7 · " in reader.screen
        await reader.press("f")
        assert shown(reader) == ALL


async def test_another_selection_takes_the_place_of_the_one_before() -> None:
    async with reading() as reader:
        await reader.press("1", "f")
        assert panel_of(reader).heading == "Claims 3/7 · with Keldon"
        await reader.press("j", "f")
        assert panel_of(reader).heading == "Claims 3/7 · with Mara Lindqvist"
        await reader.press("5", "f")
        assert shown(reader) == ALL, "among the claims the key takes the filter off"


async def test_escape_among_the_claims_takes_all_filters_off_and_the_lit_words_stay_for_the_next_one() -> None:
    async with reading() as reader:
        await reader.press("c", *"rep", "enter", "1", "f", "5", "enter")
        assert len(panel_of(reader).criteria) == 2
        await reader.press("escape")
        assert shown(reader) == ALL
        assert reader.lit()
        await reader.press("escape")
        assert not reader.lit()
        await reader.press("escape")
        assert "Nothing to clear" in reader.status


async def test_escape_in_the_article_clears_what_is_lit_first() -> None:
    async with reading() as reader:
        await reader.press("1", "f", "enter", "0", "escape")
        assert panel_of(reader).criteria
        assert not reader.lit()
        await reader.press("escape")
        assert not panel_of(reader).criteria


async def test_an_empty_result_says_so_and_how_to_see_all() -> None:
    async with reading() as reader:
        await reader.press("c", *"bel", "enter", "4", "j", "f", "5")
        assert panel_of(reader).heading.startswith("Claims 0/7 · believed")
        lines = [panel_of(reader).render_line(y).text.strip() for y in range(6)]
        assert " ".join(lines).startswith("No claim left, esc shows all 7: none is believed and at “Keldon")
        await reader.press("enter")
        assert "No claim left, esc shows all 7" in reader.status
        await reader.press("m")
        assert "No claim left, esc shows all 7" in reader.status, "no claim is current that is not to be seen"
        await reader.press("escape")
        assert shown(reader) == ALL


async def test_the_key_that_shows_all_is_called_as_it_is_bound() -> None:
    from briefing.config import Config

    async with reading(config=Config(keymap={"clear": "ctrl+k"})) as reader:
        panel_of(reader).ask_nothing()
        assert panel_of(reader).clear_key == "ctrl+k"


async def test_the_order_of_weight_and_back() -> None:
    async with reading() as reader:
        await reader.press("w")
        assert shown(reader) == [claim.id for claim in by_weight(briefing())]
        assert shown(reader) != ALL
        assert "Claims 7 · by weight" in reader.screen
        await reader.press("A", *"by mara", "enter")
        assert shown(reader) == [claim.id for claim in by_weight(briefing()) if claim.speaker == "lindqvist"]
        await reader.press("w")
        assert shown(reader) == ["c1", "c2", "c6"]


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_where_claims_are_not_on_the_screen_a_filter_brings_them_there(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("1", "f")
        assert reader.app.reader.panes.current == "claims"
        assert "Claims 3/7 · with" in reader.screen
        assert "with Keldon" in " ".join(reader.status.split())


async def test_a_filter_in_the_widest_layout_leaves_the_reader_where_they_are() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("1", "f")
        assert reader.app.reader.panes.current == "actors"


async def test_before_the_analysis_and_without_claims_the_keys_say_why() -> None:
    async with reading(msgspec.structs.replace(briefing(), claims=())) as reader:
        for key in ("f", "A", "c", "w"):
            await reader.press(key)
            assert "No claims found" in reader.status
            await reader.press("0")
    found = msgspec.structs.replace(briefing(), proxies=(), denied_proxies=())
    async with reading(found) as reader:
        await reader.press("4", "f")
        assert "Proxies has nothing selected: No proxy relations" in reader.status


async def test_another_article_starts_without_filters() -> None:
    async with reading() as reader:
        await reader.press("1", "f")
        other = msgspec.structs.replace(briefing().article, id="other")
        reader.app.reader.open(other, 0, 0, "")
        reader.app.reader.fill(msgspec.structs.replace(briefing(), article=other))
        assert shown(reader) == ALL


async def test_moving_among_the_claims_moves_the_article_along() -> None:
    async with reading(size=(80, 8)) as reader:
        await reader.press("5", "G")
        last = briefing().claims[-1]
        text = reader.app.reader.text
        assert text.place == last.paragraph
        assert "The two governments are to meet" in reader.screen.split("│")[-1] or text.top > 0
        await reader.press("g")
        assert text.place == 1
        assert text.top == 0


async def test_the_way_back_leads_to_where_the_article_was_before_it_came_along() -> None:
    async with reading(size=(80, 8)) as reader:
        await reader.press("j", "j", "j")
        top = reader.app.reader.text.top
        await reader.press("5", "G", "k", "g", "G")
        assert reader.app.reader.text.top != top
        await reader.press("H")
        assert reader.app.reader.text.top == top
        assert reader.app.reader.panes.current == "claims"
        await reader.press("H")
        assert "trail begins" in reader.status or reader.told("trail begins")


async def test_moving_in_the_article_moves_the_claims_along_also_among_some_of_them() -> None:
    async with reading(size=(120, 6)) as reader:
        await reader.press("A", *"by mara", "enter", "0", "G")
        current = panel_of(reader).current
        assert isinstance(current, Claim)
        assert current.id == "c6", "the last one that is shown"
        await reader.press("g")
        current = panel_of(reader).current
        assert isinstance(current, Claim)
        assert current.id == "c1"


async def test_a_filter_that_hides_the_current_claim_makes_another_of_the_paragraph_current() -> None:
    async with reading() as reader:
        assert reader.app.reader.current.claim == briefing().claims[0]
        await reader.press("A", *"about kel", "enter")
        claim = reader.app.reader.current.claim
        assert claim is not None
        assert claim.id == "c2"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_no_key_is_silent_where_a_filter_leaves_no_claim(size: tuple[int, int]) -> None:
    names = {"move", "reader"}
    keys = [action.keys.split(",")[0] for action in ACTIONS if action.scope in names or action.id == "mark"]
    silent = []
    async with reading(size=size) as reader:
        for key in keys:
            reader.app.reader.panes.show_pane("claims")
            reader.app.reader.filtering.ask("certainty", OfCertainty("assessed"))
            reader.app.reader.status.hush()
            reader.app.clear_notifications()
            await reader.pilot.pause()
            before = picture(reader)
            await reader.press(key)
            if picture(reader) == before and key != "5":
                silent.append(key)
            while reader.app.screen is not reader.app.reader or reader.app.reader.is_searching:
                await reader.press("escape")
    assert silent == []
