"""A briefing as JSON, Markdown and plain text."""

import json
from html.parser import HTMLParser
from typing import ClassVar

import msgspec
import pytest
from markdown_it import MarkdownIt

from briefing.article import Article
from briefing.export import FORMATS, render
from briefing.export import json as json_format
from briefing.findings import Briefing, Pipeline, decode


def test_json_is_the_exported_briefing_and_comes_back(briefing: Briefing) -> None:
    data = render(briefing, "json")
    assert decode(data) == briefing
    told = json.loads(data)
    assert (told["format"], told["version"]) == ("briefing", 1)
    assert list(told["article"]) == [
        "id", "title", "byline", "publisher", "published", "url", "path", "language", "text", "paragraphs",
    ]  # fmt: skip
    assert "”" in data.decode(), "text is UTF-8, not escapes"


def test_the_schema_describes_what_is_exported() -> None:
    schema = json.loads(json_format.schema())
    briefing = schema["$defs"]["Briefing"]
    assert set(briefing["properties"]) == set(Briefing.__struct_fields__)
    assert briefing["properties"]["format"] == {"enum": ["briefing"], "default": "briefing"}


@pytest.mark.parametrize("shape", FORMATS)
def test_every_format_ends_with_one_line_feed(briefing: Briefing, shape: str) -> None:
    data = render(briefing, shape)
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")


def test_an_unknown_format_is_an_error(briefing: Briefing) -> None:
    with pytest.raises(ValueError, match="no format"):
        render(briefing, "output")


def test_markdown_tells_everything_with_its_paragraph(briefing: Briefing) -> None:
    text = render(briefing, "markdown").decode()
    assert text.startswith("# Talks with Hungary stall\n\nBy Jane Doe · The Daily Planet · 2024-03-03\n")
    assert "- Anna Novak — *minister; 2 mentions* (¶1)" in text
    assert (
        "### Anna Novak\n\n- talks with Hungary had stalled — *indirect* (¶1)\n- We will try again — *direct* (¶2)"
        in text
    )
    assert "### Strelsau\n\n- it — *indirect* (¶2)" in text
    assert "### Ruritania\n\n- the militia — *backs* (¶2)" in text
    assert "- talks with Hungary had stalled — *Anna Novak, reported* (¶1)" in text
    assert "*arms, denied* (¶2)" in text


def test_history_is_oldest_first_undated_last_and_tells_repeated_events_once(briefing: Briefing) -> None:
    text = render(briefing, "text").decode()
    history = text[text.index("HISTORY") : text.index("PROXIES")].split("\n")[2:-1]
    assert [line.strip("- ") for line in history if line] == [
        "1997  The treaty was signed in 1997  ¶3",
        "2024-03-01  talks with Hungary had stalled  ¶1 ¶2",
        "undated  when it ends  ¶3",
    ]


def test_a_place_that_does_not_act_is_no_actor_of_the_list(briefing: Briefing) -> None:
    text = render(briefing, "text").decode()
    assert "Strelsau" not in text[text.index("ACTORS") : text.index("QUOTES")]


def test_text_keeps_to_eighty_columns(briefing: Briefing) -> None:
    assert max(map(len, render(briefing, "text").decode().splitlines())) <= 80


@pytest.mark.parametrize("shape", ["markdown", "text"])
def test_an_article_without_findings_says_so(article: Article, shape: str) -> None:
    text = render(
        Briefing(article=msgspec.structs.replace(article, title=None), pipeline=Pipeline("p", "1")), shape
    ).decode()
    for what in ("No actors", "Nobody is quoted", "No dated events", "No proxy relations", "No claims"):
        assert what in text
    assert "Anna Novak, the minister, said on Friday" in text.splitlines()[0]


def test_words_of_an_article_cannot_act_as_markdown(hostile: Briefing) -> None:
    class Tags(HTMLParser):
        seen: ClassVar[set[str]] = set()

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.seen.add(tag)

    html = MarkdownIt("commonmark").enable("table").render(render(hostile, "markdown").decode())
    parser = Tags()
    parser.feed(html)
    assert parser.seen <= {"h1", "h2", "h3", "p", "ul", "li", "em", "strong"}
    assert "# 1. &lt;b&gt;*_[x](javascript:alert(1))_*" in html


@pytest.mark.parametrize("shape", ["markdown", "text"])
def test_a_relation_that_somebody_else_tells_names_who_does(briefing: Briefing, shape: str) -> None:
    said = briefing.quotes[0].id
    [relation], [denied] = briefing.proxies, briefing.denied_proxies
    evidence = tuple(msgspec.structs.replace(item, attribution=said) for item in relation.evidence)
    told = msgspec.structs.replace(
        briefing,
        proxies=(msgspec.structs.replace(relation, evidence=evidence),),
        denied_proxies=(msgspec.structs.replace(denied, evidence=evidence),),
    )
    text = render(told, shape).decode()
    assert "backs; said by Anna Novak" in text
    assert "arms, denied by Anna Novak" in text
