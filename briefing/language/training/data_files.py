"""The data files of the training package: one entry a line (txt, tsv), or named lists (toml)."""

from __future__ import annotations

import tomllib
from importlib import resources


def data_lines(name: str) -> list[str]:
    """The lines of a data file of this package, without comments and blank lines."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line.rstrip("\n") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def data_lists(name: str) -> dict[str, list[str]]:
    """The named lists of words of a TOML file of this package."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    return lists
