"""Proxies told by verbs: "X arms Y", "Y is backed by X", "X leads Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import IN_PHRASE, of_phrases, phrase_after
from briefing.extract.proxy_goods import goods_of, kind_of, measured
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, is_people, may_back, people, power, regular
from briefing.extract.referents import Referents, Who
from briefing.extract.renamings import SUBJECTS
from briefing.extract.voices import agent, is_passive
from briefing.findings import ProxyVerb

# What leads the means by which somebody is backed.
_MEANS = ("with", "by", "through", "via")


def find(who: Referents) -> Iterator[Link]:
    """The links of every clause of the article."""
    tree = who.tree
    for token in who.tokens:
        tag = tree.tags[token]
        if tag[:2] != "VB" or tree.labels[token] in ("aux", "aux:pass", "cop", "case", "compound"):
            continue
        lemma = tree.lemmas[token]
        passive = tag == "VBN" and is_passive(who, token)
        if passive:
            yield from _by(who, token, lemma)
        else:
            yield from _on(who, token, lemma)


def _relation(lemma: str) -> ProxyVerb | None:
    return words.STRONG.get(lemma) or words.WEAK.get(lemma) or words.CONTROL.get(lemma)


def _by(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """Passive: the subject, or the noun that a participle follows, is the proxy."""
    relation = _relation(lemma) or words.PASSIVE.get(lemma)
    tree = who.tree
    doer = agent(who, verb)
    named: list[Who] = []
    if doer < 0 and tree.lowers[verb + 1 : verb + 2] == ["by"]:
        named = phrase_after(who, verb + 1)
    if doer < 0 and not named:
        return
    proxies = who.subject(verb)
    if tree.labels[verb] in ("acl", "amod", "acl:relcl", "appos") and tree.heads[verb] < verb:
        antecedent = tree.heads[verb]
        others = [w for w in who.equated(antecedent) if w not in proxies and w[1] < verb]
        if tree.tags[antecedent][:3] != "NNP" and any(tree.tags[w[1]][:3] == "NNP" for w in others):
            proxies = [p for p in proxies if p[1] != antecedent]  # "Y, a service run by X": the name is meant
        proxies = [*proxies, *others]
    if lemma in words.GIVE_TO or lemma in words.GIVE_WITH:
        relation = next(iter(sorted(goods_of(who, verb, ("with",)))), relation)
    if relation is None or (lemma == "own" and _minor(who, verb)):
        return
    principals = named or who.of(doer) or _after_by(who, verb)
    if not principals and kind_of(who, doer) in ("funds", "arms"):  # "funded by donations from X"
        principals = of_phrases(who, doer, ("from", "of", "by"))
    proxies = _just_before(who, verb) or proxies
    charged = factuality.charged(tree, verb)
    if lemma in words.WEAK and _has_means(who, verb):
        proxies = [p for p in proxies if not people(who, p)]
    elif lemma in words.WEAK or lemma == "sponsor":  # a firm sponsors a league
        proxies = [p for p in proxies if may_back(who, principals, p, charged)]
    if lemma in words.CONTROL or lemma in words.PASSIVE:
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country" and _stands_for_whole(who, p)]
    if lemma == "install":  # a state installs rulers elsewhere, a president officials at home
        principals = [p for p in principals if power(who, p) or fights(who, p)]
    if lemma in words.CONTROL and lemma != "control":  # nobody owns a person
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "person" or p[0] in who.unsure]
    if lemma in words.LEAD or lemma == "command":
        proxies = [p for p in proxies if not people(who, p) and _led(who, p, principals)]
    if lemma == "pay":  # one is paid for a speech too
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "person" and (fights(who, p) or not is_people(who, p))]
    if relation == "proxy" and lemma == "recruit" and not _for_deed(who, verb):  # players are recruited too
        principals = [p for p in principals if power(who, p) or fights(who, p)]
    persons = (
        lemma in words.STRONG
        or lemma in ("own", "control", "pay", "hire", "recruit")
        or (lemma in words.CONTROL and _run_body(who, verb, proxies))
        or any(fights(who, p) for p in proxies)
        or (charged and lemma in words.WEAK)
        or (lemma in words.PASSIVE and any(who.kinds.get(p[0]) in ("group", "organization") for p in proxies))
    )
    yield from linked(who, principals, proxies, relation, [verb], factuality.of_verb(tree, verb), persons)


def _minor(who: Referents, verb: int) -> bool:
    """Whether no more than half is owned: "is 40 percent owned by X"."""
    tree = who.tree
    before = tree.lowers[max(tree.sentence(verb)[0], verb - 5) : verb]
    shares = [float(word) for word in before if word.replace(".", "", 1).isdigit()]
    percent = any(word in ("%", "percent", "pc") or "cent" in word for word in before)
    return percent and bool(shares) and shares[-1] <= 50


def _run_body(who: Referents, verb: int, proxies: list[Who]) -> bool:
    """Whether somebody runs what people run for their ends, a network or a company."""
    tree = who.tree
    heads = {tree.lemmas[p[1]] for p in proxies} | (
        {tree.lemmas[tree.heads[verb]]} if tree.heads[verb] < verb else set()
    )
    return bool(heads & words.RUN_BODIES)


def _after_by(who: Referents, verb: int) -> list[Who]:
    """The name right after "by" where the parse makes another word the agent ("commanded by Y southwest of Z")."""
    tree = who.tree
    by = next((t for t in range(verb + 1, min(verb + 3, len(tree.lowers))) if tree.lowers[t] == "by"), -1)
    found: list[Who] = []
    token = by + 1
    while 0 < token < tree.sentence(verb)[1] and tree.tags[token] in (*IN_PHRASE, "DT"):
        actor = who.named(token)
        if actor is not None and tree.tags[token][:2] == "NN":
            found = [(actor, token)]
        elif found:
            other = tree.tags[token] in ("NN", "NNS") and tree.lemmas[token] not in words.GOVERNMENTS
            if other:
                return []  # "by United States taxpayers"
            break
        token += 1
    return found if token >= len(tree.tags) or tree.tags[token] != "POS" else []  # "by X’s rivals"


def _led(who: Referents, proxy: Who, principals: list[Who]) -> bool:
    """Whether being led by somebody shows more than an office: not of a party or government by a person."""
    office = who.tree.lemmas[proxy[1]] in words.BY_RIGHT or bool(who.words_of(proxy[0]) & words.BY_RIGHT)
    return not (office and any(who.kinds.get(p) in ("person", "group") for p, _ in principals))


def _for_deed(who: Referents, verb: int) -> bool:
    """Whether a clause of purpose tells a deed ("recruited to kill")."""
    tree = who.tree
    return any(
        tree.lemmas[c] in words.FIGHTING_VERBS or tree.lemmas[c] in words.DEEDS
        for c in tree.all(verb, "advcl", "xcomp")
        if c > verb
    )


def _just_before(who: Referents, participle: int) -> list[Who]:
    """The name before the comma of a participle ("and Hamas, supported by Qatar"), wherever the parse hangs it."""
    tree = who.tree
    before, head = participle - 1, tree.heads[participle]
    if before > 0 and tree.labels[participle] == "advcl" and tree.tags[before] in ("NN", "NNS"):
        return who.of(before)  # "ousted by a junta led by X", hung on the ousting
    if before > 0 and tree.labels[participle] == "acl" and tree.tags[before] == "NNS" and head != before:
        plural = who.of(before)  # "clashes between rebels and soldiers backed by X", hung on the clashes
        if before not in tree.all(head, "conj") or not who.of(head):
            return [w for w in plural if who.kinds.get(w[0]) == "group"]
    if (
        participle < 2
        or tree.lowers[participle - 1] != ","
        or any(tree.labels[c].startswith("aux") for c in tree.children[participle])
    ):
        return []
    head = participle - 2
    if tree.lowers[head] == ")":  # "the Karan Front (KF), led by X"
        head = next((t for t in range(head, max(head - 6, 0), -1) if tree.lowers[t] == "("), head + 1) - 1
    actor, name = who.named(head), head
    while tree.labels[head] in ("flat", "compound") and tree.heads[head] < participle:
        head = tree.heads[head]
    return [(actor, name)] if actor and not tree.case(head) else []


def _on(who: Referents, verb: int, lemma: str) -> Iterator[Link]:
    """Active: the object is the proxy."""
    relation = _relation(lemma) or words.OF_FIGHTERS.get(lemma) or words.LEAD.get(lemma)
    tree = who.tree
    target = _object(who, verb)
    if relation is None or target < 0 or (lemma == "prop" and tree.child(verb, "compound:prt") < 0):
        return
    if lemma == "help" and not _in_fight(who, verb):  # "helped X to do something"
        return
    principals, proxies = who.subject(verb), [p for p in who.of(target) if _stands_for_whole(who, p)]
    if not proxies and kind_of(who, target):  # "training and supplying weapons to X"
        after = [c for base in (tree.heads[target], target) for c in tree.children[base] if c > target]
        proxies = [w for c in after if tree.case(c) == "to" for w in who.of(c)]
    if lemma in ("own", "control") and not proxies:
        proxies = _shares_of(who, target)
    means = goods_of(who, verb, _MEANS)
    charged = factuality.charged(tree, verb)
    if lemma in words.WEAK and _has_means(who, verb):
        proxies = [p for p in proxies if not people(who, p)]
    elif lemma in words.WEAK:
        proxies = [p for p in proxies if may_back(who, principals, p, charged)]
    if lemma == "control" and any(who.words_of(p[0]) & words.PARTIES for p in principals):  # by its majority
        proxies = [p for p in proxies if not (who.words_of(p[0]) | {tree.lemmas[p[1]]}) & words.LEGISLATURES]
    after = [c for base in (verb, target) for c in tree.all(base, "xcomp", "advcl", "acl") if c > target]
    if lemma in ("direct", "command") and any(tree.tags[c] == "VB" for c in after):  # "directed the schools to"
        return
    if lemma in words.CONTROL and lemma != "own":
        principals = [p for p in principals if not is_people(who, p)]
    if lemma == "install":
        principals = [p for p in principals if power(who, p) or fights(who, p)]
    if lemma in words.CONTROL:  # one runs a campaign as one runs a race
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country" and tree.lemmas[p[1]] != "campaign"]
    proxies = [p for p in proxies if not _own(who, principals, p)]
    if lemma == "supply" and any(tree.case(c) == "with" for c in (*tree.children[verb], *tree.children[target])):
        return  # the goods tell
    if lemma in words.OF_FIGHTERS:
        proxies = [p for p in proxies if power(who, p) or fights(who, p)]
    if lemma in words.LEAD:
        states = bool(principals) and all(who.kinds.get(p) == "country" for p, _ in principals)
        joint = states and tree.lemmas[target] in ("coalition", "alliance", "force", "bloc", "mission")
        proxies = [p for p in proxies if joint or not regular(who, p)]
        proxies = [p for p in proxies if joint or armed(who, p) or tree.lemmas[target] in words.PLACED_PARTS]
        proxies = [w for w in who.equated(target) if w not in proxies] or proxies if proxies else _parts(who, target)
    status = factuality.of_verb(tree, verb)
    fighters = any(fights(who, p) for p in proxies)
    persons = (
        (lemma in words.STRONG and lemma != "train")
        or lemma in ("own", "control")
        or lemma in words.LEAD
        or charged
        or fighters
    )
    ends = [verb, *(t for t in tree.children[verb] if t > verb and tree.case(t) in _MEANS)]
    for kind in [relation, *sorted(means - {relation, "backs"})]:
        yield from linked(who, principals, proxies, kind, _with_conjuncts(who, ends), status, persons)


def _own(who: Referents, principals: list[Who], proxy: Who) -> bool:
    """Whether one pays for what is one's own ("he funded his campaign")."""
    held = [actor for c in who.tree.all(proxy[1], "nmod:poss") for actor, _ in who.of(c)]
    return who.tree.lemmas[proxy[1]] == "campaign" and any(p in held for p, _ in principals)


