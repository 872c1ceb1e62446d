"""Many articles: in order, the same on one process and on several, failures apart."""

import io
import json
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from briefing import language
from briefing.batch import Outcome, analyse_all
from briefing.batch.write import write_lines
from briefing.errors import PipelineError, UsageError


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    for number in range(5):
        text = (
            f"Minister number {number} said on Friday that the talks had stalled.\n\nNobody answered the telephone.\n"
        )
        (tmp_path / f"{number}.txt").write_text(text)
    (tmp_path / "2.txt").write_bytes(b"\0" * 100)
    return [str(tmp_path / f"{number}.txt") for number in range(5)]


def test_outcomes_are_in_order_and_say_what_failed(
    articles: list[str], nlp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "load_pipeline", lambda name: nlp)
    outcomes = list(analyse_all(articles, published=date(2024, 3, 3)))
    assert [o.path for o in outcomes] == articles
    assert [o.line is None for o in outcomes] == [False, False, True, False, False]
    assert "binary data" in (outcomes[2].error or "")
    told = json.loads(outcomes[3].line or b"")
    assert told["article"]["text"].startswith("Minister number 3")
    assert told["article"]["published"] == "2024-03-03"


def test_several_processes_give_what_one_gives(
    articles: list[str], nlp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = list(analyse_all(articles, workers=2))
    monkeypatch.setattr(language, "load_pipeline", lambda name: nlp)
    assert several == list(analyse_all(articles))


def test_workers_import_nothing_from_the_current_folder(articles: list[str], tmp_path: Path) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit(66)")
    out = tmp_path / "out.jsonl"
    program = Path(sys.executable).with_name("briefing")
    done = subprocess.run(
        [program, "batch", *articles[:2], "--workers", "2", "-o", out], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, out.read_bytes().count(b"\n")) == (0, 2), done.stderr


def test_stopping_early_ends_the_workers(articles: list[str]) -> None:
    outcomes = analyse_all(articles * 4, workers=2)
    assert isinstance(outcomes, Iterator)
    next(outcomes)
    workers = multiprocessing.active_children()
    assert workers
    outcomes.close()  # type: ignore[attr-defined]
    # a sentinel is ready once its process is gone, whichever thread reaps it
    for worker in workers:
        assert wait([worker.sentinel], 20), f"{worker} still runs"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pipeline_that_is_not_there_fails_at_once(articles: list[str], workers: int) -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        analyse_all(articles, pipeline="no_such_pipeline", workers=workers)  # before the first is asked for


def test_an_article_that_breaks_the_analysis_does_not_end_the_run(
    articles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(article: object, nlp: object) -> None:
        raise RuntimeError("no\nluck")

    monkeypatch.setattr(language, "load_pipeline", lambda name: None)
    monkeypatch.setattr("briefing.extract.analysis.analyse", broken)
    outcomes = list(analyse_all(articles))
    assert "can't be analysed: RuntimeError: no luck" in (outcomes[0].error or "")
    assert len(outcomes) == 5


OUTCOMES = [Outcome("a", b'{"a":1}'), Outcome("b", None, "b is\nbroken"), Outcome("c", b'{"c":3}')]


def test_lines_are_written_in_order_and_failures_told_apart(tmp_path: Path) -> None:
    messages = io.StringIO()
    assert write_lines(OUTCOMES, 3, str(tmp_path / "out.jsonl"), messages) == 1
    assert (tmp_path / "out.jsonl").read_bytes() == b'{"a":1}\n{"c":3}\n'
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]
    assert messages.getvalue().splitlines()[0] == "briefing: b is broken"
    assert "3/3 articles, 1 failed" in messages.getvalue()


def test_an_interrupted_run_leaves_its_part_and_the_old_file(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Outcome]:
        yield OUTCOMES[0]
        raise KeyboardInterrupt

    (tmp_path / "out.jsonl").write_text("old")
    messages = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        write_lines(interrupted(), 2, str(tmp_path / "out.jsonl"), messages)
    assert (tmp_path / "out.jsonl").read_text() == "old"
    assert (tmp_path / "out.jsonl.part").read_bytes() == b'{"a":1}\n'
    assert "out.jsonl.part" in messages.getvalue()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be written"):
        write_lines(OUTCOMES, 3, str(tmp_path / "missing" / "out.jsonl"), io.StringIO())
