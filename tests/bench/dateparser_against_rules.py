"""Compares dateparser with the rules: `python tests/bench/dateparser_against_rules.py [TABLE.tsv] [--errors]`.

dateparser (https://pypi.org/project/dateparser, not a dependency: `pip install dateparser`) reads each expression of
the table of `time_expressions.py`, with the day of publication as its base and, in turn, the past, the future or
neither preferred where a year or a week is open; the best of the three counts for it, since it is not told the tense.
It gives one day: that is right where it is the day, or lies in the span, that is expected, and for null where it gives
none. The rules are right by the stricter measure of `time_expressions.py`: just these days with this precision.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import dateparser  # type: ignore[import-not-found, unused-ignore]
import msgspec
from spacy.language import Language
from time_expressions import TABLE, Row, kinds, rows

from briefing import language, readers
from briefing.extract import analyse

PREFERENCES = ("past", "future", "current_period")


def parsed(row: Row) -> set[date]:
    """The days that dateparser reads in an expression, one for each preference; none where it reads nothing."""
    base = datetime.fromisoformat(row.published)
    found = set()
    for preference in PREFERENCES:
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": preference, "PREFER_DAY_OF_MONTH": "first"}
        moment = dateparser.parse(row.expression, languages=["en"], settings=settings)
        if moment is not None:
            found.add(moment.date())
    return found


def within(days: set[date], expected: str) -> bool:
    """Whether any of the days lies in the days of a row of the table."""
    first, _, last = expected.split(" ")[0].partition("..")
    return any(date.fromisoformat(first) <= day <= date.fromisoformat(last) for day in days)


def ruled(row: Row, nlp: Language) -> bool:
    """Whether the rules give the days of a row and their precision."""
    article = readers.read_bytes(row.sentence.encode())
    article = msgspec.structs.replace(article, published=date.fromisoformat(row.published))
    start = article.text.index(row.expression)
    end = start + len(row.expression)
    found = [e for e in analyse(article, nlp).history if e.when.start < end and start < e.when.end]
    dated = {f"{e.date.earliest}..{e.date.latest} {e.date.precision}" for e in found if e.date is not None}
    return not dated if row.expected == "null" else dated == {row.expected}


def main() -> None:
    """Parse the command line and print both shares by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=TABLE)
    parser.add_argument("--errors", action="store_true", help="print what dateparser has right and the rules have not")
    options = parser.parse_args()
    nlp = language.load_pipeline(None)
    kind_of = kinds(options.table)
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows(options.table):
        days = parsed(row)
        theirs = not days if row.expected == "null" else within(days, row.expected)
        ours = ruled(row, nlp)
        for kind in ("all", "null" if row.expected == "null" else "dated", kind_of.get(row.id, "-")):
            counts[kind, "rows"] += 1
            counts[kind, "dateparser"] += theirs
            counts[kind, "rules"] += ours
            counts[kind, "only dateparser"] += theirs and not ours
        if options.errors and theirs and not ours:
            print(f"{row.id} {row.published} [{row.expression}] {row.expected}")
    named = sorted({kind for kind, _ in counts}, key=lambda kind: (-counts[kind, "rows"], kind))
    for kind in named:
        shown = (counts[kind, what] for what in ("rows", "dateparser", "rules", "only dateparser"))
        print("{:4} rows: dateparser {:4}, rules {:4}; only dateparser {:3}  {}".format(*shown, kind))


if __name__ == "__main__":
    main()
