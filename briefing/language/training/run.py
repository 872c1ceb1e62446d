"""The whole training of the shipped pipeline, step by step, with spaCy's own configuration and training loop."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from spacy.cli.train import train as train_by_config

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
    `re3d` in their projects' own file formats. `annotations` holds `gmb-corrected.tsv` and
    `news-speech.conllu`; without it the recogniser is not tuned. `work` keeps what lies between (a
    temporary folder by default). `overrides` are spaCy's, for every step ("training.max_steps": 100).
    Seeds are fixed, so the same corpora on the same machine give the same pipeline. On one core it takes
    about an hour. Raises `FileNotFoundError` when a corpus is missing.
    """
    if work is None:
        with tempfile.TemporaryDirectory(prefix="briefing-train-") as folder:
            train(corpora, output, annotations, Path(folder), overrides)
        return
    work.mkdir(parents=True, exist_ok=True)
    log.info("features and tokenizer")
    base = save_base(work / "base")
    log.info("converting corpora")
    syntax_train, syntax_dev = syntax_data.convert(corpora, annotations, base, work)
    parts = entity_data.convert(corpora, annotations, base, work)

    log.info("tagger, morphologizer, lemmatizer, parser")
    syntax = _step("parser", work, syntax_train, syntax_dev, overrides)
    log.info("entities")
    entities = _step("entities", work, parts["train"], parts["dev"], overrides)
    if annotations:
        log.info("tuning entities")
        source = {"paths.tuned_from": str(entities)}
        entities = _step("tuning", work, parts["tune"], parts["dev"], {**(overrides or {}), **source})

    log.info("assembling and measuring")
    nlp = assemble.assemble(work / "base", syntax, entities)
    assemble.save(nlp, output, measure(nlp, syntax_dev, annotations))


def _step(name: str, work: Path, train_part: Path, dev_part: Path, overrides: Mapping[str, object] | None) -> Path:
    """One run of spaCy's training; the folder of the best model."""
    paths = {"paths.train": str(train_part), "paths.dev": str(dev_part), "paths.base": str(work / "base")}
    config = resources.files(__package__).joinpath("configs", f"{name}.cfg")
    with resources.as_file(config) as path:
        train_by_config(path, work / name, overrides={**paths, **(overrides or {})})
    return work / name / "model-best"
