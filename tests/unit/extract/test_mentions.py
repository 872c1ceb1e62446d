"""Names found and corrected: states by the table, titles, surnames, acronyms, one label a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Span
from briefing.extract import known_names, mentions, person_evidence
from briefing.extract.board import Board, Found
from briefing.extract.names import initials, is_acronym, key_of, same_organization, same_person
from briefing.extract.places import capitals, lookup, places
from briefing.extract.tables import rows
from briefing.language import Reading

Read = Callable[..., Reading]


def labels(reading: Reading) -> dict[str, str]:
    """The words of each entity and its label."""
    found = mentions.entities(reading, mentions.find(reading))
    return {reading.article.text[e.start : e.end]: e.label for e in found}


def test_the_table_of_states_is_complete_and_unambiguous() -> None:
    names = [row[0] for row in rows("states.tsv")]
    assert len(names) == len(set(names)) >= 195
    assert {"Taiwan", "Kosovo", "Palestine", "Hong Kong", "Scotland", "Vatican City"} <= set(names)
    assert all(len(row) == 5 for row in rows("states.tsv"))


def test_short_forms_adjectives_and_peoples_lead_to_the_state() -> None:
    for form in ("U.S.", "US", "USA", "America", "American", "Americans", "Washington"):
        place = lookup(form)
        assert place is not None
        assert place.name == "United States", form
    assert lookup("UAE") == lookup("U.A.E.")
    assert capitals()["Kyiv"] == capitals()["Kiev"] == "Ukraine"
    assert lookup("Seychellois") is not None
    assert lookup("Costa Ricans") is not None


def test_phrases_of_several_words_are_matched_at_their_longest(read: Read) -> None:
    doc = read("Officials from Papua New Guinea and Guinea met in Port Moresby.").doc
    first = next(t.i for t in doc if t.text == "Papua")
    hit = places().match(doc, first)
    assert hit is not None
    assert (hit[0] - first, hit[1].name) == (3, "Papua New Guinea")


def test_states_and_peoples_have_their_labels_whatever_the_pipeline(read: Read) -> None:
    found = labels(read("The UAE and Sri Lanka signed. Costa Ricans and Nepalese farmers welcomed it in Dhaka."))
    assert found["UAE"] == found["Sri Lanka"] == found["Dhaka"] == "GPE"
    assert found["Costa Ricans"] == found["Nepalese"] == "NORP"


def test_a_language_is_no_people(read: Read) -> None:
    assert labels(read("She answered the question in French.")).get("French") in (None, "LANGUAGE")


def test_titles_and_articles_are_no_part_of_a_name(read: Read) -> None:
    found = labels(read("Gen. Maria Lopez met Mr. Smith and the Red Cross on Monday. Ms Burney left."))
    assert found["Maria Lopez"] == found["Smith"] == found["Burney"] == "PERSON"
    assert found["Red Cross"] == "ORG"


def test_a_surname_alone_is_the_person_of_the_full_name(read: Read) -> None:
    text = "Valerie Paris, a former member, sued the club. Paris said she was held. The club denied what Paris said."
    reading = read(text)
    found = mentions.entities(reading, mentions.find(reading))
    assert {e.label for e in found if text[e.start : e.end].endswith("Paris")} == {"PERSON"}


def test_an_acronym_in_brackets_is_the_organization(read: Read) -> None:
    found = labels(read("The International Rescue Committee (IRC) sent doctors. The IRC said they were safe."))
    assert found["IRC"] == "ORG"


def test_a_nickname_in_quotation_marks_stays_in_the_name(read: Read) -> None:
    text = "Former President Andrés “Nito” Salcedo has sold his farm. Salcedo argued for a new law."
    assert labels(read(text)).get("Andrés “Nito” Salcedo") == "PERSON"


def test_key_words_of_names_decide_what_is_named(read: Read) -> None:
    found = labels(read("He joined the Green Future Party before the vote, reporters at Kingsford Airport said."))
    assert found["Green Future Party"] == "ORG"
    assert found["Kingsford Airport"] == "FAC"


@pytest.mark.parametrize("label", ["PERSON", "FAC", "ORG", "LOC"])
def test_a_national_park_is_a_place_though_it_is_named_like_a_person(read: Read, label: str) -> None:
    reading = read("They walked through Bruno Marini National Park all day.")
    board = Board(reading.doc)
    first = next(t.i for t in reading.doc if t.text == "Bruno")
    board.put(Found(first, first + 4, label))
    known_names.apply_key_words(board)
    assert [(found.last - found.first, found.label) for found in board] == [(4, "LOC")]


def test_names_are_compared_without_article_accent_and_possessive() -> None:
    assert key_of("the José’s") == key_of("Jose")
    assert key_of("U.S. Senate") == ("us", "senate")


def test_short_forms_of_a_persons_name() -> None:
    full = key_of("Hassan Abu Ali")
    assert same_person(key_of("Abu Ali"), full)
    assert same_person(key_of("Ali"), full)
    assert same_person(key_of("J. Smith"), key_of("John Smith"))
    assert same_person(key_of("John Smith"), key_of("John Robert Smith"))
    assert not same_person(key_of("Mary Smith"), key_of("John Smith"))
    assert not same_person(key_of("Abu"), key_of("Hassan Abu Ali")[:1])


def test_short_forms_of_an_organizations_name() -> None:
    assert same_organization(key_of("Acme"), key_of("Acme Corp."))
    assert same_organization(key_of("State Department"), key_of("US State Department"))
    assert not same_organization(key_of("Texas"), key_of("University of Texas"))
    assert not same_organization(key_of("Kenya"), key_of("Kenya Airways"))


def test_initials_with_and_without_small_words() -> None:
    assert "irc" in initials(key_of("International Rescue Committee"))
    assert {"dod", "dd"} <= initials(key_of("Department of Defense"))
    assert is_acronym("U.N.")
    assert not is_acronym("Iraq")


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(key_of(text), tuple)
    assert key_of(text)


def test_an_occupation_or_who_after_a_name_shows_a_person(read: Read) -> None:
    reading = read(
        "The comparison angered Gil Seo-yun, a police official who was dismissed in May.\n\n"
        "“It is our duty,” Gil said in an interview."
    )
    found = labels(reading)
    assert found["Gil Seo-yun"] == "PERSON"
    assert found["Gil"] == "PERSON"


def test_a_name_with_bin_begins_before_it(read: Read) -> None:
    assert labels(read("Major general Tariq bin Nasser Al Harbi thanked the crew.")).get(
        "Tariq bin Nasser Al Harbi"
    ) == "PERSON"  # fmt: skip


def test_the_full_style_of_a_state_means_the_state(read: Read) -> None:
    reading = read("The Sultanate of Oman and the State of Qatar signed the treaty.")
    found = {reading.doc[f.first : f.last].text: f.place for f in mentions.find(reading) if f.place is not None}
    assert found["Sultanate of Oman"].name == "Oman"
    assert found["State of Qatar"].name == "Qatar"


def test_a_longer_name_after_a_states_style_stays_one(read: Read) -> None:
    found = mentions.find(read("The State of Qatar Football Association met in Cork."))
    assert not any(f.place is not None and not f.inner and f.last - f.first == 3 for f in found)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("“Nobody came to help us,” Muzinda said.", "Muzinda", "GPE"),
        ("“Nobody came to help us,” said Muzinda.", "Muzinda", "LOC"),
        ("The row angered Tavi Osgra, a former police official.", "Tavi Osgra", "ORG"),
    ],
)
def test_a_name_that_talks_or_has_an_occupation_is_a_person(read: Read, text: str, name: str, label: str) -> None:
    reading = read(text)
    start = text.index(name)
    first, last = reading.tokens(Span(start, start + len(name)))
    board = Board(reading.doc)
    board.put(Found(first, last, label))
    person_evidence.apply(board)
    assert [found.label for found in board] == ["PERSON"]


def test_an_organization_that_talks_stays_one(read: Read) -> None:
    reading = read("“Nobody was hurt,” Foxconn said.")
    board = Board(reading.doc)
    at = next(t.i for t in reading.doc if t.text == "Foxconn")
    board.put(Found(at, at + 1, "ORG"))
    person_evidence.apply(board)
    assert [found.label for found in board] == ["ORG"]
