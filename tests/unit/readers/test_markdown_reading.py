"""Markdown reads as its words: no markup, headings as title and labels, front matter as fields."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article
from briefing.errors import UnreadableError
from briefing.readers import read_bytes

FIRST = "The minister, **Anna Novak**, said on [Friday](https://example.org/f) that talks\nwith Hungary had `stalled`."
FIRST_READS = "The minister, Anna Novak, said on Friday that talks with Hungary had stalled."


def of(text: str) -> Article:
    return read_bytes(text.encode(), path="article.md")


def bodies(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def test_the_text_is_what_is_read_without_markup() -> None:
    article = of(f"# Talks *stall*\n\n{FIRST}\n\n> She said no more.\n")
    assert article.text == f"Talks stall\n\n{FIRST_READS}\n\nShe said no more.\n"
    assert (article.title, bodies(article)) == ("Talks stall", [FIRST_READS, "She said no more."])
    assert article.headline() is not None


def test_headings_below_the_title_are_labels() -> None:
    assert bodies(of(f"# Talks stall\n\n{FIRST}\n\n## What next?\n\nNobody knows.")) == [FIRST_READS, "Nobody knows."]


def test_list_items_are_paragraphs_and_pictures_code_and_rules_are_left_out() -> None:
    text = f"{FIRST}\n\n* one\n* two\n\n![a picture](x.png)\n\n```\ncode\n```\n\n---\n\n<div>raw</div>\n\nThe end came."
    assert bodies(of(text)) == [FIRST_READS, "one", "two", "The end came."]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Talks stall"\nauthor: Jane Doe\ndate: 2024-03-03\nsource: https://example.org/x\n---\n',
        '+++\ntitle = "Talks stall"\nauthor = "Jane Doe"\ndate = 2024-03-03\nurl = "https://example.org/x"\n+++\n',
    ],
)
def test_front_matter_gives_title_author_date_and_address(front: str) -> None:
    article = of(f"{front}\n{FIRST}\n")
    assert (article.title, article.byline, article.published, article.url) == (
        "Talks stall",
        "Jane Doe",
        date(2024, 3, 3),
        "https://example.org/x",
    )
    assert bodies(article) == [FIRST_READS]


@pytest.mark.parametrize(
    ("lines", "title", "byline"),
    [
        ("title: >-\n  Talks\n  stall\nauthors:\n  - Jane Doe\n  - Ali Omar", "Talks stall", "Jane Doe, Ali Omar"),
        ("title: Talks\n  stall\nauthors:\n- Jane Doe\n- Ali Omar", "Talks stall", "Jane Doe, Ali Omar"),
        ("title: |\n  Talks stall\nauthor:\n  - name: Jane Doe\n    email: x@y", "Talks stall", "Jane Doe"),
        ("title: 'Talks stall'\nauthors: [Jane Doe, \"Ali Omar\"]\ntags:\n  - a", "Talks stall", "Jane Doe, Ali Omar"),
        ("title:\nauthor: Jane Doe", None, "Jane Doe"),
    ],
)
def test_front_matter_may_go_on_over_lines(lines: str, title: str | None, byline: str) -> None:
    article = of(f"---\n{lines}\ndate: 2024-03-03\n---\n\n{FIRST}\n")
    assert (article.title, article.byline, article.published) == (title, byline, date(2024, 3, 3))


def test_a_title_of_the_front_matter_that_the_text_repeats_stands_once() -> None:
    assert of(f"---\ntitle: Talks stall\n---\n# Talks stall\n\n{FIRST}").text.count("Talks stall") == 1


def test_a_byline_in_emphasis_is_a_byline() -> None:
    article = of(f"# Talks stall\n\n*By Jane Doe*\n\n{FIRST}")
    assert (article.byline, bodies(article)) == ("Jane Doe", [FIRST_READS])


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert bodies(of(f"---\n\n{FIRST}\n\n---\n\nThe end came.")) == [FIRST_READS, "The end came."]
    assert bodies(of(f"---\nNote:\n\n{FIRST}\n\n---\n"))[-1] == FIRST_READS


def test_markdown_without_words_is_refused() -> None:
    with pytest.raises(UnreadableError, match="holds no text"):
        of("```\ncode\n```\n\n---\n")


@given(st.text(alphabet="ab #*_[]()`>-+|\n\t!<&\\", max_size=200))
def test_any_markdown_is_read_or_refused_and_offsets_hold(text: str) -> None:
    try:
        article = of(text)
    except UnreadableError:
        return
    for paragraph, words in zip(article.paragraphs, bodies(article), strict=True):
        assert words == words.strip() != ""
        assert article.paragraph_at(paragraph.start) == paragraph.number
