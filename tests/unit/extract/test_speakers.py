"""Who speaks: the actor of each attribution relation's source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import actors, mentions, speakers
from briefing.extract.relations import Relation, Tokens
from briefing.language import Reading

Read = Callable[..., Reading]


def tokens(reading: Reading, words: str, after: int = 0) -> Tokens:
    """The tokens of some words of the text, the first after an offset."""
    from briefing.article import Span

    start = reading.article.text.index(words, after)
    return reading.tokens(Span(start, start + len(words)))


def relation(reading: Reading, content: str, source: str | None, speech: bool = True, direct: bool = False) -> Relation:
    """A relation of words of the text."""
    return Relation(
        content=(tokens(reading, content),),
        cue=None,
        source=tokens(reading, source) if source else None,
        kind="direct" if direct else "indirect",
        speech=speech,
        certainty="reported",
        confidence=0.75,
    )


def speaker(read: Read, text: str, content: str, source: str) -> str | None:
    """The name of the speaker that one relation gets."""
    reading = read(text)
    relations = (relation(reading, content, source),)
    cast = actors.find(reading, mentions.find(reading), relations)
    quotes, _ = speakers.link(reading, relations, cast)
    return {a.id: a.name for a in cast.actors}.get(quotes[0].speaker or "")


# the text, what is said, its source, who speaks
SOURCES = [
    ("It failed, Treasury spokesman Peter Hall said.", "It failed", "Treasury spokesman Peter Hall", "Peter Hall"),
    ("The plan failed, Anna Keller’s aides said.", "The plan failed", "Anna Keller’s aides", "Anna Keller’s aides"),
    ("Kenya’s state media reported that it rained.", "it rained", "Kenya’s state media", "Kenya’s state media"),
    ("Anna Keller, who said the plan failed, resigned.", "the plan failed", "who", "Anna Keller"),
    ("The Kenyan government says that Kenya won.", "Kenya won", "The Kenyan government", "Kenya"),
    ("A statement from Orbit Bank said so.", "so", "A statement from Orbit Bank", "Orbit Bank"),
    ("A survey conducted by Orbit Bank said so.", "so", "A survey conducted by Orbit Bank", "Orbit Bank"),
    ("The Board of Trade chair Laura Benn said so.", "so", "The Board of Trade chair Laura Benn", "Laura Benn"),
    ("Peter Hall, a teacher from Leeds, said so.", "so", "Peter Hall, a teacher from Leeds", "Peter Hall"),
    ("The finance minister, Laura Benn, said so.", "so", "The finance minister, Laura Benn", "Laura Benn"),
    (
        "The Special Rapporteur on Housing, Laura Benn, said so.",
        "so",
        "The Special Rapporteur on Housing, Laura Benn",
        "Laura Benn",
    ),
]


@pytest.mark.parametrize(("text", "content", "source", "wanted"), SOURCES)
def test_the_head_of_the_source_speaks(read: Read, text: str, content: str, source: str, wanted: str) -> None:
    assert speaker(read, text, content, source) == wanted


def test_a_pronoun_speaks_for_its_person(read: Read) -> None:
    assert speaker(read, "Anna Keller left early. She said the plan failed.", "the plan failed", "She") == "Anna Keller"


def test_relations_become_quotes_and_attributions_in_order(read: Read) -> None:
    reading = read("Peter Hall said the plan failed. Peter Hall believes the mayor lied. Peter Hall said rain fell.")
    relations = (
        relation(reading, "the plan failed", "Peter Hall"),
        relation(reading, "the mayor lied", "Peter Hall", speech=False),
        relation(reading, "rain fell", "Peter Hall"),
    )
    cast = actors.find(reading, mentions.find(reading), relations)
    quotes, others = speakers.link(reading, relations, cast)
    assert [q.id for q in quotes] == ["q1", "q2"]
    assert [b.id for b in others] == ["b1"]
    text = reading.article.text
    assert [text[q.content[0].start : q.content[0].end] for q in quotes] == ["the plan failed", "rain fell"]
    assert quotes[0].confidence == 0.75
    assert quotes[0].paragraph == 1


def test_a_quoted_paragraph_without_source_goes_on_with_the_speaker(read: Read) -> None:
    reading = read("“The plan failed,” Anna Keller said.\n\n“We must try again.”\n")
    relations = (
        relation(reading, "“The plan failed,”", "Anna Keller", direct=True),
        relation(reading, "“We must try again.”", None, direct=True),
    )
    cast = actors.find(reading, mentions.find(reading), relations)
    quotes, _ = speakers.link(reading, relations, cast)
    assert quotes[0].speaker is not None
    assert quotes[1].speaker == quotes[0].speaker


def test_no_source_is_no_speaker(read: Read) -> None:
    reading = read("It was reported that the plan failed.")
    relations = (relation(reading, "the plan failed", None),)
    quotes, _ = speakers.link(reading, relations, actors.find(reading, mentions.find(reading), relations))
    assert quotes[0].speaker is None


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Vice Admiral, Omar Haddad, said that the clubs were new.", "Vice Admiral, Omar Haddad", "Omar Haddad"),
        (
            "According to the Minister of Agriculture, Ann Lee, the cattle were safe.",
            "the Minister of Agriculture, Ann Lee",
            "Ann Lee",
        ),
        ("Presidential chief of staff Ann Lee said that it was late.", "Presidential chief of staff Ann Lee", "Ann Lee"),
        (
            "The deputy head of the harbour board, Counselor Ann Lee, said that it was late.",
            "The deputy head of the harbour board, Counselor Ann Lee",
            "Ann Lee",
        ),
        ("Aides of Ann Lee said that it was late.", "Aides of Ann Lee", None),
    ],
)  # fmt: skip
def test_an_office_before_a_name_speaks_with_it(read: Read, text: str, source: str, speaker: str | None) -> None:
    reading = read(text)
    relations = (relation(reading, "that it was late" if "late" in text else text.split()[-1], source),)
    cast = actors.find(reading, mentions.find(reading), ())
    quotes, _ = speakers.link(reading, relations, cast)
    assert next((a.name for a in cast.actors if a.id == quotes[0].speaker), None) == speaker
