"""Runs Briefing over a folder of articles and writes its quotes and attributions, one JSON object a line.

    python tests/bench/attribution_run.py GOLD_DIR PREDICTIONS.jsonl [--pipeline NAME_OR_FOLDER]

Reads GOLD_DIR/text/*.txt as Briefing reads any plain-text file. Each line is {"doc": NAME, "attributions":
[{"source", "cue", "content", "kind"}, ...]}; offsets count code points of NAME.txt.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import briefing
from briefing import language
from briefing.extract import attributions

if TYPE_CHECKING:
    from briefing.extract.relations import Relation, Tokens
    from briefing.language import Reading


def main() -> None:
    """Parse the command line and write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--pipeline")
    options = parser.parse_args()
    nlp = language.load_pipeline(options.pipeline)
    with options.predictions.open("w", encoding="utf-8") as out:
        for path in sorted((options.gold / "text").glob("*.txt")):
            reading = language.read_article(briefing.read(path), nlp)
            found = [row(reading, relation) for relation in attributions.find(reading)]
            out.write(json.dumps({"doc": path.stem, "attributions": found}) + "\n")


def row(reading: Reading, relation: Relation) -> dict[str, object]:
    """A relation as offsets into the text."""

    def place(tokens: Tokens | None) -> list[int] | None:
        return [reading.span(*tokens).start, reading.span(*tokens).end] if tokens else None

    return {
        "source": place(relation.source),
        "cue": place(relation.cue),
        "content": [place(tokens) for tokens in relation.content],
        "kind": relation.kind,
    }


if __name__ == "__main__":
    main()
