"""Claims: what others say, and what the article states itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import attributions, claims, speakers
from briefing.extract.relations import Cast
from briefing.findings import Claim
from briefing.language import Reading

Read = Callable[[str], Reading]
NOBODY = Cast((), {}, {})


def claimed(read: Read, text: str) -> tuple[Reading, tuple[Claim, ...]]:
    reading = read(text)
    relations = attributions.find(reading)
    return reading, claims.find(reading, relations, *speakers.link(reading, relations, NOBODY), NOBODY)


def stated(read: Read, text: str) -> list[tuple[str, str]]:
    """(words, certainty) of the article's own claims."""
    reading, found = claimed(read, text)
    return [(reading.article.text[c.start : c.end], c.certainty) for c in found if c.attribution is None]


def test_each_content_is_a_claim_with_its_attribution(read: Read) -> None:
    text = "Lee said the port was shut. Analysts believe the bank will raise interest rates."
    reading, found = claimed(read, text)
    assert [(c.id, reading.article.text[c.start : c.end], c.attribution, c.certainty) for c in found] == [
        ("c1", "the port was shut", "q1", "reported"),
        ("c2", "the bank will raise interest rates", "b1", "believed"),
    ]


def test_a_claim_whose_cue_stands_amid_spans_it(read: Read) -> None:
    text = "The new bridge, officials said, was designed to survive a flood."
    reading, (claim,) = claimed(read, text)
    assert reading.article.text[claim.start : claim.end] == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The ship left the harbour on Monday.", "asserted"),
        ("The ship may leave the harbour on Monday.", "hedged"),
        ("The ship will probably leave the harbour on Monday.", "hedged"),
        ("The crew, who might be ill, left the harbour on Monday.", "asserted"),
    ],
)
def test_a_statement_is_asserted_or_hedged_by_its_predicate(read: Read, text: str, certainty: str) -> None:
    assert stated(read, text) == [(text.rstrip("."), certainty)]


def test_coordinated_clauses_are_claims_of_their_own(read: Read) -> None:
    text = "The storm destroyed the old harbour on Monday, but the fishermen saved most of their boats."
    assert [words for words, _ in stated(read, text)] == [
        "The storm destroyed the old harbour on Monday",
        "the fishermen saved most of their boats",
    ]


def test_what_is_attributed_is_not_the_articles_own_claim(read: Read) -> None:
    assert stated(read, "The harbour will reopen in March, Lee said. “It belongs to us,” he said.") == []


def test_what_stands_next_to_an_attribution_is(read: Read) -> None:
    text = "Lee visited the flooded camp on Monday and said the tents would arrive soon."
    assert [words for words, _ in stated(read, text)] == ["Lee visited the flooded camp on Monday"]


@pytest.mark.parametrize("text", ["Why did nobody warn the town?", "Pure propaganda.", "A small town by the sea."])
def test_questions_and_fragments_claim_nothing(read: Read, text: str) -> None:
    assert stated(read, text) == []


def test_claims_stand_in_the_order_of_the_text_in_their_paragraph(read: Read) -> None:
    text = (
        "The storm destroyed the harbour.\n\nLee said the damage was “beyond belief.” The town has no money.\n\n"
        "“We will rebuild it,” said Lee."
    )
    reading, found = claimed(read, text)
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert all(c.paragraph == reading.article.paragraph_at(c.start) > 0 for c in found)
    assert {c.paragraph for c in found} == {1, 2, 3}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # a relative clause left over is understood with whom it speaks of
        (
            "“This is a gift,” said Ann Lee, who has led the school since May.",
            "Ann Lee, who has led the school since May",
        ),
        # a predicate is understood with its subject
        ("Lee called the plan a fraud and left the room.", "Lee called the plan a fraud and left the room"),
        # an attribution that only completes another verb leaves the statement whole
        (
            "The governor has reacted by proposing some measures to finance private schools.",
            "The governor has reacted by proposing some measures to finance private schools",
        ),
        ("Muscat: The festival will open at the old market.", "The festival will open at the old market"),
        ("They signed Resolution No. 45 in the spring.", "They signed Resolution No. 45 in the spring"),
    ],
)
def test_a_statement_can_be_understood_by_itself(read: Read, text: str, claim: str) -> None:
    assert claim in [words for words, _ in stated(read, text)]


@pytest.mark.parametrize(
    "text",
    [
        "One of the tenants of the house in which Lee was found told the court that she had left.",
        "In the weeks that followed the ruling, the mayor said that the mine would be closed.",
        "A senior member is quoted as saying that the council refused the request.",
    ],
)
def test_what_is_left_of_an_attribution_claims_nothing(read: Read, text: str) -> None:
    assert stated(read, text) == []
