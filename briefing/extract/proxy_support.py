"""When support is more than approval: who supports whom decides, or that one is charged with it."""

from __future__ import annotations

from briefing.extract import proxy_words as words
from briefing.extract.names import is_person_noun
from briefing.extract.referents import Referents, Who
from briefing.extract.tables import table

_COLLECTIVE = ("group", "organization")


def may_back(who: Referents, principals: list[Who], proxy: Who, charged: bool = False) -> bool:
    """Whether bare support is backing.

    It is a state's, for a group or organization; a force's, for those or a government; anybody's, for those who
    fight no state's war; and what somebody is charged with, for any group.
    """
    kind = who.kinds.get(proxy[0])
    collective = kind in _COLLECTIVE
    if fights(who, proxy) or (charged and (collective or kind == "person")):
        return True
    if people(who, proxy) or who.tree.lemmas[proxy[1]] in ("country", "nation", "state"):
        return False
    if any(_force(who, p) for p in principals) and collective:
        return True
    if any(power(who, p) and p[0] != proxy[0] for p in principals) and _governs(who, proxy):
        return True
    if _force(who, proxy) and any(who.kinds.get(p[0]) == "organization" for p in principals):
        return True
    if collective and any(who.tree.lemmas[p[1]] in words.SUPPORTERS for p in principals):
        return who.tree.lemmas[proxy[1]] in words.TIED_BODIES
    return collective and any(who.kinds.get(p[0]) == "country" for p in principals)


def fights(who: Referents, end: Who) -> bool:
    """Whether an actor is of those who fight without being a state's army ("rebels", "an armed group")."""
    if who.kinds.get(end[0]) not in (*_COLLECTIVE, "person"):
        return _breakaway(who, end)
    return bool(_words(who, end) & words.IRREGULARS) or any(
        who.tree.lemmas[c] in words.IRREGULARS
        for base in (end[1], *who.tree.all(end[1], "nmod:desc", "compound", "appos"))
        for c in who.tree.all(base, "amod", "compound")
    )


def _breakaway(who: Referents, end: Who) -> bool:
    """Whether a territory is called one that broke away ("the breakaway regions of X and Y")."""
    tree, token = who.tree, end[1]
    for _ in range(3):
        if any(tree.lemmas[c] in words.IRREGULARS for c in tree.all(token, "amod", "compound")):
            return True
        if tree.labels[token] not in ("nmod", "conj", "appos"):
            return False
        token = tree.heads[token]
    return False


def is_people(who: Referents, end: Who) -> bool:
    """Whether persons without a name are meant, whatever they do ("two volunteers", "influential politicians")."""
    lemma = who.tree.lemmas[end[1]]
    several = lemma in ("people", "person") or lemma in words.KINDS_OF_PEOPLE or is_person_noun(lemma)
    return several and who.kinds.get(end[0]) == "group" and not fights(who, end)


def people(who: Referents, end: Who) -> bool:
    """Whether people without a name are meant, whom one helps but who are nobody’s proxy ("the poor farmers")."""
    lemma = who.tree.lemmas[end[1]]
    known = lemma in words.ACTOR_NOUNS or lemma in words.FORCES or who.tree.lowers[end[1]] in words.FORCES
    if who.kinds.get(end[0]) != "group" or known or fights(who, end):
        return lemma == "people"
    return is_person_noun(lemma) or lemma.endswith("er")


def power(who: Referents, end: Who) -> bool:
    """Whether an actor is a state, or a force or government of one."""
    return who.kinds.get(end[0]) == "country" or _force(who, end)


def _force(who: Referents, end: Who) -> bool:
    tree, token = who.tree, end[1]
    return who.kinds.get(end[0]) == "group" and (
        tree.lowers[token] in words.FORCES or tree.lemmas[token] in words.FORCES
    )


def armed(who: Referents, end: Who) -> bool:
    """The same, or an organization with such a name ("the Mahdi Army")."""
    return fights(who, end) or (
        who.kinds.get(end[0]) in _COLLECTIVE and bool(who.words_of(end[0]) & (words.ARMIES | words.IRREGULARS))
    )


def regular(who: Referents, end: Who) -> bool:
    """Whether an armed actor is called after a state ("the Royal Army of Oman")."""
    called = who.words_of(end[0])
    states = {name.lower() for name in table("states.tsv")} | {"royal", "national"}
    return bool(called & states)


def institution(who: Referents, end: Who) -> bool:
    """Whether an actor is an organization, named or not ("the station", "a bank")."""
    lemma = who.tree.lemmas[end[1]]
    return who.kinds.get(end[0]) == "organization" or table("organization_nouns.tsv").get(lemma) == "o"


def _governs(who: Referents, end: Who) -> bool:
    return who.tree.lowers[end[1]] in words.RULERS or who.tree.lemmas[end[1]] in words.RULERS


def _words(who: Referents, end: Who) -> set[str]:
    """The words of the mention, of its head above all, singular and plural."""
    tree, token = who.tree, end[1]
    found = {tree.lowers[token], tree.lemmas[token], tree.lowers[token].removesuffix("s")}
    return found | (who.words_of(end[0]) if who.kinds.get(end[0]) == "group" else set())
