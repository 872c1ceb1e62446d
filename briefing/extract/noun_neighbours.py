"""Who stands around a noun: its possessors, the modifiers before it, the phrases after it."""

from __future__ import annotations

from briefing.extract.referents import Referents, Who

IN_PHRASE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "AFX", "``", "''"))

# So many names in a row are one phrase's.
_MOST_JOINED = 6


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
        if child > 1 and tree.lowers[child - 1] in ("-", "‑") and tree.lowers[child - 2] in ("pro", "anti", "non"):
            continue  # "pro-Altanian lobbyists"
        actor = who.named(child) if tree.labels[child] in ("amod", "compound", "nmod", "flat") else None
        if actor is not None and actor != who.cast.of_head.get(noun):
            found.append((actor, child))
    if not found and noun > 0 and tree.tags[noun - 1] == "PRP$":
        found = who.of(noun - 1)
    if not found:  # "[X’s newspaper] arm"
        inner = [c for c in tree.children[noun] if c < noun and tree.labels[c] == "compound"]
        found = [w for c in inner for poss in tree.all(c, "nmod:poss") for w in who.of(poss)]
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


def phrase_after(who: Referents, lead: int) -> list[Who]:
    """Whom the noun phrase right after a preposition means, wherever the parse hangs it and its words.

    The last noun of the run decides; if it names nobody ("X’s terror network"), the last name in the run does. What
    is joined to it follows.
    """
    tree = who.tree
    high = tree.sentence(lead)[1]
    found: list[Who] = []
    before_it = lead
    for _ in range(_MOST_JOINED):
        token, nouns, names = lead + 1, list[int](), list[Who]()
        while token < high and (
            tree.tags[token] in IN_PHRASE
            or tree.tags[token] in ("DT", "PRP$", "POS")
            or tree.labels[token] in ("nmod:desc", "amod")  # a title or an adjective, whatever it is tagged
            or (tree.tags[token] == "CC" and tree.labels[token - 1] == "amod")  # "leftist and Kurdish groups"
        ):
            if tree.tags[token][:2] == "NN":
                nouns.append(token)
                if (actor := who.named(token)) is not None:
                    names.append((actor, token))
            token += 1
        joined = [n for n in nouns if tree.labels[n] == "conj" and before_it <= tree.heads[n] < lead]
        if not nouns or (found and not joined):
            break
        heads = [t for t in nouns if t in who.cast.of_head]
        last = heads[-1] if heads and names and who.named(heads[-1]) == names[-1][0] else nouns[-1]
        one = who.one(last)
        new = [(one, last)] if one else names[-1:]
        if new and not one and tree.tags[new[0][1] + 1 : new[0][1] + 2] == ["POS"] and tree.tags[last] == "NNS":
            new = []  # "X’s competitors"
        found += [w for w in new if all(w[0] != known for known, _ in found)]
        if not new or token >= high or tree.lowers[token] not in ("and", "or"):
            break
        lead = token
    return found


def adjacent(who: Referents, noun: int, leads: tuple[str, ...]) -> list[Who]:
    """The same where the parse hangs the phrase elsewhere: it follows the noun at once."""
    tree = who.tree
    if noun + 2 >= len(tree.lowers) or tree.lowers[noun + 1] not in leads or tree.labels[noun + 1] != "case":
        return []
    return who.of(tree.heads[noun + 1])
