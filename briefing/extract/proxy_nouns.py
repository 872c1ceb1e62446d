"""Proxies told by nouns: "its proxy forces", "the armed wing of X", "X’s patron", "its support of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import adjacent, before, named_in, of_phrases, owners
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, may_back, power
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

_FIRMS = ("company", "firm", "group", "corporation")


def find(who: Referents) -> Iterator[Link]:
    """The links of every noun of the article."""
    for noun in who.tokens:
        if who.tree.tags[noun][:2] == "NN":
            yield from _noun(who, noun)


def _noun(who: Referents, noun: int) -> Iterator[Link]:
    tree = who.tree
    lemma, lower = tree.lemmas[noun], tree.lowers[noun]
    proxy = words.PROXIES.get(lemma) or words.PROXIES.get(lower)
    if proxy is not None and (lemma not in words.ONLY_SINGULAR or lower == lemma):
        yield from _proxy_noun(who, noun, proxy)
    elif lemma in words.PATRONS:
        yield from _patron(who, noun, words.PATRONS[lemma])
    elif lemma in _FIRMS and any(tree.lowers[c] == "parent" for c in tree.children[noun]):
        yield from _patron(who, noun, "directs")
    elif lemma in words.NOMINALIZATIONS or lemma in words.TRANSFERS:
        yield from _nominalization(who, noun)
    elif lemma in words.CONNECTIONS:
        yield from _connection(who, noun)
    if lower not in words.MODIFIERS and (lemma in words.IRREGULARS or lower in words.ARMIES):
        yield from _own_force(who, noun)
    if any(tree.lemmas[c] in words.MODIFIERS and tree.labels[c] in ("compound", "amod") for c in tree.children[noun]):
        yield from _proxy_noun(who, noun, "proxy")


def _proxy_noun(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the proxy, whoever owns it the principal."""
    tree, lemma = who.tree, who.tree.lemmas[noun]
    modified = [c for c in tree.children[noun] if tree.labels[c] in ("compound", "amod")]
    if lemma in words.ORGAN_PARTS and any(tree.lemmas[c] in words.LEANINGS for c in modified):
        return
    bare = lemma in words.ONLY_WITH_OF and not any(tree.lemmas[c] in words.MODIFIERS for c in modified)
    if any(tree.lowers[c] == "former" for c in modified):
        return
    principals = [] if bare else owners(who, noun)
    calls: list[Who] = []  # "its Kestrel unit" is called so
    if lemma in words.PLACED_PARTS and any(tree.labels[p[1]] == "nmod:poss" for p in principals):
        calls = [p for p in principals if tree.labels[p[1]] == "compound" and who.kinds.get(p[0]) != "country"]
        principals = [p for p in principals if p not in calls]
    if lemma in words.PLACED_PARTS:
        principals = [p for p in principals if who.kinds.get(p[0]) != "country" or tree.labels[p[1]] == "nmod:poss"]
    if lemma in words.SELVES:
        principals = [p for p in principals if tree.labels[p[1]] != "compound"]
    around = of_phrases(who, noun, ("of", "for", "to") if lemma != "subsidiary" else ("of",))
    principals += around
    if lemma in words.ORGAN_PARTS:
        principals = [p for p in principals if _has_parts(who, p, modified)]
    if lemma == "agent":  # a person's agent does business for them
        principals = [p for p in principals if who.kinds.get(p[0]) != "person"]
    own = who.cast.of_head.get(noun)
    proxies = [w for w in (*calls, *who.equated(noun), *who.members(noun), *_beside(who, around)) if w[0] != own]
    # "Iranian proxy Hezbollah", "al-Qaeda affiliate Jabhat al-Nusra": the noun stands before the name
    if (name := _stands_before(who, noun)) is not None:
        proxies.append(name)
    if lemma in words.PLACED_PARTS and lemma not in words.PERSONAL_PARTS:
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "person"]
    verb = tree.heads[noun]
    if not proxies and tree.case(noun) == "as" and tree.lemmas[verb] in words.SERVE:
        proxies = who.subject(verb)
    named = [p for p in proxies if all(p[0] != owner for owner, _ in principals)]
    copula = tree.child(noun, "cop") >= 0
    if (
        not named
        and not copula
        and own is not None
        and who.kinds.get(own) != "country"
        and all(own != p for p, _ in principals)
    ):
        proxies = [(own, noun)]
    if copula:
        status = factuality.of_verb(tree, noun)
    elif tree.lemmas[verb] in words.SERVE and tree.case(noun) == "as":
        status = factuality.of_verb(tree, verb)
    else:
        status = factuality.of_name(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons=True, asserted=copula)


