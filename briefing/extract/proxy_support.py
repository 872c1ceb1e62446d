"""When support is more than approval: who supports whom decides, or that one is charged with it."""

from __future__ import annotations

from briefing.extract import proxy_words as words
from briefing.extract.names import is_person_noun
from briefing.extract.referents import Referents, Who

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
    if people(who, proxy):
        return False
    if any(_force(who, p) for p in principals) and collective:
        return True
    if any(power(who, p) and p[0] != proxy[0] for p in principals) and _governs(who, proxy):
        return True
    if _force(who, proxy) and any(who.kinds.get(p[0]) == "organization" for p in principals):
        return True
    return collective and any(who.kinds.get(p[0]) == "country" for p in principals)


def fights(who: Referents, end: Who) -> bool:
    """Whether an actor is of those who fight without being a state's army ("rebels", "an armed group")."""
    if who.kinds.get(end[0]) not in (*_COLLECTIVE, "person"):
        return False
    return bool(_words(who, end) & words.IRREGULARS) or any(
        who.tree.lemmas[c] in words.IRREGULARS
        for base in (end[1], *who.tree.all(end[1], "nmod:desc", "compound"))
        for c in who.tree.all(base, "amod", "compound")
    )


def people(who: Referents, end: Who) -> bool:
    """Whether people without a name are meant, whom one helps but who are nobody’s proxy ("the poor farmers")."""
    lemma = who.tree.lemmas[end[1]]
    if who.kinds.get(end[0]) != "group" or fights(who, end) or lemma in words.ACTOR_NOUNS:
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


def _governs(who: Referents, end: Who) -> bool:
    return who.tree.lowers[end[1]] in words.RULERS or who.tree.lemmas[end[1]] in words.RULERS


def _words(who: Referents, end: Who) -> set[str]:
    """The words of the mention, of its head above all, singular and plural."""
    tree, token = who.tree, end[1]
    found = {tree.lowers[token], tree.lemmas[token], tree.lowers[token].removesuffix("s")}
    return found | (who.words_of(end[0]) if who.kinds.get(end[0]) == "group" else set())
