"""A library in a temporary folder, with one article on the shelf."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.article import Article
from briefing.library import Library
from briefing.readers import read_bytes

TEXT = (
    "Talks with Hungary stall\n\n"
    "The minister, Anna Novak, said on Friday that talks with Hungary had stalled.\n\n"
    "“We will try again,” she said. The two states have quarrelled for years.\n\n"
    "Source: The Daily Planet\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def article() -> Article:
    return read_bytes(TEXT.encode(), path="/somewhere/talks.txt")


@pytest.fixture
def library(file: Path, article: Article) -> Iterator[Library]:
    with Library(file) as library:
        library.keep_article(article)
        yield library
