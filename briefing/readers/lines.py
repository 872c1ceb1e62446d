"""What a line of an article is when it is no prose: an address, a byline, a date, a credit, a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from briefing.readers import dates

Kind = Literal["url", "byline", "date", "title", "publisher", "credit", "ornament"]

URL = re.compile(r"https?://[^\s<>]+")
_LONGEST = 200  # a longer line is prose
_BARE_URL = re.compile(r"^[<(\[]?((?:https?://|www\.)[^\s<>\])]+)[>)\]]?$", re.I)
_FIELD = re.compile(
    r"^(?P<name>title|headline|subject|by|byline|author|authors|writer|written by|reporting by|reported by|story by"
    r"|words by"
    r"|from|to|section|category|categories|tags|keywords|topics"  # mail headers and the like: left out
    r"|source|via|publisher|publication|newspaper|url|link|web|address|permalink|canonical)\s*:\s*(?P<value>\S.*)$",
    re.I,
)
_BY = re.compile(r"^(?:by|written by|reporting by|reported by|story by|words by)\s+(?P<names>\S.*)$", re.I)
_BY_FIELDS = ("by", "writer", "written by", "reporting by", "reported by", "story by", "words by")
_SPLIT = re.compile(r"\s+[|·•–—]\s*|\s*[|·•]\s+|\s{3,}")
_CREDIT = re.compile(
    r"^[\[(]?\s*(?:(?:file|ap|afp|epa|handout|courtesy)\s+)?(?:photo(?:graph|s)?|image|picture|pic|video|illustration|graphic)s?"
    r"(?:\s+(?:credit|courtesy(?:\s+of)?|by|source|from)s?\b|\s*[:/©]|\s*\])",
    re.I,
)
_CREDIT_END = re.compile(
    r"(?:^|[.\s(\[])(?:photo(?:graph)?|image|picture|credit)s?\s*(?:by|credit)?\s*:\s*[^.:]{2,60}[)\].]*$", re.I
)
# The headline of another article among the paragraphs.
_PROMO = re.compile(
    r"^(?:(?:also|must|further)[\s-]+read|read\s+(?:more|also|next|further|on)|see\s+also|related(?:\s+\w+)?"
    r"|more\s+on\s+this(?:\s+\w+)?|don[’']t\s+miss|watch(?:\s+\w+)?|listen(?:\s+\w+)?)\s*[:|–—]\s*\S.*[^.]$",
    re.I,
)
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.I)
_VIA = re.compile(r"(?:\s+via\s+|\s*/\s*)", re.I)
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is, with what it says: `text` for names and addresses, `day` for dates."""

    kind: Kind
    text: str = ""
    day: date | None = None
    update: bool = False  # the date is called an update


def classify(text: str) -> Line | None:
    """What a block of text is when it is one of those kinds; None for prose (and for headlines and labels)."""
    if len(text) > _LONGEST and not _BARE_URL.match(text):
        return None
    if not _WORD.search(text):
        return Line("ornament")
    if match := _BARE_URL.match(text):
        return Line("url", match[1])
    if dated := dates.in_line(text):
        return Line("date", "", *dated)
    if _PROMO.match(text):
        return Line("ornament")
    return _field(text) or _byline(text) or _credit(text)


def names_people(words: str) -> bool:
    """Whether words are all names or what stands between names ("Jane Doe and Ali bin Omar, Reuters")."""
    parts = [part.strip(".,;|()[]\"'’") for part in words.split()]
    named = [part for part in parts if part[:1].isupper()]
    return bool(named) and len(parts) <= 18 and all(
        part[:1].isupper() or part.lower() in _table("name_particles.txt") or not _WORD.search(part) or "@" in part
        for part in parts
    )  # fmt: skip


def _field(text: str) -> Line | None:
    """A line "Name: value", as mail headers and saved pages have it."""
    match = _FIELD.match(text)
    if not match:
        return None
    name, value = match["name"].lower(), match["value"].strip()
    if name in ("title", "headline", "subject"):
        return Line("title", value)
    if address := URL.match(value):
        return Line("url", address.group())
    if name in ("source", "via", "publisher", "publication", "newspaper"):
        publisher = value.rstrip(".").strip()
        named = names_people(publisher) or len(publisher.split()) <= 2  # "Source: Minister to resign" is a headline
        return Line("publisher", publisher) if publisher and named else None
    if name in ("from", "to", "section", "category", "categories", "tags", "keywords", "topics"):
        return Line("ornament") if len(value) <= 80 and not value.endswith(".") else None
    if name in ("byline", "author", "authors") or (name in _BY_FIELDS and names_people(value)):
        return _named(value)
    return None


def _byline(text: str) -> Line | None:
    if (match := _BY.match(text)) and not re.search(r"[.!?][\"”’']?\s+[A-Z][a-z]+\s+[a-z]", text):
        names = _SPLIT.split(match["names"])[0]
        if names_people(names) and not re.match(r"(?:the|a)\s|\d", names, re.I) and not re.search(r"\d{4}", names):
            return _named(match["names"])
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    if 2 <= len(parts) <= 4 and len(text) <= 120 and "|" in text + "".join(re.findall("[·•]", text)).replace("·", "|"):
        rest = [part for part in parts if not dates.in_line(part)]
        if rest and all(names_people(part) and len(part.split()) <= 6 for part in rest):
            return _named(text)
    return None


def _named(value: str) -> Line:
    """A byline without "By", a date beside it kept apart: "Jane Doe | Reuters | 28 October 2023"."""
    names: list[str] = []
    dated: tuple[date, bool] | None = None
    for part in _SPLIT.split(value):
        found = dates.in_line(part)
        if found:
            dated = dated or found
        elif part.strip(" |"):
            names.append(part.strip(" |"))
    text = re.sub(r"^(?:by|written by)\s+", "", " | ".join(names), flags=re.I)
    return Line(
        "byline", text.rstrip(".") if not re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr)\.$", text) else text, *(dated or ())
    )


def _credit(text: str) -> Line | None:
    if _CREDIT.match(text) or _COPYRIGHT.match(text) or _CREDIT_END.search(text):
        return Line("credit")
    # "Getty", "Jane Doe via Getty Images", "AFP/Getty Images": people before an agency, nothing after it
    *before, last = _VIA.split(text.strip("()[]. "))
    if last.strip().lower() in _table("photo_agencies.txt") and len(text.split()) <= 10:
        return Line("credit") if all(names_people(part) for part in before) else None
    return None


@cache
def _table(name: str) -> frozenset[str]:
    """The entries of a data file of this package, one a line."""
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
