"""What asserts something by itself: a clause with a finite verb and its subject."""

from __future__ import annotations

from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINITE, NOUNS, Syntax

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
_LINKS = frozenset(("aux", "aux:pass", "cop"))
# What a clause is when it only goes with the noun before it, and what hangs on a verb without being said by itself.
_ON_NOUNS = frozenset(("acl", "acl:relcl"))
_DEPENDENT = _ON_NOUNS | {"xcomp", "advcl", "amod", "obj", "obl", "nmod"}
_FEWEST_WORDS = 4


def predicate(view: Syntax, finite: int) -> int:
    """The head of the clause whose finite word this is: the verb of an auxiliary, the complement of a copula."""
    return view.heads[finite] if view.labels[finite] in _LINKS else finite


def is_main(view: Syntax, token: int) -> bool:
    """Whether a token heads a main clause: the root, or coordinated with it."""
    for _ in range(8):
        if view.heads[token] == token:
            return True
        if view.labels[token] not in {"conj", "parataxis"}:
            return False
        token = view.heads[token]
    return False


def has_subject(view: Syntax, head: int, tokens: Tokens) -> bool:
    """Whether a predicate has a subject among `tokens`, its own or that of the verb that it is coordinated with."""
    for _ in range(4):
        if any(tokens[0] <= child < tokens[1] for child in view.children[head] if view.labels[child] in SUBJECTS):
            return True
        if view.labels[head] not in {"conj", "xcomp"} or not tokens[0] <= view.heads[head] < tokens[1]:
            return False
        head = view.heads[head]
    return False


def whole(view: Syntax, tokens: Tokens) -> bool:
    """Whether tokens are a clause that stands by itself: a finite predicate with its subject governs them."""
    first, last = tokens
    opening = next((t for t in range(first, last) if view.is_word(t)), first)
    governor = _top(view, opening, tokens)
    if view.labels[governor] in _DEPENDENT and not _predicates(view, governor, tokens):
        return False
    for finite in range(first, last):
        head = predicate(view, finite) if view.tags[finite] in FINITE else -1
        if first <= head < last and has_subject(view, head, tokens):
            top = _top(view, head, tokens)
            if view.labels[top] not in _ON_NOUNS and (top == head or _predicates(view, top, tokens)):
                return True
    return False


def reads_whole(view: Syntax, tokens: Tokens) -> bool:
    """Whether words that somebody said look like a clause, whatever the parse: a noun before a finite verb."""
    first, last = tokens
    if view.tags[first] in {"TO", "WDT", "WP", "VBN"} or not long_enough(view, tokens):
        return False
    named = view.tags[first] == "VBG"  # "leaving | would cost"
    for token in range(first, last):
        if view.tags[token] == "TO" and token + 1 < last and view.tags[token + 1] == "VB":
            return False  # "urged | firms to register, or they risk ..."
        if named and view.tags[token] in FINITE:
            head = predicate(view, token)
            return view.labels[head] not in _DEPENDENT and not _embedded(view, head, tokens)
        named = named or view.tags[token] in NOUNS or view.tags[token] in {"PRP", "EX", "DT"}
    return False


def _embedded(view: Syntax, token: int, tokens: Tokens) -> bool:
    """Whether a verb only goes with a noun or another clause: "lack of proof that | was | needed", "when he | came"."""
    while tokens[0] <= token < tokens[1] and view.heads[token] != token:
        if view.labels[token] in _ON_NOUNS or view.labels[token] == "advcl":
            return True
        token = view.heads[token]
    return False


def _predicates(view: Syntax, head: int, tokens: Tokens) -> bool:
    """Whether a token is a verb, or has a copula, with a subject among the tokens."""
    verbal = view.tags[head][:2] == "VB" or view.child(head, "cop") >= 0
    return verbal and has_subject(view, head, tokens)


def _top(view: Syntax, token: int, tokens: Tokens) -> int:
    """The highest head of a token among `tokens`, past what is coordinated."""
    while view.heads[token] != token and tokens[0] <= view.heads[token] < tokens[1]:
        token = view.heads[token]
    return token


def words_in(view: Syntax, tokens: Tokens) -> int:
    """How many of the tokens are words."""
    return sum(view.is_word(token) for token in range(*tokens))


def long_enough(view: Syntax, tokens: Tokens) -> bool:
    """Whether tokens have as many words as an assertion needs."""
    return words_in(view, tokens) >= _FEWEST_WORDS
