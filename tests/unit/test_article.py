"""An article's offsets: slices, the paragraph at an offset, the headline."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Paragraph, Span, article_id
from briefing.readers import read_bytes

TEXT = "Talks stall\n\nThe minister left.\n\nNobody stayed behind.\n"
ARTICLE = Article(
    id=article_id(TEXT), title="Talks stall", text=TEXT, paragraphs=(Paragraph(1, 13, 31), Paragraph(2, 33, 54))
)


def test_a_slice_is_the_words_between_its_offsets() -> None:
    assert ARTICLE.slice(Span(13, 25)) == "The minister"


def test_every_offset_belongs_to_the_paragraph_that_holds_it() -> None:
    numbers = [ARTICLE.paragraph_at(offset) for offset in range(len(TEXT) + 5)]
    for paragraph in ARTICLE.paragraphs:
        assert set(numbers[paragraph.start : paragraph.end]) == {paragraph.number}
    outside = [n for i, n in enumerate(numbers) if not any(p.start <= i < p.end for p in ARTICLE.paragraphs)]
    assert set(outside) == {0}


def test_the_headline_is_found_above_the_body_only() -> None:
    assert ARTICLE.headline() == Span(0, 11)
    given_elsewhere = Article(id="x", title="Nobody stayed", text=TEXT, paragraphs=ARTICLE.paragraphs)
    assert given_elsewhere.headline() is None


def test_a_headline_of_two_lines_is_found_though_its_title_is_one() -> None:
    text = "Talks\n  stall\n\nThe minister left.\n"
    article = Article(id="x", title="Talks stall", text=text, paragraphs=(Paragraph(1, 15, 33),))
    assert article.headline() == Span(0, 13)
    assert article.slice(Span(0, 13)) == "Talks\n  stall"


def test_the_same_text_has_the_same_id_wherever_it_came_from() -> None:
    data = b"One sentence stands here.\r\n"
    assert read_bytes(data).id == read_bytes(data.replace(b"\r\n", b"\n"), path="elsewhere.txt").id


@given(st.lists(st.text(alphabet="abc .\n“”", min_size=1, max_size=60), min_size=1, max_size=8))
def test_paragraphs_are_numbered_in_order_and_never_overlap(parts: list[str]) -> None:
    text = "word " + "\n".join(parts)
    article = read_bytes(text.encode())
    assert [p.number for p in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    at = 0
    for paragraph in article.paragraphs:
        assert at <= paragraph.start < paragraph.end <= len(article.text)
        words = article.slice(Span(paragraph.start, paragraph.end))
        assert words == words.strip()
        at = paragraph.end
