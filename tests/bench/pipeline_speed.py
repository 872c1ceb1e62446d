"""Import, load, speed and memory of a pipeline: `python tests/bench/pipeline_speed.py TEXTS [--pipeline P] [--runs N]`.

TEXTS is a folder of plain-text articles. Each run is a fresh interpreter on one core (one BLAS thread): seconds for `import
spacy`, for loading the pipeline after it, words (tokens) per second of `nlp.pipe` over the paragraphs, and the
highest resident memory. Medians over the runs; `ratio` is load to import, measured in the same run. With two
pipelines (`--against`) the runs alternate, so that both see the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys

ONE_RUN = """
import json, os, resource, sys, time
from pathlib import Path
start = time.perf_counter()
import spacy
imported = time.perf_counter() - start
texts, name, paragraphs = sys.argv[1], sys.argv[2], []
if name.startswith("spacy:"):  # as any script would load the folder
    load, argument = spacy.load, name.removeprefix("spacy:")
else:
    from briefing.language import load_pipeline
    load, argument = load_pipeline, name or None
start = time.perf_counter()
nlp = load(argument)
loaded = time.perf_counter() - start
for path in sorted(Path(texts).iterdir()):
    paragraphs += [line for line in path.read_text(errors="replace").splitlines() if line.strip()]
for doc in nlp.pipe(paragraphs[:20]):
    pass
start = time.perf_counter()
words = sum(len(doc) for doc in nlp.pipe(paragraphs))
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"import": imported, "load": loaded, "words/s": words / seconds, "MiB": peak}))
"""


def run(texts: str, pipeline: str) -> dict[str, float]:
    """One fresh interpreter, with one thread for its matrix products."""
    command = ["taskset", "-c", "0", sys.executable, "-c", ONE_RUN, texts, pipeline]
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **threads})
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts")
    parser.add_argument("--pipeline", default="", help="name or folder; the shipped one by default")
    parser.add_argument(
        "--against", action="append", default=[], help="a further one; spacy:FOLDER loads without Briefing"
    )
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    names = [options.pipeline, *options.against]
    found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(options.runs):
        for name in names:
            found[name].append(run(options.texts, name))
    for name, runs in found.items():
        middle = {key: statistics.median(r[key] for r in runs) for key in runs[0]}
        ratio = statistics.median(r["load"] / r["import"] for r in runs)
        print(
            f"{name or 'shipped'}: import {middle['import']:.2f} s, load {middle['load']:.2f} s, ratio {ratio:.2f}, "
            f"{middle['words/s']:,.0f} words/s, {middle['MiB']:.0f} MiB"
        )


if __name__ == "__main__":
    main()
