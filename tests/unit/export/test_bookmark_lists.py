"""Bookmarks as lists with citations."""

import json
from datetime import UTC, date, datetime

import pytest

from briefing.export.bookmarks import FORMATS, citation, render
from briefing.library import Bookmark


def marked(**changes: object) -> Bookmark:
    values: dict[str, object] = {
        "id": 1, "article": "x", "title": "Talks stall", "publisher": "The Daily Planet", "published": date(2024, 3, 3),
        "url": None, "path": "/a/talks.txt", "paragraph": 2, "start": 5, "end": 20, "words": "talks had stalled",
        "speaker": "Anna Novak", "certainty": "reported", "created": datetime(2024, 3, 4, 10, tzinfo=UTC),
    }  # fmt: skip
    return Bookmark(**(values | changes))  # type: ignore[arg-type]


def test_a_citation_names_what_is_known() -> None:
    assert citation(marked()) == "“Talks stall”, The Daily Planet, 2024-03-03, ¶2, /a/talks.txt"
    assert citation(marked(url="https://example.org/x")).endswith("¶2, https://example.org/x")
    assert citation(marked(title=None, publisher=None, published=None, path=None, paragraph=0)) == "headline"


def test_text_gives_words_who_says_so_and_where() -> None:
    text = render([marked(), marked(words="more", speaker=None, certainty="asserted")]).decode()
    assert text.split("\n\n")[0] == (
        "talks had stalled\n    Anna Novak, reported\n    “Talks stall”, The Daily Planet, 2024-03-03, ¶2, /a/talks.txt"
    )
    assert "more\n    asserted\n" in text


def test_json_is_an_array_of_bookmarks() -> None:
    (told,) = json.loads(render([marked()], "json"))
    assert (told["words"], told["paragraph"], told["start"], told["end"]) == ("talks had stalled", 2, 5, 20)
    assert (told["published"], told["created"]) == ("2024-03-03", "2024-03-04T10:00:00Z")
    assert json.loads(render([], "json")) == []


def test_markdown_puts_an_articles_bookmarks_together() -> None:
    text = render([marked(), marked(words="*more*"), marked(article="y", title="Other")], "markdown").decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Talks stall", "## Other"]
    assert r"- \*more\* — *Anna Novak, reported*" in text


@pytest.mark.parametrize("shape", FORMATS)
def test_no_control_character_of_an_article_gets_out(shape: str) -> None:
    data = render([marked(words="a\x1b[31mb", title="t\x9b", speaker="s\u202e")], shape).decode()
    if shape == "json":
        assert "\x1b" not in data
        return
    assert not set(data) & {"\x1b", "\x9b", "\u202e"}
