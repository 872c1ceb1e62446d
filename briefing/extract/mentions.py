"""Names in the text: entities as a reader sees them, and as mentions that actors are made of."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import article_names, known_names, known_places, person_evidence
from briefing.extract.board import Board, Found
from briefing.extract.names import titles
from briefing.extract.places import lookup
from briefing.extract.relations import Cast
from briefing.findings import Entity
from briefing.language import Reading

__all__ = ["Found", "entities", "find"]

# Only labels of names are corrected; dates, money and numbers stay as the pipeline gives them.
_PLACED = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "MISC"})


def find(reading: Reading) -> tuple[Found, ...]:
    """The named spans of an article in the order of the text; inner ones (places within names) follow their outer."""
    board = Board(reading.doc)
    for span in reading.doc.ents:
        board.put(Found(span.start, span.end, span.label_))
    known_names.part(board)
    known_names.trim(board)
    known_names.join_pieces(board)
    known_names.apply_institutions(board)
    known_places.apply_places(board)
    known_places.apply_peoples(board)
    known_names.apply_key_words(board)
    known_names.apply_titles(board)
    article_names.vote(board)
    person_evidence.apply(board)
    article_names.surnames(board)
    article_names.known_again(board)
    article_names.acronyms(board)
    result: list[Found] = []
    for found in board:
        if found.label in ("LOC", "GPE") and found.place is None:
            found = replace(found, place=lookup(board.text(found)))
            if found.place is not None:
                found = replace(found, label=found.place.label)
        result.append(found)
        if found.label in _PLACED:
            result.extend(_inner(board, found))
    return tuple(result)


def _inner(board: Board, found: Found) -> list[Found]:
    """States and places within a longer name: "University of [Texas]", "[US] State Department"."""
    doc, inner = board.doc, []
    at = found.first
    while at < found.last:
        for last in range(min(found.last, at + 4), at, -1):
            place = lookup(board.words(at, last)) if last - at < found.last - found.first else None
            if place is not None and place.sense in ("name", "capital", "province", "city"):
                after = at > found.first and doc[at - 1].lower_ in ("of", "in", "for", "to", "at", ",")
                if (after and last == found.last) or (at == found.first and place.sense == "name"):
                    inner.append(Found(at, last, "GPE", place, inner=True))
                at = last - 1
                break
        at += 1
    return inner


def entities(reading: Reading, found: tuple[Found, ...], cast: Cast | None = None) -> tuple[Entity, ...]:
    """The entities of the article, each with the id of its actor once there is a cast."""
    result = []
    for each in found:
        if each.inner:
            continue
        span = reading.span(each.first, each.last)
        actor = (
            cast.of_token.get(_key_token(reading, each)) if cast is not None and each.label not in _NO_ACTOR else None
        )
        result.append(Entity(span.start, span.end, each.label, actor))
    return tuple(result)


_NO_ACTOR = frozenset({"DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


def _key_token(reading: Reading, found: Found) -> int:
    """A token of the name that lies in no inner name: its last capitalized one, before "of"."""
    doc = reading.doc
    for at in range(found.first, found.last):
        ends = at + 1 == found.last or doc[at + 1].text in ("of", "for", "in", "at")
        if ends and doc[at].text not in titles():
            return at
    return found.last - 1
