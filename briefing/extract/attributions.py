from __future__ import annotations

from briefing.extract.relations import Relation
from briefing.language import Reading


def find(reading: Reading) -> tuple[Relation, ...]:
    return ()
