"""Relations of one principal and one proxy as one: what holds between them, where, and on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.findings import Evidence, ProxyRelation
from briefing.sayers import Sayers


class Pair(NamedTuple):
    """A principal and one of its proxies (actor ids), with every relation between them."""

    principal: str
    proxy: str
    relations: tuple[ProxyRelation, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence in the order of the text; the words of one place once."""
        found = {(item.start, item.end): item for relation in self.relations for item in relation.evidence}
        return tuple(found[key] for key in sorted(found))

    @property
    def words(self) -> str:
        """The relations, the one with the most evidence first: "backs, trains"."""
        ordered = sorted(self.relations, key=lambda relation: -len(relation.evidence))
        return ", ".join(dict.fromkeys(relation.relation for relation in ordered))

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraphs with evidence, each once (0: the headline)."""
        return tuple(dict.fromkeys(item.paragraph for item in self.evidence))

    def said_by(self, sayers: Sayers) -> dict[str, tuple[int, ...]]:
        """Who says so, and in which paragraphs; "" stands for the article itself."""
        said: dict[str, dict[int, None]] = {}
        for item in self.evidence:
            said.setdefault(sayers.of(item.attribution), {})[item.paragraph] = None
        return {sayer: tuple(numbers) for sayer, numbers in said.items()}


def pairs(relations: Sequence[ProxyRelation]) -> list[Pair]:
    """Relations by principal and proxy, strongest evidence first.

    Evidence in more paragraphs is stronger, then more of it, then what the article asserts itself;
    of equals, what stands first.
    """
    groups: dict[tuple[str, str], list[ProxyRelation]] = {}
    for relation in relations:
        groups.setdefault((relation.principal, relation.proxy), []).append(relation)
    found = [Pair(principal, proxy, tuple(group)) for (principal, proxy), group in groups.items()]
    return sorted(found, key=_weakness)


def _weakness(pair: Pair) -> tuple[int, int, int, int]:
    evidence = pair.evidence
    asserted = sum(item.attribution is None for item in evidence)
    return -len(pair.paragraphs), -len(evidence), -asserted, evidence[0].start if evidence else 0
