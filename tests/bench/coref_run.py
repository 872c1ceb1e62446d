"""Runs Briefing over a folder of text files and writes the clusters of its actors, one JSON object a line.

    python tests/bench/coref_run.py TEXT_DIR PREDICTIONS.jsonl [--pipeline NAME_OR_FOLDER] [--lines]

Each line is {"doc": NAME, "clusters": [[[start, end], ...], ...]}; offsets count code points of NAME.txt. Files are
read as Briefing reads any plain-text file; `--lines` takes each line as a paragraph instead, for texts without layout.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import briefing
from briefing import extract, language
from briefing.article import Article, Paragraph, article_id


def main() -> None:
    """Parse the command line and write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--pipeline")
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    with options.predictions.open("w", encoding="utf-8") as out:
        for path in sorted(options.texts.glob("*.txt")):
            article = by_lines(path.read_text("utf-8")) if options.lines else briefing.read(path)
            result = extract.analyse(article, nlp)
            clusters = [[[m.start, m.end] for m in actor.mentions] for actor in result.actors]
            out.write(json.dumps({"doc": path.stem, "clusters": clusters}) + "\n")


def by_lines(text: str) -> Article:
    """An article whose paragraphs are the lines of a text."""
    lines = [m.span() for m in re.finditer(r"\S(?:.*\S)?", text)]
    paragraphs = tuple(Paragraph(number, start, end) for number, (start, end) in enumerate(lines, 1))
    return Article(id=article_id(text), text=text, paragraphs=paragraphs)


if __name__ == "__main__":
    main()
