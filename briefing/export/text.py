"""Plain text: a briefing for a pipe, a screen reader or paper, wrapped to 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from briefing.export.outline import Item, Section, outline, place
from briefing.findings import Briefing

_WIDTH = 80


def render(briefing: Briefing) -> bytes:
    """The briefing as plain text, every item with the paragraph that justifies it."""
    shown = outline(briefing)
    lines = [*textwrap.wrap(shown.title, _WIDTH), *textwrap.wrap(" · ".join(shown.facts), _WIDTH), ""]
    for section in shown.sections:
        lines += [section.title.upper(), ""]
        if not section.items and not section.sections:
            lines.append("  " + section.empty)
        for item in section.items:
            lines += _item(item, "  ")
        for below in section.sections:
            lines += _below(below)
        lines.append("")
    return ("\n".join(lines).rstrip() + "\n").encode()


def _below(section: Section) -> Iterator[str]:
    yield f"  {section.title}"
    for item in section.items:
        yield from _item(item, "    ")


def _item(item: Item, indent: str) -> list[str]:
    label = f"{item.label}  " if item.label else ""
    note = f" ({item.note})" if item.note else ""
    where = f"  {place(item.paragraphs)}" if item.paragraphs else ""
    return textwrap.wrap(
        f"{label}{item.text}{note}{where}",
        _WIDTH,
        initial_indent=indent + "- ",
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
