"""Whether a verb is passive, and who does what it says then."""

from __future__ import annotations

from briefing.extract.referents import Referents

_SHARE = frozenset(("in", "part", "large", "full", "whole", "measure", "turn"))
# So far apart may participles of a row be.
_ROW = 6


def is_passive(who: Referents, verb: int) -> bool:
    """Whether a past participle is passive; "has supported" is not, whatever the parse calls its subject."""
    tree = who.tree
    if tree.child(verb, "aux:pass") >= 0:
        return True
    if any(tree.labels[c] == "aux" and tree.lemmas[c] in ("have", "'ve", "’ve") for c in tree.children[verb]):
        return False
    clause = tree.labels[verb] in ("acl", "advcl", "amod", "acl:relcl", "conj", "parataxis", "appos")
    return clause or tree.child(verb, "nsubj:pass") >= 0 or agent(who, verb) >= 0


def agent(who: Referents, verb: int) -> int:
    """The token after "by", or -1."""
    tree = who.tree
    for child in tree.children[verb]:
        if child > verb and tree.labels[child].startswith("obl") and tree.case(child) == "by":
            return child
    at = verb + 1
    while at + 1 < len(tree.lowers) and (tree.tags[at] == "RB" or tree.lowers[at] in _SHARE):
        at += 1  # "funded in part by X", "owned jointly by X"
    if at < len(tree.lowers) and tree.lowers[at] == "by" and tree.labels[at] == "case":
        return tree.heads[at]
    # "armed, trained and funded by X": the agent hangs on the last of them
    joined = tree.all(tree.heads[verb], "conj") if tree.labels[verb] == "conj" else tree.all(verb, "conj")
    return next(
        (a for c in joined if tree.tags[c] == "VBN" and 0 < c - verb <= _ROW and (a := _own_agent(who, c)) >= 0), -1
    )


def _own_agent(who: Referents, verb: int) -> int:
    tree = who.tree
    return next((c for c in tree.children[verb] if c > verb and tree.case(c) == "by"), -1)
