"""Every construction in which words are attributed, right and wrong ones: the table is `constructions.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.extract import attributions
from briefing.language import Reading

TABLE = Path(__file__).with_name("constructions.toml")
CONSTRUCTIONS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["construction"]


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda entry: entry["shows"])
def test_construction(read: Callable[..., Reading], construction: dict[str, Any]) -> None:
    reading = read(construction["text"])

    def text(tokens: tuple[int, int] | None) -> str:
        return reading.article.slice(reading.span(*tokens)) if tokens else ""

    found = [
        [text(relation.source), text(relation.cue), " | ".join(text(part) for part in relation.content)]
        for relation in attributions.find(reading)
    ]
    assert found == construction["finds"]
