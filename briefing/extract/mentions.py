"""Names in the text: entities as a reader sees them, and as mentions that actors are made of."""

from __future__ import annotations

from briefing.extract.relations import Cast
from briefing.findings import Entity
from briefing.language import Reading


def find(reading: Reading) -> tuple[object, ...]:
    return ()


def entities(reading: Reading, found: tuple[object, ...], cast: Cast | None = None) -> tuple[Entity, ...]:
    return ()
