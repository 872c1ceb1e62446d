"""Proxies by what they are used for: "acts for X", "fights on behalf of X", "uses Y to", "through a shell company"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality, subjects
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import phrase_after
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import fights, institution, people, power
from briefing.extract.referents import Referents, Who
from briefing.extract.voices import agent, is_passive
from briefing.findings import ProxyVerb

_CLAUSES = ("xcomp", "advcl", "acl", "ccomp")
_USABLE = ("group", "organization", "person")


def find(who: Referents) -> Iterator[Link]:
    """The links of every clause of the article."""
    tree = who.tree
    for verb in who.tokens:
        if tree.lowers[verb] in ("spying", "espionage") and all(tree.case(c) != "for" for c in tree.children[verb]):
            yield from _spying(who, verb)
        if tree.tags[verb][:2] != "VB" or tree.labels[verb] in ("aux", "aux:pass", "cop", "case", "compound"):
            continue
        lemma = tree.lemmas[verb]
        yield from _acting(who, verb, lemma)
        if lemma in words.ENGAGE:
            yield from _using(who, verb, lemma)
        yield from _through(who, verb)
        if lemma == "link":
            yield from _linking(who, verb)


def _acting(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "acts for X", "fights on behalf of X", "takes orders from X"."""
    tree = who.tree
    taken = tree.child(verb, "obj")
    for token in (*tree.children[verb], *(tree.children[taken] if taken >= 0 else ())):
        if token < verb or not tree.labels[token].startswith(("obl", "nmod", "obj")):
            continue
        lead = tree.case(token)
        on_behalf = lead == "on behalf of" or (lead in ("on", "at") and tree.lemmas[token] in ("behalf", "behest"))
        if on_behalf and (lemma in words.ACT_ON_BEHALF or lemma not in words.SPEAK_ON_BEHALF):
            whole = who.of(token) if who.one(token) is not None else []
            targets = whole if lead == "on behalf of" else [w for c in tree.children[token] for w in who.of(c)]
            targets = [t for t in targets if not people(who, t)]
        elif lead == "for" and lemma in words.ACT_FOR:
            asked = any(tree.tags[c] == "VB" and c > token for b in (verb, token) for c in tree.all(b, *_CLAUSES))
            targets = [] if asked and lemma == "lobby" else who.of(token)  # "lobbied for X to support"
        elif lead == "for" and lemma == "work" and _clandestine(who, verb):
            targets = [t for t in who.of(token) if power(who, t) or institution(who, t)]
        elif (
            tree.lowers[token] in words.ORDERS
            and tree.labels[token] == "obj"
            and lemma in ("take", "receive", "follow", "get", "obey")
        ):
            targets = [
                w for base in (verb, token) for c in tree.children[base] if tree.case(c) == "from" for w in who.of(c)
            ]
        elif tree.lowers[token] in words.ORDERS - {"order"} and lead in ("on", "under"):  # no "on the order of"
            targets = [w for c in tree.children[token] if tree.case(c) in ("from", "of") for w in who.of(c)]
        else:
            continue
        relation: ProxyVerb = "directs" if tree.lowers[token] in words.ORDERS else "proxy"
        # "two Iraqis who spied for X" are not their state
        doers = [d for d in who.subject(verb) if who.kinds.get(d[0]) != "country" or tree.tags[d[1]] != "NNPS"]
        if on_behalf and lemma not in words.PERSONS_ACT:  # a candidate runs, a lawyer trades, on behalf of many
            doers = [d for d in doers if who.kinds.get(d[0]) != "person"]
        if on_behalf and lemma not in words.ACT_ON_BEHALF:  # who is thought of, pitied or cared for directs nobody
            targets = [t for t in targets if power(who, t) or (institution(who, t) and _definite(who, t))]
        yield from linked(who, targets, doers, relation, [verb, token], factuality.of_verb(tree, verb), persons=True)


def _definite(who: Referents, end: Who) -> bool:
    """Whether a certain body is meant, by its name or an article."""
    tree = who.tree
    return tree.tags[end[1]][:3] == "NNP" or any(tree.lowers[c] == "the" for c in tree.all(end[1], "det"))


