from __future__ import annotations

from briefing.extract.relations import Cast
from briefing.findings import ProxyRelation, Quote
from briefing.language import Reading


def find(
    reading: Reading, cast: Cast, quotes: tuple[Quote, ...], attributions: tuple[Quote, ...]
) -> tuple[tuple[ProxyRelation, ...], tuple[ProxyRelation, ...]]:
    return (), ()
