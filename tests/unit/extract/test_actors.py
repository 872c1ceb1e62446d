"""Mentions gathered into actors: people, organizations, states, groups."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import actors, attributions, mentions
from briefing.extract.relations import Cast
from briefing.findings import Actor
from briefing.language import Reading

Read = Callable[..., Reading]


def cast_of(reading: Reading) -> Cast:
    """The cast of a reading with its attribution relations."""
    return actors.find(reading, mentions.find(reading), attributions.find(reading))


def named(cast: Cast, name: str) -> Actor:
    """The one actor with a name."""
    (actor,) = [a for a in cast.actors if a.name == name]
    return actor


def said(reading: Reading, actor: Actor, form: str = "name") -> list[str]:
    """The words of an actor's mentions of a form."""
    return [reading.article.text[m.start : m.end] for m in actor.mentions if m.form == form]


def test_title_first_name_and_surname_are_one_person(read: Read) -> None:
    reading = read("President Anna Keller arrived on Monday. Keller met the press. Ms. Keller left in the evening.")
    cast = cast_of(reading)
    assert said(reading, named(cast, "Anna Keller")) == ["Anna Keller", "Keller", "Keller"]
    assert named(cast, "Anna Keller").kind == "person"


def test_two_people_with_one_surname_stay_two(read: Read) -> None:
    reading = read(
        "Michael Turner and Laura Turner addressed the court in Dublin. Mrs. Turner spoke first. "
        "Michael Turner was silent. Mr. Turner then left."
    )
    cast = cast_of(reading)
    assert len(said(reading, named(cast, "Laura Turner"))) == 2
    assert len(said(reading, named(cast, "Michael Turner"))) == 3


def test_the_fullest_name_names_the_actor(read: Read) -> None:
    cast = cast_of(read("Abu Salem met with officials. Hassan Abu Salem, the negotiator, said Abu Salem would return."))
    assert named(cast, "Hassan Abu Salem").aliases == ("Abu Salem",)


def test_an_acronym_joins_its_expansion_with_the_owners_initial(read: Read) -> None:
    reading = read("Soldiers of India’s Railway Protection Corps closed the line. The IRPC said it was a drill.")
    assert said(reading, named(cast_of(reading), "Railway Protection Corps")) == ["Railway Protection Corps", "IRPC"]


def test_a_state_by_name_short_form_and_people_is_one_actor(read: Read) -> None:
    reading = read(
        "The United States voted. The U.S. delegate left. Americans protested, and American reporters wrote."
    )
    actor = named(cast_of(reading), "United States")
    assert actor.kind == "country"
    assert set(actor.aliases) >= {"U.S.", "Americans", "American"}


def test_the_adjective_of_a_state_leads_to_it_without_being_a_mention(read: Read) -> None:
    reading = read("Kenya signed the deal. The Kenyan minister smiled.")
    cast = cast_of(reading)
    actor = named(cast, "Kenya")
    assert said(reading, actor) == ["Kenya"]
    adjective = next(t.i for t in reading.doc if t.text == "Kenyan")
    assert cast.of_token[adjective] == actor.id


def test_a_capital_that_acts_is_its_state_and_one_that_is_visited_is_a_city(read: Read) -> None:
    reading = read(
        "Poland has closed the border. Warsaw has warned the smugglers. Reporters met the minister in Warsaw on Friday."
    )
    cast = cast_of(reading)
    assert said(reading, named(cast, "Poland")) == ["Poland", "Warsaw"]
    assert named(cast, "Warsaw").kind == "place"


def test_a_city_is_no_state_where_the_state_is_not_spoken_of(read: Read) -> None:
    cast = cast_of(read("London has a new mayor. London voted on Thursday."))
    assert named(cast, "London").kind == "place"


def test_the_government_of_a_state_is_the_state(read: Read) -> None:
    reading = read("The Kenyan government said on Monday that Kenya would pay.")
    cast = cast_of(reading)
    government = next(t.i for t in reading.doc if t.text == "government")
    assert cast.of_token[government] == cast.of_head[government] == named(cast, "Kenya").id


def test_an_organization_is_never_its_state(read: Read) -> None:
    cast = cast_of(
        read("The Kremlin denied it. Russia’s Central Bank raised rates. Russia will pay, the White House said.")
    )
    assert {a.name: a.kind for a in cast.actors if a.name in ("Kremlin", "Russia", "White House")} == {
        "Kremlin": "organization",
        "Russia": "country",
        "White House": "organization",
    }


