"""The command line: what is an article, what is a command, exit codes, one line for every failure."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import __version__, api, cli, paths
from briefing.cli import main
from briefing.export import FORMATS

TEXT = "The minister said on Friday that the talks had stalled.\n\nNobody answered the telephone.\n"
Failure = Callable[..., tuple[int, str]]


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out == f"briefing {__version__}\n"


@pytest.mark.parametrize(
    "command", ["export", "batch", "bookmarks", "config", "pipeline", "pipeline info", "pipeline train"]
)
def test_help_names_the_command_in_its_usage_line(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    assert capfd.readouterr().out.startswith(f"Usage: briefing {command} ")


def test_export_prints_json_with_the_date_and_title_given(
    article: Path, analysed: list[Any], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "talks.txt", "--format", "json", "--date", "2023-10-28", "--title", "Talks"]) == 0
    told = json.loads(capfd.readouterr().out)["article"]
    assert (told["published"], told["title"], told["text"], told["path"]) == ("2023-10-28", "Talks", TEXT, str(article))


def test_a_title_given_leaves_the_headline_to_the_analysis(
    article: Path, analysed: list[Any], capfd: pytest.CaptureFixture[str]
) -> None:
    article.write_text("Talks with Hungary stall\n\n" + TEXT.replace(".", " in the capital on Friday.", 1))
    assert main(["export", "talks.txt", "--title", " My\x1b\ntitle "]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["title"] == "My\ufffd title"
    assert analysed[0][0].headline() is not None


def test_options_may_stand_before_the_command(
    article: Path, analysed: list[Any], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--date", "2023-10-28", "--pipeline", "some", "export", "talks.txt"]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["published"] == "2023-10-28"
    assert analysed[0][1] == "some"


def test_two_dashes_end_the_options(article: Path, analysed: list[Any], capfd: pytest.CaptureFixture[str]) -> None:
    (article.parent / "-x.txt").write_text(TEXT)
    assert main(["export", "--format", "json", "--", "-x.txt"]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["path"].endswith("/-x.txt")


def test_the_formats_are_those_that_there_are() -> None:
    assert cli.FORMATS == FORMATS


@pytest.mark.parametrize("shape", FORMATS)
def test_export_writes_every_format_to_a_file(
    shape: str, article: Path, analysed: list[Any], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "talks.txt", "--format", shape, "-o", "out"]) == 0
    assert capfd.readouterr().out == ""
    assert (article.parent / "out").stat().st_size > 0


def test_export_does_not_touch_the_library(article: Path, analysed: list[Any], private_home: Path) -> None:
    assert main(["export", "talks.txt", "-o", "out"]) == 0
    assert list(private_home.rglob("*.sqlite3")) == []


def test_the_schema_needs_no_article(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--schema"]) == 0
    assert "Briefing" in json.loads(capfd.readouterr().out)["$defs"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["export", "missing.txt"], 1, "no such file"),
        (["export", "."], 1, "is a folder"),
        (["export", "https://example.org/x"], 2, "web address"),
        (["export"], 2, "Missing argument 'ARTICLE'. See 'briefing export --help'."),
        (["export", "talks.txt", "--date", "yesterday"], 2, "YYYY-MM-DD"),
        (["export", "talks.txt", "--date", "20231028"], 2, "YYYY-MM-DD"),
        (["export", "talks.txt", "--date", "2023-02-30"], 2, "YYYY-MM-DD"),
        (["export", "talks.txt", "--format", "xml"], 2, "'xml' is not one of"),
        (["export", "talks.txt", "--pipeline", "no_such"], 2, "no_such is not installed"),
        (["export", "talks.txt", "--pipeline", "a\x1b[31m"], 2, "is not installed"),
        (["batch"], 2, "PATH"),
        (["batch", "talks.txt", "--workers", "0"], 2, "--workers"),
        (["talks.txt", "other.txt"], 2, "One article at a time"),
        (["exprot", "talks.txt"], 2, "Did you mean 'export'?"),
        (["--bogus"], 2, "No such option"),
        (["pipeline", "info", "no_such"], 2, "not installed"),
        (["talks.txt"], 2, "needs a terminal"),
    ],
)
def test_failures_are_one_line_and_a_status(
    arguments: list[str], status: int, said: str, article: Path, failure: Failure
) -> None:
    found, message = failure(*arguments)
    assert found == status
    assert said in message
    assert "\x1b" not in message


def test_an_unforeseen_failure_is_one_line_and_a_log(
    article: Path, monkeypatch: pytest.MonkeyPatch, failure: Failure
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr(api, "analyse", broken)
    status, message = failure("export", "talks.txt")
    assert status == 1
    assert "RuntimeError: first second" in message
    assert str(paths.log_file()) in message
    assert "Traceback" in paths.log_file().read_text()
    with pytest.raises(RuntimeError):
        main(["export", "talks.txt", "--debug"])


def test_an_interrupt_ends_quietly(
    article: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "analyse", interrupted)
    assert main(["export", "talks.txt"]) == 130
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_has_seen_enough_is_no_failure(article: Path, failure: Failure) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m briefing export --schema | true; echo ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_output_that_cannot_be_written_is_told_and_not_logged(
    article: Path, monkeypatch: pytest.MonkeyPatch, failure: Failure
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("briefing.export.output.put", full)
    status, message = failure("export", "--schema")
    assert status == 1
    assert message.startswith("briefing: The output can't be written: No space left on device.")
    assert not paths.log_file().exists()


@pytest.mark.parametrize(
    ("redirection", "said"), [("<&-", "standard input is closed"), (">&-", "Standard output is closed")]
)
def test_closed_standard_streams_are_told(article: Path, redirection: str, said: str) -> None:
    command = "export -" if "<" in redirection else "export --schema"
    done = subprocess.run(
        f"'{sys.executable}' -m briefing {command} {redirection}", shell=True, capture_output=True, text=True
    )
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_group_without_a_command_shows_its_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["pipeline"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("Usage: briefing pipeline ")
    assert len(err.splitlines()) > 5
