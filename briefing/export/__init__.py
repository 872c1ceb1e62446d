"""A briefing, or a list of bookmarks, as bytes for a file or a pipe. One module a format; UTF-8 throughout."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from briefing.findings import Briefing

__all__ = ["FORMATS", "SUFFIXES", "render"]

SUFFIXES = {"json": ".json", "markdown": ".md", "text": ".txt", "mermaid": ".mmd", "dot": ".dot"}
"""How files of each format are called."""

FORMATS = tuple(SUFFIXES)
"""The formats of a briefing; "mermaid" and "dot" have its proxies alone, as a drawing."""


def render(briefing: Briefing, format: str) -> bytes:  # noqa: A002 - the option's own name
    """A briefing in one of `FORMATS`, with a line feed at its end."""
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    write: Callable[[Briefing], bytes] = import_module(f"briefing.export.{format}").render
    return write(briefing)