def _own_force(who: Referents, noun: int) -> Iterator[Link]:
    """ "Haddad’s militia": the person directs it."""
    tree = who.tree
    persons = [w for c in tree.all(noun, "nmod:poss") for w in who.of(c) if who.kinds.get(w[0]) == "person"]
    forces = [w for w in who.of(noun) if armed(who, w)] or [
        (a, c) for c in tree.all(noun, "compound") if (a := who.named(c)) and armed(who, (a, c))
    ]
    yield from linked(who, persons, forces[:1], "directs", [noun], "real", persons=True, asserted=False)


def _beside(who: Referents, principals: list[Who]) -> list[Who]:
    """What the parse sets beside the principal: "the armed wing of X, the Y Brigades"."""
    tree = who.tree
    found = []
    for actor, token in principals:
        if tree.tags[token][:3] == "NNP" and who.cast.of_head.get(token) == actor:
            found += [w for c in tree.all(token, "appos") for w in who.of(c) if w[0] != actor]
    return found


def _stands_before(who: Referents, noun: int) -> Who | None:
    """The name that a noun is a title of."""
    tree, head = who.tree, who.tree.heads[noun]
    if tree.labels[noun] not in ("compound", "nmod:desc") or head <= noun:
        return None
    actor = who.one(head)
    return (actor, head) if actor else None


def _has_parts(who: Referents, principal: Who, modified: list[int]) -> bool:
    """Whether an arm or wing of somebody acts for them: an organization's does, a state's if irregular."""
    tree, (actor, token) = who.tree, principal
    if any(tree.lemmas[c] in words.IRREGULAR_PARTS for c in modified):
        return True
    if who.kinds.get(actor) not in ("organization", "group") and actor not in who.unsure:
        return False
    return tree.lowers[token] not in words.STATE_ORGANS and not words.STATE_ORGANS & who.words_of(actor)


