"""Noun chunks of a Universal Dependencies parse: base noun phrases, which spaCy's English rules read off other labels.

A chunk is a noun, proper noun or pronoun with all that stands before it and hangs on it, and with the rest of its
name ("flat") or compound; no chunk lies in another. What follows the noun (appositions, prepositional phrases,
relative clauses) begins a chunk of its own or none, as in spaCy's own iterators.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.symbols import ADP, CCONJ, NOUN, PART, PRON, PROPN, PUNCT, SYM

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HEADS = frozenset((NOUN, PROPN, PRON, SYM))  # a symbol such as "$" heads its amount
_NO_BEGINNING = frozenset((ADP, CCONJ, PART, PUNCT))  # "not Lima", "and Lima"
# Words of these relations belong to their noun's own chunk, and head none.
_INSIDE = frozenset(("flat", "compound", "fixed", "goeswith", "nummod", "amod", "det", "case"))
# To the left, these modify the noun itself; others ("the city [where he lived]", fronted phrases) do not.
_BEFORE = frozenset(("det", "amod", "nummod", "compound", "flat", "nmod", "advmod", "punct", "obl", "dep", "appos"))
_AFTER = frozenset(("flat", "compound", "goeswith", "fixed"))
_AFTER_SYMBOL = _AFTER | {"nummod"}


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """(first token, last + 1, hash of "NP") of each chunk of a Doc or Span; what `Vocab.get_noun_chunks` takes.

    Needs tags and parts of speech too. Raises `ValueError` when the document has no dependencies.
    """
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        raise ValueError("Noun chunks need a dependency parse.")
    label = doc.vocab.strings.add("NP")
    chunks: list[tuple[int, int]] = []
    for token in doclike:
        if not _heads(token) or (chunks and token.i < chunks[-1][1]):
            continue
        first, last = _first(token), _last(token)
        while chunks and chunks[-1][0] >= first:
            chunks.pop()  # within this one: the owner in "the [mayor] of [Lima]'s car"
        first = max(first, chunks[-1][1] if chunks else doclike[0].i)
        while first < token.i and doc[first].pos in _NO_BEGINNING:
            first += 1
        chunks.append((first, last + 1))
    yield from ((first, end, label) for first, end in chunks)


def _plain(token: Token) -> str:
    return token.dep_.partition(":")[0]


def _heads(token: Token) -> bool:
    """Whether a word is the head of a noun phrase of its own."""
    if token.pos not in HEADS:
        return False
    if token.dep_ in ("nmod:desc", "nmod:poss") and token.i < token.head.i:
        return False
    if token.dep_ == "nmod:unmarked" and token.i < token.head.i:
        return False
    return _plain(token) not in _INSIDE or (token.i > token.head.i and _plain(token) not in _AFTER)


def _first(head: Token) -> int:
    """The first word of the run before a head that hangs on it."""
    first = head.i
    for child in reversed(list(head.lefts)):
        relation = _plain(child)
        if relation == "case" or (relation == "punct" and child.tag_ != "HYPH") or relation not in _BEFORE:
            break
        if child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    return first


def _last(head: Token) -> int:
    """The last word of the name or compound that a head begins."""
    last = head.i
    joined = _AFTER_SYMBOL if head.pos == SYM else _AFTER
    for child in head.rights:
        if _plain(child) in joined and child.left_edge.i <= last + 2:
            last = child.i
            for inner in child.rights:
                if _plain(inner) in _AFTER:
                    last = inner.i
        elif _plain(child) != "punct" or child.tag_ != "HYPH":
            break
    return last
