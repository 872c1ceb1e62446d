"""Which claims are to be seen: by who makes them, whom they are about, how certain they are, where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from briefing.article import Span
from briefing.clean import clean_line
from briefing.findings import Briefing, Certainty, Claim

Kind = Literal["actor", "certainty", "selection"]
KINDS: tuple[Kind, ...] = ("actor", "certainty", "selection")
"""What a list of claims can be filtered by; one of each at a time."""

Part = Literal["by", "about", "of"]
_WORDS: dict[Part, str] = {"by": "by", "about": "about", "of": "with"}


class Criterion(Protocol):
    """One thing that a claim must have; two of the same are equal."""

    @property
    def label(self) -> str:
        """What it asks for, to stand in a title: "by Mara Lindqvist"."""

    def keeps(self, claim: Claim) -> bool:
        """Whether the claim has it."""


@dataclass(frozen=True, slots=True)
class OfActor:
    """Claims that an actor makes ("by"), that are about it, or both ("of")."""

    actor: str
    name: str
    part: Part = "of"

    @property
    def label(self) -> str:
        return f"{_WORDS[self.part]} {self.name}"

    def keeps(self, claim: Claim) -> bool:
        says, concerns = claim.speaker == self.actor, self.actor in claim.actors
        return {"by": says, "about": concerns, "of": says or concerns}[self.part]


@dataclass(frozen=True, slots=True)
class OfCertainty:
    """Claims that are put as certain as this."""

    certainty: Certainty

    @property
    def label(self) -> str:
        return self.certainty

    def keeps(self, claim: Claim) -> bool:
        return claim.certainty == self.certainty


@dataclass(frozen=True, slots=True)
class AtWords:
    """Claims that share words with a quote, an event or the evidence of a relation; `name` says which."""

    spans: tuple[Span, ...]
    name: str

    @property
    def label(self) -> str:
        return f"at “{self.name}”"

    def keeps(self, claim: Claim) -> bool:
        return any(span.start < claim.end and claim.start < span.end for span in self.spans)


def kept(claims: Iterable[Claim], criteria: Mapping[Kind, Criterion]) -> tuple[Claim, ...]:
    """The claims that have all that is asked for, in the order in which they came."""
    asked = tuple(criteria.values())
    return tuple(claim for claim in claims if all(criterion.keeps(claim) for criterion in asked))


def choices(kind: Kind, briefing: Briefing, criteria: Mapping[Kind, Criterion]) -> list[tuple[Criterion, int]]:
    """What can be asked for beside the other criteria, with the number of claims that it keeps, most first.

    Of actors those who make claims before those whom claims are about.
    """
    claims = kept(briefing.claims, {other: asked for other, asked in criteria.items() if other != kind})
    if kind == "certainty":
        certain = Counter(claim.certainty for claim in claims)
        return [(OfCertainty(certainty), count) for certainty, count in certain.most_common()]
    names = {actor.id: clean_line(actor.name) for actor in briefing.actors}
    by = Counter(claim.speaker for claim in claims if claim.speaker in names)
    about = Counter(actor for claim in claims for actor in set(claim.actors) if actor in names)
    said: list[tuple[Criterion, int]] = [(OfActor(a, names[a], "by"), n) for a, n in by.most_common() if a is not None]
    return [*said, *((OfActor(actor, names[actor], "about"), count) for actor, count in about.most_common())]


def labels(criteria: Mapping[Kind, Criterion]) -> list[str]:
    """What is asked for, always in the same order."""
    return [criteria[kind].label for kind in KINDS if kind in criteria]
