"""What is given: weapons, money, training, support, by the noun and what it measures."""

from __future__ import annotations

from briefing.extract import proxy_words as words
from briefing.extract.referents import Referents
from briefing.findings import ProxyVerb


def goods_of(who: Referents, verb: int, leads: tuple[str, ...]) -> set[ProxyVerb]:
    tree = who.tree
    target = tree.child(verb, "obj")
    bases = [verb] + ([target] if target >= 0 else [])
    heads = [c for base in bases for c in tree.children[base] if c > verb and tree.case(c) in leads]
    return {kind for head in heads for t in measured(who, head) if (kind := kind_of(who, t))}


def measured(who: Referents, head: int) -> list[int]:
    """A noun with its conjuncts, and what it measures ("thousands of rockets")."""
    tree = who.tree
    found, stack = [head], [head]
    while stack:
        token = stack.pop()
        for child in tree.children[token]:
            measured = tree.labels[child] == "nmod" and tree.case(child) == "of" and kind_of(who, token) is None
            if tree.labels[child] == "conj" or (measured and child > token):
                found.append(child)
                stack.append(child)
    return found


def bare_support(who: Referents, token: int) -> bool:
    """Whether goods are support without more said."""
    tree = who.tree
    modifiers = {tree.lemmas[c] for c in tree.children[token] if tree.labels[c] in ("amod", "compound")}
    return words.NOMINALIZATIONS.get(tree.lemmas[token]) == "backs" and not modifiers & words.MERE_WORDS


def kind_of(who: Referents, token: int) -> ProxyVerb | None:
    """Which relation goods of that head noun show; support must be of a material kind."""
    tree = who.tree
    modifiers = {tree.lemmas[c] for c in tree.children[token] if tree.labels[c] in ("amod", "compound")}
    if modifiers & words.MERE_WORDS:
        return None
    lemma = tree.lemmas[token]
    if lemma == "equipment" and "military" in modifiers:
        return "arms"
    if lemma in ("support", "assistance", "aid", "supply", "equipment", "system"):
        if any(words.goods_kind(m, m) == "arms" for m in modifiers):
            return "arms"
        if "financial" in modifiers:
            return "funds"
        return "backs" if lemma in ("supply",) or modifiers & words.MATERIAL else None
    if lemma in ("shipment", "delivery", "consignment", "stock", "million", "dollar"):
        kinds = [k for c in tree.children[token] if (k := words.goods_kind(tree.lemmas[c], tree.lowers[c]))]
        return kinds[0] if kinds else None
    if lemma == "technology":
        return next((k for m in sorted(modifiers) if (k := words.goods_kind(m, m)) == "arms"), None)
    return None if lemma == "aid" else words.goods_kind(lemma, tree.lowers[token])
