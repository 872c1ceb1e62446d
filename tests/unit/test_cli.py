"""The command line: what is an article, what is a command, exit codes, one line for every failure."""

import json
import os
import pty
import sys
import types
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing import __version__, api, cli, paths
from briefing.article import Article
from briefing.cli import main
from briefing.findings import Briefing, Claim, Pipeline
from briefing.library import Library

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


def failure(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit status and message of a run that must fail with one line."""
    status = main(arguments)
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("briefing: ")
    assert err.count("\n") == 1
    return status, err


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


@pytest.mark.parametrize("shape", ["json", "markdown", "text"])
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
    arguments: list[str], status: int, said: str, article: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found, message = failure(capfd, *arguments)
    assert found == status
    assert said in message
    assert "\x1b" not in message


def test_an_unforeseen_failure_is_one_line_and_a_log(
    article: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr(api, "analyse", broken)
    status, message = failure(capfd, "export", "talks.txt")
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


def test_a_reader_that_has_seen_enough_is_no_failure(article: Path) -> None:
    import subprocess

    done = subprocess.run(
        f"'{sys.executable}' -m briefing export --schema | true; echo ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0\n", "")


# the reader


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


def test_a_wrong_configuration_is_told(
    article: Path, opened: list[dict[str, Any]], capfd: pytest.CaptureFixture[str]
) -> None:
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text("colour = 'red'")
    status, message = failure(capfd, "talks.txt")
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


# the other commands


def test_bookmarks_are_listed_with_citations(
    article: Path, opened: list[dict[str, Any]], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["bookmarks"]) == 0
    assert "No claim is marked yet" in capfd.readouterr().err
    assert main(["talks.txt", "--title", "Talks"]) == 0
    with Library() as library:
        claim = Claim("c1", 0, 55, 1, None, None, (), "reported")
        library.add_bookmark(library.articles()[0].id, claim, "The minister said", None)
    assert main(["bookmarks"]) == 0
    assert "“Talks”, ¶1, " in capfd.readouterr().out
    assert main(["bookmarks", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)[0]["words"] == "The minister said"
    assert main(["bookmarks", "--format", "markdown"]) == 0
    assert capfd.readouterr().out.startswith("## Talks")


def test_batch_writes_what_it_can_and_fails_for_the_rest(
    article: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from briefing import language
    from briefing.extract import analysis

    monkeypatch.setattr(language, "load_pipeline", lambda name: None)
    monkeypatch.setattr(
        analysis, "analyse", lambda article, nlp: Briefing(article=article, pipeline=Pipeline("p", "1"))
    )
    (article.parent / "empty.txt").touch()
    assert main(["batch", ".", "--workers", "1"]) == 1
    out, err = capfd.readouterr()
    assert json.loads(out)["article"]["text"] == TEXT
    assert "empty.txt is empty" in err
    assert main(["batch", "talks.txt", "--workers", "1", "-o", "out.jsonl"]) == 0
    assert (article.parent / "out.jsonl").read_text().count("\n") == 1


def test_config_is_written_found_and_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    where = capfd.readouterr().out.strip()
    assert where == str(paths.config_file())
    assert main(["config", "--init"]) == 0
    assert Path(where).exists()
    capfd.readouterr()
    assert main(["config"]) == 0
    assert "highlights = true" in capfd.readouterr().out
    assert failure(capfd, "config", "--init")[0] == 2


def test_pipeline_info_reads_what_a_pipeline_says_of_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    meta = {
        "lang": "en", "name": "news", "version": "1.2", "license": "CC BY-SA 4.0", "pipeline": ["parser", "ner"],
        "labels": {"ner": ["ORG", "PERSON"]}, "performance": {"dep_las": 0.81234, "ner_loss": 12.5},
        "sources": [{"name": "UD EWT", "license": "CC BY-SA 4.0"}, "project annotation"],
    }  # fmt: skip
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    assert main(["pipeline", "info", str(tmp_path)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "en_news 1.2"
    for line in (
        "licence: CC BY-SA 4.0",
        "labels of ner: ORG, PERSON",
        "score dep_las: 0.812",
        "source: UD EWT; CC BY-SA 4.0",
    ):
        assert line in lines
    assert not any("loss" in line for line in lines)


def test_training_is_asked_for_with_the_folders_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.language import training

    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(training, "train", lambda *folders: asked.append(folders))
    folder = str(tmp_path)
    assert main(["pipeline", "train", "--corpora", folder, "--annotations", folder, "--output", folder + "/out"]) == 0
    assert asked == [(tmp_path, tmp_path, tmp_path / "out")]


def test_every_command_has_a_help_line() -> None:
    assert all(command.get_short_help_str(200) for command in cli.program.commands.values())
