"""Plain text: the article's text is the file as it was decoded, cleaned one for one."""

from __future__ import annotations

import re

from briefing.article import Article, Paragraph, article_id
from briefing.clean import clean, unify_breaks
from briefing.errors import UnreadableError
from briefing.readers.layout import arrange
from briefing.readers.paragraphs import Block, blocks

_WORD = re.compile(r"\w")
# lines that stand alone even where the lines around them are wrapped
_ALONE = re.compile(
    r"https?://\S+$|(?i:title|headline|subject|from|author|source|date|published|updated|url)\s*:\s"
    r"|(?:By|BY|Written by)\s+(?:[A-Z][\w.'’-]*(?:,?\s+|$)|and\s+){2,8}$"
)


def read(decoded: str, shown: str) -> Article:
    """The article in a decoded plain-text file. `shown` is what the file is called in an error.

    Raises `UnreadableError` when there is no word in it.
    """
    raw = unify_breaks(decoded)
    return assemble(clean(raw), blocks(raw, _ALONE), shown)


def assemble(text: str, found: list[Block], shown: str) -> Article:
    """The article of a clean text and its blocks."""
    if not _WORD.search(text):
        raise UnreadableError(f"{shown} holds no text. Choose a file with an article in it.")
    words = [" ".join(text[block.start : block.end].split()) for block in found]
    layout = arrange(words, found)
    return Article(
        id=article_id(text),
        title=layout.title,
        byline=layout.byline,
        publisher=layout.publisher,
        published=layout.published,
        url=layout.url,
        text=text,
        paragraphs=tuple(
            Paragraph(number, found[index].start, found[index].end) for number, index in enumerate(layout.body, 1)
        ),
    )
