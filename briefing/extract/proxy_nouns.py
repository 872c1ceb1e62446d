"""Proxies told by nouns for actors: "its proxy forces", "the armed wing of X", "X’s patron"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.noun_neighbours import before, of_phrases, owners
from briefing.extract.proxy_links import Link, linked
from briefing.extract.proxy_support import armed, fights, is_people, power, regular
from briefing.extract.referents import Referents, Who
from briefing.findings import ProxyVerb

_FIRMS = ("company", "firm", "group", "corporation")
HYPHENS = ("-", "‑", "–")


def find(who: Referents) -> Iterator[Link]:
    """The links of every noun of the article."""
    tree = who.tree
    served = {
        tree.heads[t]
        for t in who.tokens
        if tree.lemmas[t] in words.MODIFIERS and tree.labels[t] in ("compound", "amod")
    }
    for noun in who.tokens:
        if tree.tags[noun][:2] == "NN" and not _modifies(who, noun):
            yield from _noun(who, noun)
            if noun in served and _serving(who, noun):
                yield from _proxy_noun(who, noun, "proxy")


def _noun(who: Referents, noun: int) -> Iterator[Link]:
    tree = who.tree
    lemma, lower = tree.lemmas[noun], tree.lowers[noun]
    proxy = words.PROXIES.get(lemma) or words.PROXIES.get(lower)
    if proxy is not None and (lemma not in words.ONLY_SINGULAR or lower == lemma) and not _of_name(who, noun):
        yield from _proxy_noun(who, noun, proxy)
    elif lemma in words.PATRONS:
        yield from _patron(who, noun, words.PATRONS[lemma])
    elif lemma in _FIRMS and any(tree.lowers[c] == "parent" for c in tree.children[noun]):
        yield from _patron(who, noun, "proxy")
    if lower not in words.MODIFIERS and (lemma in words.IRREGULARS or lower in words.ARMIES):
        yield from _own_force(who, noun)


def _serving(who: Referents, noun: int) -> bool:
    """Whether an actor is called a tool ("its proxy forces", "a client state"): no "front-runner", "front line"."""
    tree = who.tree
    tools = [c for c in tree.all(noun, "compound", "amod") if tree.lemmas[c] in words.MODIFIERS]
    tools = [c for c in tools if tree.doc[c].text[0].islower()]  # no part of a name
    if not any(c + 1 < len(tree.lowers) and tree.lowers[c + 1] not in HYPHENS for c in tools):
        return False
    if any(tree.lemmas[c] == "satellite" for c in tools):  # "a satellite carrier" carries satellites
        return tree.lemmas[noun] in words.BODIES
    return tree.lemmas[noun] in words.BODIES or noun in who.cast.of_head or tree.lemmas[noun] in words.ACTOR_NOUNS


def _modifies(who: Referents, noun: int) -> bool:
    """Whether a noun only says what kind another is ("a donor list"), which is no name that it is a title of."""
    tree, head = who.tree, who.tree.heads[noun]
    return tree.labels[noun] == "compound" and head > noun and tree.tags[head] in ("NN", "NNS") and not who.named(head)


def _of_name(who: Referents, noun: int) -> bool:
    """Whether the noun is a part of a name ("North Division")."""
    return who.tree.doc[noun].text[0].isupper() and who.tree.sentence(noun)[0] != noun and noun in who.cast.of_token


def _proxy_noun(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the proxy, whoever owns it the principal."""
    tree, lemma = who.tree, who.tree.lemmas[noun]
    modified = [c for c in tree.children[noun] if tree.labels[c] in ("compound", "amod")]
    if lemma in words.ORGAN_PARTS and any(tree.lemmas[c] in words.LEANINGS for c in modified):
        return
    bare = lemma in words.ONLY_WITH_OF and not any(tree.lemmas[c] in words.MODIFIERS for c in modified)
    if any(tree.lowers[c] == "former" for c in modified):
        return
    if lemma in ("unit", "division") and any(tree.lemmas[c] in words.REGULAR_UNITS for c in modified):
        return
    if tree.lowers[noun] == "divisions" and not any(tree.labels[c] == "compound" for c in modified):  # "deep divisions"
        return
    if tree.lowers[noun] == "front" and not tree.all(noun, "det", "nmod:poss"):  # "in front of the bank"
        return
    principals = [] if bare else owners(who, noun)
    principals = [p for p in principals if tree.lowers[p[1]] not in words.KINDS_OF_PEOPLE]  # "the women's wing"
    calls: list[Who] = []  # "its Kestrel unit" is called so
    if lemma in words.PLACED_PARTS and any(tree.labels[p[1]] == "nmod:poss" for p in principals):
        calls = [p for p in principals if tree.labels[p[1]] == "compound" and who.kinds.get(p[0]) != "country"]
        principals = [p for p in principals if p not in calls]
    if lemma in words.PLACED_PARTS:
        principals = [p for p in principals if who.kinds.get(p[0]) != "country" or tree.labels[p[1]] == "nmod:poss"]
    if lemma == "lobbyist":  # "U.S. lobbyists" work there
        principals = [p for p in principals if who.kinds.get(p[0]) not in ("country", "place") or _possesses(who, p)]
    if lemma in words.SELVES:
        principals = [p for p in principals if tree.labels[p[1]] != "compound"]
    around = of_phrases(who, noun, ("of", "for", "to") if lemma != "subsidiary" else ("of",))
    if lemma in words.PLACED_PARTS and any(tree.labels[p[1]] == "nmod:poss" for p in principals):
        around = []  # "its divisions of film and television"
    principals += around
    if lemma in words.ORGAN_PARTS:
        principals = [p for p in principals if _has_parts(who, noun, p, modified)]
    if lemma == "agent":  # a person's agent does business for them, an agency's works there
        principals = [p for p in principals if power(who, p) or fights(who, p) or who.words_of(p[0]) & words.RULERS]
    own = who.cast.of_head.get(noun)
    proxies = [w for w in (*calls, *who.equated(noun), *who.members(noun), *_beside(who, around)) if w[0] != own]
    # "Iranian proxy Hezbollah", "al-Qaeda affiliate Jabhat al-Nusra": the noun stands before the name
    if tree.tags[noun] == "NN" and tree.tags[noun + 1 : noun + 2] == ["NNP"] and (beside := who.one(noun)):
        proxies.append((beside, noun + 1))
    if (name := _stands_before(who, noun)) is not None:
        proxies.append(name)
    if lemma in words.PLACED_PARTS and lemma not in words.PERSONAL_PARTS:
        single = lemma == "subsidiary"  # a name of one word may be a firm's that was taken for a person's
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "person" or (single and who.is_one_word(p[0]))]
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]  # "an administrative unit of the federation"
    verb = tree.heads[noun]
    if not proxies and tree.case(noun) == "as" and tree.lemmas[verb] in words.SERVE:
        proxies = who.subject(verb)
    if not proxies and tree.child(noun, "cop") >= 0:  # "accused Y of being a front for X"
        proxies = who.subject(noun)
    named = [
        p
        for p in proxies
        if all(p[0] != owner for owner, _ in principals) and (who.kinds.get(p[0]) != "place" or p[0] in who.unsure)
    ]
    copula = tree.child(noun, "cop") >= 0
    if (
        not named
        and not copula
        and own is not None
        and who.kinds.get(own) != "country"
        and all(own != p for p, _ in principals)
    ):
        proxies = [(own, noun)]
    serving = tree.lemmas[verb] in words.SERVE and tree.case(noun) == "as"
    becoming = tree.labels[noun] == "xcomp" and tree.tags[verb][:2] == "VB"  # "will become a puppet of X"
    if copula:
        status = factuality.of_verb(tree, noun)
    else:
        status = factuality.of_verb(tree, verb) if serving or becoming else factuality.of_name(tree, noun)
    yield from linked(who, principals, proxies, relation, [noun], status, persons=True, asserted=copula)


