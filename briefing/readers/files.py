"""The bytes behind a reference: a file or standard input, with a limit on their size."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import BinaryIO

from briefing.clean import clean_line
from briefing.errors import UnreadableError, UsageError
from briefing.readers.decoding import not_text

LARGEST = 20 * 2**20  # bytes
MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mkdn"))
PLAIN = frozenset((".txt", ".text"))
STDIN = "standard input"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)


def is_address(reference: str) -> bool:
    """Whether a reference is a web address rather than a path."""
    return bool(_ADDRESS.match(reference))


def fetch(reference: str) -> bytes:
    """The bytes of a path or, for '-', of standard input.

    Raises `UnreadableError` when there are none to be had, `UsageError` for a web address.
    """
    if is_address(reference):
        raise UsageError(
            f"{clean_line(reference)} is a web address, which can't be opened yet. "
            "Save the page's text as a file and open that."
        )
    if reference == "-":
        if sys.stdin is None:
            raise UnreadableError(f"{STDIN} is closed. Name a file with an article in it.")
        return _limited(sys.stdin.buffer, STDIN)
    path, shown = Path(reference), clean_line(reference)
    try:
        if path.is_dir():
            raise UnreadableError(
                f"{shown} is a folder. Name an article in it, or use 'briefing batch' for all of them."
            )
        with path.open("rb") as file:
            data = _limited(file, shown)
    except FileNotFoundError as error:
        raise UnreadableError(f"{shown} can't be read: there is no such file. Check the name.") from error
    except PermissionError as error:
        raise UnreadableError(f"{shown} can't be read: permission denied. Change its mode, or open a copy.") from error
    except (OSError, ValueError) as error:
        why = clean_line(getattr(error, "strerror", None) or str(error))
        raise UnreadableError(f"{shown} can't be read: {why}. Check the name and the file.") from error
    if what := _other_kinds().get(path.suffix.lower()):
        raise not_text(shown, what)
    return data


def _limited(file: BinaryIO, shown: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(f"{shown} is larger than {LARGEST >> 20} MB, the most that is read. Open a part of it.")
    return data


@cache
def _other_kinds() -> dict[str, str]:
    """What files of a suffix are that hold no plain text."""
    lines = (Path(__file__).parent / "data" / "file_kinds.tsv").read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {suffix: what for suffix, _, what in pairs}
