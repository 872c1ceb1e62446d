"""The command line. Importing it loads neither spaCy nor Textual nor the database."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from briefing import __version__
from briefing.clean import clean_line
from briefing.command_options import (
    SETTINGS,
    Program,
    date_option,
    debug_option,
    debugging,
    output_option,
    pipeline_option,
    title_option,
)
from briefing.errors import BriefingError, UsageError
from briefing.pipeline_commands import pipelines

if TYPE_CHECKING:
    from briefing.config import Config

INTERRUPTED = 130
FORMATS = ("json", "markdown", "text", "mermaid", "dot")  # as briefing.export has them; importing it takes time
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@click.group(cls=Program, invoke_without_command=True, context_settings=SETTINGS)
@date_option
@title_option
@pipeline_option
@debug_option
@click.version_option(__version__, "--version", prog_name="briefing", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, published: date | None, title: str | None, pipeline: str | None) -> None:
    """Open a news article as a briefing: who acts, who said what, what happened when, who acts through whom.

    Every line that is shown leads back to the words in the article that justify it. ARTICLE is a text
    or Markdown file, or - for standard input; without it the library opens, or a sample article.
    """
    given = {"published": published, "title": title, "pipeline": pipeline}
    if ctx.invoked_subcommand is not None:
        # what stands before a command is meant for it
        ctx.default_map = {name: {k: v for k, v in given.items() if v} for name in program.commands}
        return
    articles: list[str] = ctx.obj or []
    if articles and (near := _command_meant(articles[0])):
        raise click.UsageError(near)
    if len(articles) > 1:
        raise click.UsageError(f"One article at a time, not {len(articles)}. For many there is 'briefing batch'.")
    _read(articles[0] if articles else None, published, title, pipeline)


def _command_meant(reference: str) -> str | None:
    """The hint for a mistyped command, which would else be taken for an article."""
    import difflib

    near = difflib.get_close_matches(reference, program.commands, 1, 0.75)
    if near and not os.path.lexists(reference):
        return f"There is no command and no file '{reference}'. Did you mean '{near[0]}'?"
    return None


def _read(reference: str | None, published: date | None, title: str | None, pipeline: str | None) -> None:
    """Open the reader's screen."""
    from briefing import opening

    config = _config()
    piped = not os.isatty(0)
    if not os.isatty(1) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("The reader needs a terminal to draw on. Use 'briefing export ARTICLE' to print a briefing.")
    if reference is None and piped:
        reference = "-"
    pipeline = pipeline or config.pipeline
    opened = opening.prepare(reference, title=title, published=published, pipeline=pipeline)
    if piped:
        opening.take_terminal()
    from briefing.tui import run

    try:
        run(
            opened.article,
            library=opened.library,
            briefing=opened.briefing,
            pipeline=pipeline,
            config=config,
            notice=opened.notice,
            sample=opened.sample,
        )
    finally:
        if opened.library is not None:
            opened.library.close()


def _config() -> Config:
    from briefing import config

    return config.load()


@program.command(context_settings=SETTINGS)
@click.argument("article", required=False)
@click.option("--format", "shape", type=click.Choice(FORMATS), default="json", show_default=True)
@output_option
@date_option
@title_option
@pipeline_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the JSON format and end.")
@debug_option
def export(
    article: str | None,
    shape: str,
    output: str | None,
    published: date | None,
    title: str | None,
    pipeline: str | None,
    schema: bool,
) -> None:
    """Analyse ARTICLE (- for standard input) and print the briefing. The library is left alone.

    The formats mermaid and dot (Graphviz) draw who acts through whom.
    """
    from briefing.export.output import put

    if schema:
        from briefing.export import json

        put(json.schema(), output)
        return
    if article is None:
        raise click.UsageError("Missing argument 'ARTICLE'.")
    from briefing import api, readers
    from briefing.export import render

    found = api.analyse(readers.read(article, published=published), pipeline=pipeline or _config().pipeline)
    put(render(api.retitled(found, title), shape), output)


@program.command(context_settings=SETTINGS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_option
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes; as many as processors by default.")
@date_option
@pipeline_option
@debug_option
def batch(
    paths: tuple[str, ...], output: str | None, workers: int | None, published: date | None, pipeline: str | None
) -> None:
    """Analyse many articles: one exported briefing a line (JSON), in the order of their names.

    A folder stands for the text and Markdown files in it and below. What can't be read is reported on
    standard error and left out.
    """
    from briefing.batch import analyse_all, expand
    from briefing.batch.write import write_lines

    articles = expand(paths)
    if not articles:
        raise UsageError("There is no article in what was named. Folders are searched for .txt and .md files.")
    outcomes = analyse_all(
        articles,
        published=published,
        pipeline=pipeline or _config().pipeline,
        workers=workers or _processors(),
    )
    if write_lines(outcomes, len(articles), output):
        raise click.exceptions.Exit(1)


def _processors() -> int:
    """The processors that this process may use; a container often has fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@program.command(context_settings=SETTINGS)
@click.option("--format", "shape", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@output_option
@debug_option
def bookmarks(shape: str, output: str | None) -> None:
    """List the claims that were marked, with citations."""
    from briefing.export import bookmarks as listing
    from briefing.export.output import put
    from briefing.library import Library

    with Library() as library:
        marked = library.bookmarks()
    if not marked and shape != "json":
        click.echo("No claim is marked yet. In the reader, m marks the current one.", err=True)
    put(listing.render(marked, shape), output)


@program.command("config", context_settings=SETTINGS)
@click.option("--init", is_flag=True, help="Write a commented configuration file, unless there is one.")
@click.option("--path", "where", is_flag=True, help="Print where the configuration file is.")
@debug_option
def configure(init: bool, where: bool) -> None:
    """Write, find or show the configuration."""
    from briefing import config, paths

    if init:
        click.echo(str(config.write_template()))
    elif where:
        click.echo(str(paths.config_file()))
    else:
        import msgspec

        for key, value in msgspec.to_builtins(config.load()).items():
            click.echo(f"{key} = {msgspec.json.encode(value).decode() if value is not None else '(not set)'}")


program.add_command(pipelines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns its exit status. Every failure is one line on standard error."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    context: click.Context | None = None
    try:
        with program.make_context("briefing", args) as context:
            program.invoke(context)
        return 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "briefing"
        return _fail(f"{error.format_message()} See '{where} --help'.", error.exit_code)
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except BriefingError as error:
        if debugging(context, args):
            raise
        return _fail(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # who read the output has seen enough; Python must not complain when it closes the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if debugging(context, args):
            raise
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return _fail(f"The output can't be written: {error.strerror}. Make room, or write elsewhere.", 1)
        from briefing.crash import log

        return _fail(f"Something went wrong: {type(error).__name__}: {error}. {log(error)}", 1)


def _fail(message: str, status: int) -> int:
    click.echo(f"briefing: {clean_line(message)}", err=True)
    return status
