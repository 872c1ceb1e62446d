"""Which claims a filter keeps, and what it calls itself."""

from __future__ import annotations

import pytest
from sample import briefing, span

from briefing.article import Span
from briefing.findings import Claim
from briefing.tui.claim_filter import AtWords, Criterion, Kind, OfActor, OfCertainty, kept, labels


def ids(criteria: dict[Kind, Criterion]) -> list[str]:
    return [claim.id for claim in kept(briefing().claims, criteria)]


def test_an_actor_makes_claims_or_is_what_they_are_about() -> None:
    claims = (
        Claim("says", 0, 1, 1, None, "k", ("v",), "reported"),
        Claim("meant", 2, 3, 1, None, "v", ("k", "v"), "reported"),
        Claim("neither", 4, 5, 1, None, None, (), "asserted"),
    )
    found = {part: [c.id for c in kept(claims, {"actor": OfActor("k", "K", part)})] for part in ("by", "about", "of")}
    assert found == {"by": ["says"], "about": ["meant"], "of": ["says", "meant"]}


def test_one_certainty() -> None:
    assert ids({"certainty": OfCertainty("denied")}) == ["c5"]


def test_claims_at_the_words_of_a_finding_share_at_least_a_character_with_them() -> None:
    place = span("the port of Sel would reopen")
    assert ids({"selection": AtWords((place,), "the port")}) == ["c1"]
    assert ids({"selection": AtWords((Span(place.end - 1, place.end + 40),), "")}) == ["c1", "c2"]
    before = Span(place.start - 5, place.start)
    assert ids({"selection": AtWords((before,), "")}) == []


def test_all_that_is_asked_for_must_be_there() -> None:
    both: dict[Kind, Criterion] = {"certainty": OfCertainty("reported"), "actor": OfActor("lindqvist", "L", "by")}
    assert ids(both) == ["c1", "c2"]
    assert ids({}) == [f"c{n}" for n in range(1, 8)]


@pytest.mark.parametrize(
    ("criterion", "label"),
    [
        (OfActor("x", "Mara Lindqvist", "by"), "by Mara Lindqvist"),
        (OfActor("x", "Keldon", "about"), "about Keldon"),
        (OfActor("x", "Keldon"), "with Keldon"),
        (OfCertainty("hedged"), "hedged"),
        (AtWords((), "the port"), "at “the port”"),
    ],
)
def test_a_filter_names_itself(criterion: Criterion, label: str) -> None:
    assert criterion.label == label


def test_filters_are_named_in_one_order_however_they_came() -> None:
    asked: dict[Kind, Criterion] = {"selection": AtWords((), "x"), "actor": OfActor("k", "K", "by")}
    assert labels(asked) == ["by K", "at “x”"]
