"""Draws findings at random from articles, to be judged by eye, and counts the verdicts.

    python tests/bench/judged.py draw TEXTS OUT.tsv [--seed N] [--articles 20] [--each 10] [--skip NAME ...]
    python tests/bench/judged.py show TEXTS OUT.tsv
    python tests/bench/judged.py score OUT.tsv

`draw` analyses articles drawn from the folder TEXTS and writes up to `--each` history events, proxy relations and
claims of each: a row has document, kind, first and last offset (code points of the document's file), what was found
(dates, certainty and speaker) and an empty verdict; what is kept in the repository has no words of the text. `show` prints the rows with their words. A verdict is
"right", or "wrong" and why: it is right when what is shown is so in the article and leads to the words that say it.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Briefing, Claim

FIELDS = ("document", "kind", "start", "end", "found", "verdict")


def draw(texts: Path, seed: int, articles: int, each: int, skip: set[str]) -> Iterator[dict[str, str]]:
    """Rows without a verdict."""
    import briefing
    from briefing import language
    from briefing.extract import analyse

    nlp = language.load_pipeline(None)
    chance = random.Random(seed)
    names = sorted(path.stem for path in texts.glob("*.txt") if path.stem not in skip)
    for name in sorted(chance.sample(names, articles)):
        found = analyse(briefing.read(texts / f"{name}.txt"), nlp)
        names_of = {actor.id: actor.name for actor in found.actors}
        kinds = {
            "history": [(e.start, e.end, _days(e)) for e in found.history],
            "proxy": [
                (p.evidence[0].start, p.evidence[0].end, f"{names_of[p.principal]} > {names_of[p.proxy]}: {p.relation}")
                for p in found.proxies
            ],
            "claim": [(c.start, c.end, f"{c.certainty} {_speaker(found, c, names_of)}") for c in found.claims],
        }
        for kind, rows in kinds.items():
            for start, end, what in sorted(chance.sample(rows, min(each, len(rows)))):
                values = (name, kind, str(start), str(end), what, "")
                yield dict(zip(FIELDS, values, strict=True))


def _speaker(found: Briefing, claim: Claim, names_of: dict[str, str]) -> str:
    """Who makes a claim, as the sidebar has it: the actor, else the words of the source, else "-"."""
    if claim.speaker:
        return names_of[claim.speaker]
    quote = next((q for q in (*found.quotes, *found.attributions) if q.id == claim.attribution), None)
    source = quote.source if quote else None
    return f'"{" ".join(found.article.slice(source).split())}"' if source else "-"


def _days(event: object) -> str:
    days = getattr(event, "date", None)
    when = f"{days.earliest}..{days.latest} {days.precision}" if days else "undated"
    return when + (" announced" if getattr(event, "announced", False) else "")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("# ")), delimiter="\t"))


def score(rows: list[dict[str, str]]) -> None:
    """Print the share of right ones by kind."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for row in rows:
        if row["verdict"]:
            for kind in (row["kind"], "all"):
                judged[kind] += 1
                right[kind] += row["verdict"].startswith("right")
    for kind, number in sorted(judged.items()):
        print(f"{kind:8} {right[kind]:4} of {number:4} right, {100 * right[kind] / number:5.1f} %")
    if open_ones := sum(not row["verdict"] for row in rows):
        print(f"{open_ones} not judged")


def main() -> None:
    """Parse the command line and do what it asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("texts", type=Path)
    drawing.add_argument("out", type=Path)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--articles", type=int, default=20)
    drawing.add_argument("--each", type=int, default=10)
    drawing.add_argument("--skip", nargs="*", default=[])
    showing = commands.add_parser("show")
    showing.add_argument("texts", type=Path)
    showing.add_argument("out", type=Path)
    scoring = commands.add_parser("score")
    scoring.add_argument("out", type=Path)
    options = parser.parse_args()
    if options.command == "draw":
        with options.out.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, FIELDS, delimiter="\t", lineterminator="\n")
            writer.writeheader()
            writer.writerows(draw(options.texts, options.seed, options.articles, options.each, set(options.skip)))
    elif options.command == "show":
        for number, row in enumerate(read(options.out), 1):
            text = (options.texts / f"{row['document']}.txt").read_text(encoding="utf-8")
            words = " ".join(text[int(row["start"]) : int(row["end"])].split())
            print(f"{number}\t{row['document']}\t{row['kind']}\t{row['found']}\t{words}\t{row['verdict']}")
    else:
        score(read(options.out))


if __name__ == "__main__":
    main()
