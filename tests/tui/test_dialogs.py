"""The dialogs: what they offer, what they answer, and that they fit a small terminal."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.library import Bookmark, Shelved
from briefing.tui.screens.bookmarks import BookmarksScreen
from briefing.tui.screens.dialog import ChoiceList
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.library import LibraryScreen, ago
from briefing.tui.screens.picker import Picker
from briefing.tui.screens.prompt import Prompt
from briefing.tui.screens.theme import ThemeScreen
from briefing.tui.widgets.row_list import RowList

NOW = datetime(2031, 3, 20, 12, tzinfo=UTC)
NAMES = [("Mara Lindqvist", "President", 1), ("Tomas Rehn", "minister", 2), ("River Guard", "group", 3)]
GROUPS = [
    ("Move", [("j ↓", "Next item"), ("k ↑", "Previous item")]),
    ("Panes", [("1", "Actors"), ("tab", "Next pane")]),
]


class DialogApp(App[None]):
    """Opens a dialog and keeps its answer."""

    answers: list[Any]

    def open(self, dialog: ModalScreen[Any]) -> None:
        self.answers = []
        self.push_screen(dialog, self.answers.append)

    def show_theme(self, name: str) -> None:
        self.theme = name


def bookmark(number: int, words: str) -> Bookmark:
    return Bookmark(
        id=number,
        article="a",
        title="Varnia to reopen the port of Sel",
        publisher="The Coast Courier",
        published=date(2031, 3, 12),
        url=None,
        path=None,
        paragraph=number,
        start=0,
        end=len(words),
        words=words,
        speaker="Mara Lindqvist",
        certainty="reported",
        created=NOW,
    )


BOOKMARKS = [bookmark(1, "the port would reopen"), bookmark(2, "We will not wait"), bookmark(3, "a fire in 2019")]


def shelved(name: str, opened: datetime, title: str | None = "A title", bookmarks: int = 0) -> Shelved:
    return Shelved(
        id=name,
        title=title,
        first_words="President Mara Lindqvist said",
        publisher="The Coast Courier",
        published=date(2031, 3, 12),
        path=None,
        opened=opened,
        paragraph=4,
        paragraphs=21,
        bookmarks=bookmarks,
    )


def text_of(app: App[None]) -> str:
    rows = app.screen.query_one(RowList)
    return "\n".join(rows.render_line(y).text.rstrip() for y in range(rows.size.height))


async def test_the_picker_answers_with_what_was_typed_for() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(Picker(NAMES, "Actor"))
        await pilot.pause()
        await pilot.press("r", "e", "h", "enter")
        assert app.answers == [2]


async def test_the_picker_moves_with_arrows_while_typing_goes_on() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(Picker(NAMES, "Actor"))
        await pilot.pause()
        await pilot.press("down", "down", "up", "enter")
        assert app.answers == [2]


async def test_the_picker_says_when_nothing_matches_and_enter_then_picks_nothing() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(Picker(NAMES, "Actor"))
        await pilot.pause()
        await pilot.press("x", "q", "x", "enter")
        assert app.answers == []
        assert "Nothing is called “xqx”" in text_of(app)
        await pilot.press("escape")
        assert app.answers == [None]


async def test_a_click_in_the_picker_picks() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(Picker(NAMES, "Actor"))
        await pilot.pause()
        rows = app.screen.query_one(ChoiceList)
        await pilot.click(rows, offset=(4, 2))
        await pilot.click(rows, offset=(4, 2))
        assert app.answers == [3]


async def test_the_prompt_answers_what_is_right_and_says_what_is_wrong() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(Prompt("Date", "2031", lambda entered: None if entered == "2031-03-12" else "That is no date"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.answers == []
        assert str(app.screen.query_one(".note", Static).content) == "That is no date"
        app.screen.query_one(Input).value = " 2031-03-12 "
        await pilot.press("enter")
        assert app.answers == ["2031-03-12"]


async def test_escape_leaves_every_dialog_without_an_answer() -> None:
    for dialog in (
        Picker(NAMES, "Actor"),
        Prompt("Date"),
        HelpScreen(GROUPS),
        BookmarksScreen(BOOKMARKS),
        LibraryScreen([]),
    ):
        app = DialogApp()
        async with app.run_test(size=(60, 20)) as pilot:
            app.open(dialog)
            await pilot.pause()
            await pilot.press("escape")
            assert app.answers == [None], dialog


async def test_help_shows_every_key_with_what_it_does() -> None:
    app = DialogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.open(HelpScreen(GROUPS))
        await pilot.pause()
        shown = text_of(app).split()
        for _, rows in GROUPS:
            for keys, description in rows:
                assert set(keys.split()) | set(description.split()) <= set(shown)


async def test_help_scrolls_where_it_does_not_fit() -> None:
    app = DialogApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.open(HelpScreen([(f"Group {n}", [("j", "Next item")]) for n in range(10)]))
        await pilot.pause()
        assert "Group 9" not in text_of(app)
        await pilot.press("G")
        assert "Group 9" in text_of(app)
        await pilot.press("g", "j")
        assert app.screen.query_one(RowList).scroll_offset.y == 1


async def test_help_stands_in_two_columns_where_there_is_room() -> None:
    app = DialogApp()
    async with app.run_test(size=(120, 36)) as pilot:
        app.open(HelpScreen(GROUPS))
        await pilot.pause()
        first = text_of(app).splitlines()[0]
        assert first.split() == ["Move", "Panes"]


async def test_a_bookmark_is_gone_to() -> None:
    app = DialogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open(BookmarksScreen(BOOKMARKS))
        await pilot.pause()
        assert "¶1 · Mara Lindqvist · The Coast Courier · 12 Mar 2031" in text_of(app)
        await pilot.press("j", "enter")
        assert app.answers == [BOOKMARKS[1]]


async def test_a_bookmark_is_removed_and_brought_back_to_its_place() -> None:
    kept = list(BOOKMARKS)
    app = DialogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open(BookmarksScreen(BOOKMARKS, remove=kept.remove, restore=kept.append))
        await pilot.pause()
        await pilot.press("j", "d")
        assert kept == [BOOKMARKS[0], BOOKMARKS[2]]
        assert "We will not wait" not in text_of(app)
        await pilot.press("u")
        assert kept[-1] == BOOKMARKS[1]
        await pilot.press("enter")
        assert app.answers == [BOOKMARKS[1]]


async def test_a_bookmark_that_cannot_be_removed_stays_and_the_reason_is_shown() -> None:
    app = DialogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open(BookmarksScreen(BOOKMARKS, remove=lambda bookmark: "The library is full"))
        await pilot.pause()
        await pilot.press("d")
        assert "the port would reopen" in text_of(app)
        assert str(app.screen.query_one(".note", Static).content) == "The library is full"


async def test_removing_all_bookmarks_leaves_a_line_that_says_how_to_make_one() -> None:
    app = DialogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open(BookmarksScreen(BOOKMARKS[:1], remove=lambda bookmark: None))
        await pilot.pause()
        await pilot.press("d", "d", "enter")
        assert "m marks the current claim" in text_of(app)
        assert app.answers == []


async def test_the_library_offers_the_article_read_last_first() -> None:
    old, new = (
        shelved("old", datetime(2031, 1, 2, tzinfo=UTC)),
        shelved("new", datetime(2031, 3, 19, tzinfo=UTC), None, 2),
    )
    app = DialogApp()
    async with app.run_test(size=(90, 24)) as pilot:
        app.open(LibraryScreen([old, new], now=NOW))
        await pilot.pause()
        lines = text_of(app).splitlines()
        assert lines[0] == "▸ President Mara Lindqvist said"
        assert lines[1].strip() == "The Coast Courier · 12 Mar 2031 · ¶4/21 · 2 ★ · opened yesterday"
        assert lines[3].strip().endswith("opened 2 Jan 2031")
        await pilot.press("j", "enter")
        assert app.answers == ["old"]


async def test_an_empty_library_offers_the_sample_or_says_what_to_do() -> None:
    app = DialogApp()
    async with app.run_test(size=(90, 24)) as pilot:
        app.open(LibraryScreen([], sample=("An article to begin with", "sample")))
        await pilot.pause()
        await pilot.press("enter")
        assert app.answers == ["sample"]
        app.open(LibraryScreen([]))
        await pilot.pause()
        assert "o opens one" in text_of(app)


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2031, 3, 20, 1, tzinfo=UTC), "today"),
        (datetime(2031, 3, 21, 1, tzinfo=UTC), "today"),
        (datetime(2031, 3, 19, 23, tzinfo=UTC), "yesterday"),
        (datetime(2031, 3, 10, tzinfo=UTC), "10 days ago"),
        (datetime(2030, 12, 24, tzinfo=UTC), "24 Dec 2030"),
    ],
)
def test_how_long_ago(then: datetime, words: str) -> None:
    assert ago(then, NOW) == words


async def test_a_theme_is_previewed_kept_with_enter_and_taken_back_with_escape() -> None:
    app = DialogApp()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = "nord"

        async def to_gruvbox(pilot: Pilot[None]) -> None:
            app.open(ThemeScreen(sorted(app.available_themes), app.theme, app.show_theme))
            await pilot.pause()
            assert app.screen.query_one(RowList).current == "nord"
            while app.screen.query_one(RowList).current != "gruvbox":
                await pilot.press("k")
            assert app.theme == "gruvbox"

        await to_gruvbox(pilot)
        await pilot.press("escape")
        assert (app.theme, app.answers) == ("nord", [None])
        await to_gruvbox(pilot)
        await pilot.press("enter")
        assert (app.theme, app.answers) == ("gruvbox", ["gruvbox"])


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_every_dialog_fits_its_terminal(size: tuple[int, int]) -> None:
    articles = [shelved(str(n), NOW, "A rather long title of an article " * 3) for n in range(30)]
    for dialog in (
        Picker([(f"Actor {n}", "a role that is rather long for a line", n) for n in range(50)], "Actor"),
        Prompt("Date of publication", "2031-03-12", note="As 2031-03-12"),
        HelpScreen([(f"Group {n}", [("j", "Next item")] * 5) for n in range(10)]),
        BookmarksScreen([bookmark(n, "words that were marked " * 20) for n in range(20)]),
        LibraryScreen(articles, now=NOW),
    ):
        app = DialogApp()
        async with app.run_test(size=size) as pilot:
            app.open(dialog)
            await pilot.pause()
            for widget in app.screen.query("*"):
                if widget.display and widget.region.size and not widget.is_scrollable:
                    assert app.screen.region.contains_region(widget.region), (dialog, widget)
            for rows in app.screen.query(RowList):
                assert app.screen.region.contains_region(rows.region), dialog
                assert rows.size.height > 3
