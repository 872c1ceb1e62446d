"""Finds and loads a spaCy pipeline: the shipped one, an installed one by name, or a folder."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.clean import clean_line
from briefing.errors import PipelineError
from briefing.findings import Pipeline

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent / "english_news"


def load_pipeline(name: str | None = None) -> Language:
    """The pipeline of that name or folder, the shipped one when `name` is None; its parses are Universal Dependencies.

    Raises `PipelineError` when it is not installed, can't be loaded, or has no parser or no entities.
    """
    folder = _folder(name)
    import spacy

    # They register the pipes that the shipped pipeline names, should the package's entry points be out of reach.
    from briefing.language import article_names, blas, quantities, tokenizer, universal_pipe  # noqa: F401

    try:
        nlp = spacy.load(folder)
    except Exception as error:
        raise PipelineError(
            f"The spaCy pipeline {clean_line(name or 'that comes with Briefing')} can't be loaded: "
            f"{clean_line(str(error))[:200]}. "
            "Install a version of it that fits the installed spaCy, or leave --pipeline out."
        ) from error
    missing = [what for what in ("parser", "ner") if not nlp.has_pipe(what)]
    if missing:
        raise PipelineError(
            f"The spaCy pipeline {name} has no {' and no '.join(missing)}; Briefing needs both. "
            "Name another with --pipeline, or leave the option out."
        )
    for pipe in ("briefing_universal", "briefing_blas"):
        if not nlp.has_pipe(pipe):
            nlp.add_pipe(pipe)
    return nlp


def pipeline_identity(name: str | None = None) -> Pipeline:
    """Name and version of a pipeline, read from its meta.json: spaCy is not imported.

    Raises `PipelineError` when it is not installed.
    """
    return identity_of(_meta(_folder(name)))


def identity_of(meta: dict[str, Any]) -> Pipeline:
    """Name and version as a pipeline's meta.json (`Language.meta`) has them."""
    return Pipeline(f"{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')}", str(meta.get("version", "0")))


def pipeline_meta(name: str | None = None) -> dict[str, Any]:
    """What a pipeline's meta.json says of it: licence, labels, scores, sources. spaCy is not imported.

    Raises `PipelineError` when it is not installed.
    """
    return _meta(_folder(name))


def _folder(name: str | None) -> Path:
    """The folder with config.cfg of a pipeline."""
    if name is None:
        if not (SHIPPED / "meta.json").is_file():
            raise PipelineError("The pipeline that comes with Briefing is missing; install Briefing again.")
        return SHIPPED
    path = Path(name)
    if path.is_dir() and (path / "meta.json").is_file():
        return path
    if name.isidentifier():
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.submodule_search_locations:
            package = Path(spec.submodule_search_locations[0])
            for folder in (package, *sorted(package.glob(f"{name}-*"))):
                if (folder / "config.cfg").is_file():
                    return folder
    shown = clean_line(name)
    raise PipelineError(
        f"The spaCy pipeline {shown} is not installed. Install it into the environment that Briefing runs in "
        f"(python -m spacy download {shown}), or leave --pipeline out to use the one that comes with Briefing."
    )


def _meta(folder: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode((folder / "meta.json").read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError) as error:
        raise PipelineError(
            f"The spaCy pipeline in {clean_line(str(folder))} has no readable meta.json ({error}); install it again."
        ) from error
