"""Scores the dates of time expressions: `python tests/bench/time_expressions.py [TABLE.tsv] [--pipeline P] [--errors]`.

The table (`gold/time_expressions.tsv`) gives a sentence, its day of publication, an expression and the days that it
names or null. A row is right when an event of the history whose time overlaps the expression has just these days and
this precision; for null, when there is none with a date. What is found elsewhere in the sentence counts for nothing.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefing import language, readers
from briefing.extract import analyse

TABLE = Path(__file__).parent / "gold" / "time_expressions.tsv"


class Row(NamedTuple):
    """A line of the table."""

    id: str
    source: str
    published: str
    sentence: str
    expression: str
    expected: str


def rows(path: Path) -> Iterator[Row]:
    """The lines of a table without its comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from (Row(*fields) for fields in csv.reader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def kinds(path: Path) -> dict[str, str]:
    """The kind of each row by its id, from the comments of the table."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"# (.+) \(\d+\): (t\d.*)", line)
        if match:
            found.update(dict.fromkeys(match[2].split(), match[1]))
    return found


def main() -> None:
    """Parse the command line and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=TABLE)
    parser.add_argument("--pipeline")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    kind_of = kinds(options.table)
    right: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for row in rows(options.table):
        article = readers.read_bytes(row.sentence.encode())
        article = msgspec.structs.replace(article, published=date.fromisoformat(row.published))
        start = article.text.index(row.expression)
        end = start + len(row.expression)
        found = [e for e in analyse(article, nlp).history if e.when.start < end and start < e.when.end]
        dated = [f"{e.date.earliest}..{e.date.latest} {e.date.precision}" for e in found if e.date is not None]
        good = not dated if row.expected == "null" else bool(dated) and set(dated) == {row.expected}
        for kind in ("all", "null" if row.expected == "null" else "dated", kind_of.get(row.id, "-")):
            all_of[kind] += 1
            right[kind] += good
        if options.errors and not good:
            seen = dated or [f"undated ({len(found)})" if found else "missed"]
            print(
                f"{row.id} {row.published} [{row.expression}] {row.expected} <> {' | '.join(seen)}\n    {row.sentence}"
            )
    for kind, number in sorted(all_of.items(), key=lambda item: (-item[1], item[0])):
        print(f"{right[kind]:4} of {number:4}  {100 * right[kind] / number:5.1f} %  {kind}")


if __name__ == "__main__":
    main()
