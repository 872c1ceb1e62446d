"""One item of a list: its lines, the finding behind it, and where it leads."""

from __future__ import annotations

from typing import NamedTuple

from briefing.article import Span
from briefing.tui.widgets.drawing import Line

Place = tuple[Span, ...]
"""One place in the article: a finding whose words are interrupted has several spans."""

STYLES = (
    *("text", "name", "heading", "dim", "place", "mark", "spark", "relation", "denied"),
    *("current", "current-blurred"),
)
"""What a piece of a line may look like, and what lies under the current row."""

ROW_CSS = """
RowList {
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size: 0 1;
    border-title-color: $foreground;
    & > .row--name { text-style: bold; }
    & > .row--heading { color: $text-accent; text-style: bold; }
    & > .row--dim { color: $text-muted; }
    & > .row--place { color: $text-primary; }
    & > .row--mark { color: $text-warning; text-style: bold; }
    & > .row--spark { color: $text-secondary; }
    & > .row--relation { color: $text-accent; }
    & > .row--denied { color: $text-error; }
    & > .row--current {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: bold;
    }
    & > .row--current-blurred { background: $block-cursor-blurred-background; }
    &:nocolor > .row--current { text-style: bold reverse; }
}
"""
"""How lists look, by those names."""

UNSEEN_WIDTH = 40
"""Cells for which a list that was not on the screen yet is laid out when its current row is asked for."""


class Row(NamedTuple):
    """One item of a list: what it looks like at one width, and where it leads."""

    lines: tuple[Line, ...]
    finding: object | None = None
    places: tuple[Place, ...] = ()
    """Where `enter` goes; again: to the next one."""
    aside: tuple[Place, ...] = ()
    """Where its second key or a click below its first line goes (the words of a role)."""
    label: str = ""
    choosable: bool = True
