"""Proxies by what they are used for: "acts for X", "fights on behalf of X", "uses Y to", "through a shell company"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import people
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

_USABLE = ("group", "organization", "person")


def find(who: Referents) -> Iterator[Link]:
    """The links of every clause of the article."""
    tree = who.tree
    for verb in who.tokens:
        if tree.tags[verb][:2] != "VB" or tree.labels[verb] in ("aux", "aux:pass", "cop", "case", "compound"):
            continue
        lemma = tree.lemmas[verb]
        yield from _acting(who, verb, lemma)
        if lemma in ("use", "employ", "pay", "hire"):
            yield from _using(who, verb, lemma)
        yield from _through(who, verb)
        if lemma == "link":
            yield from _linking(who, verb)


def _acting(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "acts for X", "fights on behalf of X", "takes orders from X"."""
    tree = who.tree
    for token in tree.children[verb]:
        if token < verb or not tree.labels[token].startswith(("obl", "nmod", "obj")):
            continue
        lead = tree.case(token)
        on_behalf = lead == "on behalf of" or (lead in ("on", "at") and tree.lemmas[token] in ("behalf", "behest"))
        if on_behalf and lemma in words.ACT_ON_BEHALF:
            targets = who.of(token) if lead == "on behalf of" else [w for c in tree.children[token] for w in who.of(c)]
            targets = [t for t in targets if not people(who, t)]
        elif lead == "for" and lemma in words.ACT_FOR:
            targets = who.of(token)
        elif tree.lowers[token] in words.ORDERS and lemma in ("take", "receive", "follow", "get"):
            targets = [
                w for base in (verb, token) for c in tree.children[base] if tree.case(c) == "from" for w in who.of(c)
            ]
        elif tree.lowers[token] in words.ORDERS and lead in ("on", "under"):
            targets = [w for c in tree.children[token] if tree.case(c) in ("from", "of") for w in who.of(c)]
        else:
            continue
        relation: ProxyVerb = "directs" if tree.lowers[token] in words.ORDERS else "proxy"
        doers = who.subject(verb)
        if on_behalf and lemma not in words.PERSONS_ACT:  # a candidate runs, a lawyer trades, on behalf of many
            doers = [d for d in doers if who.kinds.get(d[0]) != "person"]
        yield from linked(who, targets, doers, relation, [verb, token], factuality.of_verb(tree, verb), persons=True)


def _using(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "used Y to attack", "using a company for keeping", "paid Y to kill": whom one uses is one’s proxy."""
    tree = who.tree
    target = tree.child(verb, "obj")
    if target < 0 or (tree.tags[verb] == "VBN" and tree.child(verb, "aux") < 0):
        return
    aim = any(
        tree.labels[c] in ("xcomp", "advcl") and c > target and _aims(who, c)
        for base in (verb, target, *tree.all(target, "acl"))
        for c in tree.children[base]
    )
    if not aim and lemma in ("pay", "hire"):
        aim = any(tree.labels[c] == "acl" and tree.tags[c] == "VB" for c in tree.children[target])
    if not aim:
        return
    proxies = [p for p in who.of(target) if who.kinds.get(p[0]) in _USABLE and not _possessed(who, p)]
    relation: ProxyVerb = "funds" if lemma == "pay" else "directs" if lemma == "hire" else "proxy"
    status = factuality.of_verb(tree, verb)
    yield from linked(who, who.subject(verb), proxies, relation, [verb], status, persons=True)


def _aims(who: Referents, clause: int) -> bool:
    """Whether a clause tells what somebody is used for ("to kill", "for keeping assets")."""
    tree = who.tree
    leads = {tree.lowers[c] for c in tree.all(clause, "mark") if c < clause}
    return (tree.tags[clause] == "VB" and "to" in leads) or (tree.tags[clause] == "VBG" and "for" in leads)


def _linking(who: Referents, verb: int) -> Iterator[Link]:
    """ "officials have linked Y to X"."""
    tree = who.tree
    target = tree.child(verb, "obj")
    if target < 0:
        return
    to = [
        c for base in (verb, target) for c in tree.children[base] if c > verb and tree.case(c) in words.CONNECTION_LEADS
    ]
    principals = [w for c in to for w in who.of(c) if who.kinds.get(w[0]) in ("group", "organization", "country")]
    proxies = [w for w in who.of(target) if who.kinds.get(w[0]) in ("group", "organization")]
    yield from linked(who, principals, proxies, "proxy", [verb], factuality.of_verb(tree, verb))


def _possessed(who: Referents, end: Who) -> bool:
    """Whether somebody’s own people or name is meant ("used his lawyers to")."""
    return who.tree.child(end[1], "nmod:poss") >= 0


def _through(who: Referents, verb: int) -> Iterator[Link]:
    """ "bought it through a shell company, Y": whoever does something so acts through the company."""
    tree = who.tree
    for token in tree.children[verb]:
        if token < verb or tree.case(token) not in words.THROUGH:
            continue
        if not any(tree.lemmas[c] in words.SCREENS for c in tree.all(token, "compound", "amod")):
            continue
        proxies = who.equated(token) or who.of(token)
        status = factuality.of_verb(tree, verb)
        yield from linked(who, who.subject(verb), proxies, "proxy", [verb, token], status, persons=True)
