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


def test_a_content_is_claimed_without_the_word_that_ties_it(read: Read) -> None:
    reading, (claim,) = claimed(read, "Lee said that the port was shut.")
    assert reading.article.text[claim.start : claim.end] == "the port was shut"


def test_a_long_quotation_is_a_claim_for_each_sentence(read: Read) -> None:
    first = "“We should never forget how many families left this valley after the second flood, and how few came back.”"
    second = "“When the third flood comes to the valley, nobody from the capital will find a single house to rescue.”"
    one = first.strip("“”")
    reading, found = claimed(read, f"{first[:-2]},” Lee said. {second} “{one} It was late,” Kim said.")
    told = [reading.article.text[c.start : c.end] for c in found]
    assert told == [f"{first[:-2]},”", second, f"“{one} It was late,”"]
    reading, found = claimed(read, f"“{one} {second[1:-2]},” Lee said.")
    assert [reading.article.text[c.start : c.end] for c in found] == [f"“{one}", f"{second[1:-2]},”"]


def test_what_two_cues_attribute_is_claimed_once(read: Read) -> None:
    text = "Of the strike, the harbour master Ann Lee said, “The crews went home. They have no work,” she added."
    reading, (claim,) = claimed(read, text)
    assert reading.article.text[claim.start : claim.end] == "“The crews went home. They have no work,”"


@pytest.mark.parametrize(
    "text",
    [
        "The code seeks to provide health cover for workers without a contract.",
        "The committee remembers his work to save the harbour.",
        "He moved to the coast and decided to become a fisherman, buying a boat that his friends thought was too old.",
        "Against all odds, she worked for years to raise the village’s children.",
        "The judge had ordered that the clerk be moved to another town.",
        "They recalled what Ann Lee wrote about the collapse of states.",
        "The panel will determine whether the mine can be opened again.",
        "The party plans to hold a convention in May.",
        "She has called for a road to be built for her.",
    ],
)
def test_a_content_without_a_clause_is_part_of_the_statement(read: Read, text: str) -> None:
    assert [(words, certainty) for words, certainty in stated(read, text)] == [(text.rstrip("."), "asserted")]
    assert len(claimed(read, text)[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Newspapers published in Lima, Quito, the Andes, and Brazil began to print its articles.",
        "As the strike has become bitter, and a row that should last a day has gone on for months, prices have grown.",
        "As the distance from the capital to the port has shrunk since May, traders now are sending their goods there.",
        "Yet, much like the tourist town found itself without a school, the capital is losing its last theatre.",
        "In spring 2018, after a crew sank a boat, drowning nine sheep, when it sailed too fast, Lee raised the price.",
    ],
)
def test_a_clause_that_waits_for_its_main_one_is_not_cut(read: Read, text: str) -> None:
    assert [words for words, _ in stated(read, text)] == [text.rstrip(".")]


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
        ("Among nine men allegedly involved in the theft, the police arrested six.", "asserted"),
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
        "“We will win,” he told two hundred people gathered in Lima.",
        "A ministry clerk, while admitting that the bill is an old one, also said that the tone was wrong.",
        "Ann Lee - on a bench beside the old harbour painted in 1986 - said the language would survive.",
    ],
)
def test_what_is_left_of_an_attribution_claims_nothing(read: Read, text: str) -> None:
    assert stated(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "His remarks come after letters emerged in May alleging that many firms had turned away the sick.",
        "It is one of the few schemes, most of which have failed in the past.",
    ],
)
def test_a_statement_keeps_what_its_verb_needs(read: Read, text: str) -> None:
    assert text.rstrip(".") in [words for words, _ in stated(read, text)]


@pytest.mark.parametrize(
    "text", ["The rules are meant to help the villages.", "Most of the tolls were intended to halt the trucks."]
)
def test_a_purpose_of_nobody_is_a_statement(read: Read, text: str) -> None:
    assert stated(read, text) == [(text.rstrip("."), "asserted")]


def test_a_belief_of_nobody_is_put_as_a_belief(read: Read) -> None:
    _, (claim,) = claimed(read, "The two sailors are believed to have drowned in the storm.")
    assert claim.certainty == "believed"


def test_a_clause_told_by_a_relative_pronoun_names_what_it_is_about(read: Read) -> None:
    reading, found = claimed(
        read, "They mourned the attacks on ports, which the ministry said have killed nineteen sailors."
    )
    assert "attacks on ports, which the ministry said have killed nineteen sailors" in [
        reading.article.text[c.start : c.end].removeprefix("the ") for c in found if c.attribution
    ]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The firm has hit back at the claims that its boats leak in storms.", "denied"),
        ("Another girl said that she could not travel because of her brother.", "reported"),
        ("Lee said she could study in the capital one day.", "hedged"),
    ],
)
def test_what_is_rejected_is_denied_and_what_could_not_be_is_told(read: Read, text: str, certainty: str) -> None:
    _, found = claimed(read, text)
    assert [c.certainty for c in found if c.attribution] == [certainty]


def test_who_appears_somewhere_hedges_nothing(read: Read) -> None:
    text = "The singer appeared as a witness in the film in March."
    assert stated(read, text) == [(text.rstrip("."), "asserted")]


def test_a_question_in_a_quotation_claims_nothing(read: Read) -> None:
    text = (
        "“When did anybody ever see him in the village before the vote?” Lee asked. “He has never come here,” she said."
    )
    reading, found = claimed(read, text)
    assert [reading.article.text[c.start : c.end] for c in found] == ["“He has never come here,”"]


def test_a_charge_by_nobody_named_is_a_statement(read: Read) -> None:
    text = "The clerk was charged under the penal code for taking a gift."
    assert stated(read, text) == [(text.rstrip("."), "asserted")]


def test_an_abbreviation_ends_no_claim(read: Read) -> None:
    text = (
        "“Our second shop will offer everybody in this valley and far beyond it, for the first time ever, "
        "the 1/2 lb. Valley Burger with cheese and onions from the farms around us,” she said."
    )
    reading, (claim,) = claimed(read, text)
    assert reading.article.text[claim.start : claim.end] == text.removesuffix(" she said.")
