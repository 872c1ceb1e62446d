"""Quotations that are signed: "“Never again.” — Ann Lee, Ohio", in their paragraph or below it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, Syntax

_LONGEST_SIGNATURE = 15
_DASHES = ("―", "—", "–", "-", "~")
_CLOSING = "\"”“'’»"
# A quotation that ends with no full stop is a title, unless it has more words than titles have.
_LONGER_THAN_TITLES = 8


@dataclass(frozen=True, slots=True)
class Signature:
    """A quoted paragraph, the dash under or after it, and who signs."""

    dash: int
    source: Tokens
    content: Tokens


def signatures(syntax: Syntax) -> list[Signature]:
    """All signed quotations: paragraphs quoted from their first word, a dash, and a name that ends the paragraph."""
    found = []
    starts = {first: last for _, first, last in syntax.reading.paragraphs}
    paragraph = 0
    for run in syntax.runs:
        if not run.closed or run.last >= len(syntax.words):
            continue
        numbers = syntax.reading.numbers
        while paragraph < len(syntax.reading.paragraphs) and syntax.reading.paragraphs[paragraph][2] <= run.first:
            paragraph += 1
        _, first, _ = syntax.reading.paragraphs[paragraph]
        dash = run.last - 1 if _is_dash(syntax, run.last - 1) else run.last
        if not _is_dash(syntax, dash) or not _is_quotation(syntax, first, run.last, run.words):
            continue
        if numbers[dash] != numbers[run.first] and _is_dash(syntax, min(starts.get(dash, dash), len(syntax.words) - 1)):
            continue  # the first of several items of a list
        source = _signed(syntax, dash + 1)
        if source is not None:
            found.append(Signature(dash, source, (first, run.last)))
    return found


def _is_dash(syntax: Syntax, token: int) -> bool:
    """Whether a token is a dash, or one glued to the closing mark before it."""
    bare = syntax.words[token].strip(_CLOSING)
    return bool(bare) and not bare.strip("".join(_DASHES))


def _is_quotation(syntax: Syntax, first: int, last: int, words: int) -> bool:
    """Whether a range that begins its paragraph is quoted, most of it, and says something: no title of a film."""
    before = syntax.words[last - 2]
    ends = before in FINAL or before[-1:] in FINAL
    inside = sum(syntax.run_of[t] >= 0 for t in range(first, last))  # marks within it may part it
    return syntax.run_of[first] >= 0 and 2 * inside >= last - first and (ends or words >= _LONGER_THAN_TITLES)


def _signed(syntax: Syntax, first: int) -> Tokens | None:
    """The name that begins at a token and, with what describes it, ends the paragraph; None when words follow."""
    numbers = syntax.reading.numbers
    last = first
    while last < len(numbers) and numbers[last] == numbers[first - 1] and last - first <= _LONGEST_SIGNATURE:
        last += 1
    if not first < last <= first + _LONGEST_SIGNATURE or syntax.tags[first] not in {"NNP", "NNPS"}:
        return None
    if any(syntax.tags[t] in FINITE or syntax.run_of[t] >= 0 for t in range(first, last)):
        return None
    end = next((t for t in range(first, last) if syntax.words[t] in FINAL | {",", ";", "("}), last)
    return first, end
