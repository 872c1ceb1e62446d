"""Proxies named by noun phrases: "Iran-backed militias", "its proxy forces", "a front for X", "its support of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.proxy_links import Link, linked
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

_HYPHENS = ("-", "‑", "–")
_HYPHENED = re.compile(r"^(.{2,})[-‑–](\w+)$")
_IN_PHRASE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "AFX", "``", "''"))
# Hyphened words that say how much a state or group is behind another, with a person as the proxy too.
_OF_PERSONS = frozenset(("installed", "paid", "funded", "controlled"))


def find(who: Referents) -> Iterator[Link]:
    """The links of every noun phrase of the article."""
    tree = who.tree
    for token, lower in enumerate(tree.lowers):
        if lower in words.TIES:
            yield from _tie(who, token, words.TIES[lower])
        if lower in words.ADJECTIVES and tree.tags[token] in ("VBN", "VBD", "JJ", "NN"):
            yield from _adjective(who, token)
        elif any(hyphen in lower for hyphen in _HYPHENS) and len(lower) > 6:
            yield from _one_word(who, token)
        elif tree.tags[token][:2] == "NN":
            yield from _noun(who, token)


def _adjective(who: Referents, participle: int) -> Iterator[Link]:
    """ "Iran-backed", "Iranian backed", "U.S.- and Saudi-backed", as three tokens or two."""
    tree = who.tree
    low = tree.sentence(participle)[0]
    name = participle - 1
    if name > low and tree.lowers[name] in _HYPHENS:
        name -= 1
    elif (
        tree.tags[participle] not in ("VBN", "JJ")
        or tree.labels[participle] != "amod"
        or tree.tags[name] not in ("JJ", "NNP")
        or tree.lowers[participle] == "armed"  # "Uzbek armed forces"
    ):
        return
    actor = who.named(name) or who.called(tree.lowers[name])
    if name not in who.cast.of_head and who.cast.of_token.get(participle) == actor:
        return  # "a government-backed agency" is not backed by itself
    principals = [(actor, name)] if actor else []
    if name - 2 > low and tree.lowers[name - 1] in ("and", "or", ",") and tree.lowers[name - 2].endswith(_HYPHENS):
        other = name - 2
        if tree.lowers[other] in _HYPHENS:
            other -= 1
        actor = who.named(other) or who.called(tree.lowers[other].rstrip("".join(_HYPHENS)))
        principals += [(actor, other)] if actor else []
    yield from _modified(who, principals, participle, words.ADJECTIVES[tree.lowers[participle]])


def _tie(who: Referents, adjective: int, leads: list[str]) -> Iterator[Link]:
    """ "a group affiliated with X", "the militia is loyal to X"."""
    tree = who.tree
    targets = [c for c in tree.children[adjective] if c > adjective and tree.case(c) in leads]
    subject = tree.child(adjective, "nsubj", "nsubj:pass")
    holder = subject if subject >= 0 else tree.heads[adjective]
    if not targets or holder == adjective or (subject < 0 and not tree.labels[adjective].startswith(("acl", "amod"))):
        return
    proxies = [*who.of(holder), *who.equated(holder)]
    proxies = [p for p in proxies if who.kinds.get(p[0]) in ("group", "organization")]
    status = factuality.of_verb(tree, adjective) if subject >= 0 else "real"
    yield from linked(who, who.of(targets[0]), proxies, "proxy", [adjective], status, persons=True)


def _one_word(who: Referents, token: int) -> Iterator[Link]:
    match = _HYPHENED.match(who.tree.doc[token].text)
    if match is None or match[2].lower() not in words.ADJECTIVES:
        return
    actor = who.called(match[1]) or who.named(token)
    yield from _modified(who, [(actor, token)] if actor else [], token, words.ADJECTIVES[match[2].lower()])


def _modified(who: Referents, principals: list[Who], adjective: int, relation: ProxyVerb) -> Iterator[Link]:
    """What an adjective of backing stands before, or is said of."""
    tree = who.tree
    high = tree.sentence(adjective)[1]
    nouns: list[int] = []
    token = adjective + 1
    while token < high and (
        tree.tags[token] in _IN_PHRASE or (tree.lowers[token] == "," and tree.tags[token - 1][:2] in ("JJ", "VB"))
    ):
        if tree.tags[token][:2] == "NN":
            nouns.append(token)
        token += 1
    status = factuality.of_name(tree, nouns[-1]) if nouns else "real"
    persons = tree.lowers[adjective] in _OF_PERSONS or all(who.kinds.get(p) == "country" for p, _ in principals)
    proxies: list[Who] = []
    for noun in reversed(nouns):
        named = [*_outer(who, noun), *who.equated(noun), *who.members(noun)]
        proxies = [w for w in named if all(w[0] != p for p, _ in principals)]
        proxies = [w for w in proxies if persons or who.kinds.get(w[0]) != "person"]
        if proxies:
            break
    yield from linked(who, principals, proxies, relation, [adjective], status, persons)


def _outer(who: Referents, noun: int) -> list[Who]:
    """The actor that a noun heads, with its conjuncts; for a name's inner word, that name."""
    return (
        who.of(noun) if noun in who.cast.of_head or noun in who.cast.of_token or not who.cast.of_token.get(noun) else []
    )


