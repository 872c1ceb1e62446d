"""Reading: the text, the panes at every width, the place, highlights."""

from __future__ import annotations

import re

import msgspec
import pytest
from reading import MEDIUM, NARROW, WIDE, reading
from sample import TEXT, article, briefing

from briefing.article import Article, Paragraph, article_id
from briefing.config import Config
from briefing.findings import Briefing, Entity


def long_article(paragraphs: int = 60) -> Article:
    words = [f"Paragraph {number} tells of the port of Sel. " * 6 for number in range(1, paragraphs + 1)]
    found, at = [], 0
    for number, text in enumerate(words, 1):
        found.append(Paragraph(number, at, at + len(text)))
        at += len(text) + 1
    text = "\n".join(words)
    return Article(id=article_id(text), text=text, paragraphs=tuple(found))


def long_briefing() -> Briefing:
    return msgspec.structs.replace(briefing(), article=long_article(), actors=(), claims=(), quotes=(), history=())


async def test_three_columns_with_counted_titles_when_wide() -> None:
    async with reading(size=WIDE) as reader:
        first, titles = reader.screen.splitlines()[:2]
        assert "Varnia to reopen the port of Sel · The Coast Courier · 12 Mar 2031 · 5 ¶ · 1 min" in first
        assert "Actors 6" in titles
        assert "Proxies 1" in titles
        assert "Claims 7" in titles
        assert "President Mara Lindqvist" in reader.screen
        assert reader.status.startswith("¶1/5")


async def test_the_article_and_one_pane_at_medium_width() -> None:
    async with reading(size=MEDIUM) as reader:
        assert "Actors 6" in reader.screen
        assert "President Mara Lindqvist" in reader.screen
        await reader.press("5")
        assert "Claims 7" in reader.screen
        assert "President Mara Lindqvist" in reader.screen


async def test_one_pane_at_a_time_when_narrow() -> None:
    async with reading(size=NARROW) as reader:
        assert "President Mara Lindqvist" in reader.screen
        assert "Actors" not in reader.screen
        await reader.press("1")
        assert "Actors 6" in reader.screen
        assert "President Mara Lindqvist of" not in reader.screen
        await reader.press("enter")
        assert "President Mara Lindqvist" in reader.screen


@pytest.mark.parametrize(("rows", "shown"), [(12, True), (11, False)])
async def test_header_and_status_need_twelve_rows(rows: int, shown: bool) -> None:
    async with reading(size=(40, rows)) as reader:
        assert ("¶1/5" in reader.screen) is shown
        assert ("★" in reader.screen) is shown


async def test_titles_have_no_count_before_they_are_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    from reading import FakeAnalysis

    monkeypatch.setattr("briefing.tui.analyses.AnalysisProcess", FakeAnalysis)
    async with reading(article=article()) as reader:
        titles = reader.screen.splitlines()[1]
        assert "Actors" in titles
        assert not re.search(r"(Actors|Quotes|History|Proxies|Claims) \d", titles)


