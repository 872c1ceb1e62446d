"""An invented article with its findings, made by hand: what the reader's widgets are tested with."""

from __future__ import annotations

from datetime import date

from briefing.article import Article, Paragraph, Span, article_id
from briefing.findings import (
    Actor,
    ActorKind,
    Briefing,
    Certainty,
    Claim,
    Event,
    EventDate,
    Evidence,
    Mention,
    Pipeline,
    ProxyRelation,
    ProxyVerb,
    Quote,
    QuoteKind,
    Role,
)

PARAGRAPHS = (
    "President Mara Lindqvist of Varnia said on Tuesday that the port of Sel would reopen within weeks. "
    "“We will not wait for Keldon,” she told reporters.",
    "The port has been closed since a fire in 2019. Keldon, which ruled the coast until 1961, has long armed "
    "the River Guard, a militia in the north, Varnian officials said.",
    "“We have never trained anybody across the border,” said Tomas Rehn, Keldon’s foreign minister. "
    "Rehn denied that Keldon directs the group.",
    "Fighters of the River Guard were trained in Keldon, according to people who know them. "
    "Lindqvist believes that the dispute may end by summer.",
    "The two governments are to meet on 2 April. Talks broke down when the last cabinet resigned, "
    "and on Tuesday Lindqvist called that a gift.",
)
TEXT = "\n".join(PARAGRAPHS)


def article() -> Article:
    """Five paragraphs of news from a country that does not exist."""
    paragraphs, start = [], 0
    for number, words in enumerate(PARAGRAPHS, 1):
        paragraphs.append(Paragraph(number, start, start + len(words)))
        start += len(words) + 1
    return Article(
        id=article_id(TEXT),
        title="Varnia to reopen the port of Sel",
        publisher="The Coast Courier",
        published=date(2031, 3, 12),
        text=TEXT,
        paragraphs=tuple(paragraphs),
    )


def briefing() -> Briefing:
    """The article with five actors and a place, five quotes, a belief, seven claims, six events, two relations."""
    return Briefing(
        article=article(),
        pipeline=Pipeline("by-hand", "1"),
        actors=(
            _actor("lindqvist", "Mara Lindqvist", "person", ("President",), "Mara Lindqvist", "Lindqvist"),
            _actor("varnia", "Varnia", "country", (), "Varnia", "Varnian"),
            _actor("keldon", "Keldon", "country", (), "Keldon"),
            _actor("guard", "River Guard", "group", ("a militia in the north",), "River Guard"),
            _actor("rehn", "Tomas Rehn", "person", ("Keldon’s foreign minister",), "Tomas Rehn", "Rehn"),
            _actor("sel", "Sel", "place", (), "Sel"),
        ),
        quotes=(
            _quote("q1", "indirect", "the port of Sel would reopen within weeks", "lindqvist", 1),
            _quote("q2", "direct", "“We will not wait for Keldon,”", "lindqvist", 1),
            _quote(
                "q3", "indirect", "Keldon, which ruled the coast until 1961, has long armed the River Guard", None, 2
            ),
            _quote("q4", "direct", "“We have never trained anybody across the border,”", "rehn", 3),
            _quote("q5", "indirect", "Fighters of the River Guard were trained in Keldon", None, 4, 0.3),
        ),
        attributions=(_quote("b1", "indirect", "the dispute may end by summer", "lindqvist", 4),),
        claims=(
            _claim("c1", "the port of Sel would reopen within weeks", "lindqvist", 1, "reported", "q1"),
            _claim("c2", "“We will not wait for Keldon,”", "lindqvist", 1, "reported", "q2", ("keldon",)),
            _claim("c3", "The port has been closed since a fire in 2019.", None, 2, "asserted"),
            _claim(
                "c4",
                "Keldon, which ruled the coast until 1961, has long armed the River Guard",
                None,
                2,
                "reported",
                "q3",
                ("keldon", "guard"),
            ),
            _claim("c5", "Keldon directs the group", "rehn", 3, "denied", None, ("keldon",)),
            _claim("c6", "the dispute may end by summer", "lindqvist", 4, "believed", "b1"),
            _claim("c7", "The two governments are to meet on 2 April.", None, 5, "asserted"),
        ),
        history=(
            _event("e1", "President Mara Lindqvist of Varnia said on Tuesday", "on Tuesday", 1, _day(2031, 3, 11)),
            _event("e2", "The port has been closed since a fire in 2019", "2019", 2, _year(2019)),
            _event("e3", "ruled the coast until 1961", "1961", 2, _year(1961)),
            _event("e4", "The two governments are to meet on 2 April", "2 April", 5, _day(2031, 4, 2), announced=True),
            _event("e5", "Talks broke down when the last cabinet resigned", "when the last cabinet resigned", 5, None),
            _event("e6", "on Tuesday Lindqvist called that a gift", "on Tuesday", 5, _day(2031, 3, 11), same_as="e1"),
        ),
        proxies=(
            _relation("p1", "keldon", "guard", "arms", ("has long armed the River Guard", 2, "q3")),
            _relation("p2", "keldon", "guard", "trains", ("Fighters of the River Guard were trained", 4, "q5")),
        ),
        denied_proxies=(_relation("d1", "keldon", "guard", "directs", ("Keldon directs the group", 3, "q4")),),
    )


def span(words: str, paragraph: int = 1) -> Span:
    """Where `words` stand for the first time from the start of a paragraph on."""
    start = TEXT.index(words, article().paragraphs[paragraph - 1].start)
    return Span(start, start + len(words))


def _actor(name: str, full: str, kind: ActorKind, roles: tuple[str, ...], *forms: str) -> Actor:
    found: list[Mention] = []
    for form in forms:  # the longest form first
        start = TEXT.find(form)
        while start >= 0:
            if not any(mention.start <= start < mention.end for mention in found):
                found.append(Mention(start, start + len(form), "name"))
            start = TEXT.find(form, start + 1)
    told = tuple(Role(role, span(role).start, span(role).end) for role in roles)
    return Actor(name, full, kind, told, (), tuple(sorted(found, key=lambda mention: mention.start)))


def _quote(name: str, kind: QuoteKind, words: str, speaker: str | None, number: int, confidence: float = 0.9) -> Quote:
    source = None if speaker else span("Varnian officials" if number == 2 else "people who know them", number)
    return Quote(name, kind, (span(words, number),), None, source, speaker, number, confidence)


def _claim(
    name: str,
    words: str,
    speaker: str | None,
    number: int,
    certainty: Certainty,
    said: str | None = None,
    about: tuple[str, ...] = (),
) -> Claim:
    place = span(words, number)
    return Claim(name, place.start, place.end, number, said, speaker, about, certainty)


def _event(
    name: str,
    words: str,
    when: str,
    number: int,
    dated: EventDate | None,
    *,
    announced: bool = False,
    same_as: str = "",
) -> Event:
    place = span(words, number)
    return Event(name, place.start, place.end, span(when, number), number, dated, announced, same_as or None)


def _relation(name: str, principal: str, proxy: str, verb: ProxyVerb, *evidence: tuple[str, int, str]) -> ProxyRelation:
    places = ((span(words, number), number, quote) for words, number, quote in evidence)
    found = tuple(Evidence(place.start, place.end, number, quote) for place, number, quote in places)
    return ProxyRelation(name, principal, proxy, verb, found)


def _day(year: int, month: int, day: int) -> EventDate:
    return EventDate(date(year, month, day), date(year, month, day), "day")


def _year(year: int) -> EventDate:
    return EventDate(date(year, 1, 1), date(year, 12, 31), "year")