def _spying(who: Referents, noun: int) -> Iterator[Link]:
    """ "accused the men of spying for X", "began spying for X", where spying is read as a noun."""
    tree = who.tree
    if noun + 2 >= len(tree.lowers) or tree.lowers[noun + 1] not in ("for", "on") or tree.lowers[noun + 2] == "charges":
        return
    lead = noun + 1
    if tree.lowers[lead] == "on":
        lead = next((t for t in range(lead, min(lead + 4, len(tree.lowers))) if tree.lowers[t] == "behalf"), -1) + 1
        if lead == 0:
            return
    above = tree.heads[noun]
    accused = subjects.accused_of(tree, noun)
    if accused >= 0:
        doers = who.of(accused)
    elif tree.tags[above][:2] == "NN" and tree.case(noun) in ("of", "for"):
        while tree.labels[above] == "conj" and tree.tags[tree.heads[above]][:2] == "NN":
            above = tree.heads[above]  # "convicted X and Y of spying"
        doers, above = who.of(above), tree.heads[above]
    elif tree.labels[noun] in ("obj", "xcomp"):
        doers = who.subject(above)
    else:
        return
    verbal = tree.tags[above][:2] == "VB"
    status = factuality.of_verb(tree, above) if verbal else "real"
    if verbal and tree.lemmas[above] in words.DENY:
        status = "denied"
    yield from linked(who, phrase_after(who, lead), doers, "proxy", [noun], status, persons=True)


def _clandestine(who: Referents, verb: int) -> bool:
    """Whether those who work for somebody are such as work in secret or under arms."""
    subject = who.subject_token(verb)
    return subject >= 0 and (_hirelings(who, subject) or any(fights(who, w) for w in who.subject(verb)))


def _using(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "used Y to attack", "Y was hired by X to spy", "paid Y to kill": whom one uses for a deed is one’s proxy.

    Whom one hires for ordinary work is not: the deed must be one that is done through others, or they such as are
    hired for deeds ("lobbyists", "a mercenary firm").
    """
    tree = who.tree
    by = agent(who, verb) if tree.tags[verb] == "VBN" and is_passive(who, verb) else -1
    target = who.subject_token(verb) if by >= 0 else tree.child(verb, "obj", "iobj")
    if target < 0 or (by < 0 and tree.tags[verb] == "VBN" and tree.child(verb, "aux") < 0):
        return
    clauses = [
        c
        for base in (verb, target, *tree.all(target, "acl"))
        for c in tree.children[base]
        if tree.labels[c] in ("xcomp", "advcl", "acl") and c > max(verb, target if by < 0 else verb)
    ]
    deed = any(_aims(who, c) and tree.lemmas[c] in words.DEEDS for c in clauses)
    hired = _hirelings(who, target) or any(fights(who, w) for w in who.of(target))
    hirelings = hired and lemma not in ("use", "employ", "recruit", "enlist", "deploy")
    if not deed and not hirelings:
        return
    if who.one(target) is None:  # "using drones and [a name]"
        return
    proxies = [p for p in who.of(target) if who.kinds.get(p[0]) in _USABLE and not _possessed(who, p)]
    relation: ProxyVerb = "funds" if lemma == "pay" else "directs" if lemma == "hire" and not hirelings else "proxy"
    principals = who.of(by) if by >= 0 else who.subject(verb)
    status = factuality.of_verb(tree, verb)
    yield from linked(who, principals, proxies, relation, [verb], status, persons=True)


def _hirelings(who: Referents, noun: int) -> bool:
    """Whether a noun, its apposition or what modifies them says that they do others' business ("a lobbying firm")."""
    tree = who.tree
    nouns = [noun, *tree.all(noun, "appos", "conj"), *([tree.heads[noun]] if tree.labels[noun] == "appos" else [])]
    return any(
        tree.lemmas[t] in words.HIRELINGS
        or any(tree.lowers[c] in words.HIRELING_TRADES for c in tree.all(t, "compound", "amod", "nmod:desc"))
        for t in nouns
    )


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
