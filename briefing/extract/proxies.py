"""Proxies: who backs, arms, funds, trains, directs or acts through whom, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extract import proxy_clauses, proxy_phrases
from briefing.extract import proxy_words as words
from briefing.extract.proxy_links import Link
from briefing.extract.referents import Referents
from briefing.extract.relations import Cast
from briefing.extract.tree import Tree
from briefing.findings import Evidence, ProxyRelation, ProxyVerb, Quote
from briefing.language import Reading

Key = tuple[str, str, ProxyVerb]


def find(
    reading: Reading, cast: Cast, quotes: tuple[Quote, ...], attributions: tuple[Quote, ...]
) -> tuple[tuple[ProxyRelation, ...], tuple[ProxyRelation, ...]]:
    """The relations that the article holds for real, and those that it or somebody in it denies.

    Each pair and relation comes once, with all its evidence in the order of the text.
    """
    who = Referents(reading, _tree(reading), cast)
    links = [*proxy_phrases.find(who), *proxy_clauses.find(who)]
    said = [*quotes, *attributions]
    return (
        _gathered(reading, (link for link in links if link.status == "real"), said, "p"),
        _gathered(reading, (link for link in links if link.status == "denied"), said, "d"),
    )


def _tree(reading: Reading) -> Tree:
    """The parse with the base forms of the words that matter here taken from their tables."""
    tree = Tree(reading.doc)
    verbs, nouns = words.verb_bases(), words.noun_bases()
    for token, (lower, tag) in enumerate(zip(tree.lowers, tree.tags, strict=True)):
        if tag[:2] == "JJ" and lower in verbs and lower.endswith("ed") and tree.child(token, "aux:pass") >= 0:
            tree.tags[token] = tag = "VBN"
        table = verbs if tag[:2] == "VB" else nouns if tag[:2] == "NN" else None
        if table is not None and lower in table:
            tree.lemmas[token] = table[lower]
    return tree


def _gathered(reading: Reading, links: Iterable[Link], said: list[Quote], prefix: str) -> tuple[ProxyRelation, ...]:
    relations: dict[Key, dict[tuple[int, int], Evidence]] = {}
    for link in sorted(links, key=lambda item: item.tokens):
        span = reading.span(*link.tokens)
        evidence = Evidence(
            span.start, span.end, reading.numbers[link.tokens[0]], _innermost(said, span.start, span.end)
        )
        relations.setdefault((link.principal, link.proxy, link.relation), {}).setdefault(
            (span.start, span.end), evidence
        )
    return tuple(
        ProxyRelation(f"{prefix}{number}", principal, proxy, relation, _apart(list(evidence.values())))
        for number, ((principal, proxy, relation), evidence) in enumerate(relations.items(), 1)
    )


def _apart(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """Without evidence that lies within other evidence."""
    return tuple(e for e in evidence if not any(o is not e and o.start <= e.start and e.end <= o.end for o in evidence))


def _innermost(said: list[Quote], start: int, end: int) -> str | None:
    """The shortest quote or attribution whose content holds the evidence."""
    holding = [
        (sum(s.end - s.start for s in quote.content), quote.id)
        for quote in said
        if any(s.start <= start and end <= s.end for s in quote.content)
    ]
    return min(holding, key=lambda item: item[0])[1] if holding else None
