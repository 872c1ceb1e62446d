"""Noun phrases by their surface: how far one reaches to the left and right of its head noun.

Parses of a small model go wrong inside long names and appositions; tags are far surer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.tables import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = NOUNS | frozenset({"JJ", "JJR", "JJS", "CD", "VBN", "HYPH", "POS", "AFX", "FW"})
_OPENERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_BOUNDS = frozenset({"IN", "TO", "WRB", ",", ":", "-LRB-", "VB", "VBD", "VBZ", "VBP"})
_LONGEST = 40  # tokens; longer ones are lists or no phrases at all


def start_of(doc: Doc, head: int, openers: bool = True) -> int:
    """The first token of the noun phrase with this head noun, with its owner ("Kenya's top [envoy]").

    With `openers` its article or possessive pronoun belongs to it.
    """
    at = head
    while at > 0 and head - at < _LONGEST and not doc[at].is_sent_start:
        token = doc[at - 1]
        if token.tag_ in _OPENERS:
            return at - 1 if openers and token.lower_ not in ("that", "this") else at
        if token.tag_ == "VBG" and token.dep_ not in ("amod", "compound"):
            break
        if token.lower_ in word_set("days") or (token.tag_ not in _MODIFIERS and token.tag_ != "VBG"):
            break
        if token.tag_ == "VBN" and token.dep_ not in ("amod", "compound") and doc[at].tag_ not in NOUNS | {"JJ"}:
            break
        at -= 1
    while at < head and doc[at].tag_ in ("POS", "HYPH"):
        at += 1
    return at


def end_of(doc: Doc, head: int) -> int:
    """Past the prepositional phrases that follow a head noun: "head of the ministry for women and sport"."""
    at = head + 1
    while (
        at < len(doc)
        and at - head < _LONGEST
        and doc[at].lower_ in ("of", "for", "to", "at", "in", "on", "with")
        and not doc[at].is_sent_start
    ):
        inner = at + 1
        while inner < len(doc) and not doc[inner].is_sent_start:
            tag = doc[inner].tag_
            joint = tag == "CC" and inner + 1 < len(doc) and doc[inner + 1].tag_ in NOUNS | {"JJ"}
            if not (tag in _MODIFIERS or tag in _OPENERS or (joint and doc[inner].lower_ in ("and", "&"))):
                break
            inner += 1
        if inner == at + 1 or doc[inner - 1].tag_ not in NOUNS | {"POS"}:
            break
        at = inner
    return at


def first_head(doc: Doc, first: int, last: int) -> int:
    """The head noun of the phrase that a range begins with: before a comma, preposition, verb or relative pronoun."""
    head = first
    for at in range(first, min(last, first + 2 * _LONGEST)):
        token = doc[at]
        if token.tag_ in NOUNS | {"PRP", "CD", "WP", "WDT", "DT", "JJ"}:
            head = at if token.tag_ in NOUNS or doc[head].tag_ not in NOUNS else head
        elif at > first and token.tag_ in _BOUNDS and doc[head].tag_ in NOUNS | {"PRP", "WP", "WDT"}:
            break
        if at > first and (
            token.tag_ in ("WP", "WDT", ",") or (token.tag_ == "CC" and doc[head].ent_type_ == "PERSON")
        ):
            break
    return _after_name(doc, head, last)


def _after_name(doc: Doc, head: int, last: int) -> int:
    """The noun that a name of several words stands before: "the University of Oslo [researchers]"."""
    if doc[head].ent_type_ != "ORG":
        return head
    at = head
    while at + 1 < last and doc[at + 1].ent_iob_ == "I":
        at += 1
    of = any(doc[i].lower_ == "of" for i in range(head, at))
    return at + 1 if of and at + 1 < last and doc[at + 1].tag_ == "NNS" else head