def _patron(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the principal, whoever owns it the proxy."""
    tree = who.tree
    inside = owners(who, noun)
    held = [w for w in inside if tree.labels[w[1]] == "nmod:poss" or tree.tags[w[1]] == "PRP$"]
    proxies = (held or inside) + of_phrases(who, noun, ("of",))
    if tree.lemmas[noun] in words.OFFICES:
        proxies = [w for w in of_phrases(who, noun, ("of",)) if armed(who, w)]
    principals = who.equated(noun)
    if (name := _stands_before(who, noun)) is not None:
        principals.append(name)
    if not principals and held:  # "its Syrian sponsors"
        principals = [w for w in inside if w not in held and who.kinds.get(w[0]) == "country"]
    own = who.cast.of_head.get(noun)
    if not principals and own is not None and tree.lemmas[noun] not in words.OFFICES:
        principals = [(own, noun)]
    if relation == "directs":  # nobody owns a state
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]
        if any(tree.lowers[t] in ("former", "ex", "previous") for t in before(who, noun)):
            return
    copula = tree.child(noun, "cop") >= 0
    status = factuality.of_verb(tree, noun) if copula else factuality.of_name(tree, noun)
    yield from linked(
        who, principals, proxies, relation, [noun], status, persons=relation == "directs", asserted=copula
    )


def _nominalization(who: Referents, noun: int) -> Iterator[Link]:
    """ "its support of X", "Iranian funding for X", "support for X from Y", "with X’s support, Y fights"."""
    tree = who.tree
    modifying = before(who, noun)
    modifiers = {tree.lemmas[t] for t in modifying}
    if modifiers & words.MERE_WORDS:
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
    proxies = [p for p in of_phrases(who, noun, ("of", "for", "to")) if p[1] not in goods]
    if not proxies:
        proxies = adjacent(who, noun, ("of", "for", "to"))
    charged = factuality.charged(tree, noun)
    if tree.case(noun) == "with":
        supporters = owners(who, noun) or of_phrases(who, noun, ("of", "from"))
        helped = [p for p in _helped(who, noun) if all(p[0] != s for s, _ in supporters)]
        if helped:
            principals, proxies = supporters, helped
    elif relation == "backs" and not modifiers & words.MATERIAL:
        proxies = [p for p in proxies if may_back(who, principals, p, charged)]
    if relation == "directs":
        proxies = [p for p in proxies if who.kinds.get(p[0]) in ("group", "organization")]
    persons = charged or tree.case(noun) == "with" or any(fights(who, p) for p in proxies)
    status = factuality.of_noun(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons, asserted=charged)


def _helped(who: Referents, noun: int) -> list[Who]:
    """Who fights or rules with somebody's support: the subject of the clause that "with X’s support" belongs to."""
    tree, verb = who.tree, who.tree.heads[noun]
    if tree.labels[noun] != "obl":
        return []
    doing, subjects = verb, who.subject(verb)
    after = [c for c in tree.children[verb] if c > noun and tree.labels[c] in ("conj", "ccomp", "parataxis")]
    if after and tree.lowers[noun + 1 : noun + 2] == [","]:  # hung on the verb of saying before it
        doing, subjects = after[0], who.subject(after[0])
    doings = {tree.lemmas[doing], *(tree.lemmas[c] for c in tree.all(doing, "conj", "xcomp"))}
    warlike = bool(doings & words.FIGHTING_VERBS)
    if factuality.of_verb(tree, doing) != "real":
        return []
    return [s for s in subjects if fights(who, s) or warlike]


def _connection(who: Referents, noun: int) -> Iterator[Link]:
    """ "a militant group with links to X", or the denial of such links."""
    tree = who.tree
    if tree.case(noun) == "with" and tree.labels[noun] == "nmod":
        others = [w for w in of_phrases(who, noun, words.CONNECTION_LEADS) if who.kinds.get(w[0]) == "organization"]
        holders = [w for w in who.of(tree.heads[noun]) if fights(who, w)]
        yield from linked(who, others, holders, "proxy", [noun], "real", asserted=False)
    else:
        yield from _denied_connection(who, noun)


def _denied_connection(who: Referents, noun: int) -> Iterator[Link]:
    """ "denies any connection with X", "has no links to X": of a state and a group, the group is the proxy."""
    tree, verb = who.tree, who.tree.heads[noun]
    determiners = {tree.lowers[c] for c in tree.all(noun, "det")}
    if "no" in determiners and (tree.child(verb, "expl") >= 0 or tree.child(noun, "expl") >= 0):
        ends = of_phrases(who, noun, ("between",))  # "there is no link between X and Y"
        above = [w for w in ends if power(who, w)][:1] or ends[:1]
        below = [w for w in ends if w not in above]
        yield from linked(who, above, below, "proxy", [noun], "denied", persons=True)
        return
    denies = tree.lemmas[verb] in words.DENY
    negated = denies or (tree.lemmas[verb] == "have" and "no" in determiners)
    if tree.labels[noun] != "obj" or factuality.of_verb(tree, verb) != ("real" if negated else "denied"):
        return
    others = [w for lead in words.CONNECTION_LEADS for w in of_phrases(who, noun, (lead,))]
    for subject in who.subject(verb):
        for other in others:
            greater = power(who, subject) and not power(who, other)
            if greater or (fights(who, other) == fights(who, subject) and who.kinds.get(subject[0]) == "person"):
                yield from linked(who, [subject], [other], "proxy", [verb, noun], "denied", persons=True)
            elif who.kinds.get(subject[0]) in ("group", "organization"):
                yield from linked(who, [other], [subject], "proxy", [verb, noun], "denied", persons=True)
