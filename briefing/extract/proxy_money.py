"""Proxies told by sums and wages: "gave $3 million to X", "paid X $3 million", "X took 2 million euros from Y"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import of_phrases, phrase_after
from briefing.extract.proxy_goods import kind_of
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, people, power
from briefing.extract.referents import Referents, Who


def find(who: Referents) -> Iterator[Link]:
    """The links of every verb of giving, taking and paying whose object is a sum or a wage."""
    tree = who.tree
    for verb in who.tokens:
        if tree.tags[verb][:2] != "VB":
            continue
        lemma = tree.lemmas[verb]
        if lemma in words.PAY_INTO or lemma in words.GIVE_TO or lemma == "pay":
            yield from _paying(who, verb, lemma)
        if lemma in words.TAKE_FROM:
            yield from _taking(who, verb)


def _paying(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "gave $3 million to X", "donated to X", "poured money into X", "paid the salaries of X"."""
    tree = who.tree
    status = factuality.of_verb(tree, verb)
    objects = [c for c in tree.all(verb, "obj") if c > verb]
    if lemma == "pay" and any(tree.lemmas[c] in words.WAGES for c in objects):
        paid = [w for c in objects for w in of_phrases(who, c, ("of",))]
        payers = [p for p in who.subject(verb) if power(who, p)]
        yield from linked(who, payers, paid, "funds", [verb, objects[0]], status)
        return
    into = lemma in words.PAY_INTO
    sums = [
        c
        for c in objects
        if is_sum(who, c) or (into and (kind_of(who, c) == "funds" or tree.lowers[c] in ("millions", "billions")))
    ]
    if not sums and not (lemma in ("donate", "contribute") and not objects):
        return
    leads = ("into", "to", "in") if lemma in words.PAY_INTO else ("to",)
    receivers = [w for c in tree.all(verb, "iobj") for w in who.of(c)]
    for base in (verb, *sums):
        for c in tree.children[base]:
            if c > verb and tree.case(c) in leads:
                receivers += who.of(c) or [w for t in tree.all(c, "nmod:poss") for w in who.of(t)]
    receivers = [r for r in receivers if may_be_funded(who, who.subject(verb), r)]
    yield from linked(who, who.subject(verb), receivers, "funds", [verb, *sums[:1]], status, persons=True)


def _taking(who: Referents, verb: int) -> Iterator[Link]:
    """ "the institute took $3 million from X"."""
    tree = who.tree
    sums = [c for c in tree.all(verb, "obj") if c > verb and is_sum(who, c)]
    takers = who.subject(verb)
    for one in sums:
        givers = [
            w for base in (verb, one) for c in tree.children[base] if tree.case(c) == "from" for w in who.of(c)
        ] or next(
            (phrase_after(who, t) for t in range(one, min(one + 6, len(tree.lowers))) if tree.lowers[t] == "from"), []
        )
        charged = factuality.charged(tree, verb)
        able = [t for t in takers if may_be_funded(who, givers, t) or (charged and who.kinds.get(t[0]) == "person")]
        yield from linked(who, givers, able, "funds", [verb, one], factuality.of_verb(tree, verb), persons=True)


def is_sum(who: Referents, token: int) -> bool:
    """Whether a token heads a sum of money ("$3 million", "two million euros")."""
    tree = who.tree
    return (
        tree.tags[token] == "$"
        or tree.lowers[token] in words.CURRENCIES
        or tree.lemmas[token] in words.CURRENCIES
        or (
            tree.lemmas[token] in words.MEASURES
            and any(tree.tags[c] == "$" or tree.lemmas[c] in words.CURRENCIES for c in tree.children[token])
        )
    )


def may_be_funded(who: Referents, givers: list[Who], receiver: Who) -> bool:
    """Whether money makes somebody dependent: a movement, a campaign, an institute; not people in need, not a firm
    paid for its wares, not a state that gets aid."""
    if people(who, receiver) or who.kinds.get(receiver[0]) not in ("group", "organization"):
        return False
    if fights(who, receiver) or armed(who, receiver):
        return True
    named = who.words_of(receiver[0]) | {who.tree.lemmas[receiver[1]]}
    if named & words.FUNDED:
        return True
    return any(who.kinds.get(g[0]) == "country" for g in givers) and not named & words.RELIEF
