"""Graphviz: who acts through whom in the DOT language. Words of the article stay inside their labels."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.clean import clean_line
from briefing.export.proxy_graph import EMPTY, LEGEND, Edge, Graph, Node, graphs
from briefing.findings import Briefing


def render(briefing: Briefing) -> bytes:
    """The relations as a directed graph from left to right; denied ones in a cluster of their own."""
    told, denied = graphs(briefing)
    lines = [
        *(f"// {line}" for line in LEGEND),
        "digraph proxies {",
        "    graph [rankdir=LR, fontname=Helvetica]",
        "    node [shape=box, fontname=Helvetica]",
        "    edge [fontname=Helvetica, fontsize=10]",
        *_lines(told, "    ", denied=False),
    ]
    if denied.edges:
        lines += [
            "    subgraph cluster_denied {",
            '        label="Denied"',
            "        color=red",
            *_lines(denied, "        ", denied=True),
            "    }",
        ]
    if not told.edges and not denied.edges:
        lines.append(f'    none [label="{EMPTY}", shape=plaintext]')
    return ("\n".join([*lines, "}"]) + "\n").encode()


def escape(text: str) -> str:
    """Text that reads as itself in a quoted label: no quote ends it, no escape sequence or entity is left in it."""
    # the ampersand first: Graphviz reads &lt; and the like also where no HTML is meant
    return clean_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def _lines(graph: Graph, indent: str, *, denied: bool) -> Iterator[str]:
    for node in graph.nodes:
        yield indent + _node(node)
    for edge in graph.edges:
        yield indent + _edge(edge, denied)


def _node(node: Node) -> str:
    """A box; round for a group or another collective."""
    return f'{node.id} [label="{escape(node.name)}"{", style=rounded" if node.collective else ""}]'


def _edge(edge: Edge, denied: bool) -> str:
    style = "color=red, arrowhead=tee" if denied else "style=solid" if edge.asserted else "style=dashed"
    label = "\\n".join(part for part in (edge.label, escape(edge.said)) if part)
    return f'{edge.source} -> {edge.target} [label="{label}", {style}]'
