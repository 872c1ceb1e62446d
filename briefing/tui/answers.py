"""What the reader is told when a key can do nothing, so that none stays silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from briefing.clean import clean_line
from briefing.tui.actions import ACTIONS, keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.findings import Briefing

_SELDOM_MEANT = ("ctrl+c", "ctrl+q")
"""Keys that Textual answers itself."""


def unbound(event: events.Key, keymap: Mapping[str, str]) -> str | None:
    """The line for a key that nothing is bound to where the reader is; None for one that is answered elsewhere."""
    if event.key in _SELDOM_MEANT:
        return None
    name = event.character if event.is_printable and event.character else event.key
    for action in ACTIONS:
        if action.scope == "actors" and name in keys_of(action, keymap):
            return f"{name} works in the actors panel: {_key_of('pane.actors', keymap)} shows it"
    return f"{clean_line(name)} does nothing here: {_key_of('help', keymap)} shows the keys"


def no_claim(briefing: Briefing, empty: str, keymap: Mapping[str, str]) -> str:
    """Why there is no current claim: `empty` says that the article has none at all."""
    if not briefing.claims:
        return empty
    return f"No claim in this paragraph: {_key_of('pane.claims', keymap)} shows them all"


def _key_of(action_id: str, keymap: Mapping[str, str]) -> str:
    return next(keys_of(action, keymap)[0] for action in ACTIONS if action.id == action_id)
