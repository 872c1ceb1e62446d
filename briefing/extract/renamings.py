"""Which nouns of a sentence mean the same: appositions, copulas, "known as", "seen as", by the parse and by commas."""

from __future__ import annotations

from briefing.extract.noun_phrases import start_of
from briefing.extract.relations import Cast
from briefing.extract.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_CALLED = frozenset(("called", "named", "dubbed", "nicknamed"))
_DEEMED = frozenset(("consider", "call", "deem", "label", "brand", "become", "remain"))
_BREAKS = (",", "—", "–", "(", "-", "--")
_CLOSES = frozenset((",", ")", ".", ";", "—", "–", "--"))
# Words between a noun and the name that it is called by ("a unit of the ministry called ...").
_REACH = 10


def of_noun(tree: Tree, cast: Cast, noun: int) -> list[int]:
    """The tokens that head what a noun is said to be or to be called."""
    # what stands in brackets is a source or a note: "X is the owner of Y. [Agency]"
    tokens = [
        c for c in tree.children[noun] if tree.labels[c] in ("appos", "flat") and c > noun and tree.lowers[c - 1] != "["
    ]
    parent, label = tree.heads[noun], tree.labels[noun]
    name = name_before(tree, cast, noun) if label == "appos" else -1
    if name >= 0 and (tree.tags[parent][:3] != "NNP" or _is_body(cast, name)):
        return [name]  # "members of Y, a wing of X": hung on the members
    if (
        label in ("appos", "parataxis")
        and parent < noun
        and tree.tags[parent][:2] != "VB"
        and _adjoins(tree, parent, noun)
    ):
        tokens.append(parent)
    if tree.child(noun, "cop") >= 0 and not tree.case(noun):  # not of "they were from a group"
        own = tree.all(noun, *SUBJECTS)
        raised = label == "xcomp" and tree.tags[parent][:2] == "VB"  # "is believed to be an affiliate of X"
        tokens += tree.all(parent, *SUBJECTS) if raised and not own else own
        if label == "acl:relcl":
            tokens.append(parent)
    if label.startswith("nsubj") and tree.child(parent, "cop") >= 0 and tree.tags[parent][:2] == "NN":
        tokens.append(parent)  # "the group's patron is X"
    if label == "conj" and any(tree.lowers[c] == "other" for c in tree.all(noun, "amod", "det")):
        tokens.append(parent)  # "X, Y and other proxies"
    if tree.case(noun) == "as":
        tokens += _seen_as(tree, noun)
    if label in ("xcomp", "obj", "ccomp") and tree.tags[parent][:2] == "VB" and tree.lemmas[parent] in _DEEMED:
        # an "it" that became something is read as an empty subject
        passive = tree.all(parent, "nsubj:pass") or tree.all(parent, "expl")
        tokens += passive or tree.all(parent, "nsubj" if tree.lemmas[parent] in ("become", "remain") else "obj")
    if not tokens:
        tokens = [t for t in (name_before(tree, cast, noun), _name_after(tree, cast, noun)) if t >= 0][:1]
    if not tokens and (called := _called(tree, cast, noun)) >= 0:
        tokens = [called]
    return [t for t in dict.fromkeys(tokens) if t != noun]


def _is_body(cast: Cast, token: int) -> bool:
    """Whether a token names an organization or group."""
    actor = cast.of_token.get(token)
    return any(a.id == actor and a.kind in ("organization", "group") for a in cast.actors)


def _seen_as(tree: Tree, noun: int) -> list[int]:
    """What a verb or participle takes for another thing: "uses X as its proxy", "the group, known as its wing"."""
    verb = tree.heads[noun]
    if tree.tags[verb][:2] != "VB":
        return []
    found = tree.all(verb, "nsubj:pass") or tree.all(verb, "obj")
    if not found and tree.labels[verb] in ("acl", "acl:relcl", "amod") and tree.heads[verb] < verb:
        found = [tree.heads[verb]]
    if not found and tree.tags[verb] == "VBN" and verb > 1 and tree.lowers[verb - 1] == ",":
        found = [verb - 2]
    return found


def _adjoins(tree: Tree, head: int, noun: int) -> bool:
    """Whether nothing but a comma, articles and modifiers stands between a name and its apposition."""
    return noun - head <= 12 and any(tree.lowers[t] in _BREAKS for t in range(head + 1, noun))


def name_before(tree: Tree, cast: Cast, noun: int) -> int:
    """The name before the comma of "Y, its U.S. subsidiary,"; the phrase must begin with an article or a possessor."""
    first = start_of(tree.doc, noun)
    opener = tree.tags[first] in ("DT", "PRP$") or any(tree.tags[t] == "POS" for t in range(first, noun))
    at = first - 1
    if not opener or at < 1 or tree.lowers[at] not in _BREAKS or tree.labels[noun].startswith("nsubj"):
        return -1
    return _head(tree, cast, at - 1) if tree.tags[at - 1][:3] == "NNP" and at - 1 in cast.of_token else -1


def _name_after(tree: Tree, cast: Cast, noun: int) -> int:
    """The name in "its political wing, Y, said": between the comma after the noun and the next mark."""
    high = tree.sentence(noun)[1]
    at = noun + 1
    if at >= high or tree.lowers[at] not in (",", "(", "—", "–", "--"):
        return -1
    at += 1
    while at < high and tree.tags[at] in ("DT", "``"):
        at += 1
    if at >= high or tree.tags[at][:3] != "NNP" or at not in cast.of_token:
        return -1
    last = at
    while last + 1 < high and cast.of_token.get(last + 1) == cast.of_token[at]:
        last += 1
    closed = last + 1 < high and tree.lowers[last + 1] in _CLOSES
    another = last + 2 < high and tree.tags[last + 2][:3] == "NNP" and tree.lowers[last + 1] == ","  # a list
    return _head(tree, cast, at) if closed and not another else -1


def _called(tree: Tree, cast: Cast, noun: int) -> int:
    """The name after "called" or "known as" that a phrase ends with."""
    high = min(tree.sentence(noun)[1], noun + _REACH)
    for at in range(noun + 1, high):
        if tree.tags[at] in ("VBZ", "VBP", "MD", "WDT", "WP") or tree.lowers[at] == ",":
            return -1
        known = tree.lowers[at] == "as" and tree.lowers[at - 1] == "known"
        if not known and tree.lowers[at] not in _CALLED:
            continue
        for name in range(at + 1, min(at + 4, high)):
            if name in cast.of_token:
                return _head(tree, cast, name)
        return -1
    return -1


def _head(tree: Tree, cast: Cast, token: int) -> int:
    """The token within a token's mention that heads it."""
    actor = cast.of_token[token]
    while cast.of_token.get(tree.heads[token]) == actor and tree.heads[token] != token and token not in cast.of_head:
        token = tree.heads[token]
    return token
