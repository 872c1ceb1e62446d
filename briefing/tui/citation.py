"""Words of an article with where they come from, as one would paste them into a text of one's own."""

from __future__ import annotations

from datetime import date

from briefing.article import Article, Span
from briefing.clean import clean_line

PASSAGE = " […] "


def words_of(article: Article, spans: tuple[Span, ...]) -> str:
    """The words of spans on one line; what is left out between them is marked."""
    return PASSAGE.join(clean_line(article.slice(span)) for span in spans)


def cite(article: Article, spans: tuple[Span, ...]) -> str:
    """The words, and below them title, publisher, date, paragraph and address, as far as they are known."""
    number = article.paragraph_at(spans[0].start) if spans else 0
    facts = (
        name_of(article),
        clean_line(article.publisher or ""),
        day(article.published) if article.published else "",
        f"¶{number}" if number else "",
        clean_line(article.url or article.path or ""),
    )
    return f"{words_of(article, spans)}\n— {', '.join(fact for fact in facts if fact)}"


def name_of(article: Article, longest: int = 60) -> str:
    """The title, or the first words where there is none."""
    if article.title:
        return clean_line(article.title)
    start = article.paragraphs[0].start if article.paragraphs else 0
    words = clean_line(article.text[start : start + 4 * longest])
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def day(when: date) -> str:
    """A date as news write it: 28 Oct 2023, whatever the locale."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