def _noun(who: Referents, noun: int) -> Iterator[Link]:
    tree = who.tree
    lemma = tree.lemmas[noun]
    if lemma in words.PROXIES or tree.lowers[noun] in words.PROXIES:
        yield from _proxy_noun(who, noun, words.PROXIES.get(lemma) or words.PROXIES[tree.lowers[noun]])
    elif lemma in words.PATRONS:
        yield from _patron(who, noun, words.PATRONS[lemma])
    elif lemma in ("company", "firm", "group") and any(tree.lowers[c] == "parent" for c in tree.children[noun]):
        yield from _patron(who, noun, "directs")
    elif lemma in words.NOMINALIZATIONS or lemma in words.TRANSFERS:
        yield from _nominalization(who, noun)
    if any(tree.lemmas[c] in words.MODIFIERS and tree.labels[c] in ("compound", "amod") for c in tree.children[noun]):
        yield from _proxy_noun(who, noun, "proxy")


def _proxy_noun(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the proxy, whoever owns it the principal."""
    tree = who.tree
    modified = [c for c in tree.children[noun] if tree.labels[c] in ("compound", "amod")]
    bare = tree.lemmas[noun] in words.ONLY_WITH_OF and not any(tree.lemmas[c] in words.MODIFIERS for c in modified)
    principals = [] if bare else _owners(who, noun)
    principals += _of(who, noun, ("of", "for", "to") if relation == "proxy" else ("of",))
    if tree.lemmas[noun] == "agent":  # a person's agent does business for them
        principals = [p for p in principals if who.kinds.get(p[0]) != "person"]
    proxies = [*who.equated(noun), *who.members(noun)]
    own = who.cast.of_head.get(noun)
    if own is not None and who.kinds.get(own) != "country" and all(own != p for p, _ in principals):
        proxies.append((own, noun))
    # "Iranian proxy Hezbollah", "al-Qaeda affiliate Jabhat al-Nusra": the noun stands before the name
    if (
        tree.labels[noun] in ("compound", "nmod:desc")
        and tree.heads[noun] > noun
        and (actor := who.one(tree.heads[noun]))
    ):
        proxies.append((actor, tree.heads[noun]))
    status = factuality.of_verb(tree, noun) if tree.child(noun, "cop") >= 0 else factuality.of_name(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons=True)


def _patron(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the principal, whoever owns it the proxy."""
    tree = who.tree
    proxies = _owners(who, noun) + _of(who, noun, ("of",))
    principals = who.equated(noun)
    if (
        tree.labels[noun] in ("compound", "nmod:desc")
        and tree.heads[noun] > noun
        and (actor := who.one(tree.heads[noun]))
    ):
        principals.append((actor, tree.heads[noun]))
    if relation == "directs":  # nobody owns a state
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]
    status = factuality.of_verb(tree, noun) if tree.child(noun, "cop") >= 0 else factuality.of_name(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons=relation == "directs")


