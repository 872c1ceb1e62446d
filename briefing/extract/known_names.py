"""Corrects the recognizer's names by knowledge: titles, institutions, key words (places: `known_places`)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.extract.board import Board, Found
from briefing.extract.lexicon import Lexicon
from briefing.extract.names import (
    ARTICLES,
    SUFFIXES,
    institutions,
    is_acronym,
    is_given,
    is_person_noun,
    is_title,
    name_words,
    titles,
)
from briefing.extract.places import lookup
from briefing.extract.tables import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = frozenset("\"'“”‘’«»()[]{}.,;:!?-–—*•|/…")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_PROPER = frozenset({"NNP", "NNPS"})
_NO_NAME = frozenset({"PRP", "PRP$", "DT", "IN", "WP", "MD"})


def trim(board: Board) -> None:
    """Article, possessive, quotation marks and titles off every name; what is no name goes."""
    doc = board.doc
    for found in board:
        if found.label not in _NAMES:
            continue
        first, last = found.first, found.last
        while first < last and (doc[first].text in ARTICLES or doc[first].text in _QUOTES):
            first += 1
        while first < last and (doc[last - 1].text in _QUOTES or doc[last - 1].tag_ == "POS"):
            last -= 1
        title = None
        if found.label in ("ORG", "LOC", "GPE", "FAC", "MISC") and last - first > 1 and _addressed(doc[first].text):
            found = replace(found, label="PERSON")
        if found.label == "PERSON":
            while first < last - 1 and doc[first].text.islower() and doc[first].text not in word_set("particles"):
                first += 1  # "an assistant | surnamed Fan"
            first = _after_owner(board, first, last)
            start = first
            while first < last - 1 and doc[first].text in titles():
                first += 1
            if first == last - 1 and doc[first].text in titles() and first > start and not is_given(doc[first].text):
                first, last = start, start  # "Prime Minister" alone names nobody
            if first > start:
                title = (start, first)
        elif found.label == "ORG":
            first = _after_possessive(board, first, last)
        if found.label == "PERSON" and last - first == 1 and doc[first].is_sent_start and doc[first].tag_ == "NNS":
            first = last  # "Lawyers waited outside"
        empty = first >= last or not any(_capital(doc[i].text) for i in range(first, last))
        if empty or (last - first == 1 and (doc[first].tag_ in _NO_NAME or doc[first].text in titles())):
            board.cut(found)
        elif board.at(found.first) != replace(found, first=first, last=last, title=title):
            board.cut(found)
            board.put(Found(first, last, found.label, title=title))


def _addressed(word: str) -> bool:
    """Titles that only people have: "Mr", "Miss", "Gen."."""
    return word in ("Mr", "Ms", "Mrs", "Dr", "Miss", "Sir", "Sheikh", "Ayatollah") or (
        word.endswith(".") and word in titles()
    )


def _capital(word: str) -> bool:
    return any(c.isupper() for c in word) or word[:1].isdigit()


def _after_owner(board: Board, first: int, last: int) -> int:
    """Past a state's name before a person's: "US President Jean Petit", "Russian Vladimir Putin"."""
    for at in range(first + 1, last):
        place = lookup(board.words(first, at))
        if place is not None and place.of_state and (place.sense == "adjective" or board.doc[at].text in titles()):
            return at
    return first


def part(board: Board) -> None:
    """Names that ran together: "in [Saudi Arabia] [Lee] said", where a state's comes before a known surname."""
    doc = board.doc
    surnames = {doc[f.last - 1].text for f in board if f.label == "PERSON" and f.last - f.first > 1}
    for found in board:
        at = found.last - 1
        if found.label not in ("GPE", "LOC", "PERSON") or at == found.first or doc[at].text not in surnames:
            continue
        place = lookup(board.words(found.first, at))
        if place is not None and place.of_state and place.sense == "name":
            board.cut(found)
            board.put(Found(found.first, at, "GPE"))
            board.put(Found(at, found.last, "PERSON"))


def _after_possessive(board: Board, first: int, last: int) -> int:
    """Past the owner in "Kenya's Ministry of Intelligence"; "McDonald's" keeps its own."""
    for at in range(first + 1, last - 1):
        if board.doc[at].tag_ == "POS" and lookup(board.words(first, at)):
            return at + 1
    return first


