"""Proxies: who backs, arms, funds, trains, directs or acts through whom, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Set

from briefing.article import Article
from briefing.extract import (
    proxy_acting,
    proxy_clauses,
    proxy_denials,
    proxy_giving,
    proxy_money,
    proxy_nominalizations,
    proxy_nouns,
    proxy_phrases,
    proxy_ties,
    proxy_tree,
)
from briefing.extract.proxy_links import Link
from briefing.extract.referents import Referents
from briefing.extract.relations import Cast
from briefing.findings import Evidence, ProxyRelation, ProxyVerb, Quote
from briefing.language import Reading

Key = tuple[str, str, ProxyVerb]


def find(
    reading: Reading, cast: Cast, quotes: tuple[Quote, ...], attributions: tuple[Quote, ...]
) -> tuple[tuple[ProxyRelation, ...], tuple[ProxyRelation, ...]]:
    """The relations that the article holds for real, and those that it or somebody in it denies.

    Each pair and relation comes once, with all its evidence in the order of the text.
    """
    links = all_links(reading, cast)
    said = _Said(reading.article, [*quotes, *attributions])
    return (
        _gathered(reading, (link for link in links if link.status == "real"), said, "p"),
        _gathered(reading, (link for link in links if link.status == "denied"), said, "d"),
    )


def all_links(reading: Reading, cast: Cast, among: Set[int] | None = None) -> list[Link]:
    """What every pattern finds among a cast, denials elsewhere in the text counted in; where `among` is given, only in
    the sentences that hold one of these tokens, and whatever is denied elsewhere."""
    tokens = proxy_tree.telling(reading, among)
    if not tokens:
        return []
    who = Referents(reading, proxy_tree.build(reading, tokens, among is not None), cast, tokens)
    links = [
        *proxy_phrases.find(who),
        *proxy_nouns.find(who),
        *proxy_nominalizations.find(who),
        *proxy_ties.find(who),
        *proxy_clauses.find(who),
        *proxy_giving.find(who),
        *proxy_money.find(who),
        *proxy_acting.find(who),
    ]
    return proxy_denials.weighed(who, links) if among is None else links


def _gathered(reading: Reading, links: Iterable[Link], said: _Said, prefix: str) -> tuple[ProxyRelation, ...]:
    relations: dict[Key, dict[tuple[int, int], Evidence]] = {}
    for link in sorted(links, key=lambda item: item.tokens):
        span = reading.span(*link.tokens)
        evidence = Evidence(span.start, span.end, reading.numbers[link.tokens[0]], said.innermost(span.start, span.end))
        relations.setdefault((link.principal, link.proxy, link.relation), {}).setdefault(
            (span.start, span.end), evidence
        )
    return tuple(
        ProxyRelation(f"{prefix}{number}", principal, proxy, relation, _apart(list(evidence.values())))
        for number, ((principal, proxy, relation), evidence) in enumerate(relations.items(), 1)
    )


def _apart(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """Without evidence that lies within other evidence."""
    kept: list[Evidence] = []
    furthest = -1
    for item in sorted(evidence, key=lambda e: (e.start, -e.end)):
        if item.end > furthest:
            kept.append(item)
            furthest = item.end
    return tuple(kept)


class _Said:
    """Quotes and attributions by the paragraphs that their contents lie in."""

    def __init__(self, article: Article, quotes: Iterable[Quote]) -> None:
        self._article = article
        self._by_paragraph: dict[int, list[tuple[int, Quote]]] = {}
        for quote in quotes:
            length = sum(span.end - span.start for span in quote.content)
            numbers = {
                article.paragraph_at(at) for span in quote.content for at in (span.start, max(span.start, span.end - 1))
            }
            for number in range(min(numbers, default=0), max(numbers, default=-1) + 1):
                self._by_paragraph.setdefault(number, []).append((length, quote))

    def innermost(self, start: int, end: int) -> str | None:
        """The shortest one whose content holds the span."""
        holding = [
            (length, quote.id)
            for length, quote in self._by_paragraph.get(self._article.paragraph_at(start), ())
            if _within(start, quote) and _within(end - 1, quote)  # the cue may stand amid the words: "A, they say, B"
        ]
        return min(holding)[1] if holding else None


def _within(offset: int, quote: Quote) -> bool:
    return any(span.start <= offset < span.end for span in quote.content)
