"""Words whose speaker a label names: a turn of a transcript ("LEE: ...") or a signature ("“...” — Ann Lee")."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.extents import trimmed
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, Syntax

_LONGEST_LABEL = 6
_LONGEST_SIGNATURE = 15
# Two turns are of one conversation when no more paragraphs than this lie between them.
_NEAR = 2
_DASHES = ("―", "—", "–", "-", "~")
_CLOSING = "\"”“'’»"


@dataclass(frozen=True, slots=True)
class Label:
    """`mark`: the colon or dash; `source`: the name; `content`: what the named one says."""

    mark: int
    source: Tokens
    content: Tokens


def turns(syntax: Syntax) -> list[Label]:
    """The turns of conversations that an article gives word for word, each from its label to its paragraph's end.

    A paragraph that begins with a name and a colon may be one of a list. A turn has a label in capitals, or one of
    a conversation in which somebody speaks twice; and a neighbour with another label, or the surname of a person
    whom the article names in full.
    """
    spoken = [(number, _turn(syntax, first, last)) for number, first, last in syntax.reading.paragraphs if number]
    found = [(number, label) for number, label in spoken if label is not None]
    if not found:
        return []
    names = [syntax.words[label.source[1] - 1] for _, label in found]
    again = len(set(names)) < len(names)
    surnames = _surnames(syntax)
    kept = []
    for place, (number, label) in enumerate(found):
        last = syntax.reading.doc[label.source[1] - 1].text
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(found) and abs(found[n][0] - number) <= _NEAR]
        answered = any(names[n] != names[place] for n in beside)
        known = names[place] in surnames
        capitals = last.isupper() and sum(letter.isalpha() for letter in last) > 2  # "Q2" and "A2" name nobody
        if (known or answered) if capitals else (known and answered and again):
            kept.append(label)
    return kept


def _turn(syntax: Syntax, first: int, last: int) -> Label | None:
    start = first
    while start < last and syntax.words[start] in MARKS:
        start += 1
    colon = next((t for t in range(start + 1, min(last, start + _LONGEST_LABEL + 1)) if syntax.words[t] == ":"), -1)
    if colon < 0 or not all(syntax.capital(t) or syntax.words[t] in {"-", "'"} for t in range(start, colon)):
        return None
    end = last
    while end > colon and syntax.words[end - 1] in MARKS:
        end -= 1
    content = trimmed(syntax, colon + 1, end)
    return Label(colon, (start, colon), content) if content else None


def _surnames(syntax: Syntax) -> set[str]:
    """The last names, in lower case, of all people whom the article names with more than one word."""
    return {e[-1].lower_ for e in syntax.reading.doc.ents if e.label_ == "PERSON" and len(e) > 1}


def signatures(syntax: Syntax) -> list[Label]:
    """Quotations that their paragraph, or the next, signs: "“Never again.” — Ann Lee, Ohio"."""
    found = []
    for run in syntax.runs:
        if not run.closed or syntax.is_word(run.last - 1) or run.last >= len(syntax.words):
            continue
        mark = run.last - 1 if syntax.words[run.last - 1].strip(_CLOSING).startswith(_DASHES) else run.last
        if not syntax.words[mark].strip(_CLOSING).strip("".join(_DASHES)) and syntax.words[mark].endswith(_DASHES):
            source = _signature(syntax, mark + 1)
            if source is not None:
                found.append(Label(mark, source, (_quoted_from(syntax, run.first), run.last)))
    return found


def _quoted_from(syntax: Syntax, first: int) -> int:
    """Where a quoted paragraph begins whose last run begins at a token: marks within it may part it in two."""
    start = first
    while start and syntax.reading.numbers[start - 1] == syntax.reading.numbers[first]:
        start -= 1
    return start if syntax.words[start] in MARKS else first


def _signature(syntax: Syntax, first: int) -> Tokens | None:
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
