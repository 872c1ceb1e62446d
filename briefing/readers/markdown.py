"""Markdown: the article's text is the document as it reads, without its markup, blocks a blank line apart."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.article import Article
from briefing.clean import clean, clean_line, unify_breaks
from briefing.readers import dates, text
from briefing.readers.paragraphs import Block, Kind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCED = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<head>.*?)^(?P=mark)[ \t]*(?:\n|\Z)", re.S | re.M)
# a field of YAML, with the lines that it goes on over: indented ones, or the items of a list
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:(?P<value>.*)\n?(?P<below>(?:(?:[ \t]+\S|-[ \t]).*\n?)*)", re.M)
_BLOCK_MARK = re.compile(r"^[>|][+-]?$")
_INNER = re.compile(r"^(?P<key>[A-Za-z][\w-]*):\s+(?P<value>.*)$")
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "by"),
    "publisher": ("publisher", "publication", "site", "site_name", "newspaper"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "published": ("published", "date", "publish_date", "pubdate", "publication_date"),
}


def read(decoded: str, shown: str) -> Article:
    """The article in a decoded Markdown file. Raises `UnreadableError` when there is no word in it.

    Emphasis, links and code keep their words; pictures, code blocks, raw HTML and rules are left
    out. A first-level heading above the body, or the front matter, gives the title.
    """
    raw = unify_breaks(decoded)
    fields, body = _front_matter(raw)
    rendered = list(_blocks(clean(body)))
    title = fields.get("title")
    if title and not (rendered and rendered[0][1] == title):
        rendered.insert(0, ("heading", title))
    words: list[str] = []
    found: list[Block] = []
    at = 0
    for kind, content in rendered:
        found.append(Block(at, at + len(content), True, kind))
        words.append(content)
        at += len(content) + 2
    article = text.assemble("\n\n".join(words) + "\n", found, shown)
    return _filled(article, fields)


def _filled(article: Article, fields: dict[str, str]) -> Article:
    """The article with what the front matter says; that outranks what the text seems to say."""
    found = dates.in_line(fields["published"]) if "published" in fields else None
    url = fields.get("url", "")
    published: date | None = found[0] if found else article.published or (dates.in_url(url) if url else None)
    return msgspec.structs.replace(
        article,
        title=fields.get("title", article.title),
        byline=fields.get("byline", article.byline),
        publisher=fields.get("publisher", article.publisher),
        url=url if url.startswith(("http://", "https://")) else article.url,
        published=published,
    )


def _front_matter(raw: str) -> tuple[dict[str, str], str]:
    """The named fields at the head of a file (`key: value` lines, or TOML between `+++`), and the rest."""
    match = _FENCED.match(raw)
    if not match:
        return {}, raw
    pairs: dict[str, Any] = {}
    if match["mark"] == "+++":
        try:
            pairs = tomllib.loads(match["head"])
        except tomllib.TOMLDecodeError:
            return {}, raw
    else:
        pairs = {pair["key"]: _value(pair["value"], pair["below"]) for pair in _PAIR.finditer(match["head"])}
    if not any(pairs.values()):
        return {}, raw
    known = {key.lower().replace("-", "_"): value for key, value in pairs.items()}
    if isinstance(known.get("source"), str):
        known.setdefault("url" if known["source"].startswith("http") else "publisher", known["source"])
    fields: dict[str, str] = {}
    for field, names in _FIELDS.items():
        value = next((known[name] for name in names if known.get(name)), None)
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        if value and (shown := clean_line(str(value))):
            fields[field] = shown
    return fields, raw[match.end() :]


def _value(first: str, below: str) -> str | list[str]:
    """A value of YAML: the words beside its key and below it, or the items of a list; of an item with keys its name."""
    lines = [line.strip() for line in below.splitlines()]
    if lines and lines[0].startswith("- "):
        items = [(item := line.removeprefix("- ").strip(), _INNER.match(item)) for line in lines]
        return [
            _bare(inner["value"] if inner else item) for item, inner in items if not inner or inner["key"] == "name"
        ]
    if first.strip().startswith("["):
        return [_bare(item) for item in " ".join([first, *lines]).strip(" []").split(",")]
    return _bare(" ".join(part for part in (first.strip(), *lines) if not _BLOCK_MARK.match(part)))


def _bare(value: str) -> str:
    return value.strip().strip("\"'")


def _blocks(body: str) -> Iterator[tuple[Kind, str]]:
    """The document's blocks as (kind, words on one line)."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    kind: Kind = "text"
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            kind = "heading"
        elif token.type == "list_item_open":
            kind = "item"
        elif token.type == "list_item_close":
            kind = "text"
        elif token.type == "tr_open":
            row = []
        elif token.type == "inline":
            words = " ".join(_words(token.children or ()).split())
            if row is not None:
                row.append(words)
            elif words:
                yield kind, words
        elif token.type == "heading_close":
            kind = "text"
        elif token.type == "tr_close" and row is not None:
            if any(row):
                yield "item", " | ".join(filter(None, row))
            row = None


def _words(tokens: Sequence[Token]) -> str:
    """What inline markup reads as."""
    out: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            out.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            out.append(" ")
    return "".join(out)
