"""Proxies as findings: their evidence, its paragraphs and quotes, and the unnamed actors at their ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from cast_of import cast_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.article import Span
from briefing.extract import actors, mentions, proxies
from briefing.findings import Quote
from briefing.language import Reading

Read = Callable[..., Reading]

UNNAMED = [
    # (text, the unnamed actors at an end of a relation)
    ("Altania accused the army of equipping the bombers.", {"army", "bombers"}),
    ("An American engineer was charged with spying for Iran.", {"American engineer"}),
    ("Telmar was bought by a subsidiary of the German firm Ostrock.", {"subsidiary"}),
    ("The mine belongs to a group of unidentified investors.", set()),
    ("The bombers fled. The peacekeepers went home.", set()),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED, ids=[row[0] for row in UNNAMED])
def test_an_unnamed_actor_comes_with_its_relation_alone(read: Read, text: str, expected: set[str]) -> None:
    reading = read(text)
    cast = actors.find(reading, mentions.find(reading), ())
    assert {actor.name for actor in cast.actors if actor.name[0].islower() or " engineer" in actor.name} == expected


def test_the_same_relation_comes_once_with_all_its_evidence(read: Read) -> None:
    text = "Iran has armed the Houthis.\n\nOn Monday, Iran denied nothing. The Houthis get rockets from Iran."
    reading = read(text)
    [relation], denied = proxies.find(reading, cast_of(reading, "c:Iran; g:Houthis"), (), ())
    assert [text[e.start : e.end] for e in relation.evidence] == [
        "Iran has armed the Houthis",
        "The Houthis get rockets from Iran",
    ]
    assert [e.paragraph for e in relation.evidence] == [1, 2]
    assert relation.id == "p1"
    assert not denied


def test_evidence_names_the_innermost_quote_that_holds_it(read: Read) -> None:
    text = "Officials said the U.N. believes that Iran arms the Houthis."
    reading = read(text)
    start = text.index("the U.N.")
    outer = Quote("q1", "indirect", (Span(start, len(text) - 1),), None, None, None, 1, 1.0)
    inner = Quote("b1", "indirect", (Span(text.index("Iran"), len(text) - 1),), None, None, None, 1, 1.0)
    [relation], _ = proxies.find(reading, cast_of(reading, "c:Iran; g:Houthis"), (outer,), (inner,))
    assert [e.attribution for e in relation.evidence] == ["b1"]


def test_evidence_holds_whole_names(read: Read) -> None:
    text = "The group is a front for the Islamic Revolutionary Guard Corps of Iran."
    reading = read(text)
    [relation], _ = proxies.find(reading, cast_of(reading, "g:The group; o:Islamic Revolutionary Guard Corps"), (), ())
    [evidence] = relation.evidence
    assert text[evidence.start : evidence.end] == "The group is a front for the Islamic Revolutionary Guard Corps"


SENTENCES = (
    "The attacks were carried out by Iranian-backed militia groups.",
    "Iran’s proxies launched an attack drone.",
    "Hamas, Hezbollah and other Iranian proxies have fired rockets.",
    "Hezbollah’s patron, Iran, called for restraint.",
    "Iran has supplied Russia with much-needed drones.",
    "Hezbollah takes its orders from Iran.",
    "The Taliban received weapons from Iran, a charge Iran denies.",
    "Russia denies any connection with Hezbollah.",
    "Iran denies backing the Houthis and says Russia has armed the Taliban.",
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_evidence_lies_in_its_paragraph(read: Read, sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    reading = read(text)
    names = [
        name
        for name in ("Iran", "Hezbollah", "Russia", "Taliban", "Houthis", "Hamas")
        if re.search(rf"\b{name}\b", text)
    ]
    cast = cast_of(reading, "; ".join(f"{'c' if name in ('Iran', 'Russia') else 'o'}:{name}" for name in names))
    for relations in proxies.find(reading, cast, (), ()):
        for relation in relations:
            assert relation.principal != relation.proxy
            for evidence in relation.evidence:
                assert reading.article.paragraph_at(evidence.start) == evidence.paragraph
                assert reading.article.paragraph_at(evidence.end - 1) == evidence.paragraph


def test_evidence_amid_which_the_cue_stands_belongs_to_that_quote(read: Read) -> None:
    text = "Tehran, according to officials, has long supported Hamas with supplies."
    reading = read(text)
    content = (Span(0, 6), Span(text.index("has"), len(text) - 1))
    quote = Quote("q1", "indirect", content, None, None, None, 1, 0.9)
    (relation,), _ = proxies.find(reading, cast_of(reading, "c:Tehran; o:Hamas"), (quote,), ())
    assert [e.attribution for e in relation.evidence] == ["q1"]
