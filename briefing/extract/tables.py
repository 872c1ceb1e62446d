"""The data files of the extractors: word lists and tables, each read once, when first needed."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a data file as their tab-separated fields, without blank lines and `# ` comments."""
    text = (files("briefing.extract") / "data" / name).read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n") if line and not line.startswith("# "))


@cache
def words(name: str) -> frozenset[str]:
    """The first fields of a data file."""
    return frozenset(row[0] for row in rows(name))


@cache
def table(name: str) -> dict[str, str]:
    """First field -> second field of a data file."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(name)}


@cache
def word_set(name: str) -> frozenset[str]:
    """A word set of `data/word_sets.toml`."""
    return _word_sets()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    text = (files("briefing.extract") / "data" / "word_sets.toml").read_text("utf-8")
    return {name: frozenset(listed.split()) for name, listed in tomllib.loads(text).items()}
