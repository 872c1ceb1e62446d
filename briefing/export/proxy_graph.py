"""Who acts through whom as a graph: what the formats that draw one have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.export.outline import place
from briefing.findings import Briefing, ProxyRelation
from briefing.proxy_pairs import Pair, pairs
from briefing.sayers import NOBODY, Sayers

LEGEND = (
    "Who acts through whom in a news article, as Briefing found it.",
    "Solid: the article says so itself. Broken: somebody is said to say so. Apart and barred: denied.",
)
EMPTY = "No proxy relations found in this article"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor. `id` is made here and safe in any language; `name` comes from the article and is not."""

    id: str
    name: str
    collective: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A pair: `label` has the relation and its paragraphs, in words of our own; `said` who says so.

    `said` comes from the article, and is "" where only the article says so.
    """

    source: str
    target: str
    label: str
    said: str
    asserted: bool


@dataclass(slots=True)
class Graph:
    """Nodes in the order in which edges name them, edges strongest first."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def graphs(briefing: Briefing) -> tuple[Graph, Graph]:
    """What is told, and apart from it, with nodes of its own, what somebody denies or the text negates."""
    return (
        _graph(briefing, briefing.proxies, "n", "said by"),
        _graph(briefing, briefing.denied_proxies, "d", "denied by"),
    )


def _graph(briefing: Briefing, relations: Sequence[ProxyRelation], letter: str, verb: str) -> Graph:
    sayers = Sayers(briefing)
    collective = {actor.id for actor in briefing.actors if actor.kind == "group"}
    graph = Graph()
    ids: dict[str, str] = {}
    for pair in pairs(relations):
        for actor in (pair.principal, pair.proxy):
            if actor not in ids:
                ids[actor] = f"{letter}{len(ids) + 1}"
                graph.nodes.append(Node(ids[actor], sayers.name(actor) or "?", actor in collective))
        graph.edges.append(_edge(pair, ids, sayers, verb))
    return graph


def _edge(pair: Pair, ids: dict[str, str], sayers: Sayers, verb: str) -> Edge:
    said = pair.said_by(sayers)
    named = [sayer for sayer in said if sayer not in ("", NOBODY)]
    told = f"{verb} {', '.join(named)}" if named else NOBODY if NOBODY in said else ""
    label = " ".join(part for part in (pair.words, place(pair.paragraphs)) if part)
    return Edge(ids[pair.principal], ids[pair.proxy], label, told, asserted="" in said)