def _possesses(who: Referents, owner: Who) -> bool:
    return who.tree.labels[owner[1]] == "nmod:poss"


def _own_force(who: Referents, noun: int) -> Iterator[Link]:
    """ "Haddad’s militia": the person directs it."""
    tree = who.tree
    if any(tree.case(c) == "of" for c in tree.children[noun]):  # "her army of followers"
        return
    persons = [w for c in tree.all(noun, "nmod:poss") for w in who.of(c) if who.kinds.get(w[0]) == "person"]
    forces = [w for w in who.of(noun) if armed(who, w)] or [
        (a, c) for c in tree.all(noun, "compound") if (a := who.named(c)) and armed(who, (a, c))
    ]
    loose = tree.tags[noun] == "NN" and tree.lemmas[noun] not in words.ARMIES
    if loose and any(tree.tags[c] == "PRP$" for c in tree.all(noun, "nmod:poss")):  # "his cartel" may be whose he is in
        return
    yield from linked(who, persons, forces[:1], "directs", [noun], "real", persons=True, asserted=False)


def _beside(who: Referents, principals: list[Who]) -> list[Who]:
    """What the parse sets beside the principal: "the armed wing of X, the Y Brigades"."""
    tree = who.tree
    found = []
    for actor, token in principals:
        if tree.tags[token][:3] == "NNP" and who.cast.of_head.get(token) == actor:
            beside = [c for c in tree.all(token, "appos") if tree.tags[c][:3] == "NNP"]
            found += [w for c in beside for w in who.of(c) if w[0] != actor]
    return found


