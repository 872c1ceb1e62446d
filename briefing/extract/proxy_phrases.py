"""Proxies named by adjectives: "Iran-backed militias", "its state-run airline", "a group affiliated with X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import IN_PHRASE
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

_HYPHENS = ("-", "‑", "–")
_HYPHENED = re.compile(r"^(.{2,})[-‑–](\w+)$")

# Hyphened words that say how much a state or group is behind another, with a person as the proxy too.
_OF_PERSONS = frozenset(("installed", "paid", "funded", "controlled", "linked", "affiliated", "recruited"))


def find(who: Referents) -> Iterator[Link]:
    """The links of every noun phrase of the article."""
    tree = who.tree
    for token in who.tokens:
        lower = tree.lowers[token]
        if lower in words.ADJECTIVES and tree.tags[token] in ("VBN", "VBD", "JJ", "NN"):
            yield from _adjective(who, token)
        elif any(hyphen in lower for hyphen in _HYPHENS) and len(lower) > 6:
            yield from _one_word(who, token)


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
    if tree.lowers[name] in ("state", "government"):  # "Chile's state-owned mine": the state is named before it
        states = _state_of(who, participle, name)
        yield from _modified(who, states, participle, words.ADJECTIVES[tree.lowers[participle]])
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
    elif principals and (joined := _joined_before(who, principals[0], participle)) is not None:
        principals.append(joined)
    yield from _modified(who, principals, participle, words.ADJECTIVES[tree.lowers[participle]])


def _joined_before(who: Referents, principal: Who, participle: int) -> Who | None:
    """The first name of "X and Y-linked militants", if both are of a kind and what they modify follows."""
    tree, at = who.tree, principal[1] - 2
    if at < tree.sentence(participle)[0] or tree.lowers[at + 1] != "and" or tree.tags[at][:3] != "NNP":
        return None
    actor = who.named(at)
    if actor is None or who.kinds.get(actor) != who.kinds.get(principal[0]):
        return None
    before = tree.heads[at] > participle or tree.labels[at].startswith("nsubj")
    return (actor, at) if before else None


def _state_of(who: Referents, adjective: int, name: int) -> list[Who]:
    """The state that possesses or names what an adjective is said of; else the government that it names itself."""
    tree = who.tree
    before = who.named(name - 1) if name > 0 and tree.tags[name - 1] in ("JJ", "NNP") else None
    if before is not None and who.kinds.get(before) == "country":
        return [(before, name - 1)]
    nouns = [
        t for t in range(adjective + 1, min(adjective + 5, tree.sentence(adjective)[1])) if tree.tags[t][:2] == "NN"
    ]
    states = [c for noun in nouns for c in tree.all(noun, "nmod:poss", "amod", "compound") if c < adjective]
    found = [(actor, c) for c in states for actor, _ in who.of(c) if who.kinds.get(actor) == "country"]
    found = found or [(a, c) for c in states if (a := who.named(c)) and who.kinds.get(a) == "country"]
    own = who.named(name)
    return found or ([(own, name)] if own and name != adjective and name in who.cast.of_head else [])


def _one_word(who: Referents, token: int) -> Iterator[Link]:
    match = _HYPHENED.match(who.tree.doc[token].text)
    if match is None or match[2].lower() not in words.ADJECTIVES:
        return
    if match[1].lower() in ("state", "government"):
        yield from _modified(who, _state_of(who, token, token), token, words.ADJECTIVES[match[2].lower()])
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
        tree.tags[token] in IN_PHRASE or (tree.lowers[token] == "," and tree.tags[token - 1][:2] in ("JJ", "VB"))
    ):
        if tree.tags[token][:2] == "NN":
            nouns.append(token)
        if tree.tags[token] == "NNS" and tree.tags[token + 1 : token + 2] == ["NNP"]:
            break  # "its state-run agency quotes [a name]", with a verb read as a noun
        token += 1
    status = factuality.of_name(tree, nouns[-1]) if nouns else "real"
    if tree.lowers[adjective].endswith("dominated"):  # "Hindu-dominated": whom most are of
        principals = [p for p in principals if who.kinds.get(p[0]) != "group"]
    persons = tree.lowers[adjective] in _OF_PERSONS or (
        relation != "directs" and all(who.kinds.get(p) == "country" for p, _ in principals)
    )
    if relation == "directs" and nouns and tree.lemmas[nouns[-1]] in words.LEGISLATURES:  # a party's majority
        principals = [p for p in principals if not who.words_of(p[0]) & words.PARTIES]
    proxies: list[Who] = []
    for noun in reversed(nouns):
        equal = who.equated(noun)
        named = [
            *(w for w in _outer(who, noun) if w[1] == noun or not _described(who, w[1])),
            *equal,
            *who.members(noun),
        ]
        if equal and tree.tags[noun][:3] != "NNP":  # "its state-run airline, Y": the name stands for the phrase
            named = [w for w in named if w[1] != noun]
        proxies = [w for w in named if all(w[0] != p for p, _ in principals) and not _short_form(who, w, named)]
        proxies = [w for w in proxies if persons or who.kinds.get(w[0]) != "person"]
        if relation == "trains":  # a school trains people; a named body is none of them
            proxies = [w for w in proxies if who.kinds.get(w[0]) != "organization" or armed(who, w)]
        if proxies:
            break
    yield from linked(who, principals, proxies, relation, [adjective], status, persons, asserted=False)


def _short_form(who: Referents, name: Who, others: list[Who]) -> bool:
    """Whether a name beside a longer one is its abbreviation ("Compañía Norte, CNSA")."""
    tree, text = who.tree, who.tree.doc[name[1]].text
    return len(text) > 1 and text.isupper() and tree.labels[name[1]] == "appos" and len(others) > 1


def _described(who: Referents, noun: int) -> bool:
    """Whether a conjunct has words of its own before it, so that those before the first are not said of it."""
    return any(c < noun for c in who.tree.all(noun, "amod", "compound", "det", "nmod:poss"))


def _outer(who: Referents, noun: int) -> list[Who]:
    """The actor that a noun heads, with its conjuncts; for a name's inner word, that name."""
    return (
        who.of(noun) if noun in who.cast.of_head or noun in who.cast.of_token or not who.cast.of_token.get(noun) else []
    )
