"""Finding words in an article."""

from __future__ import annotations

import pytest

from briefing.tui.search import Search, find

TEXT = "The Port of Sel is Varnia’s\n  largest port. “We wait,” she said — port by port."


def hits(query: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in find(TEXT, query)]


def test_a_phrase_broken_over_lines_is_found() -> None:
    assert hits("varnia’s largest port") == ["Varnia’s\n  largest port"]


def test_case_counts_only_when_the_query_has_a_capital() -> None:
    assert len(hits("port")) == 4
    assert hits("Port") == ["Port"]


@pytest.mark.parametrize(
    ("query", "found"), [("Varnia's", "Varnia’s"), ('"we wait,"', "“We wait,”"), ("said -", "said —")]
)
def test_marks_on_the_keyboard_find_those_in_print(query: str, found: str) -> None:
    assert hits(query) == [found]


@pytest.mark.parametrize("query", ["", "   ", "(", "Sel is not"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert hits(query) == []


def test_search_begins_at_the_place_and_goes_round() -> None:
    search = Search()
    third = TEXT.index("port by")
    assert search.begin(TEXT, "port", third) == find(TEXT, "port")[2]
    assert not search.step(1)
    assert search.step(1)
    assert search.index == 0
    assert search.step(-1)
    assert search.index == 3


def test_search_without_hits_stays_where_it_is() -> None:
    search = Search()
    assert search.begin(TEXT, "Keldon", 0) is None
    search.step(1)
    assert search.current is None
