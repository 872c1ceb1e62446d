"""What makes a claim weigh more than another."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from briefing.article import Article, Paragraph, Span
from briefing.claim_weight import Weight, by_weight, weights
from briefing.findings import (
    Actor,
    Briefing,
    Certainty,
    Claim,
    Entity,
    Event,
    EventDate,
    Mention,
    Pipeline,
    Quote,
)

WORDS = "x" * 400
PARAGRAPHS = tuple(Paragraph(number, (number - 1) * 100, number * 100) for number in range(1, 5))


def claim(name: str, start: int, end: int, *, speaker: str | None = None, said: str | None = None) -> Claim:
    certainty: Certainty = "reported" if said else "asserted"
    return Claim(name, start, end, start // 100 + 1, said, speaker, (), certainty)


def found(*claims: Claim, **more: object) -> Briefing:
    article = Article(id="a", text=WORDS, paragraphs=PARAGRAPHS)
    made = Briefing(article=article, pipeline=Pipeline("by-hand", "1"), claims=claims)
    return msgspec.structs.replace(made, **more)


def quote(source: Span | None, speaker: str | None, kind: str = "indirect") -> Quote:
    return Quote("q", kind, (Span(110, 120),), None, source, speaker, 2, 0.9)  # type: ignore[arg-type]


def test_what_stands_higher_up_weighs_more() -> None:
    parts = weights(found(*(claim(f"c{n}", n * 100, n * 100 + 20) for n in range(4))))
    assert [parts[f"c{n}"].position for n in range(4)] == [3, 2, 1, 0]


def test_the_headline_weighs_as_much_as_the_first_paragraph() -> None:
    headline = msgspec.structs.replace(claim("c", 0, 10), paragraph=0)
    assert weights(found(headline))["c"].position == 3


def test_numbers_names_and_dates_within_the_claim_count_and_no_others() -> None:
    entities = (Entity(5, 8, "MONEY"), Entity(12, 14, "DATE"), Entity(60, 62, "CARDINAL"), Entity(15, 19, "ORG"))
    actors = (Actor("k", "Keldon", "country", mentions=(Mention(15, 19, "name"), Mention(25, 28, "pronoun"))),)
    parts = weights(found(claim("c", 0, 30), entities=entities, actors=actors))["c"]
    assert (parts.numbers, parts.names, parts.dates) == (1, 1, 1)


def test_an_actor_that_is_named_twice_counts_once_and_a_long_list_no_more_than_three() -> None:
    twice = Actor("k", "K", "group", mentions=(Mention(1, 2, "name"), Mention(5, 6, "name")))
    assert weights(found(claim("c", 0, 30), actors=(twice,)))["c"].names == 1
    many = tuple(Entity(n, n + 1, "CARDINAL") for n in range(20))
    assert weights(found(claim("c", 0, 30), entities=many))["c"].numbers == 3


def test_an_events_date_counts_once_with_the_entity_of_the_same_words() -> None:
    day = EventDate(date(2031, 3, 1), date(2031, 3, 1), "day")
    events = (
        Event("e1", 0, 20, Span(10, 14), 1, day),
        Event("e2", 0, 20, Span(16, 18), 1, day),
        Event("e3", 0, 20, Span(19, 20), 1, None),
    )
    assert weights(found(claim("c", 0, 30), entities=(Entity(10, 14, "DATE"),), history=events))["c"].dates == 2


@pytest.mark.parametrize(
    ("source", "speaker", "kind", "weight"),
    [
        (Span(101, 105), "k", "direct", 3),
        (Span(101, 105), "k", "indirect", 2),
        (Span(101, 105), None, "direct", 2),
        (Span(101, 105), None, "mixed", 1),
        (None, None, "indirect", 0),
    ],
)
def test_who_can_be_held_to_a_claim_makes_it_weigh(
    source: Span | None, speaker: str | None, kind: str, weight: float
) -> None:
    said = found(claim("c", 110, 120, speaker=speaker, said="q"), quotes=(quote(source, speaker, kind),))
    assert weights(said)["c"].attribution == weight


def test_the_articles_own_statement_has_nobody_behind_it() -> None:
    assert weights(found(claim("c", 110, 120)))["c"].attribution == 0


def test_the_heaviest_claim_comes_first_and_equals_in_the_order_of_the_text() -> None:
    low, high = claim("low", 210, 220), claim("high", 230, 250)
    equal = claim("equal", 205, 208)
    ordered = by_weight(found(low, high, equal, entities=(Entity(231, 233, "PERCENT"),)))
    assert [each.id for each in ordered] == ["high", "equal", "low"]


def test_no_kind_outweighs_the_other_four_together() -> None:
    most = Weight(3, 3, 2, 3, 3)
    assert all(part < most.total - part for part in most)
