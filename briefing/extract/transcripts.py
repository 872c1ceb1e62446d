"""Conversations that an article gives word for word: the turns of a transcript ("LEE: ...") or interview ("Q: ...")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extract.extents import trimmed
from briefing.extract.relations import Tokens
from briefing.extract.syntax import MARKS, Syntax

_LONGEST_LABEL = 8
# Two turns are of one conversation when no more paragraphs than this lie between them.
_NEAR = 2
# Paragraphs of one turn; what is longer is no turn but the article itself.
_LONGEST_TURN = 8
_IN_LABELS = frozenset(("-", "‐", "'", ",", "."))
_PLACES = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in a conversation, a range a paragraph; `colon` ends the label, `source` is the name in it."""

    colon: int
    source: Tokens
    content: tuple[Tokens, ...]


def turns(syntax: Syntax) -> list[Turn]:
    """The turns of all conversations, each from its label to the next.

    Paragraphs that begin with a name and a colon may be a list. In a conversation two or more speak, and somebody
    speaks twice; a single turn has the surname, in capitals, of a person whom the article names in full. A name that
    is not in capitals must be such a surname too. "Q" and "A" are turns where there are two of each.
    """
    opened = [
        (number, turn)
        for number, first, last in syntax.reading.paragraphs
        if number and (turn := _opened(syntax, first, last)) is not None
    ]
    if not opened:
        return []
    speakers: set[str] = set()
    surnames = _surnames(syntax)
    for chain in _chains(opened):
        names = [_name(syntax, turn) for _, turn in chain]
        repeated = 1 < len(set(names)) < len(names)
        for (_, turn), name in zip(chain, names, strict=True):
            known = name in surnames
            if (known or repeated) if _in_capitals(syntax, turn) else (known and repeated):
                speakers.add(name)
    kept = [*_interview(syntax, opened), *(item for item in opened if _name(syntax, item[1]) in speakers)]
    return _until_the_next(syntax, sorted(kept, key=lambda item: item[0]))


def is_asked(name: str, letter: str = "qa") -> bool:
    """Whether a label is that of a question or an answer: "Q", "A", "Q12"."""
    return name[:1].lower() in tuple(letter) and (len(name) == 1 or name[1:].isdigit())


def _opened(syntax: Syntax, first: int, last: int) -> Turn | None:
    """A paragraph as a turn, when it begins with capitalized words and a colon."""
    start = first
    while start < last and syntax.words[start] in MARKS:
        start += 1
    colon = next((t for t in range(start + 1, min(last, start + _LONGEST_LABEL + 1)) if syntax.words[t] == ":"), -1)
    if colon < 0 or not all(syntax.capital(t) or syntax.words[t] in _IN_LABELS for t in range(start, colon)):
        return None
    end = next((t for t in range(start + 1, colon) if syntax.words[t] == ","), colon)  # "JAKE LEE, HOST:"
    content = _bare(syntax, colon + 1, last)
    place = syntax.reading.columns.entities[start] in _PLACES
    return Turn(colon, (start, end), (content,)) if content and not place else None


def _name(syntax: Syntax, turn: Turn) -> str:
    return syntax.words[turn.source[1] - 1]


def _in_capitals(syntax: Syntax, turn: Turn) -> bool:
    text = syntax.reading.doc[turn.source[1] - 1].text
    return text.isupper() and len(text) > 2 and not is_asked(text)


def _interview(syntax: Syntax, opened: list[tuple[int, Turn]]) -> Iterator[tuple[int, Turn]]:
    """The questions and answers, if there are two of each."""
    asked = [(number, turn) for number, turn in opened if is_asked(_name(syntax, turn))]
    if all(sum(is_asked(_name(syntax, turn), letter) for _, turn in asked) > 1 for letter in "qa"):
        yield from asked


def _chains(opened: list[tuple[int, Turn]]) -> Iterator[list[tuple[int, Turn]]]:
    """Turns that stand close together, but for questions and answers."""
    chain: list[tuple[int, Turn]] = []
    for number, turn in opened:
        if chain and number - chain[-1][0] > _NEAR + 1:
            yield chain
            chain = []
        chain.append((number, turn))
    yield chain


def _surnames(syntax: Syntax) -> set[str]:
    """The last names, in lower case, of all people whom the article names with more than one word."""
    return {e[-1].lower_ for e in syntax.reading.doc.ents if e.label_ == "PERSON" and len(e) > 1}


def _until_the_next(syntax: Syntax, kept: list[tuple[int, Turn]]) -> list[Turn]:
    """Turns with the paragraphs that follow up to the next turn; after the last one the article may go on itself."""
    bounds = {number: (first, last) for number, first, last in syntax.reading.paragraphs}
    whole = []
    for place, (number, turn) in enumerate(kept):
        following = kept[place + 1][0] if place + 1 < len(kept) else number
        between = range(number + 1, following) if following - number <= _LONGEST_TURN else ()
        more = (_bare(syntax, *bounds[n]) for n in between if n in bounds)
        whole.append(replace(turn, content=(*turn.content, *(part for part in more if part is not None))))
    return whole


def _bare(syntax: Syntax, first: int, last: int) -> Tokens | None:
    """A paragraph without the quotation marks around it; None for a stage direction in brackets."""
    while first < last and syntax.words[first] in MARKS:
        first += 1
    while last > first and syntax.words[last - 1] in MARKS:
        last -= 1
    return trimmed(syntax, first, last) if first < last and syntax.words[first] != "(" else None
