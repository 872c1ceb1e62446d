from __future__ import annotations

from briefing.extract.relations import Cast
from briefing.findings import Event
from briefing.language import Reading


def find(reading: Reading, cast: Cast) -> tuple[Event, ...]:
    return ()
