"""Proxies told by what binds them: "a group linked to X", "loyal to X", "with ties to X", "swore allegiance to X"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality, subjects
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import of_phrases, owners, phrase_after
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, institution, people, power
from briefing.extract.referents import Referents, Who

_COLLECTIVE = ("group", "organization")
# Ties that are told of anybody who is suspected of anything.
_LOOSE = frozenset(("linked", "tied", "connected", "affiliated"))


def find(who: Referents) -> Iterator[Link]:
    """The links of every adjective, noun and verb of being bound to somebody."""
    tree = who.tree
    for token in who.tokens:
        lower, lemma, tag = tree.lowers[token], tree.lemmas[token], tree.tags[token]
        if lower in words.TIES:
            yield from _tie(who, token, words.TIES[lower])
        if tag[:2] == "NN":
            if lemma in words.CONNECTIONS:
                yield from _connection(who, token)
            elif lemma in words.LOYALTY:
                yield from _loyalty(who, token)
            if lemma in words.UNDER or lemma in words.IN_PAY:
                yield from _under(who, token)
        elif tag[:2] == "VB" and lemma in words.BELONG:
            yield from _belonging(who, token, lemma)


def _tie(who: Referents, adjective: int, leads: list[str]) -> Iterator[Link]:
    """ "a group affiliated with X", "the militia is loyal to X", by the words themselves where the parse errs."""
    tree = who.tree
    targets = [c for c in tree.children[adjective] if c > adjective and tree.case(c) in leads]
    at_once = tree.lowers[adjective + 1 : adjective + 2] and tree.lowers[adjective + 1] in leads
    principals = who.of(targets[0]) if targets else []
    if at_once and (after := phrase_after(who, adjective + 1)) and after[0][0] not in {p for p, _ in principals}:
        principals = after
    verbal = tree.child(adjective, "cop", "aux", "aux:pass") >= 0
    subject = _told_of(who, adjective) if verbal else -1
    verbal = subject >= 0
    holder = subject if verbal else _holder(who, adjective)
    if holder < 0:  # "militants affiliated to X" read as a clause
        holder = tree.child(adjective, "nsubj")
    if not principals or holder < 0:
        return
    proxies = [*who.of(holder), *who.equated(holder)]
    if not verbal and holder == adjective - 1 and tree.tags[holder] == "NNS":
        proxies = proxies[:1]
    greater = any(power(who, p) or fights(who, p) for p in principals)
    close = greater or tree.lowers[adjective] not in _LOOSE
    proxies = [p for p in proxies if _bound(who, p) or fights(who, p) or (close and _unnamed_person(who, p))]
    # "a group affiliated with X, the Y Brigades": what stands beside the last name may be the first
    known = {p for p, _ in principals}
    beside = [w for t in targets for c in tree.all(t, "appos") for w in who.of(c) if w[0] not in known]
    if beside and holder < adjective and tree.tags[holder][:3] != "NNP":
        proxies = beside
    status = factuality.of_verb(tree, adjective) if verbal else "real"
    yield from linked(who, principals, proxies, "proxy", [adjective], status, persons=True)


def _told_of(who: Referents, adjective: int) -> int:
    """Of whom an adjective with a copula is told: "the network they say is linked to X" is no tie of those who say."""
    tree, above = who.tree, who.tree.heads[adjective]
    own = tree.child(adjective, "nsubj", "nsubj:pass")
    if own < 0 and tree.labels[adjective] == "ccomp" and tree.labels[above] == "acl:relcl":
        return tree.heads[above]
    return own if own >= 0 else who.subject_token(adjective)


def _bound(who: Referents, end: Who) -> bool:
    """Whether an actor can be the proxy that a tie tells: several, and more than some people."""
    some = who.tree.lemmas[end[1]] in ("people", "person") and who.tree.child(end[1], "nummod") < 0
    return who.kinds.get(end[0]) in _COLLECTIVE and not some


def _unnamed_person(who: Referents, end: Who) -> bool:
    """Whether somebody is meant by what they are ("a businessman loyal to X")."""
    return who.kinds.get(end[0]) == "person" and who.tree.tags[end[1]] == "NN"


def _holder(who: Referents, adjective: int) -> int:
    """The noun that an adjective after it is said of: the one right before it, else the one it is hung on; or -1."""
    tree, before = who.tree, adjective - 1
    while before > 0 and tree.tags[before] == "RB":
        before -= 1
    if before >= tree.sentence(adjective)[0] and tree.tags[before][:2] == "NN" and who.of(before):
        return before
    hung = tree.heads[adjective] < adjective and tree.labels[adjective].startswith(("acl", "amod"))
    return tree.heads[adjective] if hung else -1


def _connection(who: Referents, noun: int) -> Iterator[Link]:
    """ "a militant group with links to X", or the denial of such links."""
    tree = who.tree
    others = of_phrases(who, noun, words.CONNECTION_LEADS)
    if not others and noun + 1 < len(tree.lowers) and tree.lowers[noun + 1] in words.CONNECTION_LEADS:
        others = phrase_after(who, noun + 1)
    verb = tree.heads[noun]
    status: factuality.Status = "real"
    if tree.case(noun) == "with" and tree.labels[noun] == "nmod":
        holders = who.of(verb)
    elif tree.case(noun) in ("of", "for") and (accused := subjects.accused_of(tree, noun)) >= 0:
        holders, status = who.of(accused), factuality.of_verb(tree, verb)
    elif tree.labels[noun] == "obj" and tree.lemmas[verb] == "have" and not tree.all(noun, "det"):
        holders, status = who.subject(verb), factuality.of_verb(tree, verb)
    else:
        holders = []
    bound = [h for h in holders if who.kinds.get(h[0]) != "country"]
    suspected = {tree.lowers[c] for c in tree.all(noun, "amod")} & {"suspected", "alleged", "reported"}
    charged = bool(suspected) or factuality.charged(tree, noun)
    for other in others:
        able = [
            h
            for h in bound
            if fights(who, h)
            or fights(who, other)
            or (charged and not power(who, other))
            or tree.lemmas[h[1]] in words.TIED_BODIES
        ]
        yield from linked(who, [other], able, "proxy", [noun], status, persons=True, asserted=False)
    if not holders or status == "denied":
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
    others = [w for w in others if who.kinds.get(w[0]) != "person" or fights(who, w)]  # whom one never met
    for subject in who.subject(verb):
        for other in others:
            greater = power(who, subject) and not power(who, other)
            if greater or (fights(who, other) == fights(who, subject) and who.kinds.get(subject[0]) == "person"):
                yield from linked(who, [subject], [other], "proxy", [verb, noun], "denied", persons=True)
            elif who.kinds.get(subject[0]) in ("group", "organization"):
                yield from linked(who, [other], [subject], "proxy", [verb, noun], "denied", persons=True)


def _loyalty(who: Referents, noun: int) -> Iterator[Link]:
    """ "Y swore allegiance to X", "Y’s allegiance to X"."""
    tree, verb = who.tree, who.tree.heads[noun]
    principals = of_phrases(who, noun, ("to",)) or [
        w for c in tree.children[verb] if c > noun and tree.case(c) == "to" for w in who.of(c)
    ]
    holders = [w for c in tree.all(noun, "nmod:poss") for w in who.of(c)]
    status = factuality.of_noun(tree, noun)
    if tree.labels[noun] == "obj" and tree.tags[verb][:2] == "VB":
        holders, status = who.subject(verb), factuality.of_verb(tree, verb)
    sworn = tree.lemmas[verb] in words.SWEAR and tree.labels[noun] == "obj"
    sworn = sworn and any(who.kinds.get(p[0]) != "country" for p in principals)
    holders = [h for h in holders if _bound(who, h) or fights(who, h) or (sworn and who.kinds.get(h[0]) == "person")]
    yield from linked(who, principals, holders, "proxy", [noun], status, persons=True)


def _under(who: Referents, noun: int) -> Iterator[Link]:
    """ "forces under the command of X", "the rebels are in X’s pay"."""
    tree, lemma = who.tree, who.tree.lemmas[noun]
    if tree.case(noun) not in (("under",) if lemma in words.UNDER else ("in", "on")):
        return
    principals = [*owners(who, noun), *of_phrases(who, noun, ("of",))]
    principals += [
        w for c in tree.all(noun, "appos") for w in who.of(c)
    ]  # "of the leader and president [X]", hung higher
    holder, label = tree.heads[noun], tree.labels[noun]
    status: factuality.Status = "real"
    if tree.child(noun, "cop") >= 0:
        proxies, status = who.subject(noun), factuality.of_verb(tree, noun)
    elif label.startswith(("nmod", "acl")):
        proxies = who.of(holder)
    elif tree.lemmas[holder] in words.SERVE or tree.lemmas[holder] in words.FIGHTING_VERBS:
        status = factuality.of_verb(tree, holder)
        proxies = _before(who, noun) or who.subject(holder)
    else:
        return
    paid = lemma in ("pay", "payroll")
    proxies = [p for p in proxies if paid or (who.kinds.get(p[0]) in _COLLECTIVE and not people(who, p))]
    relation = words.UNDER.get(lemma) or words.IN_PAY[lemma]
    yield from linked(who, principals, proxies, relation, [noun], status, persons=True)


def _before(who: Referents, noun: int) -> list[Who]:
    """Whom the noun right before a phrase means, wherever that hangs ("attacked by troops under the command of")."""
    tree = who.tree
    first = min((c for c in tree.children[noun] if tree.labels[c] == "case"), default=0)
    return who.of(first - 1) if first > 0 and tree.tags[first - 1] in ("NNS", "NNP", "NNPS", "NN") else []


def _belonging(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """ "the company belongs to X", "the militia answers to X"."""
    tree = who.tree
    to = [c for c in tree.children[verb] if c > verb and tree.case(c) == "to"]
    principals = [w for c in to for w in who.of(c)]
    proxies = [p for p in who.subject(verb) if who.kinds.get(p[0]) in _COLLECTIVE]
    if lemma == "belong":  # a firm belongs to its owner, a gunman to his gang
        proxies = [p for p in proxies if institution(who, p) and tree.lemmas[p[1]] not in ("office", "building")]
        principals = [p for p in principals if not who.words_of(p[0]) & words.LEAGUES]
        principals = [p for p in principals if tree.lowers[p[1]] != "group"]
    else:
        # "whose leaders answer to"
        theirs = [w for _, t in proxies for c in tree.all(t, "nmod:poss") for w in who.of(c)]
        under_arms = any(fights(who, w) or armed(who, w) for w in theirs)
        proxies = [p for p in proxies if under_arms or fights(who, p) or armed(who, p) or power(who, p)]
    yield from linked(who, principals, proxies, "directs", [verb], factuality.of_verb(tree, verb), persons=True)
