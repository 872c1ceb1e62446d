"""Which blocks of an article are its body, and what the others say: headline, byline, date, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.readers import dates
from briefing.readers.lines import Line, classify
from briefing.readers.paragraphs import Block

_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_OPEN_END = re.compile(r"[:,;–—-]$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# words that running prose has and headlines leave out
_PROSE = re.compile(r"(?i)\b(?:said|told|had|has|have|been|added)\b")
_PAST = re.compile(r"(?i)\b(?:was|were)\b")
_ARTICLE = re.compile(r"(?i)\b(?:the|an?)\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today)\b")
_DATELINE = re.compile(r"^[A-ZÀ-Þ][^a-z]{2,40}.{0,40}?[–—-]\s")
_QUOTED = re.compile(r"“[^”]*”|‘.*’|\"[^\"]*\"|\B'.*'(?!\w)")
_HEAD_BLOCKS = 12  # a byline or a date further down belongs to something else
_PROSE_LENGTH = 60


@dataclass(slots=True)
class Layout:
    """`body`: indices of the body's blocks; the rest is what was found around it."""

    body: list[int] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


def arrange(texts: Sequence[str], blocks: Sequence[Block]) -> Layout:
    """Sort the blocks of an article; `texts` are their words on one line each.

    A body is never empty: an article of nothing but short lines is all body.
    """
    found = Layout()
    lines = [classify(text) for text in texts]
    first = _head(texts, blocks, lines, found)
    for index in range(first, len(texts)):
        line = lines[index]
        if line is None or line.kind == "title":
            if blocks[index].kind != "heading" and not _is_label(texts, blocks, lines, index):
                found.body.append(index)
        elif line.kind != "date" or (index < _HEAD_BLOCKS and len(found.body) <= 1):  # one may be a standfirst
            _note(line, found, trailing=index > first and line.kind != "date")
    if not found.body:
        found.body = [i for i, line in enumerate(lines) if line is None and texts[i] != found.title]
        if not found.body:
            found.title, found.body = (
                None,
                [i for i, line in enumerate(lines) if line is None] or list(range(len(texts))),
            )
    if found.published is None:
        found.published = (dates.in_url(found.url) if found.url else None) or dates.in_dateline(texts[found.body[0]])
    return found


def _head(texts: Sequence[str], blocks: Sequence[Block], lines: Sequence[Line | None], found: Layout) -> int:
    """Read what stands above the body; returns the index of the body's first block."""
    update: date | None = None
    kicker: int | None = None
    index = 0
    while index < min(len(texts), _HEAD_BLOCKS):
        line = lines[index]
        if line is not None:
            _note(line, found)
            if line.kind == "date" and line.update:
                update = update or line.day
        elif blocks[index].kind != "heading" and _stands_apart(texts, index):
            pass  # an author's name or a section's, and no telling which
        elif found.title is None and (blocks[index].kind == "heading" or is_headline(texts, blocks, lines, index)):
            found.title = texts[index].rstrip(";").rstrip()
            kicker = index
        elif (
            kicker == index - 1
            and _outranks(texts[index], texts[index - 1])
            and is_headline(texts, blocks, lines, index)
        ):
            found.title = texts[index].rstrip(";").rstrip()  # what stood above was the section's name
        elif blocks[index].kind == "heading":
            pass
        elif found.title is not None and _is_label(texts, blocks, lines, index):
            if found.byline is None and _beside_date(lines, index) and _is_name(texts[index]):
                found.byline = texts[index]
        else:
            break
        index += 1
    found.published = found.published or update
    return index


def is_headline(texts: Sequence[str], blocks: Sequence[Block], lines: Sequence[Line | None], index: int) -> bool:
    """Whether a block above the body is the headline and not the first paragraph.

    Prose must follow. A line without a full stop is one; a line with it only when it is short and set
    or worded as headlines are (of 891 lead paragraphs of newswire 99 % are longer than 90 characters).
    """
    text = texts[index]
    rest = [texts[i] for i in range(index + 1, min(len(texts), index + 9)) if lines[i] is None]
    if blocks[index].kind == "item" and not text[0].isdigit():
        return False
    if len(text) > 160 or len(text.split()) > 25 or not any(_is_prose(other) for other in rest):
        return False
    own = _QUOTED.sub("", text)  # what is quoted in it may be worded as it likes
    if _DATELINE.match(text) or (text[0] in "“\"‘'" and len(own.split()) < 3) or re.search(r"[:,][\"”’]?$", text):
        return False
    if not _END.search(text):
        return True
    if text.endswith(("?", "!", "…")):
        return not _PAST.search(own) or len(text) <= 90
    followed = index + 1 < len(texts) and (blocks[index + 1].gap or lines[index + 1] is not None)
    if not followed or _DAY.search(text) or len(text.split()) < 3:
        return False
    words = [word for word in _WORD.findall(text)[1:] if len(word) > 3]
    if len(text) <= 110 and sum(word[0].isupper() for word in words) >= 0.6 * max(1, len(words)):
        return not re.search(r"\bsaid\b|\bSAID\b", text)
    if len(text) > 90 or _PROSE.search(own) or len(_ARTICLE.findall(own)) > 1:
        return False
    return len(text) <= 70 or not _PAST.search(own)


def _note(line: Line, found: Layout, trailing: bool = False) -> None:
    """Keep what a line says where nothing said it before; a closing line may name the source, not the author."""
    if line.kind == "url":
        found.url = found.url or (line.text if line.text.startswith("http") else None)
    elif line.kind == "title" and not trailing:
        found.title = found.title or line.text
    elif line.kind == "publisher":
        found.publisher = found.publisher or line.text
    elif line.kind == "byline" and not trailing:
        found.byline = found.byline or line.text
    if line.day and not line.update and not trailing:
        found.published = found.published or line.day


def _is_label(texts: Sequence[str], blocks: Sequence[Block], lines: Sequence[Line | None], index: int) -> bool:
    """A section's name inside the body: short, no punctuation at its end, prose right after it."""
    text = texts[index]
    if blocks[index].kind == "item" or len(text) > 80 or len(text.split()) > 12:
        return False
    capitals = text.isupper() and len(text.split()) <= 6
    if (_END.search(text) and not capitals) or _OPEN_END.search(text) or text[0].islower() or text[0] in "“\"‘'(":
        return False
    following = next((i for i in range(index + 1, len(texts)) if lines[i] is None), None)
    return following is not None and _is_prose(texts[following])


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE_LENGTH and (bool(_END.search(text)) or len(text) >= 200)


def _stands_apart(texts: Sequence[str], index: int) -> bool:
    """Whether a line is two to four words in capitals that the text never takes up again, as a headline's are."""
    words = _WORD.findall(texts[index])
    if not texts[index].isupper() or not 2 <= len(words) <= 4:
        return False
    below = {word.casefold()[:5] for text in texts[index + 1 :] for word in _WORD.findall(text)}
    return not any(word.casefold()[:5] in below for word in words if len(word) > 3)


def _outranks(text: str, above: str) -> bool:
    """Whether `above` reads as a section's name over the headline `text`."""
    return len(above.split()) <= 3 and (above.isupper() or len(text) >= 3 * len(above))


def _beside_date(lines: Sequence[Line | None], index: int) -> bool:
    return any(
        0 <= i < len(lines) and (line := lines[i]) is not None and line.kind == "date" for i in (index - 1, index + 1)
    )


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)
