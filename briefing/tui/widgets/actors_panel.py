"""Who acts in the article: name, role, number of mentions, and where in the text they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from briefing.article import Span
from briefing.findings import Actor, Briefing
from briefing.tui.actions import bindings
from briefing.tui.messages import ActorChosen
from briefing.tui.widgets.drawing import Line, Piece, line_width, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row
from briefing.tui.widgets.sparkline import buckets, sparkline

BARS = 10
FULL_BAR = 3
"""Mentions in a tenth of the text that make a full bar, where no tenth has more."""


class ActorsPanel(Panel):
    """Actors by number of mentions; places, which do not act, come last.

    `enter` walks the mentions of the current actor, `r` goes to the words that say what they are.
    """

    NAME = "Actors"
    EMPTY = "No actors found in this article"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("actors")]

    def count(self) -> int:
        return len(_shown(self.briefing)) if self.briefing else 0

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        actors = _shown(briefing)
        places = [actor for actor in actors if actor.kind == "place"]
        layout = _Columns(self, briefing, width, actors)
        for actor in actors:
            if places and actor is places[0]:
                heading = (Piece("Places", "heading"),)
                yield Row(((), heading) if len(places) < len(actors) else (heading,), choosable=False)
            yield layout.row(actor)

    def current_changed(self) -> None:
        actor = self.current
        self.post_message(ActorChosen(actor if isinstance(actor, Actor) else None))

    def action_aside(self) -> None:
        row = self.current_row
        if row is None:
            self.action_go()  # which says why there is none
        elif not row.aside:
            self.say(f"The article does not say what {row.label} is")
        super().action_aside()


def _shown(briefing: Briefing) -> list[Actor]:
    """The actors that have words in the article: who acts, by number of mentions, and then the places."""
    actors = [actor for actor in briefing.actors if actor.mentions]
    return sorted(actors, key=lambda actor: (actor.kind == "place", -len(actor.mentions), actor.mentions[0].start))


class _Columns:
    """How an actor's row is laid out at one width: name and numbers always, role or kind where there is room."""

    def __init__(self, panel: ActorsPanel, briefing: Briefing, width: int, actors: list[Actor]) -> None:
        self.glyphs = panel.glyphs
        self.length = len(briefing.article.text)
        self.width = width
        self.digits = max((len(str(len(actor.mentions))) for actor in actors), default=1)
        self.bars = BARS if width >= 26 else 0
        # up to its numbers a line has this much room for the name and what the actor is
        self.room = max(width - self.digits - 1 - (self.bars + 1 if self.bars else 0), 1)

    def row(self, actor: Actor) -> Row:
        glyphs, name = self.glyphs, one_line(actor.name)
        head = [Piece(name, "name")]
        about = one_line(actor.roles[0].text) if actor.roles else actor.kind
        inline = line_width(head) + 2 + cell_len(about) <= self.room
        if inline:
            head = [*spread(head, [Piece(about, "dim")], self.room, glyphs.ellipsis)]
        lines: list[Line] = [spread(head, self._numbers(actor), self.width, glyphs.ellipsis)]
        if actor.roles and not inline:
            below = wrap(about, self.width - 2, 2, glyphs.ellipsis)
            lines += [(Piece("  "), Piece(line, "dim")) for line in below]
        return Row(
            lines=tuple(lines),
            finding=actor,
            places=tuple((Span(mention.start, mention.end),) for mention in actor.mentions),
            aside=tuple((Span(role.start, role.end),) for role in actor.roles),
            label=name,
        )

    def _numbers(self, actor: Actor) -> list[Piece]:
        pieces = [Piece(str(len(actor.mentions)).rjust(self.digits), "place")]
        if self.bars:
            counts = buckets((mention.start for mention in actor.mentions), self.length, self.bars)
            pieces += [Piece(" "), Piece(sparkline(counts, self.glyphs.levels, FULL_BAR), "spark")]
        return pieces
