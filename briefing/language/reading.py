"""An article as one parsed spaCy Doc whose tokens know where they stand in `article.text`.

Each body paragraph (and the headline) is analysed by itself, white space as single blanks, so that
hard-wrapped lines read as running text and no sentence runs over a paragraph's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.article import Article, Span
from briefing.language.columns import Columns, columns_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy refuses texts of a million characters, and a piece bounds what one parse takes in memory.
LONGEST_PIECE = 50_000

_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


@dataclass(frozen=True)
class Reading:
    """A parsed article. All lists but `paragraphs` have one item a token of `doc`.

    `numbers`: the paragraph number (0 = headline); `starts`, `ends`: code points of `article.text`;
    `paragraphs`: (number, first token, last token + 1) in the order of the text.
    Labels of `doc` are Universal Dependencies; sentences end at paragraph ends.
    """

    article: Article
    doc: Doc
    numbers: list[int]
    starts: list[int]
    ends: list[int]
    paragraphs: list[tuple[int, int, int]]

    @cached_property
    def columns(self) -> Columns:
        """The annotation of `doc` as lists, made once; many times as fast to walk as its tokens."""
        return columns_of(self.doc)

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` up to but not including `last`, in code points of the article."""
        return Span(self.starts[first], self.ends[last - 1])

    def root(self, first: int, last: int) -> int:
        """The token of a span that the others depend on."""
        return first if last == first + 1 else self.doc[first:last].root.i

    def token_at(self, offset: int) -> int:
        """The token that holds the code point `offset`, else the next one; len(doc) past the last."""
        before = bisect_right(self.starts, offset) - 1
        return before if before >= 0 and offset < self.ends[before] else before + 1

    def tokens(self, span: Span) -> tuple[int, int]:
        """The token range (first, last + 1) that a span of the article covers or touches."""
        first = self.token_at(span.start)
        last = first
        while last < len(self.ends) and self.starts[last] < span.end:
            last += 1
        return first, last


def read_article(article: Article, nlp: Language, progress: Callable[[int, int], None] | None = None) -> Reading:
    """Parse the headline and the body of an article. `progress` is told (characters done, of all).

    Pipes that are `document_level` see the article as a whole, the others a paragraph at a time.
    """
    from spacy.tokens import Doc

    whole = [name for name, pipe in nlp.pipeline if getattr(pipe, "document_level", False)]
    regions = [(0, title.start, title.end)] if (title := article.headline()) else []
    regions += [(p.number, p.start, p.end) for p in article.paragraphs]
    pieces = [(number, start, end) for number, a, b in regions for start, end in _pieces(article.text, a, b)]
    total = sum(end - start for _, start, end in pieces)
    folded = [_folded(article.text, start, end) for _, start, end in pieces]
    docs: list[Doc] = []
    numbers: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[tuple[int, int, int]] = []
    done = 0
    for (number, start, end), (_, places), doc in zip(
        pieces, folded, nlp.pipe((text for text, _ in folded), disable=whole), strict=True
    ):
        first = len(starts)
        for token in doc:
            numbers.append(number)
            starts.append(places[token.idx])
            ends.append(places[token.idx + len(token) - 1] + 1)
        if paragraphs and paragraphs[-1][0] == number:
            paragraphs[-1] = (number, paragraphs[-1][1], len(starts))
        else:
            paragraphs.append((number, first, len(starts)))
        docs.append(doc)
        done += end - start
        if progress is not None:
            progress(done, total)
    joined = Doc.from_docs(docs, ensure_whitespace=True) if docs else None
    if joined is None:
        joined = Doc(nlp.vocab)
    for name in whole:
        joined = nlp.get_pipe(name)(joined)
    return Reading(article, joined, numbers, starts, ends, paragraphs)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A region as pieces of at most LONGEST_PIECE, cut after a sentence or, failing that, a blank."""
    while end - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        cuts = [m.end() for m in _SENTENCE_END.finditer(window, LONGEST_PIECE // 2)]
        cut = cuts[-1] if cuts else window.rfind(" ") + 1 or LONGEST_PIECE
        yield start, start + cut
        start += cut
    if text[start:end].strip():
        yield start, end


def _folded(text: str, start: int, end: int) -> tuple[str, range | list[int]]:
    """The region with each run of white space as one blank, and where each character came from."""
    piece = text[start:end]
    if not any(len(m.group()) > 1 or m.group() != " " for m in _BLANKS.finditer(piece)):
        return piece, range(start, end)
    out: list[str] = []
    places: list[int] = []
    at = 0
    for match in _BLANKS.finditer(piece):
        out.append(piece[at : match.start()] + " ")
        places.extend(range(start + at, start + match.start() + 1))
        at = match.end()
    out.append(piece[at:])
    places.extend(range(start + at, end))
    return "".join(out), places
