"""What an analysis finds in an article: the structs of an exported briefing and their JSON codec.

Field names and order are the JSON format "briefing" version 1; other programs read it. Every
`start` and `end` counts code points of `article.text`, end exclusive; `paragraph` is the number of
the body paragraph that holds `start`, 0 outside the body.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from briefing.article import Article, Span

ActorKind = Literal["person", "organization", "group", "country", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Certainty = Literal["asserted", "reported", "assessed", "believed", "hedged", "denied"]
Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century"]
ProxyVerb = Literal["proxy", "backs", "arms", "funds", "trains", "directs"]


class Pipeline(msgspec.Struct, frozen=True):
    """The spaCy pipeline that an analysis was made with."""

    name: str
    version: str


class Entity(msgspec.Struct, frozen=True):
    """A named entity; `label` as spaCy's English models have it (PERSON, GPE, ...), or DURATION ("18 months")."""

    start: int
    end: int
    label: str
    actor: str | None = None


class Role(msgspec.Struct, frozen=True):
    """What someone is ("Defense Secretary"), and where the text says it."""

    text: str
    start: int
    end: int


class Mention(msgspec.Struct, frozen=True):
    """One place where an actor is named, described or meant by a pronoun."""

    start: int
    end: int
    form: MentionForm


class Actor(msgspec.Struct, frozen=True):
    """Who acts; `mentions` stand in the order of the text."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Quote(msgspec.Struct, frozen=True):
    """An attribution relation: source (who), cue (the attributing words), content (what, in one or more spans).

    The same shape serves speech and writing (`Briefing.quotes`) and beliefs, intentions, assessments
    and support (`Briefing.attributions`).
    """

    id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    paragraph: int
    confidence: float


class Claim(msgspec.Struct, frozen=True):
    """One assertion: the content of a quote or attribution, or a statement of the article itself."""

    id: str
    start: int
    end: int
    paragraph: int
    attribution: str | None
    speaker: str | None
    actors: tuple[str, ...]
    certainty: Certainty


class EventDate(msgspec.Struct, frozen=True):
    """When something happened: the first and the last day that it can have been."""

    earliest: date
    latest: date
    precision: Precision


class Event(msgspec.Struct, frozen=True):
    """A dated or relatively dated event; `when` are the words that date it."""

    id: str
    start: int
    end: int
    when: Span
    paragraph: int
    date: EventDate | None
    announced: bool = False
    same_as: str | None = None
    actors: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """The words that show a relation, and the quote or attribution that they stand in."""

    start: int
    end: int
    paragraph: int
    attribution: str | None = None


class ProxyRelation(msgspec.Struct, frozen=True):
    """Directed: `principal` backs, arms, funds, trains, directs or acts through `proxy` (actor ids)."""

    id: str
    principal: str
    proxy: str
    relation: ProxyVerb
    evidence: tuple[Evidence, ...]


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """An article with all that was found in it: the exported object."""

    format: Literal["briefing"] = "briefing"
    version: Literal[1] = 1
    article: Article
    pipeline: Pipeline
    entities: tuple[Entity, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    history: tuple[Event, ...] = ()
    proxies: tuple[ProxyRelation, ...] = ()
    denied_proxies: tuple[ProxyRelation, ...] = ()


def encode(briefing: Briefing) -> bytes:
    """The briefing as one line of JSON, UTF-8."""
    return msgspec.json.encode(briefing)


def decode(data: bytes | str) -> Briefing:
    """A briefing from its JSON. Raises `msgspec.ValidationError` on anything else."""
    return msgspec.json.decode(data, type=Briefing)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an exported briefing."""
    return msgspec.json.schema(Briefing)
