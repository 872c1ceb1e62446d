"""Proxies told by nouns for what is done: "its support of X", "Iranian funding for X", "a supplier of arms to X"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import adjacent, before, named_in, of_phrases, owners
from briefing.extract.proxy_goods import kind_of, measured
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import fights, is_people, may_back, power
from briefing.extract.referents import Referents, Who
from briefing.extract.voices import agent


def find(who: Referents) -> Iterator[Link]:
    """The links of every noun of support, of transfers and of those who supply."""
    for noun in who.tokens:
        if who.tree.tags[noun][:2] != "NN":
            continue
        lemma = who.tree.lemmas[noun]
        if lemma in words.NOMINALIZATIONS or lemma in words.TRANSFERS:
            yield from _nominalization(who, noun)
        if lemma in words.SUPPLIERS:
            yield from _supplier(who, noun)
        if words.goods_kind(lemma, who.tree.lowers[noun]) == "funds" and who.tree.case(noun) == "with":
            yield from _with_money(who, noun)


def _with_money(who: Referents, noun: int) -> Iterator[Link]:
    """ "with funding from X, Y published a study"."""
    tree, verb = who.tree, who.tree.heads[noun]
    givers = of_phrases(who, noun, ("from",))
    if tree.labels[noun] != "obl" or not givers:
        return
    helped = [
        s for s in who.subject(verb) if who.kinds.get(s[0]) in ("group", "organization") and not is_people(who, s)
    ]
    yield from linked(who, givers, helped, "funds", [noun], factuality.of_verb(tree, verb), persons=True)


def _supplier(who: Referents, noun: int) -> Iterator[Link]:
    """ "X is a key supplier of weapons to Y": who supplies, by copula, apposition or name."""
    tree = who.tree
    heads = [c for c in tree.children[noun] if c > noun and tree.labels[c] == "nmod" and tree.case(c) == "of"]
    before_it = [c for c in before(who, noun) if tree.tags[c][:2] == "NN"]
    goods = {t: kind for h in (*heads, *before_it) for t in measured(who, h) if (kind := kind_of(who, t))}
    receivers = [w for base in (noun, *goods) for w in of_phrases(who, base, ("to", "for"))]
    givers = who.equated(noun) or [w for c in tree.all(noun, "nmod:poss") for w in who.of(c) if not heads]
    own = who.cast.of_head.get(noun)
    if not givers and own is not None:
        givers = [(own, noun)]
    copula = tree.child(noun, "cop") >= 0
    status = factuality.of_verb(tree, noun) if copula else factuality.of_name(tree, noun)
    for kind in sorted(set(goods.values())):
        to = [r for r in receivers if who.kinds.get(r[0]) != "country"]  # between states it is trade
        shown = [t for t, k in goods.items() if k == kind]
        yield from linked(who, givers, to, kind, [noun, *shown[:1]], status, persons=True, asserted=copula)


def _nominalization(who: Referents, noun: int) -> Iterator[Link]:
    """ "its support of X", "Iranian funding for X", "support for X from Y", "with X’s support, Y fights"."""
    tree = who.tree
    modifying = before(who, noun)
    modifiers = {tree.lemmas[t] for t in modifying}
    if modifiers & words.MERE_WORDS:
        return
    if tree.labels[noun] == "obj" and tree.lemmas[tree.heads[noun]] in words.VOICING:  # words, or a plan
        return
    inside = [
        *modifying,
        *(c for c in tree.children[noun] if c > noun and tree.labels[c] == "nmod" and tree.case(c) == "of"),
    ]
    goods = {t: kind for t in inside if (kind := words.goods_kind(tree.lemmas[t], tree.lowers[t]))}
    relation = words.NOMINALIZATIONS.get(tree.lemmas[noun])
    if tree.lemmas[noun] in words.TRANSFERS and goods and relation in (None, "backs"):
        relation = sorted(goods.values())[0]
    if relation is None:
        return
    principals = [
        *owners(who, noun),
        *named_in(who, modifying, noun),
        *of_phrases(who, noun, ("by", "from"), deep=True),
    ]
    if not principals and tree.labels[noun] == "conj" and tree.lemmas[tree.heads[noun]] in words.NOMINALIZATIONS:
        principals = owners(who, tree.heads[noun])  # "X’s assistance and support to Y"
    proxies = [p for p in of_phrases(who, noun, ("of", "for", "to")) if p[1] not in goods]
    if not proxies:
        proxies = adjacent(who, noun, ("of", "for", "to"))
    charged = factuality.charged(tree, noun)
    if tree.case(noun) in ("with", "thanks to"):
        supporters = owners(who, noun) or of_phrases(who, noun, ("of", "from"))
        helped = [
            p for p in _helped(who, noun) if all(p[0] != s and not _of_one_state(who, p, (s, t)) for s, t in supporters)
        ]
        principals, proxies = supporters, helped
    elif tree.case(noun) == "in" and tree.labels[noun].startswith(("obl", "conj", "nmod")):  # "fought in support of Y"
        doing = tree.heads[noun]
        if tree.tags[doing][:2] == "NN" and tree.labels[doing] == "obj":
            doing = tree.heads[doing]
        principals = [p for p in who.subject(doing) if power(who, p) or fights(who, p)]
        proxies = [p for p in proxies if may_back(who, principals, p)]
        if factuality.of_verb(tree, doing) != "real" or tree.lemmas[doing] not in words.FIGHTING_VERBS | words.WARFARE:
            return
    elif relation == "backs" and not modifiers & words.MATERIAL:
        proxies = [p for p in proxies if may_back(who, principals, p, charged)]
    if relation == "directs":
        proxies = [p for p in proxies if who.kinds.get(p[0]) in ("group", "organization")]
    given = relation in ("funds", "arms", "trains") and tree.case(noun) != "with"
    persons = charged or given or tree.case(noun) == "with" or any(fights(who, p) for p in proxies)
    status = factuality.of_noun(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons, asserted=charged)


def _of_one_state(who: Referents, one: Who, other: Who) -> bool:
    """Whether two forces are called after the same state, so that neither is the other’s proxy."""
    tree = who.tree
    named = [
        {tree.lowers[t] for t in tree.all(end[1], "amod", "compound", "nmod:poss") if tree.doc[t].text[0].isupper()}
        for end in (one, other)
    ]
    return bool(named[0] & named[1])


def _rules(who: Referents, verb: int) -> bool:
    """Whether somebody is said to come to power or stay there."""
    return who.tree.lemmas[verb] in ("survive", "cling") or any(
        who.tree.lemmas[c] == "power" and who.tree.case(c) in ("in", "to") for c in who.tree.children[verb]
    )


def _helped(who: Referents, noun: int) -> list[Who]:
    """Who fights or rules with somebody's support: the subject of the clause that "with X’s support" belongs to."""
    tree, verb = who.tree, who.tree.heads[noun]
    if tree.labels[noun] != "obl":
        return []
    doing, subjects = verb, who.subject(verb)
    if tree.child(verb, "aux:pass") >= 0 or (tree.tags[verb] == "VBN" and tree.labels[verb] == "acl"):
        subjects = who.of(by) if (by := agent(who, verb)) >= 0 else []  # "captured [by Y] with the aid of X"
    after = [c for c in tree.children[verb] if c > noun and tree.labels[c] in ("conj", "ccomp", "parataxis")]
    if after and tree.lowers[noun + 1 : noun + 2] == [","]:  # hung on the verb of saying before it
        doing, subjects = after[0], who.subject(after[0])
    doings = {tree.lemmas[doing], *(tree.lemmas[c] for c in tree.all(doing, "conj", "xcomp"))}
    warlike = bool(doings & words.FIGHTING_VERBS) or _rules(who, doing)
    if factuality.of_verb(tree, doing) != "real":
        return []
    return [s for s in subjects if fights(who, s) or warlike]
