"""Who acts through whom, as a tree: principals above their proxies, with relation, evidence and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from briefing.article import Span
from briefing.findings import Briefing
from briefing.proxy_pairs import Pair, pairs
from briefing.sayers import NOBODY, Sayers
from briefing.tui.widgets.drawing import Line, Piece, cut, line_width, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row


class ProxiesPanel(Panel):
    """The tree of relations, strongest evidence first; `enter` goes round the evidence of a relation.

    What is denied stands apart, and never counts as a relation.
    """

    NAME = "Proxies"
    EMPTY = "No proxy relations found in this article"

    def count(self) -> int:
        return len(pairs(self.briefing.proxies)) if self.briefing else 0

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        yield from _Tree(self, briefing, width, denied=False).rows(pairs(briefing.proxies))
        if denied := pairs(briefing.denied_proxies):
            heading = (Piece("Denied", "denied"),)
            yield Row(((), heading) if briefing.proxies else (heading,), choosable=False)
            yield from _Tree(self, briefing, width, denied=True).rows(denied)


class _Tree:
    """The rows of a tree at one width. A proxy that has proxies of its own carries them below it."""

    def __init__(self, panel: ProxiesPanel, briefing: Briefing, width: int, *, denied: bool) -> None:
        self.glyphs = panel.glyphs
        self.article = briefing.article
        self.actors = {actor.id: actor for actor in briefing.actors}
        self.sayers = Sayers(briefing)
        self.width = width
        self.denied = denied
        self.below: dict[str, list[Pair]] = {}
        self.drawn: set[str] = set()

    def rows(self, found: Sequence[Pair]) -> Iterator[Row]:
        for pair in found:
            self.below.setdefault(pair.principal, []).append(pair)
        proxies = {pair.proxy for pair in found}
        # who is nobody's proxy stands at the top; then those that hang together in a circle
        for principal in sorted(self.below, key=lambda principal: principal in proxies):
            if principal not in self.drawn:
                yield self._principal(principal)
                yield from self._branches(principal, "")

    def _principal(self, principal: str) -> Row:
        actor = self.actors.get(principal)
        name = self.sayers.name(principal)
        lines = tuple((Piece(line, "heading"),) for line in wrap(name, self.width, 2, self.glyphs.ellipsis))
        first = tuple((Span(mention.start, mention.end),) for mention in actor.mentions[:1]) if actor else ()
        return Row(lines, actor, first, label=name, choosable=bool(first))

    def _branches(self, principal: str, stem: str) -> Iterator[Row]:
        self.drawn.add(principal)
        branches = self.below.get(principal, ())
        for number, pair in enumerate(branches):
            last = number == len(branches) - 1
            goes_on = pair.proxy in self.below and pair.proxy not in self.drawn
            under = stem + ("   " if last else self.glyphs.trunk)
            yield self._pair(pair, stem + (self.glyphs.last_branch if last else self.glyphs.branch), under, goes_on)
            if goes_on:
                yield from self._branches(pair.proxy, under)

    def _pair(self, pair: Pair, branch: str, under: str, goes_on: bool) -> Row:
        """Name, relation, who says so and paragraphs: on one line where there is room, else below each other."""
        glyphs = self.glyphs
        name, words = self.sayers.name(pair.proxy), f"not: {pair.words}" if self.denied else pair.words
        tail = [Piece(self._places(pair), "place")]
        relation = [Piece(words, "denied" if self.denied else "relation")]
        said = self._said_by(pair)
        alone = [*relation, Piece("  "), Piece(said[0][1], "dim")] if len(said) == 1 else relation
        head = [Piece(branch, "spark"), Piece(name, "name")]
        under += glyphs.trunk if goes_on else "   "
        if line_width([*head, Piece("  "), *alone, *tail]) + 1 <= self.width:
            lines = [spread([*head, Piece("  "), *alone], tail, self.width, glyphs.ellipsis)]
            said = [] if len(said) == 1 else said
        elif len(said) > 1 and line_width([*head, Piece("  "), *relation, *tail]) + 1 <= self.width:
            lines = [spread([*head, Piece("  "), *relation], tail, self.width, glyphs.ellipsis)]
        else:
            lines = self._named(head, tail, under)
            together = line_width([Piece(under), *alone]) <= self.width
            below = alone if together else relation
            lines.append(cut([Piece(under, "spark"), *below], self.width, glyphs.ellipsis))
            said = [] if together and len(said) == 1 else said
        for where, told in said:
            lead = [Piece(under, "spark"), Piece(where, "place")]
            room = max(self.width - line_width(lead), 1)
            for number, text in enumerate(wrap(told, room, 2, glyphs.ellipsis)):
                start = lead if number == 0 else [lead[0], Piece(" " * cell_len(where))]
                lines.append(cut([*start, Piece(text, "dim")], self.width, glyphs.ellipsis))
        label = f"{self.sayers.name(pair.principal)} {glyphs.arrow} {name}: {words}"
        spans = tuple((Span(item.start, item.end),) for item in pair.evidence)
        return Row(tuple(lines), pair.relations[0], spans, label=label)

    def _named(self, head: Sequence[Piece], tail: Sequence[Piece], under: str) -> list[Line]:
        """A name on up to two lines, with what stands at the end of the first."""
        branch, name = head
        room = max(self.width - cell_len(branch.text), 1)
        first = room - line_width(tail) - 1
        shown = wrap(name.text, room, 2, self.glyphs.ellipsis, first=first)
        if not shown[0]:  # no word has room beside the paragraphs
            shown = [name.text]
        lines = [spread([branch, Piece(shown[0], name.style)], tail, self.width, self.glyphs.ellipsis)]
        for text in shown[1:]:
            lines.append(cut([Piece(under, "spark"), Piece(text, name.style)], self.width, self.glyphs.ellipsis))
        return lines

    def _places(self, pair: Pair) -> str:
        """The paragraphs with evidence, or how many they are where they have no room."""
        pilcrow = self.glyphs.pilcrow
        places = " ".join(f"{pilcrow}{number}" if number else "headline" for number in pair.paragraphs)
        return places if cell_len(places) <= self.width // 2 else f"{len(pair.paragraphs)} {pilcrow}"

    def _said_by(self, pair: Pair) -> list[tuple[str, str]]:
        """(where, who says so); the place is told only where there are several who do."""
        said = pair.said_by(self.sayers)
        verb, own = ("denied by", "denied by the article") if self.denied else ("said by", "asserted")
        found: list[tuple[str, str]] = []
        for sayer, numbers in said.items():
            told = NOBODY if sayer == NOBODY else f"{verb} {sayer}" if sayer else own
            places = "".join(f"{self.glyphs.pilcrow}{number} " for number in numbers if number)
            if cell_len(places) > self.width // 3:
                places = f"{len(numbers)} {self.glyphs.pilcrow} "
            found.append((places if len(said) > 1 else "", told))
        return found
