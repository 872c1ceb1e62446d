"""Paths as a batch takes them: files as they are, folders as the articles in them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefing.readers import SUFFIXES


def expand(paths: Iterable[str]) -> list[str]:
    """The articles that paths name: a folder stands for the text and Markdown files in and below it, by name.

    Hidden files and folders are left out. A path that does not exist stays: reading it tells why.
    """
    found: list[str] = []
    for path in paths:
        if Path(path).is_dir():
            found += sorted(_below(path), key=lambda file: Path(file).parts)
        else:
            found.append(path)
    return found


def _below(folder: str) -> Iterable[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent) / name
            if name.startswith(".") or file.suffix.lower() not in SUFFIXES:
                continue
            if file.is_file() or not file.exists():  # to read a pipe or a device would wait for ever
                yield str(file)
