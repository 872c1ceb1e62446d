"""Quotation marks: pairing, styles, what is no quotation."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.extract import quotation
from briefing.language import Reading, read_article

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    import spacy

    return spacy.blank("en")


def quoted(tokenizer: Language, text: str) -> list[str]:
    """The quoted runs of a text, as the text has them."""
    reading = read(tokenizer, text)
    return [reading.article.slice(reading.span(run.first, run.last)) for run in quotation.find(reading)]


def read(tokenizer: Language, text: str) -> Reading:
    return read_article(readers.read_bytes(text.encode()), tokenizer)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("“The port is shut,” Lee said. “Go home.”", ["“The port is shut,”", "“Go home.”"]),
        ('"The port is shut," Lee said. "Go home."', ['"The port is shut,"', '"Go home."']),
        ("``The port is shut,'' Lee said.", ["``The port is shut,''"]),
        ("''The port is shut,'' Lee said, ''and will stay so.''", ["''The port is shut,''", "''and will stay so.''"]),
        ("«The port is shut», Lee said.", ["«The port is shut»"]),
    ],
)
def test_marks_of_every_style_are_paired(tokenizer: Language, text: str, runs: list[str]) -> None:
    assert quoted(tokenizer, text) == runs


def test_single_marks_count_in_an_article_without_double_ones(tokenizer: Language) -> None:
    text = "‘Nobody’s boat has to leave,’ said Lee. The workers’ union agreed."
    assert quoted(tokenizer, text) == ["‘Nobody’s boat has to leave,’"]


def test_single_marks_are_apostrophes_next_to_double_ones(tokenizer: Language) -> None:
    text = "“Don’t call it ‘the deal’ yet,” said Lee. The workers’ union agreed."
    assert quoted(tokenizer, text) == ["“Don’t call it ‘the deal’ yet,”"]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph_only(tokenizer: Language) -> None:
    text = "Lee said: “We will stay.\n\n“And we will fight.”\n\nThe council meets on Friday."
    reading = read(tokenizer, text)
    runs = quotation.find(reading)
    assert [reading.article.slice(reading.span(r.first, r.last)) for r in runs] == [
        "“We will stay.",
        "“And we will fight.”",
    ]
    assert [run.closed for run in runs] == [False, True]


def test_inches_open_no_quotation(tokenizer: Language) -> None:
    assert quoted(tokenizer, 'The 5\'10" guard said "no comment" on Monday.') == ['"no comment"']


def test_words_are_counted_without_marks_and_possessives_as_one(tokenizer: Language) -> None:
    (run,) = quotation.find(read(tokenizer, "He called it “the town’s last chance.”"))
    assert run.words == 4


def test_a_mark_alone_is_no_quotation(tokenizer: Language) -> None:
    assert quoted(tokenizer, 'Nobody knows what the " at the end stands for "') == []


@settings(deadline=None)
@given(st.text(alphabet="ab “”\"'‘’.\n", max_size=60))
def test_runs_never_overlap_and_stay_in_their_paragraph(text: str) -> None:
    import spacy

    reading = read_article(readers.read_bytes(("Head.\n\n" + text).encode()), spacy.blank("en"))
    runs = quotation.find(reading)
    assert all(a.last <= b.first for a, b in pairwise(runs))
    assert all(reading.numbers[run.first] == reading.numbers[run.last - 1] for run in runs)
