"""The whole training of the shipped pipeline, step by step, with spaCy's own configuration and training loop."""

from __future__ import annotations

import logging
import multiprocessing
import os
import tempfile
from collections.abc import Mapping
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait
from importlib import resources
from pathlib import Path

from briefing.language.training import assemble, entity_data, syntax_data
from briefing.language.training.base import save_base
from briefing.language.training.evaluate import measure

log = logging.getLogger(__name__)


def train(
    corpora: Path,
    output: Path,
    annotations: Path | None = None,
    work: Path | None = None,
    overrides: Mapping[str, object] | None = None,
) -> None:
    """Train the pipeline from the corpora and write it to `output` in spaCy's format.

    `corpora` holds the folders `ud-ewt`, `ud-gum`, `gmb`, `wikigold`, `wnut17`, `btc`, `crossner-politics` and
    `re3d` in their projects' own file formats. `annotations` is the project's own (see its README); without it
    the recogniser knows the corpora alone. `work` keeps what lies between (a temporary folder by default).
    `overrides` are spaCy's, for every step ("training.max_steps": 100). Parser and recogniser are trained at the
    same time, each by a process on a core. Seeds are fixed, so the same corpora on the same machine give the
    same pipeline. Raises `FileNotFoundError` when a corpus is missing.
    """
    if work is None:
        with tempfile.TemporaryDirectory(prefix="briefing-train-") as folder:
            train(corpora, output, annotations, Path(folder), overrides)
        return
    work.mkdir(parents=True, exist_ok=True)
    log.info("features and tokenizer")
    base = save_base(work / "base")
    log.info("converting corpora")
    syntax_parts = syntax_data.convert(corpora, annotations, base, work)
    entity_parts = entity_data.convert(corpora, annotations, base, work)

    log.info("tagger, morphologizer, lemmatizer, parser; entities")
    # One thread a process: the two share the cores, and sums in one order give one result.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as processes:
        steps = [
            processes.submit(step, "parser", work, *syntax_parts, overrides),
            processes.submit(step, "entities", work, *entity_parts, overrides),
        ]
        failures = [f for done in wait(steps, return_when=FIRST_EXCEPTION).done if (f := done.exception())]
        if failures:
            for process in multiprocessing.active_children():
                process.terminate()  # the other step would go on for most of an hour
            raise failures[0]
        syntax, entities = (done.result() for done in steps)

    log.info("assembling and measuring")
    nlp = assemble.assemble(work / "base", syntax, entities)
    assemble.save(nlp, output, measure(nlp, corpora, syntax_parts[1], annotations))


def step(name: str, work: Path, train_part: Path, dev_part: Path, overrides: Mapping[str, object] | None) -> Path:
    """One run of spaCy's training with the configuration of that name; the folder of the best model."""
    from spacy.cli.train import train as train_by_config
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))  # NumPy's own library is several times as fast
    paths = {"paths.train": str(train_part), "paths.dev": str(dev_part), "paths.base": str(work / "base")}
    config = resources.files(__package__).joinpath("configs", f"{name}.cfg")
    with resources.as_file(config) as path:
        train_by_config(path, work / name, overrides={**paths, **(overrides or {})})
    return work / name / "model-best"
