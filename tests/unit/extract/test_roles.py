"""What someone is: titles, appositions, leading, being."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import actors, mentions
from briefing.language import Reading

Read = Callable[..., Reading]


def roles(reading: Reading, name: str) -> list[str]:
    """The roles of an actor, checked against the words that they stand on."""
    cast = actors.find(reading, mentions.find(reading), ())
    (actor,) = [a for a in cast.actors if a.name == name]
    for role in actor.roles:
        assert reading.article.text[role.start : role.end] == role.text
    return [role.text for role in actor.roles]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Defense Secretary Robert Gates left on Monday.", "Robert Gates", "Defense Secretary"),
        ("He met State Department spokesman Peter Hall in May.", "Peter Hall", "State Department spokesman"),
        ("They met Ambassador of China to Mongolia Wei Chen.", "Wei Chen", "Ambassador of China to Mongolia"),
        ("Minister of Finance Laura Benn spoke first.", "Laura Benn", "Minister of Finance"),
        ("Peter Hall, a spokesman for the army, denied it.", "Peter Hall", "spokesman for the army"),
        ("Peter Hall, 45, a former teacher, denied it.", "Peter Hall", "former teacher"),
        ("France’s finance minister, Laura Benn, was in Rome.", "Laura Benn", "France’s finance minister"),
        ("They met the head of France’s navy, Adm. Jean Petit — a surprise.", "Jean Petit", "head of France’s navy"),
        (
            "Peru’s chief trade negotiator and deputy foreign minister, Maria Lopez, spoke.",
            "Maria Lopez",
            "Peru’s chief trade negotiator and deputy foreign minister",
        ),
        ("Laura Benn is the minister of education.", "Laura Benn", "minister of education"),
        ("Laura Benn, who heads the agency, resigned.", "Laura Benn", "heads the agency"),
    ],
)
def test_a_role_is_found_with_its_exact_words(read: Read, text: str, name: str, role: str) -> None:
    assert role in roles(read(text), name)


def test_a_title_between_apposition_and_name_is_a_role_of_its_own(read: Read) -> None:
    found = roles(read("Nepal’s army chief, Gen. Ram Thapa, resigned on Friday."), "Ram Thapa")
    assert found == ["Nepal’s army chief", "Gen."]


def test_mr_and_mrs_are_no_roles(read: Read) -> None:
    assert roles(read("Mr. Peter Hall left. Mr. Hall had come late."), "Peter Hall") == []


def test_the_same_role_is_listed_once(read: Read) -> None:
    assert roles(read("President Anna Keller came. President Anna Keller spoke."), "Anna Keller") == ["President"]


def test_the_title_of_the_next_person_is_not_an_apposition(read: Read) -> None:
    assert roles(read("Peter Hall, Senator Ann Lee and others came."), "Peter Hall") == []


def test_an_organization_has_its_apposition(read: Read) -> None:
    text = "The Red Crescent, the largest aid organization in the region, closed its offices."
    assert any("aid organization" in role for role in roles(read(text), "Red Crescent"))


@pytest.mark.parametrize(
    "text", ["He told the court Ms. Laura Benn had left.", "The bail conditions ban Ms. Laura Benn."]
)
def test_a_form_of_address_is_no_role_with_the_words_before_it(read: Read, text: str) -> None:
    assert roles(read(text), "Laura Benn") == []