def _nominalization(who: Referents, noun: int) -> Iterator[Link]:
    """ "its support of X", "Iranian funding for X", "support for X from Y", "arms shipments to X"."""
    tree = who.tree
    before = _before(who, noun)
    modifiers = {tree.lemmas[t] for t in before}
    if modifiers & words.MERE_WORDS:
        return
    inside = [
        *before,
        *(c for c in tree.children[noun] if c > noun and tree.labels[c] == "nmod" and tree.case(c) == "of"),
    ]
    goods = {t: kind for t in inside if (kind := words.goods_kind(tree.lemmas[t], tree.lowers[t]))}
    relation = words.NOMINALIZATIONS.get(tree.lemmas[noun])
    if tree.lemmas[noun] in words.TRANSFERS and goods and relation in (None, "backs"):
        relation = sorted(goods.values())[0]
    if relation is None:
        return
    principals = [*_owners(who, noun), *_named_in(who, before, noun), *_of(who, noun, ("by", "from"), deep=True)]
    proxies = [p for p in _of(who, noun, ("of", "for", "to")) if p[1] not in goods]
    if not proxies:
        proxies = _adjacent(who, noun, ("of", "for", "to"))
    if relation == "backs" and not modifiers & words.MATERIAL:
        proxies = [p for p in proxies if may_back(who, principals, p)]
    if relation == "directs":
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]
    yield from linked(who, principals, proxies, relation, [noun], factuality.of_noun(tree, noun))


def _before(who: Referents, noun: int) -> list[int]:
    """The modifiers right before a noun, whatever the parse makes of them."""
    tree, first = who.tree, noun
    low = tree.sentence(noun)[0]
    while first > low and tree.tags[first - 1] in _IN_PHRASE:
        first -= 1
    return list(range(first, noun))


def _named_in(who: Referents, before: list[int], noun: int) -> list[Who]:
    """The state or group among the modifiers ("Iranian arms shipments")."""
    own = who.cast.of_head.get(noun)
    named = [(actor, t) for t in before if (actor := who.named(t)) and actor != own]
    return [w for n, w in enumerate(named) if all(w[0] != other for other, _ in named[:n])]


def may_back(who: Referents, principals: list[Who], proxy: Who) -> bool:
    """Whether bare support is more than approval: a state's, for a group or organization."""
    return who.kinds.get(proxy[0]) in ("group", "organization") and any(
        who.kinds.get(p) == "country" for p, _ in principals
    )


def _owners(who: Referents, noun: int) -> list[Who]:
    """Possessors and modifiers that name somebody: "Iran’s", "its", "Iranian", "al-Qaeda"."""
    tree = who.tree
    found: list[Who] = []
    for child in tree.children[noun]:
        if child > noun:
            continue
        if tree.labels[child] == "nmod:poss":
            found += who.of(child)
            continue
        actor = who.named(child) if tree.labels[child] in ("amod", "compound", "nmod", "flat") else None
        if actor is not None and actor != who.cast.of_head.get(noun):
            found.append((actor, child))
    if not found and noun > 0 and tree.tags[noun - 1] == "PRP$":
        found = who.of(noun - 1)
    return found


def _of(who: Referents, noun: int, leads: tuple[str, ...], deep: bool = False) -> list[Who]:
    """Whom the prepositional phrases of a noun name; with `deep` also those that hang on such a phrase."""
    tree = who.tree
    found: list[Who] = []
    stack = [noun]
    while stack:
        for child in tree.children[stack.pop()]:
            if child > noun and tree.labels[child].startswith(("nmod", "obl")):
                if tree.case(child) in leads:
                    found += who.of(child)
                elif deep:
                    stack.append(child)
    return found


def _adjacent(who: Referents, noun: int, leads: tuple[str, ...]) -> list[Who]:
    """The same where the parse hangs the phrase elsewhere: it follows the noun at once."""
    tree = who.tree
    if noun + 2 >= len(tree.lowers) or tree.lowers[noun + 1] not in leads or tree.labels[noun + 1] != "case":
        return []
    return who.of(tree.heads[noun + 1])
