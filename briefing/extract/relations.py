"""What the extractors hand to each other: attribution relations and the cast of actors, in tokens.

A token range is (first, last + 1) into `Reading.doc`.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.findings import Actor, Certainty, QuoteKind

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution relation before its speaker is known.

    `content` holds one range or, where the cue interrupts it, several in the order of the text.
    `speech`: a communication cue, or at least half of the content in quotation marks.
    `certainty` is what the cue says of its content ("denied", "believed", ...).
    """

    content: tuple[Tokens, ...]
    cue: Tokens | None
    source: Tokens | None
    kind: QuoteKind
    speech: bool
    certainty: Certainty
    confidence: float


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of an article. `of_token` maps each token inside a mention to its actor's id.

    Where mentions nest ("Iran’s proxies"), a token belongs to the innermost; `of_head` maps the
    syntactic head of each mention, outermost mention first, which is what grammar asks for.
    """

    actors: tuple[Actor, ...]
    of_token: dict[int, str]
    of_head: dict[int, str]
