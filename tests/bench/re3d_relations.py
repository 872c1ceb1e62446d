"""Compares proxies with the relations annotated in dstl/re3d: `python tests/bench/re3d_relations.py --corpora DIR [--pipeline P] [--errors]`.

DIR holds re3d/SOURCE/{documents,entities,relations}.json, one JSON object a line. Read are centcom, wikipedia,
australian-dfa and eu-delegation-syria. Each annotated relation becomes a pair of actors of its document, those whose
mentions overlap the annotated ends; pairs of one actor with itself and ends without an actor are counted apart. Pairs
that are allies (AlliesOf) or fight each other (FightingAgainst) should not be shown as principal and proxy, in either
direction, unless the text says that too ("in support of"). Pairs of two organisations of which one is in charge of the
other (InChargeOf) or a part of it (BelongsTo, there turned round) are what a proxy relation may be; most are plain
membership of an army or a department, which is none.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from briefing import language, readers
from briefing.extract import analyse
from briefing.findings import Briefing

SOURCES = ("centcom", "wikipedia", "australian-dfa", "eu-delegation-syria")
TYPES = ("AlliesOf", "FightingAgainst", "InChargeOf", "BelongsTo")
WITHIN = ("InChargeOf", "BelongsTo")


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def actor_at(found: Briefing, begin: int, end: int) -> str | None:
    """The actor with the longest overlap of a mention with a range of the text, the most exact of several."""
    overlaps = [
        (min(end, m.end) - max(begin, m.start), -abs(m.end - m.start - (end - begin)), actor.id)
        for actor in found.actors
        for m in actor.mentions
        if m.start < end and m.end > begin
    ]
    return max(overlaps)[2] if overlaps else None


def main() -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline")
    parser.add_argument("--errors", action="store_true", help="print allies and adversaries shown as proxies")
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    count: Counter[str] = Counter()
    for source in SOURCES:
        folder = options.corpora / "re3d" / source
        kinds = {(e["documentId"], e["begin"], e["end"]): e["type"] for e in rows(folder / "entities.json")}
        relations = rows(folder / "relations.json")
        for document in rows(folder / "documents.json"):
            found = analyse(readers.read_bytes(document["text"].encode()), nlp)
            mine = [r for r in relations if r["documentId"] == document["_id"] and r["type"] in TYPES]
            compare(found, mine, kinds, count, options.errors)
    report(count)


def compare(
    found: Briefing,
    relations: list[dict[str, Any]],
    kinds: dict[tuple[str, int, int], str],
    count: Counter[str],
    errors: bool,
) -> None:
    """Count the annotated pairs of one document."""
    directed = {(p.principal, p.proxy) for p in found.proxies}
    count["proxies shown"] += len(directed)
    pairs: dict[str, set[tuple[str, str]]] = {kind: set() for kind in TYPES}
    for relation in relations:
        ends = [(relation[f"{end}Begin"], relation[f"{end}End"]) for end in ("source", "target")]
        if relation["type"] in WITHIN and any(
            kinds.get((relation["documentId"], *end)) != "Organisation" for end in ends
        ):
            continue
        actors = [actor_at(found, *end) for end in ends]
        if actors[0] is None or actors[1] is None or actors[0] == actors[1]:
            count[f"{relation['type']} without two actors"] += 1
            continue
        first, second = actors[0], actors[1]
        pairs[relation["type"]].add((second, first) if relation["type"] == "BelongsTo" else (first, second))
    names = {actor.id: actor.name for actor in found.actors}
    for kind, members in pairs.items():
        if kind not in WITHIN:
            members = {(min(pair), max(pair)) for pair in members}
        shown = {p for p in members if p in directed or (kind not in WITHIN and (p[1], p[0]) in directed)}
        count[kind] += len(members)
        count[f"{kind} shown"] += len(shown)
        if errors and kind not in WITHIN:
            for pair in sorted(shown):
                print(f"{kind}: {names[pair[0]]} / {names[pair[1]]}")


def report(count: Counter[str]) -> None:
    """Print the counts."""
    for kind in TYPES:
        print(f"{kind:16} {count[kind]:4} pairs  {count[f'{kind} shown']:3} shown as proxies", end="")
        print(f"  ({count[f'{kind} without two actors']} annotations without two actors)")
    print(f"pairs shown as proxies in all: {count['proxies shown']}")


if __name__ == "__main__":
    main()