def _in_fight(who: Referents, verb: int) -> bool:
    """Whether somebody is helped to fight, or nothing is said of what for."""
    tree = who.tree
    aims = tree.all(verb, "xcomp", "ccomp")
    return not aims or any(tree.lemmas[c] in words.FIGHTING_VERBS for c in aims)


def _object(who: Referents, verb: int) -> int:
    """The object of a verb, be it hung on another of a row ("arming and funding X"), or -1."""
    tree = who.tree
    # "that" in "charges that he backed X" is read as an object too
    own = next((c for c in tree.all(verb, "obj") if c > verb), tree.child(verb, "obj"))
    if own >= 0 or tree.child(verb, "obl") >= 0:
        return own
    others = [tree.heads[verb]] if tree.labels[verb] == "conj" else tree.all(verb, "conj")
    for other in others:
        shared = tree.child(other, "obj")
        if tree.tags[other] == tree.tags[verb] and abs(other - verb) <= 4 and shared > max(verb, other):
            return shared
    return _gap(who, verb)


def _gap(who: Referents, verb: int) -> int:
    """The noun that a relative clause without a pronoun is said of: "militias [that] he controls", or -1."""
    tree = who.tree
    own = tree.child(verb, *SUBJECTS)
    if tree.labels[verb] != "acl:relcl" or own < 0 or tree.lowers[own] in ("who", "which", "that"):
        return -1
    return tree.heads[verb] if tree.heads[verb] < own else -1


