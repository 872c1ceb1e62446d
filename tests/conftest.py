"""What tests share: the shipped pipeline, loaded once, and texts read with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from briefing.findings import Briefing
    from briefing.language import Reading

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("BRIEFING_PIPELINE", "BRIEFING_THEME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    from briefing.language import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Reading]:
    """A text (and its publication date) as a parsed article."""
    from briefing import readers
    from briefing.language import read_article

    def read_text(text: str, published: date | None = None) -> Reading:
        article = readers.read_bytes(text.encode())
        return read_article(msgspec.structs.replace(article, published=published or article.published), nlp)

    return read_text


@pytest.fixture(scope="session")
def analyse(nlp: Language) -> Callable[..., Briefing]:
    """A text (and its publication date) as a briefing."""
    import briefing

    def analyse_text(text: str, published: date | None = None) -> Briefing:
        return briefing.analyse(text, published=published, pipeline=nlp)

    return analyse_text


@pytest.fixture(scope="session")
def seed() -> Path:
    """The article that the project began with."""
    return sorted(SEEDS.glob("*.txt"))[0]
