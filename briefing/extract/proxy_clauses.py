"""Proxies told by verbs: "X arms Y", "Y is backed by X", "X supplied Y with drones", "Y acts on behalf of X"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_phrases import may_back
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

# What leads the means by which somebody is backed.
_MEANS = ("with", "by", "through", "via")


def find(who: Referents) -> Iterator[Link]:
    """The links of every clause of the article."""
    tree = who.tree
    for token, tag in enumerate(tree.tags):
        if tag[:2] != "VB" or tree.labels[token] in ("aux", "aux:pass", "cop", "case", "compound"):
            continue
        lemma = tree.lemmas[token]
        passive = tag == "VBN" and _passive(who, token)
        if passive:
            yield from _by(who, token, lemma)
            yield from _given_by(who, token, lemma)
        else:
            yield from _on(who, token, lemma)
            yield from _giving(who, token, lemma)
        yield from _acting(who, token, lemma)


def _passive(who: Referents, verb: int) -> bool:
    """Whether a past participle is passive; "has supported" is not, whatever the parse calls its subject."""
    tree = who.tree
    if tree.child(verb, "aux:pass") >= 0:
        return True
    if any(tree.labels[c] == "aux" and tree.lemmas[c] in ("have", "'ve", "’ve") for c in tree.children[verb]):
        return False
    clause = tree.labels[verb] in ("acl", "advcl", "amod", "acl:relcl", "conj", "parataxis", "appos")
    return clause or tree.child(verb, "nsubj:pass") >= 0 or _agent(who, verb) >= 0


def _agent(who: Referents, verb: int) -> int:
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
        (a for c in tree.all(verb, "conj") if tree.tags[c] == "VBN" and c - verb <= 4 and (a := _agent(who, c)) >= 0),
        -1,
    )


def _relation(lemma: str) -> ProxyVerb | None:
    return words.STRONG.get(lemma) or words.WEAK.get(lemma) or words.CONTROL.get(lemma)


def _by(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """Passive: the subject, or the noun that a participle follows, is the proxy."""
    relation = _relation(lemma) or words.PASSIVE.get(lemma)
    tree = who.tree
    agent = _agent(who, verb)
    if agent < 0:
        return
    proxies = who.subject(verb)
    if tree.labels[verb] in ("acl", "amod", "acl:relcl", "appos") and tree.heads[verb] < verb:
        antecedent = tree.heads[verb]
        proxies = [*proxies, *(w for w in who.equated(antecedent) if w not in proxies and w[1] < verb)]
    if lemma in words.GIVE_TO or lemma in words.GIVE_WITH:
        relation = next(iter(sorted(_goods_of(who, verb, ("with",)))), relation)
    if relation is None:
        return
    principals = who.of(agent)
    proxies = _just_before(who, verb) or proxies
    if lemma in words.WEAK and not _has_means(who, verb):
        proxies = [p for p in proxies if may_back(who, principals, p)]
    if lemma in words.CONTROL or lemma in words.PASSIVE:
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country" and _stands_for_whole(who, p)]
    persons = lemma in words.STRONG or lemma in ("own", "control", "pay", "hire")
    yield from linked(who, principals, proxies, relation, [verb], factuality.of_verb(tree, verb), persons)


def _just_before(who: Referents, participle: int) -> list[Who]:
    """The name before the comma of a participle ("and Hamas, supported by Qatar"), wherever the parse hangs it."""
    tree = who.tree
    if (
        participle < 2
        or tree.lowers[participle - 1] != ","
        or any(tree.labels[c].startswith("aux") for c in tree.children[participle])
    ):
        return []
    actor = who.named(participle - 2)
    head = participle - 2
    while tree.labels[head] in ("flat", "compound") and tree.heads[head] < participle:
        head = tree.heads[head]
    return [(actor, participle - 2)] if actor and not tree.case(head) else []


def _on(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """Active: the object is the proxy."""
    relation = _relation(lemma)
    tree = who.tree
    target = tree.child(verb, "obj")
    if relation is None or target < 0 or (lemma == "prop" and tree.child(verb, "compound:prt") < 0):
        return
    principals, proxies = who.subject(verb), [p for p in who.of(target) if _stands_for_whole(who, p)]
    means = _goods_of(who, verb, _MEANS)
    if lemma in words.WEAK and not _has_means(who, verb):
        proxies = [p for p in proxies if may_back(who, principals, p)]
    if lemma in words.CONTROL:
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]
    status = factuality.of_verb(tree, verb)
    persons = lemma in words.STRONG and lemma != "train"
    ends = [verb, *(t for t in tree.children[verb] if t > verb and tree.case(t) in _MEANS)]
    for kind in [relation, *sorted(means - {relation, "backs"})]:
        yield from linked(who, principals, proxies, kind, _with_conjuncts(who, ends), status, persons)


def _giving(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "supplied X with arms", "gave X arms", "sent arms to X", "X receives arms from Y"."""
    tree = who.tree
    status = factuality.of_verb(tree, verb)
    target, other = tree.child(verb, "obj"), tree.child(verb, "iobj")
    if lemma in words.GIVE_WITH and target >= 0:
        goods = [t for c in tree.children[verb] if c > verb and tree.case(c) == "with" for t in _phrase(who, c)]
        for c in tree.children[target]:
            if tree.case(c) == "with":
                goods += _phrase(who, c)
        yield from _given(who, verb, who.subject(verb), who.of(target), goods, status)
    if lemma in words.GIVE_TO:
        if other < 0 <= target:
            other = _misread_receiver(who, verb, target)
        if other >= 0 and target >= 0:
            yield from _given(who, verb, who.subject(verb), who.of(other), _phrase(who, target), status)
        elif target >= 0:
            to = [
                t
                for base in (verb, *_phrase(who, target))
                for t in tree.children[base]
                if t > verb and tree.case(t) == "to"
            ]
            receivers = [w for t in to for w in who.of(t)]
            yield from _given(who, verb, who.subject(verb), receivers, _phrase(who, target), status)
    if lemma in words.TAKE_FROM and target >= 0:
        sources = [
            t
            for base in (verb, *_phrase(who, target))
            for t in tree.children[base]
            if t > verb and tree.case(t) == "from"
        ]
        givers = [w for t in dict.fromkeys(sources) for w in who.of(t)]
        yield from _given(who, verb, givers, who.subject(verb), _phrase(who, target), status)


