"""Relations of one pair as one, strongest first, and who says so."""

from __future__ import annotations

import msgspec

from briefing.article import Article, Paragraph, Span
from briefing.findings import Actor, Briefing, Evidence, Pipeline, ProxyRelation, ProxyVerb, Quote
from briefing.proxy_pairs import pairs
from briefing.sayers import NOBODY, Sayers

TEXT = "Keldon arms the Guard, people who know them said."


def relation(proxy: str, *evidence: tuple[int, int, str | None], verb: ProxyVerb = "backs") -> ProxyRelation:
    """Evidence as (start, paragraph, attribution)."""
    found = tuple(Evidence(start, start + 5, number, said) for start, number, said in evidence)
    return ProxyRelation(f"{proxy}-{verb}", "keldon", proxy, verb, found)


def order(*relations: ProxyRelation) -> list[str]:
    return [pair.proxy for pair in pairs(relations)]


def test_more_paragraphs_are_stronger_than_more_words_of_one() -> None:
    one = relation("one", (0, 1, None), (10, 1, None), (20, 1, None))
    two = relation("two", (30, 2, "q"), (40, 3, "q"))
    assert order(one, two) == ["two", "one"]


def test_of_as_many_paragraphs_the_one_with_more_evidence_is_stronger() -> None:
    assert order(relation("one", (0, 1, None)), relation("two", (30, 2, "q"), (40, 2, "q"))) == ["two", "one"]


def test_what_the_article_asserts_is_stronger_than_what_somebody_says() -> None:
    assert order(relation("said", (0, 1, "q")), relation("asserted", (30, 4, None))) == ["asserted", "said"]


def test_of_equals_the_first_in_the_text_comes_first() -> None:
    assert order(relation("late", (30, 4, None)), relation("early", (0, 1, None))) == ["early", "late"]


def test_relations_of_one_pair_are_one_and_the_words_of_one_place_count_once() -> None:
    backs = relation("guard", (0, 1, None))
    trains = relation("guard", (0, 1, None), (30, 2, None), verb="trains")
    [pair] = pairs([backs, trains])
    assert pair.words == "trains, backs"
    assert pair.paragraphs == (1, 2)
    assert [item.start for item in pair.evidence] == [0, 30]


def quote(name: str, speaker: str | None, source: Span | None) -> Quote:
    return Quote(name, "indirect", (Span(0, 5),), None, source, speaker, 1, 0.9)


def test_who_says_so_is_a_speaker_the_words_for_a_source_nobody_or_the_article() -> None:
    briefing = Briefing(
        article=Article(id="a", text=TEXT, paragraphs=(Paragraph(1, 0, len(TEXT)),)),
        pipeline=Pipeline("by-hand", "1"),
        actors=(Actor("rehn", "Tomas  Rehn", "person"),),
        quotes=(
            quote("q1", "rehn", Span(0, 6)),
            quote("q2", None, Span(TEXT.index("people"), TEXT.index(" said"))),
            quote("q3", "gone", None),
        ),
    )
    [pair] = pairs([relation("guard", (0, 1, "q1"), (6, 2, "q2"), (12, 3, "q3"), (18, 4, None), (24, 5, "q1"))])
    assert pair.said_by(Sayers(briefing)) == {
        "Tomas Rehn": (1, 5),
        "people who know them": (2,),
        NOBODY: (3,),
        "": (4,),
    }
    assert Sayers(msgspec.structs.replace(briefing, actors=())).of("q1") == "Keldon"