def _stands_before(who: Referents, noun: int) -> Who | None:
    """The name that a noun is a title of."""
    tree, head = who.tree, who.tree.heads[noun]
    if tree.labels[noun] not in ("compound", "nmod:desc") or head <= noun:
        return None
    actor = who.one(head)
    return (actor, head) if actor else None


def _has_parts(who: Referents, noun: int, principal: Who, modified: list[int]) -> bool:
    """Whether an arm or wing of somebody acts for them: an organization's does, a state's if irregular."""
    tree, (actor, token) = who.tree, principal
    inner = tree.labels[token] in ("compound", "amod", "nmod", "flat") and token < noun
    if inner and (
        actor in who.unsure or tree.lemmas[noun] == "branch"
    ):  # "the North Hill division", "a Unibank branch"
        return False
    if inner and any(tree.case(c) == "of" for c in tree.children[noun]):  # "the Lagos division of the court"
        return False
    called = who.words_of(actor) | {tree.lemmas[token]}
    if tree.lemmas[noun] == "branch" and called & words.HOUSES:
        return False
    if tree.lemmas[noun] == "wing" and called & words.PARTIES:  # what is called so is mostly a leaning
        return any(tree.lemmas[c] in words.WORKING_WINGS for c in modified)
    if any(tree.lemmas[c] in words.IRREGULAR_PARTS for c in modified):
        return True
    unsure = actor in who.unsure and tree.lemmas[noun] not in ("division", "branch", "unit")
    if (who.kinds.get(actor) not in ("organization", "group") and not unsure) or is_people(who, principal):
        return False
    return tree.lowers[token] not in words.STATE_ORGANS and not words.STATE_ORGANS & who.words_of(actor)


def _patron(who: Referents, noun: int, relation: ProxyVerb) -> Iterator[Link]:
    """The noun means the principal, whoever owns it the proxy."""
    tree = who.tree
    inside = owners(who, noun)
    held = [w for w in inside if tree.labels[w[1]] == "nmod:poss" or tree.tags[w[1]] == "PRP$"]
    proxies = (held or inside) + of_phrases(who, noun, ("of",))
    if not held:  # "German donors" are from there
        several = relation == "funds" and tree.tags[noun] == "NNS"  # of those the name may say who they are
        inside = [p for p in inside if who.kinds.get(p[0]) == "organization" and not several]
        proxies = inside + of_phrases(who, noun, ("of",))
    if tree.lemmas[noun] == "donor":
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "person"]
    if not held and relation == "funds":  # a Republican donor gives to whom he likes
        proxies = [p for p in proxies if not who.words_of(p[0]) & words.PARTIES]
    if tree.lemmas[noun] in words.OFFICES:
        proxies = [w for w in of_phrases(who, noun, ("of",)) if armed(who, w) and not regular(who, w)]
    name = _stands_before(who, noun)
    principals = [name] if name is not None else who.equated(noun)
    if not principals and held:  # "its Syrian sponsors"
        principals = [w for w in inside if w not in held and who.kinds.get(w[0]) == "country"]
    own = who.cast.of_head.get(noun)
    if not principals and own is not None and tree.lemmas[noun] not in words.OFFICES:
        principals = [(own, noun)]
    if tree.lemmas[noun] == "parent":  # of a child, if not of a company
        proxies = [p for p in proxies if who.kinds.get(p[0]) in ("group", "organization") or p[0] in who.unsure]
        principals = [p for p in principals if tree.tags[p[1]] != "NNS"]
    if relation == "directs" or tree.lemmas[noun] == "parent" or tree.lemmas[noun] in _FIRMS:  # nobody owns a state
        proxies = [p for p in proxies if who.kinds.get(p[0]) != "country"]
        if any(tree.lowers[t] in ("former", "ex", "previous") for t in before(who, noun)):
            return
    copula = tree.child(noun, "cop") >= 0
    status = factuality.of_verb(tree, noun) if copula else factuality.of_name(tree, noun)
    persons = relation in ("directs", "funds") or tree.lemmas[noun] == "parent" or any(fights(who, p) for p in proxies)
    yield from linked(who, principals, proxies, relation, [noun], status, persons, asserted=copula)
