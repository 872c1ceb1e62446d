"""A briefing as an outline of sections and lines: what every readable format shows, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing import standalone
from briefing.article import Span
from briefing.clean import clean_line
from briefing.findings import Actor, Briefing, Event, EventDate, Quote
from briefing.proxy_pairs import Pair, pairs
from briefing.sayers import NOBODY, Sayers


@dataclass(frozen=True, slots=True)
class Item:
    """A line: what it says, a remark on it, and the paragraphs that justify it (0 = the headline)."""

    text: str
    note: str = ""
    paragraphs: tuple[int, ...] = ()
    label: str = ""  # a date before the words


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of items, or of sections below it. `empty` is said where there is nothing."""

    title: str
    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The title, the facts of the article as one line each, and the sections."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...] = field(default_factory=tuple)


def outline(briefing: Briefing) -> Outline:
    """The outline of a briefing: actors, quotes by speaker, history, proxies, claims."""
    article = briefing.article
    names = {actor.id: clean_line(actor.name) for actor in briefing.actors}
    facts = [
        article.byline and f"By {article.byline}",
        article.publisher,
        article.published and article.published.isoformat(),
        article.url,
    ]
    return Outline(
        title=clean_line(article.title or first_words(briefing)),
        facts=tuple(clean_line(fact) for fact in facts if fact),
        sections=(
            _actors(briefing),
            _quotes(briefing, names),
            _history(briefing),
            _proxies(briefing),
            _claims(briefing, names),
        ),
    )


def words(briefing: Briefing, spans: Iterable[Span]) -> str:
    """The words of spans on one line, with an ellipsis where something stands between two."""
    return " … ".join(clean_line(briefing.article.slice(span)) for span in spans)


def first_words(briefing: Briefing, most: int = 12) -> str:
    """What stands in for a missing title: the first words of the body."""
    article = briefing.article
    if not article.paragraphs:
        return "Article"
    start = article.paragraphs[0].start
    found = article.text[start : article.paragraphs[0].end][:400].split()
    return " ".join(found[:most]) + (" …" if len(found) > most else "")


def _actors(briefing: Briefing) -> Section:
    """Who acts, the most mentioned first; a place is listed only when it has a role."""
    cast = [actor for actor in briefing.actors if actor.kind != "place" or actor.roles]
    cast.sort(key=lambda actor: (-len(actor.mentions), actor.mentions[0].start if actor.mentions else 0))
    items = tuple(_actor(briefing, actor) for actor in cast)
    return Section("Actors", items, empty="No actors were found in this article.")


def _actor(briefing: Briefing, actor: Actor) -> Item:
    roles = dict.fromkeys(clean_line(role.text) for role in actor.roles)
    count = len(actor.mentions)
    said = "; ".join([*roles] or [actor.kind])
    first = (briefing.article.paragraph_at(actor.mentions[0].start),) if actor.mentions else ()
    return Item(clean_line(actor.name), f"{said}; {count} mention{'' if count == 1 else 's'}", first)


def _quotes(briefing: Briefing, names: dict[str, str]) -> Section:
    """Quotes grouped by speaker, in the order in which the speakers first speak."""
    groups: dict[str, list[Item]] = {}
    for quote in briefing.quotes:
        groups.setdefault(_speaker(briefing, quote, names), []).append(
            Item(words(briefing, quote.content), quote.kind, (quote.paragraph,))
        )
    sections = tuple(Section(speaker, tuple(items)) for speaker, items in groups.items())
    return Section("Quotes", (), sections, "Nobody is quoted in this article.")


def _speaker(briefing: Briefing, quote: Quote, names: dict[str, str]) -> str:
    if quote.speaker and quote.speaker in names:
        return names[quote.speaker]
    return words(briefing, [quote.source]) if quote.source else "Source not named"


