"""Bookmarks on claims: kept, removed, put back, and found again in a new analysis."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article
from briefing.errors import LibraryError
from briefing.findings import Claim
from briefing.library import Bookmark, Library, match_claim
from briefing.readers import read_bytes

FIRST = Claim("c1", 26, 60, 1, "q1", "a1", ("a1",), "reported")
SECOND = Claim("c2", 105, 140, 2, None, None, (), "asserted")


def bookmark_at(start: int, end: int, paragraph: int = 1) -> Bookmark:
    return Bookmark(
        id=1, article="x", title=None, publisher=None, published=None, url=None, path=None, paragraph=paragraph,
        start=start, end=end, words="w", speaker=None, certainty="asserted", created=datetime(2024, 3, 3, tzinfo=UTC),
    )  # fmt: skip


def test_a_bookmark_carries_what_a_citation_needs(library: Library, article: Article) -> None:
    bookmark = library.add_bookmark(article.id, FIRST, "The minister said", "Anna Novak")
    assert (bookmark.article, bookmark.title, bookmark.publisher) == (article.id, article.title, "The Daily Planet")
    assert (bookmark.paragraph, bookmark.start, bookmark.end) == (1, 26, 60)
    assert (bookmark.words, bookmark.speaker, bookmark.certainty) == ("The minister said", "Anna Novak", "reported")
    assert bookmark.created.tzinfo is not None


def test_bookmarks_stand_in_the_order_of_the_text(library: Library, article: Article) -> None:
    library.add_bookmark(article.id, SECOND, "b", None)
    library.add_bookmark(article.id, FIRST, "a", None)
    assert [b.words for b in library.bookmarks(article.id)] == ["a", "b"]
    assert [b.words for b in library.bookmarks()] == ["a", "b"]
    assert library.bookmarks("unknown") == []


def test_marking_a_claim_twice_keeps_one_bookmark(library: Library, article: Article) -> None:
    first = library.add_bookmark(article.id, FIRST, "a", None)
    assert library.add_bookmark(article.id, FIRST, "a", None) == first
    assert len(library.bookmarks()) == 1


def test_a_removed_bookmark_is_put_back_as_it_was(library: Library, article: Article) -> None:
    bookmark = library.add_bookmark(article.id, FIRST, "a", "Anna Novak")
    library.remove_bookmark(bookmark.id)
    assert library.bookmarks() == []
    assert library.restore_bookmark(bookmark) == bookmark
    assert library.bookmarks() == [bookmark]


def test_an_id_is_never_used_again(library: Library, article: Article) -> None:
    bookmark = library.add_bookmark(article.id, FIRST, "a", None)
    library.remove_bookmark(bookmark.id)
    other = library.add_bookmark(article.id, SECOND, "b", None)
    assert other.id != bookmark.id
    library.restore_bookmark(bookmark)
    assert len(library.bookmarks()) == 2


def test_an_article_that_is_gone_takes_no_bookmarks(library: Library, article: Article) -> None:
    bookmark = library.add_bookmark(article.id, FIRST, "a", None)
    library.remove_article(article.id)
    with pytest.raises(LibraryError):
        library.add_bookmark(article.id, FIRST, "a", None)
    with pytest.raises(LibraryError):
        library.restore_bookmark(bookmark)


def test_those_of_the_last_opened_article_come_first(library: Library, article: Article) -> None:
    other = read_bytes(b"Another article stands here, with a sentence of some length in it.")
    library.keep_article(other)
    library.add_bookmark(article.id, FIRST, "first article", None)
    library.add_bookmark(other.id, FIRST, "second article", None)
    assert [b.words for b in library.bookmarks()] == ["second article", "first article"]


def test_the_same_offsets_are_the_same_claim() -> None:
    larger = msgspec.structs.replace(FIRST, id="c9", end=70)
    assert match_claim(bookmark_at(26, 60), [larger, FIRST]) == FIRST


def test_a_claim_cut_differently_is_found_by_overlap_in_its_paragraph() -> None:
    near = Claim("c3", 28, 62, 1, None, None, (), "asserted")
    far = Claim("c4", 55, 100, 1, None, None, (), "asserted")
    elsewhere = Claim("c5", 26, 59, 2, None, None, (), "asserted")
    assert match_claim(bookmark_at(26, 60), [far, elsewhere, near]) == near
    assert match_claim(bookmark_at(101, 104), [far, near]) is None
    assert match_claim(bookmark_at(26, 60), []) is None


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 50)), max_size=12), st.integers(0, 200), st.integers(1, 50)
)
def test_a_match_always_shares_words(spans: list[tuple[int, int]], start: int, length: int) -> None:
    claims = [Claim(f"c{i}", a, a + n, 1, None, None, (), "asserted") for i, (a, n) in enumerate(spans)]
    found = match_claim(bookmark_at(start, start + length), claims)
    touching = [c for c in claims if c.start < start + length and start < c.end]
    assert (found is None) == (not touching)
    assert found is None or found in touching
