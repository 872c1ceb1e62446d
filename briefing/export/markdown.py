"""Markdown: a briefing to read or to paste into notes. Words of the article can't act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.export.outline import Item, Section, outline, place
from briefing.findings import Briefing

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|www)([:.])")
_LIST_LIKE = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(briefing: Briefing) -> bytes:
    """The briefing as CommonMark, every line with the paragraph that justifies it."""
    shown = outline(briefing)
    lines = [f"# {escape(shown.title)}", ""]
    if shown.facts:
        lines += [" · ".join(f"<{fact}>" if fact.startswith("http") else escape(fact) for fact in shown.facts), ""]
    for section in shown.sections:
        lines += _section(section, 2)
    return ("\n".join(lines).rstrip() + "\n").encode()


def escape(text: str) -> str:
    """Text that reads as itself in Markdown."""
    text = _MARKUP.sub(r"\\\1", text)
    text = _AUTOLINK.sub(r"\1\\\2", text)
    return _LIST_LIKE.sub(lambda m: m[1] + (m[2][:-1] + "\\" + m[2][-1]), text)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escape(section.title)}"
    yield ""
    if not section.items and not section.sections:
        yield section.empty
        yield ""
    for item in section.items:
        yield _item(item)
    if section.items:
        yield ""
    for below in section.sections:
        yield from _section(below, level + 1)


def _item(item: Item) -> str:
    label = f"**{escape(item.label)}** " if item.label else ""
    note = f" — *{escape(item.note)}*" if item.note else ""
    where = f" ({place(item.paragraphs)})" if item.paragraphs else ""
    return f"- {label}{escape(item.text)}{note}{where}"
