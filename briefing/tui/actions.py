"""Every action of the reader, once: key bindings, the key hints, the help and the command palette read this table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from briefing.clean import clean_line

Scope = Literal["move", "actors", "reader", "app", "palette"]
"""Who carries it out: the focused list or article, the actors panel, the screen, the app, Textual's palette."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the reader can do.

    `id` is what the configuration's key map names; `keys` is comma-separated as Textual wants it;
    `hint` is the word beside the key in the status line ("" = not shown there).
    """

    id: str
    keys: str
    action: str
    description: str
    scope: Scope
    group: str
    hint: str = ""


GROUPS = ("Move", "Panes", "Findings", "Claims", "Bookmarks", "Search", "Article", "Screen")

_SELECTION = "Claims at the selection of a panel; again: all"

ACTIONS: tuple[Action, ...] = (
    Action("move.down", "j,down", "cursor_down", "Next item of a list; scroll the article down", "move", "Move"),
    Action("move.up", "k,up", "cursor_up", "Previous item; scroll up", "move", "Move"),
    Action("move.page_down", "space,pagedown", "page_down", "A page down", "move", "Move"),
    Action("move.page_up", "b,pageup", "page_up", "A page up", "move", "Move"),
    Action("move.first", "g,home", "first", "First item; top of the article", "move", "Move"),
    Action("move.last", "G,end", "last", "Last item; end of the article", "move", "Move"),
    Action("pane.actors", "1", "pane('actors')", "Actors", "reader", "Panes"),
    Action("pane.quotes", "2", "pane('quotes')", "Quotes", "reader", "Panes"),
    Action("pane.history", "3", "pane('history')", "History", "reader", "Panes"),
    Action("pane.proxies", "4", "pane('proxies')", "Proxies", "reader", "Panes"),
    Action("pane.claims", "5", "pane('claims')", "Claims", "reader", "Panes"),
    Action("pane.article", "0", "pane('article')", "The article", "reader", "Panes"),
    Action("pane.next", "tab", "next_pane(1)", "Next pane", "reader", "Panes"),
    Action("pane.previous", "shift+tab", "next_pane(-1)", "Previous pane", "reader", "Panes"),
    Action("go", "enter", "go", "Go to the words of the current finding and light them up", "move", "Findings", "go"),
    Action("mention.next", "]", "mention(1)", "Next mention of the selected actor", "reader", "Findings", "mention"),
    Action("mention.previous", "[", "mention(-1)", "Previous mention", "reader", "Findings"),
    Action("actor.next", "}", "actor(1)", "Next actor", "reader", "Findings", "actor"),
    Action("actor.previous", "{", "actor(-1)", "Previous actor", "reader", "Findings"),
    Action("actor.role", "r", "aside", "Go to the words of the role (in the actors panel)", "actors", "Findings"),
    Action("quotes.sure", "s", "sure", "Hide the unsure quotes; again: show them", "reader", "Findings"),
    Action("actor.pick", "a", "pick_actor", "Pick an actor by typing a few letters", "reader", "Findings"),
    Action("back", "H,alt+left", "back", "Back to where you jumped from", "reader", "Findings"),
    Action("forward", "L,alt+right", "forward", "Forward again", "reader", "Findings"),
    Action("mark", "m", "app.mark", "Bookmark the current claim; again: remove it", "app", "Bookmarks", "mark"),
    Action("mark.undo", "u", "app.unremove", "Bring back the bookmark that was removed last", "app", "Bookmarks"),
    Action("bookmarks", "'", "app.bookmarks", "Bookmarks", "app", "Bookmarks"),
    Action("copy", "y", "copy(True)", "Copy the current finding with its citation", "reader", "Bookmarks"),
    Action("copy.plain", "Y", "copy(False)", "Copy its words alone", "reader", "Bookmarks"),
    Action("search", "/", "search", "Search the article", "reader", "Search", "search"),
    Action("search.next", "n", "search_step(1)", "Next hit", "reader", "Search"),
    Action("search.previous", "N", "search_step(-1)", "Previous hit", "reader", "Search"),
    Action("clear", "escape", "clear", "Clear search, lit words, filter of claims", "reader", "Search"),
    Action("claims.selection", "f", "filter_by_selection", _SELECTION, "reader", "Claims", "filter"),
    Action("claims.actor", "A", "filter_by_actor", "Claims of one actor; again: all", "reader", "Claims"),
    Action("claims.certainty", "c", "filter_by_certainty", "Claims of one certainty; again: all", "reader", "Claims"),
    Action("claims.weight", "w", "turn_order", "Heaviest claims first; again: as told", "reader", "Claims"),
    Action("open", "o", "app.open", "Open another article", "app", "Article"),
    Action("library", "l", "app.library", "Articles read before", "app", "Article"),
    Action("export", "e", "app.export", "Export the briefing, or draw its proxies", "app", "Article"),
    Action("date", "d", "app.date", "Set the date of publication", "app", "Article"),
    Action("theme", "t", "app.theme", "Choose a theme", "app", "Screen"),
    Action("highlights", "x", "highlights", "Entity highlights on or off", "reader", "Screen"),
    Action("help", "question_mark", "app.help", "Keys", "app", "Screen", "keys"),
    Action("palette", "ctrl+p", "app.command_palette", "Command palette", "palette", "Screen"),
    Action("quit", "q", "app.quit", "Quit", "app", "Screen"),
)


def bindings(*scopes: Scope) -> list[Binding]:
    """Textual's bindings for the actions of these scopes, with ids, so that a key map can change them."""
    return [
        Binding(action.keys, action.action, action.description, show=bool(action.hint), id=action.id)
        for action in ACTIONS
        if action.scope in scopes
    ]


def keys_of(action: Action, keymap: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The keys of an action after the key map, as a reader writes them ("j", "down", "?")."""
    names = (keymap or {}).get(action.id, action.keys).split(",")
    return tuple(_KEY_NAMES.get(name.strip(), name.strip()) for name in names)


def keymap_trouble(keymap: Mapping[str, str]) -> str | None:
    """What is wrong with a key map, in a line: an id that there is not, or a key that two actions want."""
    known = [action.id for action in ACTIONS]
    for name in keymap:
        if name not in known and not name.startswith(_DIALOGS):
            import difflib

            near = difflib.get_close_matches(name, known, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else "? shows what there is"
            return f"The key map names {clean_line(name)}, which is no action: {hint}"
    owners: dict[str, str] = {}
    for action in ACTIONS:
        for key in keys_of(action, keymap):
            if key in owners:
                return f"The key map gives {key} to both {owners[key]} and {action.id}"
            owners[key] = action.id
    return None


def groups(keymap: Mapping[str, str] | None = None) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(group, [(keys, description)]) for the help, in the order of the table."""
    for group in GROUPS:
        rows = [(" ".join(keys_of(action, keymap)), action.description) for action in ACTIONS if action.group == group]
        yield group, rows


_DIALOGS = ("dialog.", "help.", "picker.", "bookmarks.", "library.", "theme.")
_KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "apostrophe": "'",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "esc",
}
