"""Who stands around a noun: its possessors, the modifiers before it, the phrases after it."""

from __future__ import annotations

from briefing.extract.referents import Referents, Who

IN_PHRASE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "AFX", "``", "''"))


def before(who: Referents, noun: int) -> list[int]:
    """The modifiers right before a noun, whatever the parse makes of them."""
    tree, first = who.tree, noun
    low = tree.sentence(noun)[0]
    while first > low and tree.tags[first - 1] in IN_PHRASE:
        first -= 1
    return list(range(first, noun))


def named_in(who: Referents, modifiers: list[int], noun: int) -> list[Who]:
    """The state or group among the modifiers ("Iranian arms shipments")."""
    own = who.cast.of_head.get(noun)
    named = [(actor, t) for t in modifiers if (actor := who.named(t)) and actor != own]
    return [w for n, w in enumerate(named) if all(w[0] != other for other, _ in named[:n])]


def owners(who: Referents, noun: int) -> list[Who]:
    """Possessors and modifiers that name somebody: "Iran’s", "its", "Iranian", "al-Qaeda"."""
    tree = who.tree
    found: list[Who] = []
    for child in tree.children[noun]:
        if child > noun:
            continue
        if tree.labels[child] == "nmod:poss":
            found += who.of(child)
            continue
        if tree.labels[child] == "compound" and tree.tags[noun - 1] == "''":  # 'the "Falcon" unit' is called so
            continue
        actor = who.named(child) if tree.labels[child] in ("amod", "compound", "nmod", "flat") else None
        if actor is not None and actor != who.cast.of_head.get(noun):
            found.append((actor, child))
    if not found and noun > 0 and tree.tags[noun - 1] == "PRP$":
        found = who.of(noun - 1)
    return found


def of_phrases(who: Referents, noun: int, leads: tuple[str, ...], deep: bool = False) -> list[Who]:
    """Whom the prepositional phrases of a noun name; with `deep` also those that hang on such a phrase."""
    tree = who.tree
    found: list[Who] = []
    stack = [noun]
    while stack:
        for child in tree.children[stack.pop()]:
            if child > noun and tree.labels[child].startswith(("nmod", "obl")):
                if tree.case(child) in leads:
                    found += who.of(child)
                elif deep:
                    stack.append(child)
    return found


def adjacent(who: Referents, noun: int, leads: tuple[str, ...]) -> list[Who]:
    """The same where the parse hangs the phrase elsewhere: it follows the noun at once."""
    tree = who.tree
    if noun + 2 >= len(tree.lowers) or tree.lowers[noun + 1] not in leads or tree.labels[noun + 1] != "case":
        return []
    return who.of(tree.heads[noun + 1])
