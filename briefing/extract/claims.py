"""Claims: the contents of quotes and attributions, and what the article states in its own voice."""

from __future__ import annotations

from briefing.extract import contents, hedging, statements, syntax
from briefing.extract.relations import Cast, Relation, Tokens
from briefing.findings import Certainty, Claim, Quote
from briefing.language import Reading

# A claim's tokens, whose quote or attribution it is (None: the article's own) and how certain it is put.
Told = tuple[Tokens, Quote | None, Certainty]


def find(
    reading: Reading,
    relations: tuple[Relation, ...],
    quotes: tuple[Quote, ...],
    attributions: tuple[Quote, ...],
    cast: Cast,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; `quotes` and `attributions` are what `relations` became, in their order."""
    view = syntax.of(reading)
    spoken, other = iter(quotes), iter(attributions)
    made: list[Told] = []
    telling = []
    for relation in relations:
        quote = next(spoken if relation.speech else other)
        units = contents.claimed(view, relation)
        if units:
            telling.append(relation)
            made += [(unit, quote, relation.certainty) for unit in units]
    made = _told_once(reading, made)
    for clause in statements.find(view, tuple(telling)):
        made.append((clause, None, "hedged" if hedging.hedged(view, *clause) else "asserted"))
    made.sort(key=lambda item: (item[0][0], -item[0][1]))
    return tuple(_claim(reading, number, *item, cast) for number, item in enumerate(made, 1))


def _told_once(reading: Reading, made: list[Told]) -> list[Told]:
    """The contents without a second one of the same words, and without beliefs of nobody inside another's content."""
    kept: list[Told] = []
    end = -1
    for item in sorted(made, key=_by_place):
        (first, last), quote, _ = item
        same = bool(kept) and kept[-1][0] == (first, last)
        nobody = last <= end and quote is not None and quote.source is None and quote.id.startswith("b")
        if kept and kept[-1][0][1] == last and _introduces(reading, kept[-1], quote):
            kept.pop()
        if not same and not nobody:
            kept.append(item)
        end = max(end, last)
    return kept


def _introduces(reading: Reading, outer: Told, inner: Quote | None) -> bool:
    """Whether a content of nobody known is another's words with their source: "according to a poll, | Lee said ..."."""
    (first, _), quote, _ = outer
    if quote is None or inner is None or inner.source is None or quote.speaker is not None or inner.speaker is None:
        return False
    return inner.source.start == reading.span(first, first + 1).start


def _by_place(item: Told) -> tuple[int, int, bool, int]:
    """Sorts by place, of the same words the one first whose speaker is known and named before."""
    (first, last), quote, _ = item
    source = quote.source if quote else None
    return first, -last, quote is None or quote.speaker is None, source.start if source else -1


def _claim(
    reading: Reading, number: int, tokens: Tokens, quote: Quote | None, certainty: Certainty, cast: Cast
) -> Claim:
    span = reading.span(*tokens)
    actors = dict.fromkeys(cast.of_token[t] for t in range(*tokens) if t in cast.of_token)
    return Claim(
        id=f"c{number}",
        start=span.start,
        end=span.end,
        paragraph=reading.article.paragraph_at(span.start),
        attribution=quote.id if quote else None,
        speaker=quote.speaker if quote else None,
        actors=tuple(actors),
        certainty=certainty,
    )
