"""What the reader keeps: bookmarks, the place, analyses, dates, exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from reading import NARROW, FakeAnalysis, library, reading
from sample import article, briefing
from test_reader import long_article, long_briefing

from briefing.extract import VERSION
from briefing.findings import Briefing, EventDate


@pytest.fixture(autouse=True)
def fake_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeAnalysis.made = []
    monkeypatch.setattr("briefing.tui.analyses.AnalysisProcess", FakeAnalysis)


async def test_a_bookmark_is_there_the_next_time(tmp_path: Path) -> None:
    async with reading(library=library(tmp_path)) as reader:
        await reader.press("5", "j", "m")
        assert "Bookmarked:" in reader.status
        assert reader.header.endswith("1 ★")
    async with reading(library=library(tmp_path)) as reader:
        assert reader.header.endswith("1 ★")
        await reader.press("apostrophe", "enter")
        assert reader.lit()


async def test_a_bookmark_is_removed_with_the_same_key_and_brought_back(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    async with reading(library=shelf) as reader:
        await reader.press("m", "m")
        assert "removed" in reader.status
        assert reader.header.endswith("0 ★")
        await reader.press("u")
        assert reader.header.endswith("1 ★")
        assert len(shelf.bookmarks(article().id)) == 1
        await reader.press("u")
        assert "No bookmark was removed" in reader.status


async def test_without_a_library_marking_says_why_not() -> None:
    async with reading() as reader:
        await reader.press("m")
        assert "library can’t be written" in reader.status
        await reader.press("apostrophe")
        assert "no bookmarks" in reader.status
        await reader.press("l")
        assert "not kept" in reader.status


async def test_reading_goes_on_at_the_very_line(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    shelf.keep_article(long_article())
    async with reading(long_briefing(), library=shelf, size=NARROW) as reader:
        await reader.press("space", "space", "j")
        place, top = reader.app.reader.text.place, reader.app.reader.text.top
        assert top > 0
        await reader.press("q")
    async with reading(long_briefing(), library=library(tmp_path), size=NARROW) as reader:
        assert (reader.app.reader.text.place, reader.app.reader.text.top) == (place, top)
        assert f"¶{place}/60" in reader.status


async def test_findings_fill_in_as_they_come_and_are_kept(tmp_path: Path) -> None:
    shelf, found = library(tmp_path), briefing()
    async with reading(article=article(), library=shelf) as reader:
        child = FakeAnalysis.made[0]
        assert "analysing" in reader.status
        child.report(stage="reading", share=0.4)
        await reader.pilot.pause()
        assert "analysing 40 %" in reader.status
        await reader.press("5", "m")
        assert "being analysed" in reader.status
        child.report(briefing=found)
        await reader.pilot.pause(0.05)
        assert "analysed in" in reader.status
        assert "Claims 7" in reader.screen
        assert shelf.analysis(article().id, found.pipeline, VERSION, article().published) == found


async def test_a_failed_analysis_leaves_a_reader_that_works() -> None:
    async with reading(article=article()) as reader:
        FakeAnalysis.made[0].report(error="The spaCy pipeline x is not installed.")
        await reader.pilot.pause()
        assert "not installed" in reader.status
        reader.app.reader.status.hush()
        assert "not analysed" in reader.status
        await reader.press("3")
        assert "not installed" in reader.status
        assert "President Mara Lindqvist" in reader.screen


async def test_another_date_is_kept_and_has_the_article_analysed_again(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    async with reading(library=shelf) as reader:
        await reader.press("d", *["backspace"] * 10, *"2031-03-01", "enter")
        assert FakeAnalysis.made[0].article.published == date(2031, 3, 1)
        assert "1 Mar 2031" in reader.header
    kept = shelf.article(article().id)
    assert kept is not None
    assert kept.published == date(2031, 3, 1)


def dated_anew() -> Briefing:
    """The findings as they are when the article had appeared eleven days earlier."""
    earlier = msgspec.structs.replace(article(), published=date(2031, 3, 1))
    moved = EventDate(date(2031, 2, 25), date(2031, 2, 25), "day")
    history = tuple(
        msgspec.structs.replace(event, date=moved) if event.id in ("e1", "e6") else event
        for event in briefing().history
    )
    return msgspec.structs.replace(briefing(), article=earlier, history=history)


async def test_another_date_leaves_the_panels_filled_until_the_dates_are_counted_anew() -> None:
    async with reading() as reader:
        await reader.press("3", "j", "j")
        before = reader.app.reader.panes.panels["history"].current
        await reader.press("d", *["backspace"] * 10, *"2031-03-01", "enter")
        assert "History 5" in reader.screen
        assert "Claims 7" in reader.screen
        assert "1 Mar 2031" in reader.header
        child = FakeAnalysis.made[0]
        bare = msgspec.structs.replace(dated_anew(), claims=(), history=())
        child.report(partial=bare)
        await reader.pilot.pause()
        assert reader.app.reader.briefing == briefing(), "what is known only in part is less than what is shown"
        child.report(briefing=dated_anew())
        await reader.pilot.pause(0.05)
        assert "published 1 Mar 2031" in reader.screen
        assert "Feb" in reader.screen
        after = reader.app.reader.panes.panels["history"].current
        assert getattr(after, "id", 0) == getattr(before, "id", 1)


async def test_a_date_that_can_not_be_counted_from_leaves_what_was_found() -> None:
    async with reading() as reader:
        await reader.press("d", *["backspace"] * 10, *"2031-03-01", "enter")
        FakeAnalysis.made[0].report(error="The memory is full.")
        await reader.pilot.pause()
        assert "The memory is full" in reader.status
        assert "Claims 7" in reader.screen


async def test_a_date_set_during_the_first_analysis_starts_that_anew() -> None:
    async with reading(article=article()) as reader:
        await reader.press("d", *["backspace"] * 10, *"2031-03-01", "enter")
        assert FakeAnalysis.made[0].killed
        FakeAnalysis.made[1].report(briefing=dated_anew())
        await reader.pilot.pause(0.05)
        assert "Claims 7" in reader.screen


async def test_a_wrong_date_is_not_taken() -> None:
    async with reading() as reader:
        await reader.press("d", *["backspace"] * 10, *"soon", "enter")
        assert "2023-10-28" in reader.screen
        assert [made.asked for made in FakeAnalysis.made] == [None]
        await reader.press("escape")
        assert FakeAnalysis.made[0].killed, "what was kept ready is not needed"


async def test_the_date_that_it_has_already_needs_no_analysis() -> None:
    async with reading() as reader:
        await reader.press("d", "enter")
        assert "the date already" in reader.status
        assert FakeAnalysis.made[0].killed


async def test_what_was_kept_ready_counts_from_the_new_date() -> None:
    async with reading() as reader:
        await reader.press("d", *["backspace"] * 10, *"2031-03-01", "enter")
        assert [made.asked for made in FakeAnalysis.made] == [date(2031, 3, 1)]
        assert "counted from that day" in reader.status
        reader.app.reader.status.hush()
        assert "counting dates" in reader.status
        await reader.press("d", *["backspace"] * 10, *"2031-03-02", "enter")
        assert FakeAnalysis.made[0].killed, "the last date is the one that counts"
        assert FakeAnalysis.made[1].asked == date(2031, 3, 2)


async def test_a_date_that_was_counted_from_before_is_there_at_once(tmp_path: Path) -> None:
    shelf, anew = library(tmp_path), dated_anew()
    shelf.keep_article(article())
    from briefing.language import pipeline_identity

    shelf.keep_analysis(msgspec.structs.replace(anew, pipeline=pipeline_identity()), VERSION)
    async with reading(library=shelf) as reader:
        await reader.press("3", "d", *["backspace"] * 10, *"2031-03-01", "enter")
        assert "published 1 Mar 2031" in reader.screen
        assert FakeAnalysis.made[0].killed


async def test_opening_another_article_stops_the_analysis_of_this(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Keldon closed its border on Monday.\n\nIt did not say why.\n")
    async with reading(article=article()) as reader:
        await reader.press("o", *str(other), "enter")
        await reader.pilot.pause(0.2)
        assert FakeAnalysis.made[0].killed
        assert "Keldon closed its border" in reader.screen
        assert "¶1/2" in reader.status
        FakeAnalysis.made[0].report(briefing=briefing())
        await reader.pilot.pause()
        assert "Claims 7" not in reader.screen


async def test_what_can_not_be_opened_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    async with reading() as reader:
        await reader.press("o", *str(empty), "enter")
        await reader.pilot.pause(0.2)
        assert "is empty" in reader.status


async def test_the_library_opens_an_article_with_what_was_found_in_it(tmp_path: Path) -> None:
    from briefing.language import pipeline_identity

    shelf = library(tmp_path)
    shelf.keep_article(article())
    found = msgspec.structs.replace(briefing(), pipeline=pipeline_identity())
    shelf.keep_analysis(found, VERSION)
    async with reading(long_briefing(), library=shelf) as reader:
        await reader.press("l")
        await reader.pilot.pause(0.1)
        await reader.press("j", "enter")
        await reader.pilot.pause(0.1)
        assert "Claims 7" in reader.screen
        assert "Varnia to reopen" in reader.header


async def test_without_an_article_the_library_is_shown(tmp_path: Path) -> None:
    from briefing.tui.app import BriefingApp

    shelf = library(tmp_path)
    shelf.keep_article(article())
    app = BriefingApp(None, library=shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert app.reader.article is not None
        assert app.reader.article.id == article().id


async def test_a_theme_is_tried_on_and_left_as_before() -> None:
    async with reading() as reader:
        before = reader.app.theme
        await reader.press("t")
        await reader.pilot.pause(0.1)
        await reader.press("j", "j")
        assert reader.app.theme != before
        await reader.press("escape")
        assert reader.app.theme == before


async def test_the_palette_knows_every_action() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.pilot.pause(0.3)
        await reader.press(*"highlights")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.pilot.pause(0.3)
        assert reader.app.reader.text.highlights.hidden


async def test_help_names_every_action() -> None:
    from briefing.tui.actions import ACTIONS

    async with reading(size=(120, 70)) as reader:
        await reader.press("question_mark")
        await reader.pilot.pause(0.1)
        missing = [action.id for action in ACTIONS if " ".join(action.description.split()[:3]) not in reader.screen]
        assert missing == []


async def test_quitting_kills_the_analysis() -> None:
    async with reading(article=article()) as reader:
        await reader.press("q")
    assert FakeAnalysis.made[0].killed
