"""The rule component for numbers and dates: DATE, TIME, DURATION, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL.

A pipe of the shipped pipeline ("briefing_quantities"), after the entity recogniser: it adds spans where no
name stands. DATE and TIME say when, DURATION how long or how old ("18 months", "two hours", "61-year-old"), as
TimeML parts them (Pustejovsky et al. 2003; ISO 24617-1); spaCy's models call all of it DATE or TIME. Days, months,
years, holidays and what counts from now ("last year") are dates; "earlier", "now" and "recently" are none.
Importing this module registers the component, which `spacy.load` of the shipped pipeline needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.quantity_patterns import BEFORE_YEARS, OPENING, STARTERS, WEEKDAY_NAMES, patterns

LABELS = ("DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")
_AMOUNTS = frozenset(("MONEY", "PERCENT", "QUANTITY"))
_NO_COUNT_BEFORE_ONE = frozenset(("no", "any", "every", "each", "the", "that", "which", "some", "another", "at"))
# "in May", "May 5" are the month; "may" at the head of a sentence and "March on" are not.
_VERB_MONTHS = frozenset(("May", "March"))
_BEFORE_MONTHS = BEFORE_YEARS | {"last", "next", "this", "for"}
_RATES = frozenset(("barrels", "times", "people", "once", "twice", "tons", "tonnes"))
_NOT_ORDINAL_BEFORE = frozenset(("lady", "ladies", "responder", "responders", "gentleman", "name", "names", "aid"))


# What sort of date a pattern finds, kept as the entity's `ent_id_`: "calendar" names days, months, years
# by name or number, "relative" counts from now, "period" and "hours" are lengths, "age" an age.
_SORTS = {
    "calendar": "calendar", "month": "calendar", "year": "calendar", "relative": "relative", "last": "relative",
    "period": "period", "article-period": "period", "age": "age", "age-word": "age", "clock": "clock", "time": "time",
}  # fmt: skip
_LENGTHS = frozenset(("period", "hours", "age"))
_AGO = re.compile(r"\b(?:ago|earlier|later|before)$")


class Candidate(NamedTuple):
    """A match: code points in the text, label, and the pattern's rank (low wins a tie)."""

    start: int
    end: int
    label: str
    kind: str
    rank: int


@Language.factory("briefing_quantities", assigns=["doc.ents"], retokenizes=False)
def make_quantities(nlp: Language, name: str) -> Quantities:
    """The component for `nlp.add_pipe("briefing_quantities")`."""
    return Quantities()


