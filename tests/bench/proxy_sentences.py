"""Scores proxy relations on single sentences: `python tests/bench/proxy_sentences.py [--file TABLE.tsv] [--pipeline P] [--only odd|even] [--errors]`.

The table (`gold/proxy_sentences.tsv`) gives sentences with the relations that they assert or deny, and lookalikes that
assert none. A relation found is right when both its ends name what a relation of the table names (a word in common,
articles apart), in that direction; recall and precision are over such pairs, `label` is the share of right pairs whose
relation is that of the table too ("backs" for one that is more special counts as half known and is not right). Denied
ones are compared among themselves; a denied one that is found as real is a wrong one.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

from briefing import language, readers
from briefing.extract import analyse
from briefing.extract.places import capitals
from briefing.findings import Actor, Briefing, ProxyRelation

TABLE = Path(__file__).parent / "gold" / "proxy_sentences.tsv"
_SMALL = frozenset(("the", "a", "an", "of", "and", "in", "for", "its", "their", "his", "her", "group", "forces"))

Pair = tuple[str, str, str, bool]
"""Principal, proxy, relation, denied."""


def gold(field: str) -> list[Pair]:
    """The relations of a row."""
    pairs = []
    for part in field.split(" ; ") if field != "none" else ():
        ends, _, relation = part.rpartition(" : ")
        principal, _, proxy = ends.partition(" > ")
        name, _, denied = relation.partition(" ")
        pairs.append((principal, proxy, name, bool(denied)))
    return pairs


def words(text: str) -> set[str]:
    """The words of a name that count, folded."""
    return {w.removesuffix("s") for w in re.findall(r"\w+", text.lower()) if w not in _SMALL} or {text.lower()}


def named(actor: Actor, text: str) -> bool:
    """Whether a gold name means an actor: a word in common with its name or one of its aliases; a capital is its state."""
    wanted = words(text) | words(capitals().get(text, text))
    return any(wanted & words(form) for form in (actor.name, *actor.aliases))


def main() -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=TABLE, help="the table of sentences")
    parser.add_argument("--pipeline")
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is wrong")
    parser.add_argument(
        "--only", choices=("odd", "even"), help="only rows of such a number: develop on odd, check on even"
    )
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    count: Counter[str] = Counter()
    with options.file.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        for row, _, sentence, relations in csv.reader(kept, delimiter="\t", quoting=csv.QUOTE_NONE):
            if options.only and options.only != ("even", "odd")[int(row[1:]) % 2]:
                continue
            found = analyse(readers.read_bytes(sentence.encode()), nlp)
            score(row, sentence, gold(relations), found, count, options.errors)
    report(count)


def score(row: str, sentence: str, wanted: list[Pair], found: Briefing, count: Counter[str], errors: bool) -> None:
    """Count the pairs of one row."""
    actors = {actor.id: actor for actor in found.actors}

    def fits(pair: Pair, relation: ProxyRelation) -> bool:
        return named(actors[relation.principal], pair[0]) and named(actors[relation.proxy], pair[1])

    said = []
    for kind, denied, relations in (("", False, found.proxies), ("denied ", True, found.denied_proxies)):
        targets = [pair for pair in wanted if pair[3] == denied]
        hit = [pair for pair in targets if any(fits(pair, relation) for relation in relations)]
        right = [relation for relation in relations if any(fits(pair, relation) for pair in targets)]
        count[f"{kind}gold"] += len(targets)
        count[f"{kind}recalled"] += len(hit)
        count[f"{kind}found"] += len(relations)
        count[f"{kind}right"] += len(right)
        count[f"{kind}label"] += sum(any(fits(p, r) and p[2] == r.relation for p in targets) for r in right)
        said += [f"missed {kind}{' > '.join(pair[:2])} : {pair[2]}" for pair in targets if pair not in hit]
        said += [
            f"wrong {kind}{actors[r.principal].name} > {actors[r.proxy].name} : {r.relation}"
            for r in relations
            if r not in right
        ]
    if errors and said:
        print(row, sentence)
        for line in said:
            print("    ", line)


def report(count: Counter[str]) -> None:
    """Print recall, precision and labels."""
    for kind in ("", "denied "):
        recall = count[f"{kind}recalled"] / max(1, count[f"{kind}gold"])
        precision = count[f"{kind}right"] / max(1, count[f"{kind}found"])
        label = count[f"{kind}label"] / max(1, count[f"{kind}right"])
        print(f"{kind or 'real '}recall {recall:.3f} ({count[f'{kind}gold']})  ", end="")
        print(f"precision {precision:.3f} ({count[f'{kind}found']})  label {label:.3f}")


if __name__ == "__main__":
    main()