def join_pieces(board: Board) -> None:
    """Names that tokens or marks cut: "José [“Pepe” Mujica]", "Jide Sanwo[-Olu]", "Valentine[’s Day]"."""
    doc = board.doc
    for found in board:
        if board.at(found.first) is not found:
            continue
        first, last = found.first, found.last
        if found.label == "PERSON" and first > 1 and doc[first - 1].text in ("bin", "ibn", "bint", "binti"):
            if _proper(doc[first - 2]) and board.at(first - 2) is None:  # "[Omar bin] Said"
                board.put(Found(first - 2, last, "PERSON", title=found.title))
            continue
        if last + 1 < len(doc) and doc[last].tag_ == "POS" and doc[last - 1].text in word_set("possessive_part"):
            if doc[last + 1].text in name_words():
                board.put(Found(found.first, last + 2, "ORG"))
            continue
        if found.label != "PERSON":
            continue
        if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].text in SUFFIXES:
            last += 2
            board.put(Found(found.first, last, "PERSON", title=found.title))
            continue
        if (
            last + 1 < len(doc)
            and doc[last].text in ("-", "‑")
            and not doc[last - 1].whitespace_
            and not doc[last].whitespace_
        ):
            if doc[last + 1].tag_ in _PROPER and board.at(last + 1) is None:
                last += 2
        elif last < len(doc) and doc[last].text in ("“", '"', "”"):
            inside = last - (doc[last].text == "”")  # the recognizer may have taken the nickname without its mark
            close = next((i for i in range(inside + 1, min(inside + 4, len(doc))) if doc[i].text in ("”", '"')), None)
            after = close + 1 if close is not None and doc[close - 1].tag_ in _PROPER else None
            if after is not None and after < len(doc) and _proper(doc[after]):
                other = board.at(after)
                last = other.last if other is not None and other.last - other.first < 3 else after + 1
        elif last + 1 < len(doc) and doc[last].tag_ == "POS" and doc[last + 1].text in ("Day", "Eve"):
            board.put(Found(found.first, last + 2, "EVENT"))
            continue
        if last != found.last:
            board.put(Found(found.first, last, "PERSON", title=found.title))


@cache
def _institutions() -> Lexicon[str]:
    return Lexicon(institutions())


def apply_institutions(board: Board) -> None:
    """Institutions known by a building or a short form are organizations, whatever the recognizer saw."""
    doc, table = board.doc, _institutions()
    at = 0
    while at < len(doc):
        hit = table.match(doc, at) if doc[at].text[:1].isalpha() else None
        if hit is None:
            at += 1
            continue
        last = hit[0]
        covering = board.at(at)
        word = board.words(at, last)
        common = len(word) == 2 and not (covering and covering.label == "ORG")  # "IS", "AP", "AU" in other uses
        if covering is not None and covering.first <= at and covering.last >= last:
            if (covering.first, covering.last) == (at, last) and covering.label != "ORG":
                board.relabel(covering, "ORG")
        elif (not common or word in ("UN", "EU")) and not (last - at == 1 and doc[at].tag_ not in _PROPER):
            board.put(Found(at, last, "ORG"))
        at = last


def apply_titles(board: Board) -> None:
    """Capitalized words after a title are a person: "Gen. Daud Noor", "spokeswoman Ana Brnabic"."""
    doc = board.doc
    for at in range(1, len(doc)):
        if not _proper(doc[at]) or doc[at].is_sent_start:
            continue
        before = doc[at - 1].text
        if not (before in titles() or is_person_noun(before)) or is_title(doc[at].text):
            continue
        found = board.at(at)
        if found is not None and found.label != "PERSON" and found.first == at and found.place is None:
            if doc[found.last - 1].text in name_words():
                continue
            if _addressed(before) or is_given(doc[at].text):
                board.relabel(found, "PERSON")
        elif found is None:
            last = at + 1
            while last < len(doc) and _proper(doc[last]) and board.at(last) is None and not doc[last].is_sent_start:
                last += 1
            strong = _addressed(before)
            if (
                last - at <= 4
                and not is_acronym(doc[at].text)
                and (strong or (last - at > 1 and is_given(doc[at].text)))
            ):
                board.put(Found(at, last, "PERSON"))


def _proper(token: Token) -> bool:
    return token.tag_ in _PROPER and token.text[:1].isupper()


def apply_key_words(board: Board) -> None:
    """ "Labour Party" is an organization, "Sunset Boulevard" a facility, whatever the recognizer saw; a run of
    capitalized words that ends in such a word is a name even where the recognizer saw none."""
    doc, kinds = board.doc, {"o": "ORG", "f": "FAC", "l": "LOC", "e": "EVENT", "w": "LAW"}
    for found in board:
        if found.last - found.first < 2 or found.place is not None:
            continue
        kind, park = _key_kind(board, found.last), _is_park(board, found.last)
        if found.label == "PERSON" and kind != "o" and is_given(doc[found.first].text) and not park:
            continue  # "Peter Hall"
        others = ("ORG", "FAC") if park else ("ORG",) if kind == "l" else ("LOC", "GPE")
        if kind in ("o", "f", "l") and found.label in ("PERSON", "NORP", "MISC", *others):
            board.relabel(found, kinds[kind])
    at = 0
    while at < len(doc):
        if not _proper(doc[at]) or board.at(at) is not None:
            at += 1
            continue
        last = at + 1
        while last < len(doc) and _proper(doc[last]) and board.at(last) is None and not doc[last].is_sent_start:
            last += 1
        kind = _key_kind(board, last)
        if kind in ("o", "f", "l", "e", "w") and last - at > 1:
            if at and (head := board.at(at - 1)) is not None and head.label == "NORP" and doc[at].tag_ in _PROPER:
                board.put(Found(head.first, last, kinds[kind]))  # "Indonesian [Navy]"
            else:
                board.put(Found(at, last, kinds[kind]))
        at = last


def _key_kind(board: Board, last: int) -> str | None:
    """What the last word of a name says; a national park is a place."""
    return "l" if _is_park(board, last) else name_words().get(board.doc[last - 1].text)


def _is_park(board: Board, last: int) -> bool:
    doc = board.doc
    return last > 1 and doc[last - 2].text == "National" and doc[last - 1].text in ("Park", "Forest", "Reserve")
