"""A parsed article's tokens stand where the article says they do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Paragraph, article_id
from briefing.language import reading as module
from briefing.language.reading import Reading, read_article


def article_of(*paragraphs: str, title: str | None = None) -> Article:
    parts, places, at = [], [], 0
    if title:
        parts.append(title)
        at = len(title) + 2
    for number, words in enumerate(paragraphs, 1):
        places.append(Paragraph(number, at, at + len(words)))
        parts.append(words)
        at += len(words) + 2
    text = "\n\n".join(parts)
    return Article(id=article_id(text), title=title, text=text, paragraphs=tuple(places))


def words_in_place(reading: Reading) -> bool:
    text = reading.article.text
    return all(
        text[reading.starts[token.i] : reading.ends[token.i]] == token.text
        for token in reading.doc
        if not token.is_space
    )


def test_tokens_know_their_place_in_plain_paragraphs(blank):
    reading = read_article(article_of("Rain fell on Lima.", "“No,” said Ana Ruiz."), blank)
    assert words_in_place(reading)
    assert reading.numbers[0] == 1
    assert reading.numbers[-1] == 2


def test_hard_wrapped_lines_read_as_running_text(blank):
    reading = read_article(article_of("Rain fell\non   Lima\n  all day."), blank)
    assert [t.text for t in reading.doc] == ["Rain", "fell", "on", "Lima", "all", "day", "."]
    assert words_in_place(reading)


def test_headline_is_paragraph_zero(blank):
    reading = read_article(article_of("Rain fell on Lima.", title="Rain in Lima"), blank)
    assert reading.paragraphs[0][0] == 0
    assert reading.numbers[:3] == [0, 0, 0]
    assert words_in_place(reading)


def test_a_sentence_never_runs_over_a_paragraph_end(nlp):
    reading = read_article(article_of("The mayor of Lima", "said that rain fell on the city"), nlp)
    starts = {first for _, first, _ in reading.paragraphs}
    assert starts <= {sentence.start for sentence in reading.doc.sents}


def test_a_paragraph_beyond_the_longest_piece_keeps_its_number(blank, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_PIECE", 40)
    reading = read_article(article_of("Rain fell on Lima. " * 10, "Then it stopped."), blank)
    assert [number for number, _, _ in reading.paragraphs] == [1, 2]
    assert words_in_place(reading)


def test_an_article_without_paragraphs_is_an_empty_document(blank):
    assert len(read_article(Article(id="x", text="", paragraphs=()), blank).doc) == 0


def test_tokens_of_a_span_cover_it(blank):
    reading = read_article(article_of("Rain fell on Lima."), blank)
    first, last = reading.tokens(reading.span(1, 3))
    assert (first, last) == (1, 3)


@given(st.lists(st.text(alphabet="ab.\n\t “”'é👩", min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_every_token_is_where_it_says(blank, paragraphs):
    reading = read_article(article_of(*paragraphs), blank)
    assert words_in_place(reading)
    assert "".join(t.text for t in reading.doc if not t.is_space) == "".join("".join(paragraphs).split())
