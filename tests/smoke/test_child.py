"""The analysis as a process: what it writes, and that it writes nothing else."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import msgspec
import pytest

from briefing import readers
from briefing.article import Article
from briefing.findings import Briefing
from briefing.tui.analysis_process import AnalysisProcess, RedatingProcess, Report

TEXT = (
    "President Mara Lindqvist said on Monday that the port would reopen.\n\n“We will not wait,” she told reporters.\n"
)


@pytest.fixture
def article() -> Article:
    return msgspec.structs.replace(readers.read_bytes(TEXT.encode()), published=date(2031, 3, 12))


def test_every_line_is_a_report_and_the_last_is_the_briefing(article: Article) -> None:
    request = msgspec.json.encode({"article": article, "pipeline": None}) + b"\n"
    with subprocess.Popen(
        [sys.executable, "-m", "briefing.extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(request)
        child.stdin.flush()
        reports = [msgspec.json.decode(line, type=Report) for line in child.stdout]
    assert reports[-1].error is None
    assert child.returncode == 0
    shares = [report.share for report in reports if report.stage]
    assert shares == sorted(shares)
    assert shares[0] < 0.1
    assert any(report.partial for report in reports)
    assert all(report.partial.article.text == "" for report in reports if report.partial)
    assert isinstance(reports[-1].briefing, Briefing)
    assert reports[-1].briefing.article == article
    assert reports[-1].briefing.quotes


def test_the_current_folder_has_no_part_in_it(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("spacy", "msgspec", "briefing"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(66)")
    monkeypatch.chdir(tmp_path)
    reports: list[Report] = []
    done = threading.Event()

    def report(_: AnalysisProcess, what: Report) -> None:
        reports.append(what)
        if what.error or what.briefing:
            done.set()

    AnalysisProcess(article, None, report)
    assert done.wait(60)
    assert reports[-1].error is None


def test_a_pipeline_that_is_not_installed_is_an_error_in_one_line(article: Article) -> None:
    reports: list[Report] = []
    done = threading.Event()

    def report(_: AnalysisProcess, what: Report) -> None:
        reports.append(what)
        if what.error or what.briefing:
            done.set()

    AnalysisProcess(article, "xx_not_there", report)
    assert done.wait(60)
    assert reports[-1].error is not None
    assert "xx_not_there is not installed" in reports[-1].error
    assert "\n" not in reports[-1].error


def test_nothing_is_reported_after_it_was_killed(article: Article) -> None:
    reports: list[Report] = []
    process = AnalysisProcess(article, None, lambda _, what: reports.append(what))
    process.kill()
    process._child.wait(10)
    seen = len(reports)
    process._listener.join(10)
    assert not process._listener.is_alive()
    assert len(reports) == seen
    assert not any(report.error for report in reports)


class Reports:
    """What a process reported, and whether it is done."""

    def __init__(self) -> None:
        self.all: list[Report] = []
        self.done = threading.Event()

    def __call__(self, process: AnalysisProcess, report: Report) -> None:
        self.all.append(report)
        self.done.set()

    def last(self) -> Report:
        assert self.done.wait(60)
        return self.all[-1]


def test_what_is_kept_ready_counts_from_the_day_that_comes(article: Article) -> None:
    reports = Reports()
    process = RedatingProcess(article, None, reports)
    process.count_from(date(2031, 5, 21))
    found = reports.last().briefing
    assert found is not None
    assert found.article == process.article
    assert found.article.published == date(2031, 5, 21)
    [told] = [event for event in found.history if event.date is not None]
    assert told.date is not None
    assert told.date.earliest == date(2031, 5, 19), "the Monday before"


def test_why_nothing_could_be_kept_ready_is_told_when_the_day_comes(article: Article) -> None:
    reports = Reports()
    process = RedatingProcess(article, "xx_not_there", reports)
    process._child.wait(60)
    process.count_from(date(2031, 5, 21))
    assert "xx_not_there is not installed" in (reports.last().error or "")


def test_no_day_no_report_and_no_thread_left(article: Article) -> None:
    reports = Reports()
    process = RedatingProcess(article, None, reports)
    process.kill()
    process._child.wait(10)
    process._listener.join(10)
    assert not process._listener.is_alive()
    assert reports.all == []


def test_it_ends_with_who_started_it(article: Article) -> None:
    request = msgspec.json.encode({"article": article, "pipeline": None}) + b"\n"
    done = subprocess.run(
        [sys.executable, "-m", "briefing.redating"], input=request, stdout=subprocess.PIPE, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, b"")
