"""Mentions gathered into actors, their roles and what they say: the table is `who_is_who.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.findings import Briefing

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("who_is_who.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shows"])
def test_case(analyse: Callable[..., Briefing], case: dict[str, Any]) -> None:
    text = case["text"]
    briefing = analyse(text)
    assert set(case) - {"shows", "text"}, "a case must expect something"

    actors = {actor.name: actor for actor in briefing.actors}
    found = [
        [name, actors[name].kind, [text[m.start : m.end] for m in actors[name].mentions]] if name in actors else name
        for name, *_ in case.get("actors", [])
    ]
    assert found == case.get("actors", []), sorted(actors)

    roles = [[name, [role.text for role in actors[name].roles]] for name, _ in case.get("roles", []) if name in actors]
    assert roles == case.get("roles", [])

    names = {actor.id: actor.name for actor in briefing.actors}
    said = [(" ".join(text[s.start : s.end] for s in q.content), q) for q in (*briefing.quotes, *briefing.attributions)]
    for piece, speaker in case.get("speakers", []):
        quotes = [quote for content, quote in said if piece in content]
        assert quotes, [content for content, _ in said]
        assert names.get(quotes[0].speaker or "", "") == speaker