def _history(briefing: Briefing) -> Section:
    """Events oldest first, undated ones last; what is told twice is one line with both paragraphs."""
    again: dict[str, list[Event]] = {}
    for event in briefing.history:
        if event.same_as:
            again.setdefault(event.same_as, []).append(event)
    known = {event.id for event in briefing.history}
    first = [event for event in briefing.history if event.same_as not in known]
    dated = sorted(
        (e for e in first if e.date), key=lambda e: (e.date.earliest, e.date.latest, e.start) if e.date else ()
    )
    items = []
    for event in [*dated, *(e for e in first if not e.date)]:
        places = dict.fromkeys(e.paragraph for e in (event, *again.get(event.id, ())))
        note = "announced" if event.announced else ""
        label = day_label(event.date) if event.date else "undated"
        items.append(Item(words(briefing, [Span(event.start, event.end)]), note, tuple(places), label))
    return Section("History", tuple(items), empty="No dated events were found in this article.")


def day_label(day: EventDate) -> str:
    """A date as precisely as it is known: "2023-10-27", "2023-10", "1979", "1970s", "summer 2019"."""
    first, last = day.earliest, day.latest
    if day.precision == "day":
        return first.isoformat()
    if day.precision == "month" and first.month == last.month:
        return f"{first:%Y-%m}"
    if day.precision == "quarter":
        return f"{first.year} Q{(first.month - 1) // 3 + 1}"
    if day.precision == "year" and first.year == last.year:
        return str(first.year)
    if day.precision == "decade":
        return f"{first.year // 10 * 10}s"
    return f"{first.isoformat()} to {last.isoformat()}"


def _proxies(briefing: Briefing) -> Section:
    """Pairs by principal, strongest evidence first, with who says so; then those that somebody denies."""
    sayers = Sayers(briefing)
    groups: dict[str, list[Item]] = {}
    for pair in pairs(briefing.proxies):
        note = "; ".join(part for part in (pair.words, _said_by(pair, sayers, "said")) if part)
        item = Item(sayers.name(pair.proxy), note, pair.paragraphs)
        groups.setdefault(sayers.name(pair.principal), []).append(item)
    sections = [Section(principal, tuple(items)) for principal, items in groups.items()]
    denied = tuple(
        Item(
            f"{sayers.name(pair.principal)} — {sayers.name(pair.proxy)}",
            f"{pair.words}, {_said_by(pair, sayers, 'denied') or 'denied'}",
            pair.paragraphs,
        )
        for pair in pairs(briefing.denied_proxies)
    )
    if denied:
        sections.append(Section("Denied", denied))
    return Section("Proxies", (), tuple(sections), "No proxy relations were found in this article.")


def _said_by(pair: Pair, sayers: Sayers, verb: str) -> str:
    """ "said by U.S. officials"; nothing where the article says so itself."""
    said = pair.said_by(sayers)
    if "" in said:
        return ""
    named = ", ".join(sayer for sayer in said if sayer != NOBODY)
    return f"{verb} by {named}" if named else NOBODY if verb == "said" else ""


def _claims(briefing: Briefing, names: dict[str, str]) -> Section:
    sources: dict[str, Quote] = {q.id: q for q in (*briefing.quotes, *briefing.attributions)}
    items: list[Item] = []
    pronouns = standalone.Pronouns(briefing)
    for claim in briefing.claims:
        speaker = names.get(claim.speaker or "")
        if not speaker and claim.attribution and (quote := sources.get(claim.attribution)) and quote.source:
            speaker = words(briefing, [quote.source])
        note = f"{speaker}, {claim.certainty}" if speaker else claim.certainty
        told = clean_line(standalone.words(briefing, pronouns, claim.start, claim.end))
        items.append(Item(told, note, (claim.paragraph,)))
    return Section("Claims", tuple(items), empty="No claims were found in this article.")


def place(paragraphs: Sequence[int]) -> str:
    """Paragraph numbers as they are shown: "¶13 ¶19"; the headline by name."""
    return " ".join(f"¶{number}" if number else "headline" for number in paragraphs)