@pytest.mark.parametrize(
    ("key", "pane"),
    [("1", "actors"), ("2", "quotes"), ("3", "history"), ("4", "proxies"), ("5", "claims"), ("0", "article")],
)
@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_a_digit_focuses_its_pane(key: str, pane: str, size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("2", key)
        panes = reader.app.reader.panes
        assert panes.current == pane
        focused = reader.app.focused
        assert focused is (panes.text if pane == "article" else panes.panels[pane])  # type: ignore[index]
        assert focused is not None
        assert focused.region.width > 0


async def test_tab_goes_round_the_visible_panes() -> None:
    async with reading(size=WIDE) as reader:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await reader.press(key)
            seen.append(reader.app.reader.panes.current)
        assert seen == ["claims", "actors", "article", "actors"]


async def test_a_change_of_width_keeps_the_top_paragraph() -> None:
    async with reading(long_briefing(), size=WIDE) as reader:
        text = reader.app.reader.text
        await reader.press("space", "space", "space", "j")
        place, top = text.place, text.top
        for size in (NARROW, MEDIUM, (200, 50), WIDE):
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert (text.place, text.top) == (place, top)
        assert f"¶{place}/60" in reader.status


async def test_keys_scroll_the_article_and_say_where_it_ends() -> None:
    async with reading(long_briefing()) as reader:
        text = reader.app.reader.text
        await reader.press("k")
        assert "beginning of the article" in reader.status
        await reader.press("j", "j")
        assert text.scroll_y == 2
        await reader.press("G")
        assert text.scroll_y == text.max_scroll_y
        await reader.press("space")
        assert "end of the article" in reader.status
        await reader.press("g")
        assert text.scroll_y == 0


async def test_entities_are_told_apart_by_more_than_colour() -> None:
    found = msgspec.structs.replace(
        briefing(),
        entities=tuple(
            Entity(TEXT.index(words), TEXT.index(words) + len(words), label)
            for words, label in (("Mara Lindqvist", "PERSON"), ("Varnia", "GPE"), ("River Guard", "ORG"))
        ),
    )
    async with reading(found) as reader:
        text = reader.app.reader.text
        looks = {}
        for y in range(20):
            for segment in text.render_line(y):
                if segment.text in ("Mara Lindqvist", "Varnia", "River Guard") and segment.style:
                    style = segment.style
                    looks[segment.text] = (bool(style.bold), bool(style.italic), bool(style.underline))
        assert len(looks) == 3
        assert len(set(looks.values())) == 3
        await reader.press("x")
        plain = [segment for segment in text.render_line(0) if "Mara Lindqvist" in segment.text]
        assert not (plain[0].style and plain[0].style.bold)
        assert "highlights off" in reader.status


async def test_text_that_looks_like_markup_is_shown_as_it_stands() -> None:
    text = "[bold]Not bold[/bold], [@click=app.quit]said[/] the [red]minister."
    odd = Article(id=article_id(text), title="[b]Title[/b]", text=text, paragraphs=(Paragraph(1, 0, len(text)),))
    found = msgspec.structs.replace(briefing(), article=odd, actors=(), quotes=(), claims=(), history=(), proxies=())
    async with reading(msgspec.structs.replace(found, attributions=(), denied_proxies=())) as reader:
        assert "[bold]Not bold[/bold]," in reader.screen
        assert "[b]Title[/b]" in reader.header


async def test_the_mouse_selects_words_without_gutter_and_line_breaks() -> None:
    async with reading() as reader:
        text = reader.app.reader.text
        await reader.pilot.mouse_down(text, offset=(text.margin_cells, 0))
        await reader.pilot.hover(text, offset=(text.margin_cells + 6, 1))
        await reader.pilot.mouse_up(text, offset=(text.margin_cells + 6, 1))
        chosen = reader.app.screen.get_selected_text()
        assert chosen is not None
        assert TEXT.startswith(chosen.rstrip())
        assert len(chosen) > 30


async def test_a_click_chooses_the_actor_and_the_claim_under_it() -> None:
    async with reading() as reader:
        text = reader.app.reader.text
        at = TEXT.index("Lindqvist")
        assert text._layout is not None
        line = text._layout.line(text._layout.row_of(at))
        assert line is not None
        await reader.pilot.click(text, offset=(text.margin_cells + at - line.start + 1, text._layout.row_of(at)))
        await reader.pilot.pause()
        assert "× Mara Lindqvist" in reader.status


async def test_a_key_that_nothing_is_bound_to_is_answered() -> None:
    async with reading() as reader:
        await reader.press("z")
        assert "z does nothing here" in reader.status
        await reader.press("j")
        assert "z does nothing" not in reader.status


async def test_keys_can_be_remapped() -> None:
    async with reading(config=Config(keymap={"search.next": "z", "help": "f1"})) as reader:
        assert "f1 keys" in reader.status
        await reader.press("z")
        assert "Nothing was searched for" in reader.status
        await reader.press("n")
        assert "n does nothing here" in reader.status


async def test_the_configured_width_bounds_the_lines() -> None:
    async with reading(long_briefing(), size=(200, 40), config=Config(width=30)) as reader:
        layout = reader.app.reader.text._layout
        assert layout is not None
        assert layout.width == 30


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LANG": "C", "LC_ALL": ""}])
async def test_a_terminal_without_utf8_gets_ascii_alone(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with reading() as reader:
        await reader.press("]", "3")
        assert reader.screen.isascii()
        assert "#1/5" in reader.screen
        assert "President Mara Lindqvist" in reader.screen


async def test_no_color_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        await reader.press("]")
        strips = reader.app.screen._compositor.render_strips()
        colours = {segment.style.color for strip in strips for segment in strip if segment.style}
        colours |= {segment.style.bgcolor for strip in strips for segment in strip if segment.style}
        assert all(colour is None or colour.is_default for colour in colours)
        assert any(segment.style and segment.style.reverse for strip in strips for segment in strip)


def without_a_date() -> Briefing:
    undated = msgspec.structs.replace(briefing().article, published=None)
    return msgspec.structs.replace(briefing(), article=undated)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_that_the_date_of_publication_is_missing_is_told_once(size: tuple[int, int]) -> None:
    async with reading(without_a_date(), size=size) as reader:
        assert "sets the date" not in reader.status, "not before the history is looked at"
        await reader.press("3")
        assert "d sets the date of public" in reader.status
        await reader.press("0", "3")
        assert "sets the date" not in reader.status


async def test_nothing_is_told_of_a_missing_date_that_no_event_waits_for() -> None:
    dated = tuple(event for event in briefing().history if event.date is not None)
    async with reading(msgspec.structs.replace(without_a_date(), history=dated)) as reader:
        await reader.press("3")
        assert "sets the date" not in reader.status
