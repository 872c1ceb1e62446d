"""Proxies told by verbs of giving: "X supplied Y with drones", "sent arms to Y", "Y receives money from X"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.proxy_goods import bare_support, kind_of, measured
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, may_back, power
from briefing.extract.referents import Referents, Who
from briefing.extract.voices import agent, is_passive

_SHORT = frozenset(("enough", "sufficient", "adequate", "more", "proper"))


def find(who: Referents) -> Iterator[Link]:
    """The links of every clause of giving."""
    tree = who.tree
    for token in who.tokens:
        tag = tree.tags[token]
        if tag[:2] != "VB" or tree.labels[token] in ("aux", "aux:pass", "cop", "case", "compound"):
            continue
        if tag == "VBN" and is_passive(who, token):
            yield from _given_by(who, token, tree.lemmas[token])
        else:
            yield from _giving(who, token, tree.lemmas[token])


def _giving(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "supplied X with arms", "gave X arms", "sent arms to X", "X receives arms from Y"."""
    tree = who.tree
    status = factuality.of_verb(tree, verb)
    target, other = tree.child(verb, "obj"), tree.child(verb, "iobj")
    if lemma in words.GIVE_WITH and target >= 0:
        goods = [t for c in tree.children[verb] if c > verb and tree.case(c) == "with" for t in measured(who, c)]
        for c in tree.children[target]:
            if tree.case(c) == "with":
                goods += measured(who, c)
        yield from _given(who, verb, who.subject(verb), who.of(target), goods, status)
    if lemma in words.GIVE_TO:
        if target < 0 and tree.labels[verb] == "conj":  # "training and supplying weapons to X", hung on the first
            verb, target = _with_object(who, verb)
        if other < 0 <= target:
            other = _misread_receiver(who, verb, target)
        if other >= 0 and target >= 0:
            yield from _given(who, verb, who.subject(verb), who.of(other), measured(who, target), status)
        elif target >= 0:
            to = [
                t
                for base in (verb, *measured(who, target))
                for t in tree.children[base]
                if t > verb and tree.case(t) == "to"
            ]
            receivers = [w for t in to for w in who.of(t)]
            yield from _given(who, verb, who.subject(verb), receivers, measured(who, target), status)
    if lemma in words.TAKE_FROM and target >= 0:
        goods = [g for t in (target, *_inside(who, verb)) for g in measured(who, t)]
        sources = [t for base in (verb, *goods) for t in tree.children[base] if t > verb and tree.case(t) == "from"]
        givers = [w for t in dict.fromkeys(sources) for w in who.of(t)]
        yield from _given(who, verb, givers, who.subject(verb), goods, status)


def _with_object(who: Referents, verb: int) -> tuple[int, int]:
    """The verb that a verb is joined to where the object after both hangs on that, with the object."""
    first = who.tree.heads[verb]
    target = who.tree.child(first, "obj")
    return (first, target) if target > verb and verb - first <= 4 else (verb, -1)


def _inside(who: Referents, verb: int) -> list[int]:
    """What a sum consists of: "accepted a million [in contributions]"."""
    return [c for c in who.tree.children[verb] if c > verb and who.tree.case(c) == "in"]


def _given_by(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "weapons were supplied to X by Y", "drones supplied by Y to X": the subject are the goods."""
    tree = who.tree
    giver = agent(who, verb)
    goods = who.subject_token(verb)
    if lemma not in words.GIVE_TO or giver < 0 or goods < 0:
        return
    to = [t for base in (verb, giver) for t in tree.children[base] if t > verb and tree.case(t) == "to"]
    receivers = [w for t in to for w in who.of(t)]
    yield from _given(who, verb, who.of(giver), receivers, measured(who, goods), factuality.of_verb(tree, verb))


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
    if status == "denied" and any(who.tree.lowers[c] in _SHORT for t in goods for c in who.tree.children[t]):
        return  # "did not get enough training" got some
    gear = [t for t in goods if who.tree.lemmas[t] in words.GEAR]
    if gear and not any(kind_of(who, t) for t in goods):
        to = [r for r in receivers if power(who, r) or armed(who, r)]
        yield from linked(
            who, givers, [r for r in to if who.kinds.get(r[0]) != "country"], "arms", [verb, gear[0]], status
        )
    bare = [t for t in goods if bare_support(who, t)]
    if bare and not any(kind_of(who, t) for t in goods):
        charged = factuality.charged(who.tree, verb)
        to = [r for r in receivers if may_back(who, givers, r, charged)]
        persons = charged or any(fights(who, r) for r in to)
        yield from linked(who, givers, to, "backs", [verb, bare[0]], status, persons)
    for kind in sorted({k for t in goods if (k := kind_of(who, t))}):
        shown = [t for t in goods if kind_of(who, t) == kind]
        to = receivers
        if kind == "arms" and not any(power(who, g) or fights(who, g) for g in givers):  # a firm delivers its wares
            to = [r for r in to if who.kinds.get(r[0]) != "country" or factuality.charged(who.tree, verb)]
        if kind == "arms":  # a party gets ammunition for its speeches
            to = [r for r in to if not who.words_of(r[0]) & words.PARTIES]
        if kind == "backs":  # supplies to a country are aid
            to = [r for r in to if who.kinds.get(r[0]) != "country"]
        if who.tree.lemmas[verb] in words.TRADE:  # between states it is trade
            to = [r for r in to if who.kinds.get(r[0]) != "country"]
        if kind == "funds":  # money between states is trade or aid
            to = [r for r in receivers if who.kinds.get(r[0]) != "country"]
            to = [r for r in to if fights(who, r) or not who.words_of(r[0]) & words.RELIEF]
        persons = kind != "funds" or factuality.charged(who.tree, verb) or any(fights(who, r) for r in to)
        yield from linked(who, givers, to, kind, [verb, *shown[:1]], status, persons)
