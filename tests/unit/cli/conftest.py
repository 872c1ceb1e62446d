"""What tests of the command line share: an article, an analysis that is none, a screen that is none."""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import api
from briefing.article import Article
from briefing.cli import main
from briefing.findings import Briefing, Pipeline

TEXT = "The minister said on Friday that the talks had stalled.\n\nNobody answered the telephone.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "talks.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Article, object]]:
    """What was asked to be analysed; nothing is."""
    asked: list[tuple[Article, object]] = []

    def analyse(article: Article, *, pipeline: str | None = None) -> Briefing:
        asked.append((article, pipeline))
        return Briefing(article=article, pipeline=Pipeline("en_news", "1.0"))

    monkeypatch.setattr(api, "analyse", analyse)
    return asked


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    """What the reader's screen was opened with; it is not. The terminal is pretended."""
    seen: list[dict[str, Any]] = []

    def run(article: Article | None, **settings: Any) -> None:
        shelf = settings["library"].articles() if settings["library"] else None
        seen.append({"article": article, "shelf": shelf, **settings})

    screen = types.ModuleType("briefing.tui")
    screen.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "briefing.tui", screen)
    monkeypatch.setattr(os, "isatty", lambda number: True)
    folder = tmp_path / "pipeline"
    folder.mkdir()
    (folder / "meta.json").write_text('{"lang": "en", "name": "news", "version": "1.0"}')
    monkeypatch.setenv("BRIEFING_PIPELINE", str(folder))
    return seen


@pytest.fixture
def failure(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the program with arguments; exit status and message of a run that must fail with one line."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(arguments)
        out, err = capfd.readouterr()
        assert out == ""
        assert err.startswith("briefing: ")
        assert err.count("\n") == 1
        return status, err

    return run