def test_ministries_of_two_states_are_two(read: Read) -> None:
    reading = read(
        "Russia’s Foreign Ministry called the talks useful. Turkey’s Foreign Ministry called them a failure."
    )
    assert len([a for a in cast_of(reading).actors if a.name == "Foreign Ministry"]) == 2


def test_groups_behind_which_somebody_stands_are_actors_of_their_own(read: Read) -> None:
    reading = read(
        "Turkish-backed rebel groups took the town. Turkey pays its proxy forces well, and Libya’s militias left."
    )
    cast = cast_of(reading)
    groups = {a.name for a in cast.actors if a.kind == "group"}
    assert "Turkish-backed rebel groups" in groups
    assert any("proxy forces" in name for name in groups)
    turkey = named(cast, "Turkey").id
    assert all(a.id != turkey for a in cast.actors if a.kind == "group")
    adjective = next(t.i for t in reading.doc if t.text == "Turkish")
    assert cast.of_token[adjective] == turkey


def test_collective_sources_are_groups(read: Read) -> None:
    reading = read("Senior British officials said the plan had failed. Keller’s aides said it had worked.")
    groups = {a.name for a in cast_of(reading).actors if a.kind == "group"}
    assert {"Senior British officials", "Keller’s aides"} <= groups


def test_he_and_she_are_the_people_of_that_gender(read: Read) -> None:
    reading = read("Maria Lopez called John Carter on Monday. She said that he had agreed to the terms.")
    cast = cast_of(reading)
    assert said(reading, named(cast, "Maria Lopez"), "pronoun") == ["She"]
    assert said(reading, named(cast, "John Carter"), "pronoun") == ["he"]


def test_its_is_the_state_that_is_the_subject(read: Read) -> None:
    reading = read("Brazil has changed its law on forests.")
    assert said(reading, named(cast_of(reading), "Brazil"), "pronoun") == ["its"]


def test_it_that_means_nobody_is_left_alone(read: Read) -> None:
    reading = read("Brazil voted on Sunday. It is likely that the count will take weeks.")
    assert said(reading, named(cast_of(reading), "Brazil"), "pronoun") == []


def test_i_in_a_quotation_is_its_speaker(read: Read) -> None:
    reading = read("“I will pay my taxes,” John Carter said on Monday.")
    assert said(reading, named(cast_of(reading), "John Carter"), "pronoun") == ["I", "my"]


def test_a_description_means_the_person_with_that_role(read: Read) -> None:
    reading = read("Finance Minister Laura Benn met John Carter on Friday. The minister said the talks went well.")
    assert said(reading, named(cast_of(reading), "Laura Benn"), "nominal") == ["The minister"]


def test_mentions_and_ids_follow_the_text(read: Read) -> None:
    cast = cast_of(read("Maria Lopez left Kenya. Kenya thanked Lopez. She smiled at John Carter."))
    assert [a.id for a in cast.actors] == [f"a{n}" for n in range(1, len(cast.actors) + 1)]
    assert [a.mentions[0].start for a in cast.actors] == sorted(a.mentions[0].start for a in cast.actors)
    for actor in cast.actors:
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: (m.start, m.end))


def test_an_entity_names_its_actor(read: Read) -> None:
    reading = read("Maria Lopez left Kenya on Monday.")
    found = mentions.find(reading)
    cast = actors.find(reading, found, ())
    by_words = {reading.article.text[e.start : e.end]: e.actor for e in mentions.entities(reading, found, cast)}
    assert by_words["Maria Lopez"] == named(cast, "Maria Lopez").id
    assert by_words["Kenya"] == named(cast, "Kenya").id


def test_a_text_without_names_has_no_actors(read: Read) -> None:
    assert cast_of(read("It rained all day and nothing else happened.")).actors == ()


def test_the_world_is_no_organization_with_the_word_in_its_name(read: Read) -> None:
    reading = read("The World Health Organization met in Geneva on Monday. It was the first such meeting in the world.")
    actor = named(cast_of(reading), "World Health Organization")
    assert "the world" not in said(reading, actor, "nominal")


def test_this_ministry_is_the_one_named_before(read: Read) -> None:
    reading = read("The Ministry of Agriculture paid for the vaccine. This ministry said that the cattle were safe.")
    actor = named(cast_of(reading), "Ministry of Agriculture")
    assert said(reading, actor, "nominal") == ["This ministry"]
