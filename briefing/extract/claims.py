from __future__ import annotations

from briefing.extract.relations import Cast, Relation
from briefing.findings import Claim, Quote
from briefing.language import Reading


def find(
    reading: Reading,
    relations: tuple[Relation, ...],
    quotes: tuple[Quote, ...],
    attributions: tuple[Quote, ...],
    cast: Cast,
) -> tuple[Claim, ...]:
    return ()
