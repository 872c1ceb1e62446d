"""Articles, analyses and positions are kept and found again."""

import zlib
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from briefing.article import Article, Paragraph
from briefing.findings import Actor, Briefing, Claim, Mention, Pipeline
from briefing.library import Library, Position
from briefing.readers import read_bytes

PIPELINE = Pipeline("en_news", "1.0")
CLAIM = Claim("c1", 26, 60, 1, None, None, (), "asserted")


def briefing_of(article: Article) -> Briefing:
    actor = Actor("a1", "Anna Novak", "person", (), (), (Mention(40, 50, "name"),))
    return Briefing(article=article, pipeline=PIPELINE, actors=(actor,), claims=(CLAIM,))


def test_an_article_comes_back_as_it_was(library: Library, article: Article) -> None:
    assert library.article(article.id) == article
    assert library.article("unknown") is None


def test_the_shelf_tells_what_a_list_shows(library: Library, article: Article) -> None:
    library.keep_position(article.id, Position(2, 105))
    library.add_bookmark(article.id, CLAIM, "words", None)
    (shelved,) = library.articles()
    assert shelved.id == article.id
    assert shelved.title == "Talks with Hungary stall"
    assert shelved.first_words.startswith("The minister, Anna Novak, said")
    assert (shelved.publisher, shelved.path) == ("The Daily Planet", "/somewhere/talks.txt")
    assert (shelved.paragraph, shelved.paragraphs, shelved.bookmarks) == (2, 2, 1)
    assert abs((datetime.now(UTC) - shelved.opened).total_seconds()) < 60


def test_the_last_opened_article_is_the_first(library: Library, article: Article) -> None:
    other = read_bytes(b"Another article stands here, with a sentence of some length in it.")
    library.keep_article(other)
    assert [s.id for s in library.articles()] == [other.id, article.id]
    library.keep_article(article)
    assert [s.id for s in library.articles()] == [article.id, other.id]


def test_a_date_and_title_set_by_hand_stay_when_the_article_is_opened_again(library: Library, article: Article) -> None:
    library.set_published(article.id, date(2024, 3, 3))
    library.set_title(article.id, "Other title")
    library.keep_article(article)
    found = library.article(article.id)
    assert found is not None
    assert (found.published, found.title) == (date(2024, 3, 3), "Other title")
    library.keep_article(found)  # as the screen has it, with what was set by hand
    library.set_published(article.id, None)
    library.set_title(article.id, None)
    assert library.article(article.id) == article


def test_an_analysis_is_found_by_pipeline_rules_and_date(library: Library, article: Article) -> None:
    dated = msgspec.structs.replace(article, published=date(2024, 3, 3))
    library.keep_analysis(briefing_of(dated), "7")
    found = library.analysis(article.id, PIPELINE, "7", date(2024, 3, 3))
    assert found == briefing_of(dated)
    assert library.analysis(article.id, PIPELINE, "7", None) is None
    assert library.analysis(article.id, PIPELINE, "8", date(2024, 3, 3)) is None
    assert library.analysis(article.id, Pipeline("en_news", "1.1"), "7", date(2024, 3, 3)) is None
    assert library.analysis("unknown", PIPELINE, "7", date(2024, 3, 3)) is None


def test_an_analysis_of_other_paragraphs_is_none(library: Library, article: Article) -> None:
    library.keep_analysis(briefing_of(article), "7")
    library.keep_article(msgspec.structs.replace(article, paragraphs=(Paragraph(1, 26, 100),)))
    assert library.analysis(article.id, PIPELINE, "7", None) is None


def test_an_analysis_that_cannot_be_decoded_is_none(library: Library, article: Article) -> None:
    library.keep_analysis(briefing_of(article), "7")
    for junk in (b"junk", zlib.compress(b'{"format": "other"}')):
        library._connection.execute("UPDATE analyses SET briefing = ?", (junk,))
        assert library.analysis(article.id, PIPELINE, "7", None) is None


def test_the_position_is_the_last_one_kept(library: Library, article: Article) -> None:
    assert library.position(article.id) is None
    library.keep_position(article.id, Position(1, 30))
    library.keep_position(article.id, Position(2, 110))
    library.keep_position("unknown", Position(2, 110))
    assert library.position(article.id) == Position(2, 110)
    assert library.position("unknown") is None


def test_removing_an_article_removes_all_that_hangs_on_it(library: Library, article: Article) -> None:
    library.keep_position(article.id, Position(2, 110))
    library.add_bookmark(article.id, CLAIM, "words", None)
    library.keep_analysis(briefing_of(article), "7")
    library.remove_article(article.id)
    assert (library.articles(), library.bookmarks(), library.position(article.id)) == ([], [], None)
    library.keep_article(article)
    assert library.analysis(article.id, PIPELINE, "7", None) is None


def test_two_readers_of_one_library_see_each_others_changes(library: Library, file: Path, article: Article) -> None:
    with Library(file) as other:
        bookmark = other.add_bookmark(article.id, CLAIM, "words", "Anna Novak")
        assert library.bookmarks() == [bookmark]
        library.remove_bookmark(bookmark.id)
        assert other.bookmarks() == []


def test_any_thread_may_use_a_library(library: Library, article: Article) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def mark(number: int) -> int:
        claim = msgspec.structs.replace(CLAIM, start=number, end=number + 10)
        return library.add_bookmark(article.id, claim, "words", None).id

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(mark, range(40)))
    assert len(set(ids)) == len(library.bookmarks(article.id)) == 40


@pytest.mark.parametrize("text", ["One line without a paragraph that is long. " * 40, "x" * 500 + " end"])
def test_the_first_words_are_few(library: Library, text: str) -> None:
    library.keep_article(read_bytes(text.encode()))
    assert len(library.articles()[0].first_words) <= 82
