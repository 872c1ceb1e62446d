"""The briefing of the seed article against its annotation by hand, with the bounds that it must keep."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.findings import Briefing, encode

BENCH = Path(__file__).parent.parent / "bench"
AT_LEAST = {
    "actors": 0.9,
    "roles": 0.7,
    "quotes F": 0.8,
    "speakers": 0.9,
    "history R": 0.8,
    "dates": 0.85,
    "proxies R": 0.8,
    "claims R": 0.9,
    "links": 1.0,
}
AT_MOST = {"merged": 0.0, "split": 0.05, "false proxies": 0.0}


@pytest.fixture(scope="module")
def scores(analyse: Callable[..., Briefing], seed: Path) -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("briefing_score", BENCH / "tools" / "briefing_score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = json.loads((BENCH / "gold" / "us-strikes-iran-proxies.json").read_text(encoding="utf-8"))
    found = analyse(seed.read_text(encoding="utf-8"), published=date.fromisoformat(gold["published"]))
    result: dict[str, float] = scorer.score(gold, scorer.Export(json.loads(encode(found)), gold["starts"]))[0]
    return result


@pytest.mark.parametrize("what", AT_LEAST)
def test_the_seed_scores_at_least(scores: dict[str, float], what: str) -> None:
    assert scores[what] >= AT_LEAST[what]


@pytest.mark.parametrize("what", AT_MOST)
def test_the_seed_scores_at_most(scores: dict[str, float], what: str) -> None:
    assert scores[what] <= AT_MOST[what]
