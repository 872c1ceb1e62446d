"""The reader from the command line: what its screen is opened with."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing import paths
from briefing.cli import main
from briefing.findings import Briefing, Pipeline
from briefing.library import Library

TEXT = "The minister said on Friday that the talks had stalled.\n\nNobody answered the telephone.\n"
Failure = Callable[..., tuple[int, str]]


def test_a_reader_without_standard_input_is_told_so(
    article: Path, opened: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, failure: Failure
) -> None:
    monkeypatch.setattr(os, "isatty", lambda number: number != 0)
    monkeypatch.setattr(sys, "__stdin__", None)
    status, message = failure("talks.txt")
    assert (status, opened) == (2, [])
    assert "Standard input is closed" in message


def test_a_title_given_is_made_safe(article: Path, opened: list[dict[str, Any]]) -> None:
    assert main(["talks.txt", "--title", " a\x1b[31m\nb "]) == 0
    assert opened[0]["article"].title == opened[0]["shelf"][0].title == "a\ufffd[31m b"


def test_an_article_is_opened_with_the_library_and_kept_in_it(article: Path, opened: list[dict[str, Any]]) -> None:
    assert main(["talks.txt"]) == 0
    (screen,) = opened
    assert screen["article"].path == str(article)
    assert screen["briefing"] is None
    assert (screen["notice"], screen["sample"]) == (None, False)
    assert [shelved.id for shelved in screen["shelf"]] == [screen["article"].id]


@pytest.mark.parametrize(
    "arguments",
    [
        ["talks.txt", "--date", "2023-10-28"],
        ["--date=2023-10-28", "talks.txt"],
        ["--date", "2023-10-28", "--", "talks.txt"],
    ],
)
def test_options_may_stand_on_either_side_of_the_article(
    arguments: list[str], article: Path, opened: list[dict[str, Any]]
) -> None:
    assert main(arguments) == 0
    assert opened[0]["article"].published == date(2023, 10, 28)


def test_names_of_commands_and_dashes_are_articles_after_two_dashes(
    article: Path, opened: list[dict[str, Any]]
) -> None:
    for name in ("export", "-x.txt"):
        (article.parent / name).write_text(TEXT)
        assert main(["--", name]) == 0
        assert opened[-1]["article"].path == str(article.parent / name)


def test_a_date_and_title_once_given_are_remembered(article: Path, opened: list[dict[str, Any]]) -> None:
    assert main(["talks.txt", "--date", "2023-10-28", "--title", "Talks"]) == 0
    assert main(["talks.txt"]) == 0
    assert (opened[1]["article"].published, opened[1]["article"].title) == (date(2023, 10, 28), "Talks")


def test_a_kept_analysis_comes_with_the_article(article: Path, opened: list[dict[str, Any]]) -> None:
    from briefing import extract

    assert main(["talks.txt"]) == 0
    made = Briefing(article=opened[0]["article"], pipeline=Pipeline("en_news", "1.0"))
    with Library() as library:
        library.keep_analysis(made, extract.VERSION)
    assert main(["talks.txt"]) == 0
    assert opened[1]["briefing"] == made


def test_without_an_article_the_sample_opens_and_later_the_library(opened: list[dict[str, Any]]) -> None:
    assert main([]) == 0
    assert opened[0]["sample"]
    assert opened[0]["article"].path == str(paths.sample_article())
    assert main([]) == 0
    assert (opened[1]["article"], opened[1]["sample"]) == (None, False)
    assert len(opened[1]["shelf"]) == 1


def test_a_library_that_cannot_be_used_is_a_notice(article: Path, opened: list[dict[str, Any]]) -> None:
    paths.library_file().write_bytes(b"no database at all, only words\n" * 100)
    assert main(["talks.txt", "--date", "2023-10-28"]) == 0
    (screen,) = opened
    assert (screen["library"], screen["article"].published) == (None, date(2023, 10, 28))
    assert "Nothing is kept this time" in screen["notice"]


def test_a_wrong_configuration_is_told(article: Path, opened: list[dict[str, Any]], failure: Failure) -> None:
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text("colour = 'red'")
    status, message = failure("talks.txt")
    assert status == 2
    assert "unknown key 'colour'" in message


@pytest.mark.parametrize("arguments", [["-"], []])
def test_keys_come_from_the_terminal_when_the_article_comes_through_a_pipe(
    arguments: list[str], tmp_path: Path
) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "news", "version": "1.0"}')
    code = f"""
import os, sys, types
def run(article, **settings):
    os.write(1, b"OPENED " + article.text.encode()[:12] + b"\\n")
    os.write(1, b"KEY " + os.read(0, 1) + b"\\n")
screen = types.ModuleType("briefing.tui"); screen.run = run
sys.modules["briefing.tui"] = screen
from briefing.cli import main
sys.exit(main([*{arguments!r}, "--pipeline", {str(tmp_path)!r}]))
"""
    source, sink = os.pipe()
    os.write(sink, TEXT.encode())
    os.close(sink)
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(source, 0)
        os.execv(sys.executable, [sys.executable, "-c", code])
    os.close(source)
    seen = b""
    try:
        while b"OPENED The minister" not in seen:
            seen += os.read(terminal, 1000)
        os.write(terminal, b"k\n")
        while b"KEY k" not in seen:
            seen += os.read(terminal, 1000)
    except OSError:
        pass
    finally:
        os.waitpid(child, 0)
        os.close(terminal)
    assert b"OPENED The minister" in seen
    assert b"KEY k" in seen
