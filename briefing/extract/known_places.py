"""Corrects the recognizer's names by the tables of places: states, capitals, peoples, provinces, cities."""

from __future__ import annotations

from functools import cache

from briefing.extract.board import Board, Found
from briefing.extract.lexicon import Lexicon
from briefing.extract.names import is_given
from briefing.extract.places import LANGUAGE_CUES, Place, lookup, places
from briefing.extract.tables import word_set, words

_PROPER = frozenset({"NNP", "NNPS"})


def apply_places(board: Board) -> None:
    """States, capitals, peoples, provinces and cities of the tables, found or corrected."""
    doc, table = board.doc, places()
    at = 0
    while at < len(doc):
        hit = table.match(doc, at) if doc[at].text[:1].isupper() or doc[at].text.startswith("ni") else None
        if hit is None:
            at += 1
            continue
        last, place = hit
        _apply_place(board, at, last, place)
        at = last


def _apply_place(board: Board, first: int, last: int, place: Place) -> None:
    formal = _formal_start(board, first, last) if place.of_state and place.sense == "name" else first
    if formal < first:
        board.put(Found(formal, last, place.label, place))
        return
    covering = board.at(first)
    if covering is not None and covering.first <= first and covering.last >= last:
        if (covering.first, covering.last) == (first, last) and _means_place(board, covering, place):
            if _language(board, first, last, place):
                board.relabel(covering, "LANGUAGE")
            else:
                board.relabel(covering, place.label, place)
        return
    if covering is None and board.free(first, last):
        if place.of_state and not _other_use(board, first, last, place):
            board.put(Found(first, last, place.label, place))
        return
    if place.of_state and last - first > 1:  # "United [States]"
        board.put(Found(first, last, place.label, place))


def _formal_start(board: Board, first: int, last: int) -> int:
    """Where a state's full style begins: "[State of] Qatar", "[Federal Republic of] Germany"."""
    doc = board.doc
    at = first - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].text != "of" or doc[at - 1].text not in word_set("state_form"):
        return first
    if last < len(doc) and doc[last].tag_ in _PROPER and doc[last].text[:1].isupper():
        return first  # "Republic of Ireland Football Association"
    at -= 1
    while at > 0 and doc[at - 1].text in word_set("state_form"):
        at -= 1
    return at


def _means_place(board: Board, found: Found, place: Place) -> bool:
    if found.label == "PERSON":  # "Jordan", "Chad": the recognizer saw a person, the table can't overrule it
        return place.of_state and not is_given(board.text(found)) and place.sense != "capital"
    if place.of_state:
        return True
    return found.label in ("LOC", "GPE", "MISC") or (found.label == "ORG" and place.sense != "city")


def _language(board: Board, first: int, last: int, place: Place) -> bool:
    """ "answered in French": the language, no people and no state."""
    doc = board.doc
    if place.sense != "adjective" or not first or doc[first - 1].lower_ not in LANGUAGE_CUES:
        return False
    return last >= len(doc) or doc[last].tag_ not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CC")


def _other_use(board: Board, first: int, last: int, place: Place) -> bool:
    """A table word that means something else: a person's name, a language, a part of another name."""
    doc = board.doc
    before = doc[first - 1] if first and not doc[first].is_sent_start else None
    after = doc[last] if last < len(doc) else None
    if _language(board, first, last, place):
        return True
    if place.sense in ("adjective", "people") and not board.doc[first].text[0].isupper():
        return True
    word = board.words(first, last)
    if word == "US" and before is not None and before.is_upper and len(before.text) > 2:
        return True  # a shouted "US" in a line of capitals
    if place.sense in ("name", "capital") and last - first == 1:
        if (
            before is not None
            and before.tag_ in _PROPER
            and (is_given(before.text) or before.text in ("Mr.", "Ms.", "Mrs."))
        ):
            return True
        return is_given(word) and after is not None and after.tag_ in _PROPER and lookup(after.text) is None
    return False


@cache
def _peoples() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(words("peoples.txt"), True))


def apply_peoples(board: Board) -> None:
    """Peoples, religions and camps without a state: NORP, where no longer name has the words."""
    doc = board.doc
    for token in doc:
        hit = _peoples().match(doc, token.i) if token.text[:1].isupper() else None
        if hit is None:
            continue
        found = board.at(token.i)
        if found is not None and (found.first, found.last) == (token.i, hit[0]):
            board.relabel(found, "NORP")
        elif found is None and board.free(token.i, hit[0]) and token.tag_ != "NN":
            board.put(Found(token.i, hit[0], "NORP"))
