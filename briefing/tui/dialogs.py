"""What the keys that open a dialog do: ask, then act on the answer. Each runs as a worker of the app."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.clean import clean_line
from briefing.errors import BriefingError
from briefing.tui.actions import groups
from briefing.tui.citation import name_of

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp
    from briefing.tui.claim_filter import Kind
    from briefing.tui.screens.reader import ReaderScreen

EXPORTS = {
    "json": ("JSON", "everything, as data"),
    "markdown": ("Markdown", "everything, to read or to paste"),
    "text": ("Text", "everything, to read or to print"),
    "mermaid": ("Mermaid", "the proxies, drawn"),
    "dot": ("Graphviz", "the proxies, drawn"),
}
"""What the formats are called, and what of a briefing they have."""

DRAWINGS = ("mermaid", "dot")
NOTHING_TO_DRAW = "no proxies in this article"


async def pick_actor(screen: ReaderScreen) -> None:
    """An actor by a few letters of the name."""
    from briefing.tui.screens.picker import Picker

    if screen.briefing is None:
        return
    items = [
        (clean_line(actor.name), f"{clean_line(actor.roles[0].text) if actor.roles else actor.kind}", actor)
        for actor in sorted(screen.briefing.actors, key=lambda actor: -len(actor.mentions))
    ]
    chosen = await screen.app.push_screen_wait(Picker(items, "Actor", glyphs=screen.glyphs))
    if chosen is not None:
        screen.current.set_actor(chosen)
        screen.jumps.walk(1)


async def pick_criterion(screen: ReaderScreen, kind: Kind) -> None:
    """What to filter the claims by: an actor who makes them or whom they are about, or a certainty."""
    from briefing.tui.claim_filter import choices
    from briefing.tui.screens.picker import Picker

    panel = screen.filtering.panel()
    if panel is None or panel.briefing is None:
        return
    offered = choices(kind, panel.briefing, panel.criteria)
    items = [(asked.label, "1 claim" if count == 1 else f"{count} claims", asked) for asked, count in offered]
    title = "Claims by or about" if kind == "actor" else "Claims that are"
    chosen = await screen.app.push_screen_wait(Picker(items, title, glyphs=screen.glyphs))
    if chosen is not None:
        screen.filtering.ask(kind, chosen)


async def open_article(app: BriefingApp) -> None:
    """Another article, by its path."""
    from briefing.tui.screens.prompt import Prompt

    reference = await app.push_screen_wait(Prompt("Open an article (path)", "", _readable, glyphs=app.reader.glyphs))
    if reference:
        await app.read_and_open(str(Path(reference).expanduser()) if "://" not in reference else reference)


async def open_from_library(app: BriefingApp) -> None:
    """An article that was read before."""
    from briefing.tui.screens.library import LibraryScreen

    if app.desk.library is None:
        app.say("The library can’t be read: articles are not kept on this machine")
        return
    app.keep_position()
    try:
        shelved = app.desk.library.articles()
    except BriefingError as error:
        app.say(str(error))
        return
    chosen = await app.push_screen_wait(LibraryScreen(shelved, glyphs=app.reader.glyphs))
    article = app.desk.kept_article(chosen) if chosen else None
    if article is not None:
        app.open_article(article)
    elif chosen:
        app.say("The library has no such article any more")


async def show_bookmarks(app: BriefingApp) -> None:
    """All bookmarks; one of another article opens that."""
    from briefing.article import Span
    from briefing.library import match_claim
    from briefing.tui.screens.bookmarks import BookmarksScreen

    if app.desk.library is None:
        app.say("The library can’t be read, so there are no bookmarks")
        return
    try:
        bookmarks = app.desk.library.bookmarks(None)
    except BriefingError as error:
        app.say(str(error))
        return
    here = app.desk.article.id if app.desk.article else ""
    bookmarks.sort(key=lambda bookmark: bookmark.article != here)
    chosen = await app.push_screen_wait(
        BookmarksScreen(bookmarks, remove=app.desk.remove, restore=app.desk.restore, glyphs=app.reader.glyphs)
    )
    app.show_bookmarks()
    if chosen is None:
        return
    if chosen.article != here:
        article = app.desk.kept_article(chosen.article)
        if article is None:
            app.say("The article of this bookmark is not in the library any more")
            return
        app.open_article(article)
    claim = match_claim(chosen, app.desk.briefing.claims) if app.desk.briefing else None
    app.reader.jumps.go((Span(claim.start, claim.end) if claim else Span(chosen.start, chosen.end),), claim)


async def export_briefing(app: BriefingApp) -> None:
    """The briefing in a format that the reader picks, into a file that must not exist yet."""
    from briefing.export import FORMATS, SUFFIXES, render
    from briefing.tui.screens.picker import Picker
    from briefing.tui.screens.prompt import Prompt

    briefing, article = app.desk.briefing, app.desk.article
    if briefing is None or article is None:
        app.say("Nothing to export yet: the analysis is not done" if article is not None else app.reader.waiting)
        return
    drawable = briefing.proxies or briefing.denied_proxies
    items = [
        (label, detail if drawable or shape not in DRAWINGS else NOTHING_TO_DRAW, shape)
        for shape in FORMATS
        for label, detail in [EXPORTS[shape]]
    ]
    shape = await app.push_screen_wait(Picker(items, "Export as", glyphs=app.reader.glyphs))
    if shape is None:
        return
    name = "".join(c if c.isalnum() else "-" for c in name_of(article).lower()).strip("-")
    suggested = "-".join(part for part in name.split("-") if part)[:60] or "briefing"
    title = f"Export as {EXPORTS[shape][0]} to"
    answer = await app.push_screen_wait(Prompt(title, suggested + SUFFIXES[shape], _writable, glyphs=app.reader.glyphs))
    if not answer:
        return
    path = Path(answer).expanduser().absolute()
    try:
        with path.open("xb") as file:
            file.write(render(briefing, shape))
    except OSError as error:
        app.say(f"Not exported: {clean_line(error.strerror or str(error))}")
    else:
        app.say(f"Exported to {clean_line(str(path))}", whole=True)


async def set_date(app: BriefingApp) -> None:
    """The day of publication, which relative dates are counted from."""
    from briefing.tui.screens.prompt import Prompt

    article = app.desk.article
    if article is None:
        app.say(app.reader.waiting)
        return
    before = article.published.isoformat() if article.published else ""
    app.expect_date()
    answer = await app.push_screen_wait(
        Prompt("Date of publication (YYYY-MM-DD)", before, _date_error, glyphs=app.reader.glyphs)
    )
    if answer and answer != before:
        app.set_published(date.fromisoformat(answer))
    elif answer:
        app.say("That is the date already")
    app.analyses.forget_ready()


async def choose_theme(app: BriefingApp) -> None:
    """A theme, tried on while choosing."""
    from briefing.tui.screens.theme import ThemeScreen

    def preview(name: str) -> None:
        app.theme = name

    names = sorted(app.available_themes, key=lambda name: (not name.startswith("briefing"), name))
    chosen = await app.push_screen_wait(ThemeScreen(names, app.theme, preview, glyphs=app.reader.glyphs))
    if chosen:
        app.say(f'For this session; theme = "{chosen}" in the configuration file keeps it')


async def show_help(app: BriefingApp) -> None:
    """All keys, as the key map has them."""
    from briefing.tui.screens.help import HelpScreen

    await app.push_screen_wait(HelpScreen(list(groups(app.keymap)), glyphs=app.reader.glyphs))


def _readable(value: str) -> str | None:
    """What is wrong with a path to read from, or None."""
    if "://" in value:
        return None
    path = Path(value).expanduser()
    if not value.strip():
        return "Type the path of a text file"
    if not path.exists():
        return "There is no such file"
    return "That is a folder" if path.is_dir() else None


def _writable(value: str) -> str | None:
    """What is wrong with a path to write to, or None."""
    path = Path(value).expanduser()
    if not value.strip():
        return "Type the name of a file"
    if path.exists():
        return "There is such a file already: type another name"
    return None if path.parent.is_dir() else "There is no such folder"


def _date_error(value: str) -> str | None:
    """What is wrong with a date, or None."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return "Type a date as 2023-10-28"
    return None
