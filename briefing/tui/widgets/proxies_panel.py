"""Who acts through whom, as a tree: principals above their proxies, with relation, evidence and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing.article import Span
from briefing.findings import Actor, Briefing, Evidence, ProxyRelation
from briefing.tui.widgets.drawing import Line, Piece, cut, fit, line_width, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row

NOBODY = "no source named"
"""Said of what the text attributes without words for who says it ("is said to back")."""


class Pair(NamedTuple):
    """A principal and one of its proxies, with every relation between them."""

    principal: str
    proxy: str
    relations: tuple[ProxyRelation, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence in the order of the text."""
        found = {(item.start, item.end): item for relation in self.relations for item in relation.evidence}
        return tuple(found[key] for key in sorted(found))

    @property
    def words(self) -> str:
        """The relations, the one with the most evidence first: "backs, trains"."""
        ordered = sorted(self.relations, key=lambda relation: -len(relation.evidence))
        return ", ".join(dict.fromkeys(relation.relation for relation in ordered))


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


def pairs(relations: Sequence[ProxyRelation]) -> list[Pair]:
    """Relations by principal and proxy, most evidence first."""
    groups: dict[tuple[str, str], list[ProxyRelation]] = {}
    for relation in relations:
        groups.setdefault((relation.principal, relation.proxy), []).append(relation)
    found = [Pair(principal, proxy, tuple(group)) for (principal, proxy), group in groups.items()]
    return sorted(found, key=lambda pair: (-len(pair.evidence), pair.evidence[0].start if pair.evidence else 0))


class _Tree:
    """The rows of a tree at one width. A proxy that has proxies of its own carries them below it."""

    def __init__(self, panel: ProxiesPanel, briefing: Briefing, width: int, *, denied: bool) -> None:
        self.glyphs = panel.glyphs
        self.article = briefing.article
        self.actors = {actor.id: actor for actor in briefing.actors}
        self.sayers = {quote.id: quote for quote in (*briefing.quotes, *briefing.attributions)}
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
        name = self._name(principal)
        line = cut([Piece(name, "heading")], self.width, self.glyphs.ellipsis)
        first = tuple((Span(mention.start, mention.end),) for mention in actor.mentions[:1]) if actor else ()
        return Row((line,), actor, first, label=name, choosable=bool(first))

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
        """Name, relation and paragraphs; the relation moves to a line of its own where the first has no room."""
        glyphs = self.glyphs
        name, words = self._name(pair.proxy), f"not: {pair.words}" if self.denied else pair.words
        style = "denied" if self.denied else "relation"
        numbers = dict.fromkeys(item.paragraph for item in pair.evidence)
        places = " ".join(f"{glyphs.pilcrow}{number}" if number else "headline" for number in numbers)
        tail = [Piece(fit(places, self.width // 2, glyphs.ellipsis), "place")]
        head = [Piece(branch, "spark"), Piece(name, "name")]
        beside = [*head, Piece("  "), Piece(words, style)]
        under += glyphs.trunk if goes_on else "   "
        lines: list[Line] = []
        if line_width(beside) + line_width(tail) + 1 <= self.width:
            lines.append(spread(beside, tail, self.width, glyphs.ellipsis))
        else:
            lines.append(spread(head, tail, self.width, glyphs.ellipsis))
            lines.append(cut([Piece(under, "spark"), Piece(words, style)], self.width, glyphs.ellipsis))
        for said, where in self._said_by(pair):
            lead = [Piece(under, "spark"), Piece(where, "place")]
            room = max(self.width - line_width(lead), 1)
            for number, text in enumerate(wrap(said, room, 2, glyphs.ellipsis)):
                start = lead if number == 0 else [lead[0], Piece(" " * cell_len(where))]
                lines.append(cut([*start, Piece(text, "dim")], self.width, glyphs.ellipsis))
        label = f"{self._name(pair.principal)} {glyphs.arrow} {name}: {words}"
        spans = tuple((Span(item.start, item.end),) for item in pair.evidence)
        return Row(tuple(lines), pair.relations[0], spans, label=label)

    def _said_by(self, pair: Pair) -> Iterator[tuple[str, str]]:
        """Who says so, and where if it is not one and the same; the article's own voice is named only beside others."""
        said: dict[str, dict[int, None]] = {}
        for item in pair.evidence:
            said.setdefault(self._sayer(item), {})[item.paragraph] = None
        if set(said) == {""}:
            return
        verb = "denied by" if self.denied else "said by"
        for sayer, numbers in said.items():
            places = "".join(f"{self.glyphs.pilcrow}{number} " for number in numbers if number)
            told = NOBODY if sayer == NOBODY else f"{verb} {sayer}" if sayer else "asserted by the article"
            yield told, places if len(said) > 1 else ""

    def _sayer(self, item: Evidence) -> str:
        quote = self.sayers.get(item.attribution or "")
        if quote is None:
            return ""
        if quote.speaker in self.actors:
            return self._name(quote.speaker)
        return one_line(self.article.slice(quote.source)) if quote.source else NOBODY

    def _name(self, actor: str) -> str:
        found: Actor | None = self.actors.get(actor)
        return one_line(found.name) if found else actor
