from __future__ import annotations

from briefing.extract.relations import Cast, Relation
from briefing.findings import Quote
from briefing.language import Reading


def link(
    reading: Reading, relations: tuple[Relation, ...], cast: Cast
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    return (), ()
