"""Every finding leads to its words, and back."""

from __future__ import annotations

import pytest
from reading import NARROW, reading
from sample import TEXT
from test_reader import long_briefing

from briefing.findings import Claim


async def test_walking_the_mentions_of_an_actor() -> None:
    async with reading() as reader:
        await reader.press("]")
        name = reader.status.split(" of ")[1].split(" · ")[0]
        assert "mention 1/" in reader.status
        first = reader.app.reader.jumps.lit
        await reader.press("]")
        assert "mention 2/" in reader.status
        await reader.press("[")
        assert reader.app.reader.jumps.lit == first
        await reader.press("[")
        assert "Round the end" in reader.status
        assert name in reader.status


async def test_mentions_of_the_chosen_actor_light_up() -> None:
    async with reading() as reader:
        await reader.press("1", "j")
        actor = reader.app.reader.jumps.actor
        assert actor is not None
        lit = reader.app.reader.text.highlights.of("actor")
        assert [(span.start, span.end) for span in lit] == [(m.start, m.end) for m in actor.mentions]


async def test_braces_go_through_the_actors() -> None:
    async with reading() as reader:
        names = []
        for _ in range(3):
            await reader.press("}")
            actor = reader.app.reader.jumps.actor
            assert actor is not None
            names.append(actor.name)
        assert len(set(names)) == 3
        await reader.press("{", "{", "{")
        assert "first actor" in reader.status


@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5"])
async def test_enter_lights_up_the_words_of_a_finding(pane: str) -> None:
    async with reading() as reader:
        await reader.press(pane, "j", "enter")
        lit = reader.lit()
        assert lit
        assert all(words in TEXT for words in lit)
        shown = reader.screen.replace("\n", " ")
        assert lit[0].split()[0] in shown


async def test_back_and_forward_through_jumps() -> None:
    async with reading() as reader:
        await reader.press("5", "G", "enter")
        last = reader.lit()
        await reader.press("g", "enter")
        first = reader.lit()
        assert first != last
        await reader.press("H")
        assert reader.lit() == last
        await reader.press("H")
        assert reader.lit() == []
        await reader.press("H")
        assert "trail begins" in reader.status
        await reader.press("L", "alt+right")
        assert reader.lit() == first
        await reader.press("L")
        assert "end of the trail" in reader.status


async def test_back_returns_to_the_list_where_only_one_pane_fits() -> None:
    async with reading(size=NARROW) as reader:
        await reader.press("5", "j", "enter")
        assert reader.app.reader.panes.current == "article"
        await reader.press("H")
        assert reader.app.reader.panes.current == "claims"


async def test_a_jump_tells_its_paragraph_even_at_the_end_of_the_article() -> None:
    async with reading() as reader:
        await reader.press("5", "G", "enter")
        claim = reader.app.reader.current.claim
        assert isinstance(claim, Claim)
        assert reader.status.startswith(f"¶{claim.paragraph}/5")


async def test_the_current_claim_is_the_first_of_the_topmost_paragraph() -> None:
    async with reading(size=NARROW) as reader:
        claim = reader.app.reader.current.claim
        assert claim is not None
        assert claim.paragraph == 1
        while not reader.status.startswith("¶2"):
            await reader.press("j")
        claim = reader.app.reader.current.claim
        found = reader.app.reader.briefing
        assert found is not None
        assert claim == next(other for other in found.claims if other.paragraph == 2)
        await reader.press("enter")
        assert claim is not None
        assert reader.lit() == [TEXT[claim.start : claim.end]]


async def test_picking_an_actor_by_a_few_letters() -> None:
    async with reading() as reader:
        await reader.press("a", *"rehn", "enter")
        assert "mention 1/" in reader.status
        assert "of Tomas Rehn" in reader.status


async def test_search_follows_the_typing_and_steps_through_hits() -> None:
    async with reading() as reader:
        await reader.press("slash", *"keldon")
        assert f"hit 1/{TEXT.lower().count('keldon')} of keldon" in reader.status
        await reader.press("enter", "n")
        assert f"hit 2/{TEXT.lower().count('keldon')} of keldon" in reader.status
        await reader.press("N", "N")
        assert "Round the end" in reader.status
        await reader.press("escape")
        assert reader.app.reader.text.highlights.of("hits") == []
        await reader.press("escape")
        assert "Nothing to clear" in reader.status


async def test_giving_up_a_search_returns_to_where_it_began() -> None:
    async with reading(long_briefing(), size=NARROW) as reader:
        await reader.press("slash", *"Paragraph 44 ")
        assert reader.status.startswith("¶44/60")
        await reader.press("escape")
        assert reader.status.startswith("¶1/60")
        await reader.press("slash", *"Paragraph 44 ", "enter")
        assert reader.status.startswith("¶44/60")
        await reader.press("H")
        assert reader.status.startswith("¶1/60")


async def test_a_search_without_hits_says_so() -> None:
    async with reading() as reader:
        await reader.press("slash", *"zebra", "enter")
        assert "Not found: zebra" in reader.status


async def test_copying_puts_words_and_citation_on_the_clipboard() -> None:
    async with reading() as reader:
        await reader.press("5", "y")
        claim = reader.app.reader.current.claim
        assert claim is not None
        words = TEXT[claim.start : claim.end]
        assert (
            reader.app.clipboard == f"{words}\n— Varnia to reopen the port of Sel, The Coast Courier, 12 Mar 2031, ¶1"
        )
        await reader.press("Y")
        assert reader.app.clipboard == words
        assert "Sent to the terminal" in reader.status


@pytest.mark.parametrize("key", ["]", "[", "}", "{", "a", "y", "n", "N", "H", "L", "enter", "escape"])
async def test_keys_without_anything_to_act_on_say_why(key: str) -> None:
    async with reading(long_briefing()) as reader:
        before = reader.status
        await reader.press(key)
        assert reader.status != before