def _given_by(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "weapons were supplied to X by Y", "drones supplied by Y to X": the subject are the goods."""
    tree = who.tree
    agent = _agent(who, verb)
    goods = who.subject_token(verb)
    if lemma not in words.GIVE_TO or agent < 0 or goods < 0:
        return
    to = [t for base in (verb, agent) for t in tree.children[base] if t > verb and tree.case(t) == "to"]
    receivers = [w for t in to for w in who.of(t)]
    yield from _given(who, verb, who.of(agent), receivers, _phrase(who, goods), factuality.of_verb(tree, verb))


def _misread_receiver(who: Referents, verb: int, target: int) -> int:
    """The name right after the verb that the parse takes into the goods ("gave [Hezbollah thousands] of rockets")."""
    tree = who.tree
    named = [c for c in tree.all(target, "compound") if verb < c <= verb + 2 and tree.tags[c] in ("NNP", "NNPS")]
    return named[0] if named and who.reading.doc[named[0]].ent_type_ != "NORP" and who.named(named[0]) else -1


def _given(
    who: Referents, verb: int, givers: list[Who], receivers: list[Who], goods: list[int], status: factuality.Status
) -> Iterator[Link]:
    if status == "real" and any(who.tree.lowers[c] == "no" for t in goods for c in who.tree.all(t, "det")):
        status = "denied"
    for kind in sorted({k for t in goods if (k := _kind(who, t))}):
        shown = [t for t in goods if _kind(who, t) == kind]
        to = receivers
        if kind == "funds":  # money between states is trade or aid
            to = [r for r in receivers if who.kinds.get(r[0]) != "country"]
        yield from linked(who, givers, to, kind, [verb, *shown[:1]], status, persons=kind in ("arms", "trains"))


def _kind(who: Referents, token: int) -> ProxyVerb | None:
    """Which relation goods of that head noun show; support must be of a material kind."""
    tree = who.tree
    modifiers = {tree.lemmas[c] for c in tree.children[token] if tree.labels[c] in ("amod", "compound")}
    if modifiers & words.MERE_WORDS:
        return None
    lemma = tree.lemmas[token]
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


def _acting(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "acts for X", "fights on behalf of X", "takes orders from X", "uses Y as a proxy"."""
    tree = who.tree
    for token in tree.children[verb]:
        if token < verb or not tree.labels[token].startswith(("obl", "nmod", "obj")):
            continue
        lead = tree.case(token)
        on_behalf = lead == "on behalf of" or (lead in ("on", "at") and tree.lemmas[token] in ("behalf", "behest"))
        if on_behalf and lemma in words.ACT_ON_BEHALF:
            targets = who.of(token) if lead == "on behalf of" else [w for c in tree.children[token] for w in who.of(c)]
        elif lead == "for" and lemma in words.ACT_FOR:
            targets = who.of(token)
        elif tree.lowers[token] in words.ORDERS and lemma in ("take", "receive", "follow", "get"):
            targets = [
                w for base in (verb, token) for c in tree.children[base] if tree.case(c) == "from" for w in who.of(c)
            ]
        else:
            continue
        relation: ProxyVerb = "directs" if tree.lowers[token] in words.ORDERS else "proxy"
        doers = who.subject(verb)
        if on_behalf and lemma not in words.PERSONS_ACT:  # a candidate runs, a lawyer trades, on behalf of many
            doers = [d for d in doers if who.kinds.get(d[0]) != "person"]
        yield from linked(who, targets, doers, relation, [verb, token], factuality.of_verb(tree, verb), persons=True)


def _goods_of(who: Referents, verb: int, leads: tuple[str, ...]) -> set[ProxyVerb]:
    tree = who.tree
    target = tree.child(verb, "obj")
    bases = [verb] + ([target] if target >= 0 else [])
    heads = [c for base in bases for c in tree.children[base] if c > verb and tree.case(c) in leads]
    return {kind for head in heads for t in _phrase(who, head) if (kind := _kind(who, t))}


def _has_means(who: Referents, verb: int) -> bool:
    """Whether support is said to be material: "with weapons", "militarily"."""
    tree = who.tree
    adverbs = {tree.lowers[c] for c in tree.all(verb, "advmod")}
    return bool(_goods_of(who, verb, _MEANS) or adverbs & {"militarily", "financially", "covertly", "secretly"})


def _phrase(who: Referents, head: int) -> list[int]:
    """A noun with its conjuncts, and what it measures ("thousands of rockets")."""
    tree = who.tree
    found, stack = [head], [head]
    while stack:
        token = stack.pop()
        for child in tree.children[token]:
            measured = tree.labels[child] == "nmod" and tree.case(child) == "of" and _kind(who, token) is None
            if tree.labels[child] == "conj" or (measured and child > token):
                found.append(child)
                stack.append(child)
    return found


def _with_conjuncts(who: Referents, tokens: list[int]) -> list[int]:
    return [t for token in tokens for t in ([token] if who.tree.tags[token][:2] == "VB" else _phrase(who, token))]


def _stands_for_whole(who: Referents, proxy: Who) -> bool:
    """Whether the word means the actor, not something of its ("X owns Y’s building")."""
    return proxy[1] in who.cast.of_head or proxy[1] in who.cast.of_token or who.one(proxy[1]) is not None
