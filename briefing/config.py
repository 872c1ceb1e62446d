"""The configuration file: decoded strictly, an unknown key or value told with the nearest right one.

A flag of the command line outranks the environment, and that outranks the file.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from briefing import paths
from briefing.clean import clean_line
from briefing.errors import UsageError

ENVIRONMENT = {"pipeline": "BRIEFING_PIPELINE", "theme": "BRIEFING_THEME"}

TEMPLATE = """\
# Briefing's configuration. A line that begins with # is a comment; take the # away to set a value.
# A flag of the command line outranks the environment (BRIEFING_PIPELINE, BRIEFING_THEME), and that outranks this file.

# The spaCy pipeline to analyse with: the name of an installed package or a folder.
# Left out: the one that comes with Briefing.
#pipeline = "en_core_web_trf"

# The colours of the screen. In the reader, t shows the themes.
#theme = "textual-dark"

# The widest that a line of the article may get, in columns (20 or more).
#width = 80

# Whether entities are highlighted when an article opens. In the reader, x turns it on and off.
#highlights = true

# How sure a quote must be, from 0 to 1, not to be marked with ?. In the reader, s hides the others.
#sure = 0.5

# Keys, by the id of the action that ? names; several keys are separated by commas.
#[keymap]
#"mention.next" = "right_square_bracket,ctrl+n"
"""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be configured; None leaves the choice to the program. `width` is in columns, `sure` from 0 to 1."""

    pipeline: str | None = None
    theme: str | None = None
    width: int | None = None
    highlights: bool = True
    sure: float | None = None
    keymap: dict[str, str] = {}


def load(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Config:
    """The configuration in `file` (by default the user's, which need not exist) under the environment.

    Raises `UsageError` when the file can't be read or says something that is no configuration.
    """
    path = file or paths.config_file()
    config = _decoded(path)
    variables = os.environ if environment is None else environment
    given = {key: variables[name] for key, name in ENVIRONMENT.items() if variables.get(name)}
    return msgspec.structs.replace(config, **given)


def write_template(file: Path | None = None) -> Path:
    """Write a commented configuration file and return its path. Never overwrites one: `UsageError`."""
    path = file or paths.config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("x", encoding="utf-8") as out:
            out.write(TEMPLATE)
    except FileExistsError as error:
        raise UsageError(
            f"{clean_line(str(path))} exists already and was left as it is. Edit it, or move it aside."
        ) from error
    except OSError as error:
        why = clean_line(error.strerror or str(error))
        raise UsageError(
            f"{clean_line(str(path))} can't be written: {why}. Make its folder writable for you."
        ) from error
    return path


def _decoded(path: Path) -> Config:
    shown = clean_line(str(path))
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # a HOME of /dev/null is no error
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The configuration {shown} can't be read: {clean_line(str(error))}. Mend or remove it."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The configuration {shown} is no TOML: {clean_line(str(error))}. Mend that line.") from error
    for key in table:
        if key not in Config.__struct_fields__:
            raise UsageError(f"The configuration {shown} has an unknown key '{clean_line(key)}'. {_nearest(key)}")
    try:
        config = msgspec.convert(table, Config)
    except msgspec.ValidationError as error:
        raise UsageError(f"The configuration {shown} can't be used: {_said(error)}. Mend that value.") from error
    if config.width is not None and config.width < 20:
        raise UsageError(
            f"The configuration {shown} can't be used: width is {config.width}. Make it 20 or more columns."
        )
    if config.sure is not None and not 0 <= config.sure <= 1:
        raise UsageError(f"The configuration {shown} can't be used: sure is {config.sure}. Make it 0 to 1.")
    return config


def _nearest(key: str) -> str:
    known: tuple[Any, ...] = Config.__struct_fields__
    near = difflib.get_close_matches(key, known, 1, 0.5)
    return f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(known)}."


def _said(error: msgspec.ValidationError) -> str:
    """msgspec's message with the key first: "`$.width`" means nothing to who wrote `width = "a"`."""
    message, _, place = clean_line(str(error)).partition(" - at `$")
    key = place.rstrip("`").lstrip(".")
    return f"{key}: {message}" if key else message
