"""Trains the shipped pipeline from open corpora; see `run.train`. Needs the extra `train`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ANNOTATIONS = Path(__file__).parent / "annotations"
"""The project's own annotation; its README says what it is."""


def train(
    corpora: Path,
    annotations: Path | None,
    output: Path,
    work: Path | None = None,
    overrides: Mapping[str, object] | None = None,
) -> None:
    """Train the pipeline of `corpora` and `annotations` and write it to `output`; see `run.train`."""
    from briefing.language.training import run  # imports spaCy

    run.train(corpora, output, annotations, work, overrides)
