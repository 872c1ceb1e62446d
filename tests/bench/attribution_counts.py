"""Counts how often words attribute something, for the cue lexicon: writes briefing/extract/data/cues.tsv.

    python tests/bench/attribution_counts.py POLNEAR_TRAIN_DIR CUES.tsv [--pipeline NAME_OR_FOLDER]

POLNEAR_TRAIN_DIR holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat). A candidate of the rules counts
as right when a gold attribution has a cue on its word and a content with Jaccard >= 0.5 in words. Candidates
within a gold content are left out, for the corpus marks outermost attributions only; so is discarded text.
Words seen fewer than 20 times and right fewer than 3 times go together under "*".
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import briefing
from briefing import language
from briefing.extract import attributions, cues, syntax
from briefing.extract.candidate import Candidate
from briefing.extract.syntax import Syntax

Spans = list[tuple[int, int]]

HEADER = """\
# How often a word attributes something in a use: word, construction~kind of source, times seen, times right.
# Counted over PolNeAR v1.0.0 train (E. Newell, D. Margolin and D. Ruths, An Attribution Relations Corpus for
# Political News, LREC 2018) by tests/bench/attribution_counts.py; numbers only, no text of the corpus.
"""


def main() -> None:
    """Parse the command line, count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--pipeline")
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    views = {
        path.stem: syntax.of(language.read_article(briefing.read(path), nlp))
        for path in sorted((options.corpus / "text").glob("*.txt"))
    }
    bases = Counter(w for v in views.values() for w, tag in zip(v.words, v.tags, strict=True) if tag == "VB")
    lemma_of = cues.verb_forms({word for word, seen in bases.items() if seen > 1 and word.isalpha()})
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for name, view in views.items():
        annotated = sorted((options.corpus / "attributions").glob(f"{name}_*.ann"))
        if annotated:
            for key, is_right in judged(view, lemma_of, *brat(annotated[0].read_text("utf-8"))):
                seen[key] += 1
                right[key] += is_right
    write(options.table, seen, right)


def brat(text: str) -> tuple[list[tuple[Spans, Spans]], Spans]:
    """(cue, content) of each attribution, and what is discarded, in code points."""
    spans: dict[str, Spans] = {}
    discarded: Spans = []
    events: list[list[str]] = []
    for line in text.split("\n"):
        if not re.match(r"(T\d+|E\d+)\t", line):
            continue
        ident, body = line.split("\t")[:2]
        if ident[0] == "E":
            events.append(body.split())
            continue
        label, offsets = body.split(" ", 1)
        spans[ident] = [(int(a), int(b)) for a, b in (part.split() for part in offsets.split(";"))]
        if label == "Discard":
            discarded += spans[ident]
    found = []
    for event in events:
        parts: dict[str, Spans] = {"Cue": [], "Content": []}
        for argument in event:
            role, target = argument.split(":")
            parts.get(role.rstrip("0123456789"), []).extend(spans.get(target, []))
        if parts["Content"]:
            found.append((parts["Cue"], parts["Content"]))
    return found, discarded


def judged(
    view: Syntax, lemma_of: dict[str, str], gold: list[tuple[Spans, Spans]], discarded: Spans
) -> Iterator[tuple[tuple[str, str], bool]]:
    """(word, use) of each candidate, and whether it is right."""
    places = [m.span() for m in re.finditer(r"\w+", view.reading.article.text)]
    contents = [words(places, content) for _, content in gold]
    near: dict[int, set[int]] = {}
    for number, content in enumerate(contents):
        for word in content:
            near.setdefault(word, set()).add(number)
    thrown = words(places, discarded)
    for candidate in attributions.proposed(view, lemma_of):
        content, cue, head = (words(places, spans) for spans in parts(view, candidate))
        if 2 * len(content & thrown) >= len(content):
            continue
        start, end = parts(view, candidate)[2][0]
        rivals = {number for word in content for number in near.get(word, ())}
        on_cue = {n for n in rivals if any(a < end and start < b for a, b in gold[n][0])}
        is_right = any(2 * len(contents[n] & content) >= len(contents[n] | content) for n in on_cue)
        nested = any(content | cue <= contents[n] for n in rivals)
        within = bool(head) and not on_cue and any(head <= contents[n] for n in rivals)
        if is_right or not (nested or within):
            yield (candidate.word, candidate.use), is_right


def parts(view: Syntax, candidate: Candidate) -> tuple[Spans, Spans, Spans]:
    """Content, cue and head of a candidate in code points."""
    ranges = (candidate.content, (candidate.cue,), ((candidate.head, candidate.head + 1),))
    content, cue, head = ([(view.reading.span(*r).start, view.reading.span(*r).end) for r in part] for part in ranges)
    return content, cue, head


def words(places: Spans, spans: Spans) -> set[int]:
    """The numbers of the words that spans touch."""
    found: set[int] = set()
    for start, end in spans:
        number = bisect_right(places, (start, start)) - 1
        number += number < 0 or places[number][1] <= start
        while number < len(places) and places[number][0] < end:
            found.add(number)
            number += 1
    return found


def write(path: Path, seen: Counter[tuple[str, str]], right: Counter[tuple[str, str]]) -> None:
    """The table, rare words together."""
    all_seen: Counter[str] = Counter()
    all_right: Counter[str] = Counter()
    for word, use in seen:
        all_seen[word] += seen[word, use]
        all_right[word] += right[word, use]
    table: dict[tuple[str, str], list[int]] = {}
    for (word, use), number in seen.items():
        listed = all_seen[word] >= 20 or all_right[word] >= 3
        row = table.setdefault((word if listed else cues.RARE, use), [0, 0])
        row[0] += number
        row[1] += right[word, use]
    lines = [f"{word}\t{use}\t{row[0]}\t{row[1]}\n" for (word, use), row in sorted(table.items())]
    path.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