class Quantities:
    """Adds the entities of `LABELS` to a Doc; names that the recogniser found stay as they are."""

    labels = LABELS

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        kept = [entity for entity in doc.ents if not (_is_bare_weekday(entity) or _is_amount(entity))]
        taken = {i for entity in kept for i in range(entity.start, entity.end)}
        added = []
        for candidate in _longest(list(self.candidates(doc, kept))):
            sort = _sort(candidate, text)
            label = "DURATION" if sort in _LENGTHS else candidate.label
            span = doc.char_span(candidate.start, candidate.end, label, alignment_mode="contract", span_id=sort)
            if span is not None and not taken & set(range(span.start, span.end)):
                added.append(span)
        doc.ents = tuple(sorted([*kept, *added], key=lambda span: span.start))
        return doc

    def candidates(self, doc: Doc, names: list[Span]) -> Iterator[Candidate]:
        """Every match of a pattern that its context allows."""
        text = doc.text
        ends = {token.idx + len(token): token for token in doc}
        named = bytearray(len(text) + 1)
        for name in names:
            named[name.start_char : name.end_char] = b"\1" * len(name.text)
        for first in doc:
            # Nearly all words begin no number and no date: looking at those that may is three times as quick.
            word = first.lower_.partition("-")[0]  # "mid-2023" is one token
            if not (word in STARTERS or OPENING.match(first.text)) or named[first.idx]:
                continue
            for rank, (label, kind, pattern) in enumerate(patterns()):
                match = pattern.match(text, first.idx)
                if match is None or 1 in named[first.idx : match.end()]:
                    continue
                last = ends.get(match.end(), first)
                if _allowed(kind, match[0], doc, first, last, names):
                    yield Candidate(first.idx, match.end(), label, kind, rank)


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    """Of overlapping matches the leftmost, then longest; rates ("$3 a day") lose their "a day"."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.rank)):
        before = chosen[-1] if chosen else None
        if before and candidate.start < before.end:
            continue
        if (
            before
            and candidate.kind in ("article-period", "article-hour")
            and before.label in _AMOUNTS
            and candidate.start - before.end < 2
        ):
            continue
        chosen.append(candidate)
    return chosen


def _sort(candidate: Candidate, text: str) -> str:
    text = text[candidate.start : candidate.end]
    if candidate.kind in ("period", "article-period", "hours", "article-hour"):
        when = "time" if "hour" in candidate.kind else "relative"
        length = "hours" if "hour" in candidate.kind else "period"
        return when if _AGO.search(text) else "age" if text.endswith("old") else length
    return _SORTS.get(candidate.kind, "")


def _allowed(kind: str, text: str, doc: Doc, first: Token, last: Token, names: list[Span]) -> bool:
    """Whether the words around a match let it stand."""
    before = doc[first.i - 1].lower_ if first.i else ""
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    match kind:
        case "month":
            return text not in _VERB_MONTHS or _is_month(first, before, after)
        case "year":
            return _is_year(text, before, after)
        case "age":
            return any(name.label_ == "PERSON" and name.end == first.i - 1 for name in names)
        case "article-period" | "article-hour":
            return not (before in _RATES or (after is not None and after.lower_ in ("of", "-")))
        case "ordinal":
            return not _is_part_of_title(first, after)
        case "one":
            return before not in _NO_COUNT_BEFORE_ONE and (after is None or after.lower_ not in ("of", "another"))
        case "number":
            return text.lower() != "one" and not _is_label(doc, first, after)
        case "last":
            return not first.tag_.startswith("VB")  # "the talks will last several weeks"
        case "clock":
            return after is None or after.lower_ not in ("percent", "million", "billion")
    return True


def _is_month(token: Token, before: str, after: Token | None) -> bool:
    if token.tag_ and token.tag_ not in ("NNP", "NN"):
        return False
    return (
        before in _BEFORE_MONTHS
        or (after is not None and after.is_digit)
        or (bool(token.tag_) and not token.is_sent_start)
    )


def _is_year(text: str, before: str, after: Token | None) -> bool:
    counted = after is not None and (after.tag_ == "NNS" or after.lower_ in ("people", "troops"))
    if before in BEFORE_YEARS:
        return not (counted and before in ("of", "to", "by", "from", "between", "around", "after"))
    return not counted and 1900 <= int(text[:4]) < 2040


def _is_part_of_title(ordinal: Token, after: Token | None) -> bool:
    """Whether an ordinal belongs to a title or set phrase: "first lady", "First Deputy Minister"."""
    if after is None:
        return False
    titled = ordinal.text.istitle() and after.tag_ == "NNP" and not ordinal.is_sent_start
    return titled or after.lower_ in _NOT_ORDINAL_BEFORE


def _is_label(doc: Doc, first: Token, after: Token | None) -> bool:
    """Numbers that count nothing: footnotes "[1]", list items "2.", parts of names "Article 5"."""
    before = doc[first.i - 1] if first.i else None
    if before is not None and before.text == "[" and after is not None and after.text == "]":
        return True
    opens_line = before is None or "\n" in before.text
    return opens_line and first.is_digit and after is not None and after.text in (".", ")")


def _is_amount(entity: Span) -> bool:
    """Whether the recogniser took an amount with a sign for a name: "U.S.$2"."""
    text = entity.text
    return any(c.isdigit() for c in text) and any(
        pattern.fullmatch(text) for label, _, pattern in patterns() if label == "MONEY"
    )


def _is_bare_weekday(entity: Span) -> bool:
    return re.fullmatch(WEEKDAY_NAMES, entity.text) is not None and entity.label_ not in LABELS