def _parts(who: Referents, target: int) -> list[Who]:
    """The wing or arm of somebody that a noun means, by the name beside it ("leads its political wing, Y")."""
    return who.equated(target) if who.tree.lemmas[target] in words.PLACED_PARTS else []


def _shares_of(who: Referents, target: int) -> list[Who]:
    """Whose shares are owned, where they are more than half: "owns 72% of Y’s shares"."""
    tree = who.tree
    amount = re.sub(r"[^\d.]", "", " ".join(tree.lowers[c] for c in tree.all(target, "nummod", "compound")))
    most = tree.lemmas[target] in ("majority", "most", "all") or "majority" in (
        tree.lowers[c] for c in tree.all(target, "compound", "amod")
    )
    if not most and not (amount.replace(".", "", 1).isdigit() and float(amount) > 50):
        return []
    shares = [c for c in tree.children[target] if c > target and tree.case(c) in ("of", "in")]
    return [w for c in shares for w in (who.of(c) or [w for o in tree.all(c, "nmod:poss") for w in who.of(o)])]


def _has_means(who: Referents, verb: int) -> bool:
    """Whether support is said to be material: "with weapons", "militarily"."""
    tree = who.tree
    adverbs = {tree.lowers[c] for c in tree.all(verb, "advmod")}
    return bool(goods_of(who, verb, _MEANS) or adverbs & {"militarily", "financially", "covertly", "secretly"})


def _with_conjuncts(who: Referents, tokens: list[int]) -> list[int]:
    return [t for token in tokens for t in ([token] if who.tree.tags[token][:2] == "VB" else measured(who, token))]


def _stands_for_whole(who: Referents, proxy: Who) -> bool:
    """Whether the word means the actor, not something of its ("X owns Y’s building")."""
    return proxy[1] in who.cast.of_head or proxy[1] in who.cast.of_token or who.one(proxy[1]) is not None
