"""Whether a verb is passive, and who does what it says then."""

from __future__ import annotations

from briefing.extract.referents import Referents


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
    if verb + 1 < len(tree.lowers) and tree.lowers[verb + 1] == "by" and tree.labels[verb + 1] == "case":
        return tree.heads[verb + 1]
    if tree.labels[verb] == "conj":
        return -1
    # "armed and funded by X": the agent hangs on the last of them
    return next(
        (a for c in tree.all(verb, "conj") if tree.tags[c] == "VBN" and c - verb <= 4 and (a := agent(who, c)) >= 0),
        -1,
    )
