"""The other commands: bookmarks, batch, config, pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import cli, paths
from briefing.cli import main
from briefing.findings import Briefing, Claim, Pipeline
from briefing.library import Library

TEXT = "The minister said on Friday that the talks had stalled.\n\nNobody answered the telephone.\n"
Failure = Callable[..., tuple[int, str]]


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


def test_config_is_written_found_and_shown(capfd: pytest.CaptureFixture[str], failure: Failure) -> None:
    assert main(["config", "--path"]) == 0
    where = capfd.readouterr().out.strip()
    assert where == str(paths.config_file())
    assert main(["config", "--init"]) == 0
    assert Path(where).exists()
    capfd.readouterr()
    assert main(["config"]) == 0
    assert "highlights = true" in capfd.readouterr().out
    assert failure("config", "--init")[0] == 2


def test_pipeline_info_reads_what_a_pipeline_says_of_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    meta = {
        "lang": "en", "name": "news", "version": "1.2", "license": "CC BY-SA 4.0", "pipeline": ["parser", "ner"],
        "labels": {"ner": ["ORG", "PERSON"]}, "performance": {"dep_las": 0.81234, "ner_loss": 12.5},
        "sources": [{"name": "UD EWT", "license": "CC BY-SA 4.0"}, "project annotation"],
        "scores": [{"corpus": "GUM", "measure": "LAS", "value": 84.04, "items": 9}], "training": "briefing pipeline train",
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
        "score on GUM: LAS 84.0",
        "trained with: briefing pipeline train",
    ):
        assert line in lines
    assert not any("loss" in line for line in lines)


def test_training_is_asked_for_with_the_folders_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing import pipeline_commands
    from briefing.language import training

    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(pipeline_commands, "TRAINING", ())
    monkeypatch.setattr(training, "train", lambda *folders: asked.append(folders))
    folder = str(tmp_path)
    assert main(["pipeline", "train", "--corpora", folder, "--annotations", folder, "--output", folder + "/out"]) == 0
    assert asked == [(tmp_path, tmp_path, tmp_path / "out")]


def test_training_needs_no_more_than_the_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing import pipeline_commands
    from briefing.language import training

    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(pipeline_commands, "TRAINING", ())
    monkeypatch.setattr(training, "train", lambda *folders: asked.append(folders))
    assert main(["pipeline", "train", "--corpora", str(tmp_path)]) == 0
    assert asked == [(tmp_path, training.ANNOTATIONS, Path("english_news"))]
    assert {"gmb-corrected.tsv", "gmb-corrected_world.tsv", "world-news.tsv", "news-speech.conllu"} <= {
        path.name for path in training.ANNOTATIONS.iterdir()
    }


def test_evaluating_prints_one_table_as_it_measures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from briefing import language, pipeline_commands
    from briefing.language import evaluation, training

    asked: list[tuple[object, ...]] = []

    def evaluate(*what: object) -> list[evaluation.Score]:
        asked.append(what)
        return [evaluation.Score("GUM", "tag", 96.04, 1600), evaluation.Score("GUM", "LAS", 84.06, 1600)]

    monkeypatch.setattr(pipeline_commands, "TRAINING", ())
    monkeypatch.setattr(language, "load_pipeline", lambda name: f"loaded {name}")
    monkeypatch.setattr(evaluation, "evaluate", evaluate)
    assert main(["pipeline", "evaluate", "some_name", "--corpora", str(tmp_path)]) == 0
    assert asked == [("loaded some_name", tmp_path, training.ANNOTATIONS)]
    header, first, second = capfd.readouterr().out.splitlines()
    assert header.split() == ["corpus", "measure", "percent", "items"]
    assert first.split() == ["GUM", "tag", "96.0", "1,600"]
    assert second.split() == ["LAS", "84.1", "1,600"]


def test_training_without_what_it_needs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Failure
) -> None:
    from briefing import pipeline_commands
    from briefing.language import training

    def fail(*_: object) -> None:
        raise FileNotFoundError(2, "No such file", "ud-ewt")

    monkeypatch.setattr(training, "train", fail)
    monkeypatch.setattr(pipeline_commands, "TRAINING", ("spacy",))
    command = ("pipeline", "train", "--corpora", str(tmp_path))
    status, message = failure(*command)
    assert status == 2
    assert "The corpora are not complete: ud-ewt." in message
    monkeypatch.setattr(pipeline_commands, "TRAINING", ("spacy", "not_there"))
    status, message = failure(*command)
    assert status == 2
    assert "Training needs not_there." in message


def test_every_command_has_a_help_line() -> None:
    assert all(command.get_short_help_str(200) for command in cli.program.commands.values())
