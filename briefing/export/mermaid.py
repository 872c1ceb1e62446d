"""Mermaid: who acts through whom as a flowchart. Words of the article stay inside their labels."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.clean import clean_line
from briefing.export.proxy_graph import EMPTY, LEGEND, Edge, Graph, Node, graphs
from briefing.findings import Briefing

_PLAIN = frozenset(" ,.-’")


def render(briefing: Briefing) -> bytes:
    """The relations as a Mermaid flowchart from left to right; denied ones in a frame of their own."""
    told, denied = graphs(briefing)
    lines = [*(f"%% {line}" for line in LEGEND), "flowchart LR", *_lines(told, "    ", denied=False)]
    if denied.edges:
        lines += ["    subgraph denied [Denied]", *_lines(denied, "        ", denied=True), "    end"]
    if len(lines) == len(LEGEND) + 1:
        lines.append(f'    none["{EMPTY}"]')
    return ("\n".join(lines) + "\n").encode()


def escape(text: str) -> str:
    """Text that reads as itself in a quoted label and can't end it, nor be a directive, Markdown, HTML or an icon.

    Whatever is no letter or digit becomes an entity code (`#34;`), but for a few marks that mean nothing to Mermaid.
    """
    return "".join(c if c.isalnum() or c in _PLAIN else f"#{ord(c)};" for c in clean_line(text))


def _lines(graph: Graph, indent: str, *, denied: bool) -> Iterator[str]:
    for node in graph.nodes:
        yield indent + _node(node)
    for edge in graph.edges:
        yield indent + _edge(edge, denied)


def _node(node: Node) -> str:
    """A box; round for a group or another collective."""
    name = escape(node.name)
    return f'{node.id}(["{name}"])' if node.collective else f'{node.id}["{name}"]'


def _edge(edge: Edge, denied: bool) -> str:
    arrow = "--x" if denied else "-->" if edge.asserted else "-.->"
    label = " · ".join(part for part in (edge.label, escape(edge.said)) if part)
    return f'{edge.source} {arrow}|"{label}"| {edge.target}'
