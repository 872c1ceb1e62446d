"""Whether a clause is hedged: by a modal, a verb of seeming or an adverb in its main predicate."""

from __future__ import annotations

from briefing.extract.cues import group
from briefing.extract.syntax import FINITE, Syntax


def is_hedge(syntax: Syntax, token: int) -> bool:
    """Whether a token is a modal or adverb that hedges; "May" is a month."""
    word = syntax.words[token]
    if word == "could" and token + 1 < len(syntax.words) and syntax.words[token + 1] in {"not", "n't"}:
        return False  # what could not be was not
    return word in group("adverb hedge") or (word in group("modal hedge") and syntax.tags[token] == "MD")


def hedged(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the first predicate of the range [first, last), subordinate clauses before it left out, is hedged."""
    root = _predicate(syntax, first, last)
    if root < 0:
        return any(syntax.words[t] in group("adverb hedge") for t in range(first, min(last, first + 4)))
    if syntax.lemmas[root] in group("verb hedge") and syntax.tags[root].startswith("VB"):
        return _seems(syntax, root)
    return any(
        is_hedge(syntax, t) and not _of_noun(syntax, t, root) for t in syntax.children[root] if first <= t < last
    )


def _seems(syntax: Syntax, verb: int) -> bool:
    """Whether a verb of seeming takes a clause, an infinitive or a quality, unlike "appeared on the stage"."""
    after = verb + 1
    while after < len(syntax.tags) and syntax.tags[after] == "RB":
        after += 1
    return after >= len(syntax.tags) or syntax.tags[after] != "IN" or syntax.words[after] in {"that", "like"}


def _of_noun(syntax: Syntax, adverb: int, root: int) -> bool:
    """Whether an adverb stands before a participle that goes with a noun: "nine men allegedly | involved in it"."""
    after = adverb + 1
    if after >= len(syntax.tags) or after == root:
        return False
    return syntax.tags[after] in {"VBN", "VBG"} and syntax.labels[after] in {"acl", "amod", "acl:relcl"}


def _predicate(syntax: Syntax, first: int, last: int) -> int:
    """The verb or predicate that heads the range: the token whose head lies outside it."""
    heads = [t for t in range(first, last) if not first <= syntax.heads[t] < last or syntax.heads[t] == t]
    verbal = [
        t
        for t in heads
        if syntax.tags[t].startswith("VB") or any(syntax.labels[c] in {"cop", "aux"} for c in syntax.children[t])
    ]
    if verbal:
        return verbal[0]
    return next((t for t in range(first, last) if syntax.tags[t] in FINITE), -1)
