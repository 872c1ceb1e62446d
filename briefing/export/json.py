"""JSON: the exported briefing, format "briefing" version 1, and its schema."""

from __future__ import annotations

import msgspec

from briefing.findings import Briefing, encode, json_schema


def render(briefing: Briefing) -> bytes:
    """The briefing as indented JSON."""
    return msgspec.json.format(encode(briefing), indent=1) + b"\n"


def schema() -> bytes:
    """The JSON Schema of what `render` gives."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
