"""What a copy puts on the clipboard."""

from __future__ import annotations

from datetime import date

from briefing.article import Article, Paragraph, Span
from briefing.tui.citation import cite, name_of, words_of

TEXT = "The port\nof Sel will reopen, she said, within weeks."
ARTICLE = Article(
    id="x",
    title="A port reopens",
    publisher="The Coast Courier",
    published=date(2031, 3, 2),
    url="https://courier.example/port",
    text=TEXT,
    paragraphs=(Paragraph(1, 0, len(TEXT)),),
)


def test_a_citation_names_title_publisher_date_paragraph_and_address() -> None:
    assert cite(ARTICLE, (Span(0, 27),)) == (
        "The port of Sel will reopen\n— A port reopens, The Coast Courier, 2 Mar 2031, ¶1, https://courier.example/port"
    )


def test_what_stands_between_two_parts_is_marked_as_left_out() -> None:
    assert words_of(ARTICLE, (Span(0, 27), Span(38, 51))) == "The port of Sel will reopen […]  within weeks".replace(
        "  ", " "
    )


def test_an_article_without_a_title_goes_by_its_first_words() -> None:
    bare = Article(id="x", text=TEXT, paragraphs=ARTICLE.paragraphs)
    assert name_of(bare, 20) == "The port of Sel …"
    assert cite(bare, (Span(0, 8),)) == "The port\n— The port of Sel will reopen, she said, within weeks., ¶1"
