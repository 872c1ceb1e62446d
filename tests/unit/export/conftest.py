"""A briefing made by hand, with everything that a briefing can hold, and a hostile one."""

from datetime import date

import msgspec
import pytest

from briefing.article import Article, Span
from briefing.findings import (
    Actor,
    Briefing,
    Claim,
    Event,
    EventDate,
    Evidence,
    Mention,
    Pipeline,
    ProxyRelation,
    Quote,
    Role,
)
from briefing.readers import read_bytes

TEXT = (
    "Talks with Hungary stall\nBy Jane Doe\n2024-03-03\n\n"
    "Anna Novak, the minister, said on Friday that talks with Hungary had stalled.\n\n"
    "“We will try again,” she said. Ruritania backs the militia. Strelsau denied it.\n\n"
    "The treaty was signed in 1997. Nobody knows when it ends.\n\nSource: The Daily Planet\n"
)


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def span(words: str) -> Span:
    return Span(*at(words))


@pytest.fixture
def article() -> Article:
    return read_bytes(TEXT.encode(), path="/somewhere/talks.txt")


@pytest.fixture
def briefing(article: Article) -> Briefing:
    day = EventDate(date(2024, 3, 1), date(2024, 3, 1), "day")
    year = EventDate(date(1997, 1, 1), date(1997, 12, 31), "year")
    return Briefing(
        article=article,
        pipeline=Pipeline("en_news", "1.0"),
        actors=(
            Actor("a2", "Hungary", "country", (), (), (Mention(*at("Hungary had"), "name"),)),
            Actor(
                "a1",
                "Anna Novak",
                "person",
                (Role("minister", *at("minister")),),
                (),
                (Mention(*at("Anna Novak"), "name"), Mention(*at("she said"), "pronoun")),
            ),
            Actor("a3", "Ruritania", "country", (), (), (Mention(*at("Ruritania"), "name"),)),
            Actor("a4", "the militia", "group", (), (), (Mention(*at("the militia"), "nominal"),)),
            Actor("a5", "Strelsau", "place", (), (), (Mention(*at("Strelsau"), "name"),)),
        ),
        quotes=(
            Quote(
                "q1",
                "indirect",
                (span("talks with Hungary had stalled"),),
                span("said on"),
                span("Anna Novak"),
                "a1",
                1,
                0.9,
            ),
            Quote("q2", "direct", (span("We will try again"),), span("said."), span("she"), "a1", 2, 0.9),
            Quote("q3", "indirect", (span("it"),), None, span("Strelsau"), None, 2, 0.4),
        ),
        claims=(
            Claim("c1", *at("talks with Hungary had stalled"), 1, "q1", "a1", ("a2",), "reported"),
            Claim("c2", *at("The treaty was signed in 1997."), 3, None, None, (), "asserted"),
        ),
        history=(
            Event("e1", *at("talks with Hungary had stalled"), span("Friday"), 1, day),
            Event("e2", *at("The treaty was signed in 1997"), span("1997"), 3, year),
            Event("e3", *at("when it ends"), span("when"), 3, None),
            Event("e4", *at("We will try again"), span("again"), 2, day, same_as="e1"),
        ),
        proxies=(ProxyRelation("p1", "a3", "a4", "backs", (Evidence(*at("Ruritania backs the militia"), 2),)),),
        denied_proxies=(ProxyRelation("p2", "a5", "a4", "arms", (Evidence(*at("Strelsau denied it"), 2),)),),
    )


@pytest.fixture
def hostile(briefing: Briefing) -> Briefing:
    """The words of an article that would like to act as markup."""
    name = "*_[x](javascript:alert(1))_* <script>alert(1)</script> `# | ![y](http://e.vil/p.png)"
    actors = tuple(msgspec.structs.replace(actor, name=name) for actor in briefing.actors)
    return msgspec.structs.replace(
        briefing, actors=actors, article=msgspec.structs.replace(briefing.article, title="# 1. <b>" + name)
    )
