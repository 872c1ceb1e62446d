"""What is loaded, and what is not: spaCy and Textual come only when they are needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"spacy", "thinc", "numpy", "textual", "rich", "sqlite3"}


def loaded(code: str, *, stdin: str = "") -> set[str]:
    """The top-level modules that a fresh interpreter has after running `code`."""
    report = "\nimport json, sys; print('\\n' + json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, input=stdin, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("module", ["briefing", "briefing.cli", "briefing.api", "briefing.readers", "briefing.config"])
def test_importing_is_light(module: str) -> None:
    assert not loaded(f"import {module}") & HEAVY


@pytest.mark.parametrize(
    "module", ["briefing.extract", "briefing.language", "briefing.library", "briefing.export", "briefing.batch"]
)
def test_importing_a_part_loads_neither_spacy_nor_textual(module: str) -> None:
    assert not loaded(f"import {module}") & (HEAVY - {"sqlite3"})


@pytest.mark.parametrize(
    "arguments", ["--help", "--version", "export --help", "batch --help", "pipeline train --help", "export --schema"]
)
def test_help_is_light(arguments: str) -> None:
    assert not loaded(f"from briefing.cli import main; main({arguments.split()!r})") & HEAVY


def test_reading_an_article_is_light(seed: Path) -> None:
    assert not loaded(f"import briefing; briefing.read({str(seed)!r})") & (
        HEAVY | {"charset_normalizer", "markdown_it"}
    )


def test_an_article_seen_before_opens_without_spacy(seed: Path, tmp_path: Path) -> None:
    code = f"""
from datetime import date
from pathlib import Path
from briefing import extract, opening, readers
from briefing.findings import Briefing, Pipeline
from briefing.language import loading
folder = Path({str(tmp_path)!r})
(folder / "meta.json").write_text('{{"lang": "en", "name": "news", "version": "1.0"}}')
first = opening.prepare({str(seed)!r}, published=date(2023, 10, 28), pipeline=str(folder))
assert first.briefing is None and first.notice is None, first
first.library.keep_analysis(Briefing(article=first.article, pipeline=Pipeline("en_news", "1.0")), extract.VERSION)
first.library.close()
again = opening.prepare({str(seed)!r}, pipeline=str(folder))
assert again.briefing is not None and again.briefing.article == again.article
assert again.article.published == date(2023, 10, 28)
"""
    assert not loaded(code) & (HEAVY - {"sqlite3"})


def test_the_public_names_are_there() -> None:
    import briefing

    for name in briefing.__all__:
        assert getattr(briefing, name) is not None
    with pytest.raises(AttributeError):
        briefing.nothing  # noqa: B018
