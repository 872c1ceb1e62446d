"""Pieces of the command line: the group that takes an article for a command, and the options that commands share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing.clean import clean_line

_DEBUG = "briefing.debug"  # key in the root context's `meta`


class Program(click.Group):
    """A group whose first argument may be an article: whatever names no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if self._names_command(ctx, args):
            return super().parse_args(ctx, args)
        ctx.allow_interspersed_args = True
        ctx.obj = click.Command.parse_args(self, ctx, args)
        ctx.args = []
        return ctx.args

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[OPTIONS] [ARTICLE | -]"]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_usage(ctx, formatter)
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] ...", prefix="       ")

    def _names_command(self, ctx: click.Context, args: Sequence[str]) -> bool:
        """Whether the first argument that is no option, nor an option's value, names a command."""
        takes_value = {
            name for p in self.get_params(ctx) if isinstance(p, click.Option) and not p.is_flag for name in p.opts
        }
        words = iter(args)
        for word in words:
            if word == "--":
                return False
            if not word.startswith("-") or word == "-":
                return word in self.commands
            if word in takes_value:
                next(words, None)
        return False


def _set_debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta[_DEBUG] = True


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        if value is None or len(value) == len("YYYY-MM-DD"):
            return None if value is None else date.fromisoformat(value)
    except ValueError:
        pass
    raise click.BadParameter(f"'{value}' is no date. Write it as YYYY-MM-DD, such as 2023-10-28.", ctx, param)


def _title(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    return clean_line(value or "") or None


date_option = click.option(
    "--date",
    "published",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="When it was published; relative dates count from it.",
)
title_option = click.option("--title", callback=_title, help="The title, in place of the article's own.")
pipeline_option = click.option("--pipeline", metavar="NAME", help="An installed spaCy pipeline, or a folder with one.")
output_option = click.option("-o", "--output", metavar="FILE", help="Write to FILE rather than to standard output.")
debug_option = click.option(
    "--debug", is_flag=True, is_eager=True, expose_value=False, callback=_set_debug, help="Show a traceback on failure."
)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def debugging(context: click.Context | None, arguments: Sequence[str]) -> bool:
    """Whether a traceback was asked for; before there is a context, by the arguments themselves."""
    return bool(context and context.meta.get(_DEBUG)) or (context is None and "--debug" in arguments)
