"""The parse that the proxies finding walks: base forms from its own tables, and what parsers misread about them."""

from __future__ import annotations

from collections.abc import Iterable, Set

from briefing.extract import proxy_words as words
from briefing.extract.tree import Tree
from briefing.language import Reading

_MISREAD = {*words.WEAK, *words.STRONG, *words.GIVE_TO, *words.GIVE_WITH}


def build(reading: Reading, tokens: Iterable[int]) -> Tree:
    """The tree of an article with the words that matter here put right, of the tokens given."""
    tree = Tree(reading)
    verbs, nouns = words.verb_bases(), words.noun_bases()
    for token in tokens:
        lower, tag = tree.lowers[token], tree.tags[token]
        if tag[:2] == "JJ" and lower in verbs and lower.endswith("ed") and tree.child(token, "aux:pass") >= 0:
            tree.tags[token] = tag = "VBN"
        elif tag[:2] == "NN" and verbs.get(lower) in words.ACT_FOR and _acts(tree, token):
            tree.tags[token] = tag = "VBG" if lower.endswith("ing") else "VBZ"
            if tag == "VBZ":
                _turn(tree, token)
        elif tag in ("NN", "JJ") and verbs.get(lower) in _MISREAD and _trains(tree, token):
            tree.tags[token], tree.labels[token] = "VBG", "amod"
            tag = "VBG"
        if tag in ("VBZ", "VBP") and tree.labels[token] == "obj" and lower in nouns:
            tree.tags[token] = tag = "NNS"  # "dismissed claims that"
        table = verbs if tag[:2] == "VB" else nouns if tag[:2] == "NN" else None
        if table is not None and lower in table:
            tree.lemmas[token] = table[lower]
        if tag == "VBG" and tree.lemmas[token] in _MISREAD and tree.child(token, "nmod:poss", "det") >= 0:
            tree.tags[token], tree.lemmas[token] = "NN", lower  # "with the bank’s backing"
            tag = "NN"
        if tag in ("VBN", "JJ") and verbs.get(lower) in _MISREAD and tree.labels[token] == "amod":
            _perfect(tree, token)
        if tree.labels[token] == "nmod:desc" and (case := tree.child(token, "case")) >= 0:
            _hand_up(tree, token, case)
        if tag == "VBG" and tree.lemmas[token] in _MISREAD and tree.labels[token] == "amod":
            _govern(tree, token)
    return tree


def telling(reading: Reading, among: Set[int] | None = None) -> list[int]:
    """The tokens of the sentences in which a word stands that a relation could be told with; where `among` is given,
    only of those that hold one of these tokens."""
    columns, words_of = reading.columns, words.telling()
    starts = [at for at, start in enumerate(columns.starts) if start or at == 0]
    kept: list[int] = []
    for first, last in zip(starts, [*starts[1:], len(columns.starts)], strict=True):
        if among is not None and not any(at in among for at in range(first, last)):
            continue
        if any(lower in words_of or ("-" in lower and len(lower) > 6) for lower in columns.lowers[first:last]):
            kept.extend(range(first, last))
    return kept


def _trains(tree: Tree, token: int) -> bool:
    """Whether a noun before another is the gerund that governs it: "accused X of training militants"."""
    before = token - 1
    while before > 0 and tree.tags[before] == "RB":
        before -= 1
    return (
        tree.labels[token] in ("compound", "amod")
        and tree.lowers[token].endswith("ing")
        and before > 0
        and tree.lowers[before] in ("of", "for", "denies", "denied", "deny")
        and token < tree.heads[token] <= token + 3
        and tree.tags[tree.heads[token]] in ("NNS", "NNP", "NNPS")
    )


def _acts(tree: Tree, token: int) -> bool:
    """Whether a noun is a verb of acting for somebody: "pleaded guilty to spying for X", "Y, a firm, lobbies for X"."""
    if token + 1 >= len(tree.lowers) or tree.lowers[token + 1] != "for":
        return False
    if tree.lowers[token].endswith("ing"):
        return tree.lemmas[token] != "fight" and tree.labels[token] not in ("nsubj", "compound")
    return (
        tree.tags[token] == "NNS"
        and token > 0
        and tree.lowers[token - 1] == ","
        and tree.labels[token] in ("conj", "appos")
    )


def _perfect(tree: Tree, participle: int) -> None:
    """The participle after "have" is its verb: "Uganda and Rwanda have armed militias"."""
    noun = tree.heads[participle]
    have = tree.heads[noun]
    if tree.labels[noun] != "obj" or tree.lemmas[have] != "have" or not have < participle < noun:
        return
    if any(tree.tags[t] != "RB" for t in range(have + 1, participle)):
        return
    tree.lemmas[participle], tree.tags[participle] = words.verb_bases()[tree.lowers[participle]], "VBN"
    tree.children[noun].remove(participle)
    tree.labels[participle], tree.heads[participle] = tree.labels[have], tree.heads[have]
    if tree.heads[have] == have:
        tree.heads[participle] = participle
    else:
        tree.children[tree.heads[have]].remove(have)
        tree.children[tree.heads[have]].append(participle)
    for child in tree.children[have]:
        tree.heads[child] = participle
    tree.children[participle] += [have, *tree.children[have]]
    tree.children[have] = []
    tree.heads[have], tree.labels[have] = participle, "aux"


def _hand_up(tree: Tree, title: int, case: int) -> None:
    """A preposition before a title belongs to the whole name: "of the construction company X"."""
    name = tree.heads[title]
    if tree.child(name, "case") >= 0 or tree.tags[case] == "POS":
        return
    tree.children[title].remove(case)
    tree.children[name].insert(0, case)
    tree.heads[case] = name


def _turn(tree: Tree, verb: int) -> None:
    """What a verb read as a noun was hung on is its subject."""
    subject = tree.heads[verb]
    tree.children[subject].remove(verb)
    if tree.heads[subject] == subject:
        tree.heads[verb] = verb
    else:
        tree.heads[verb] = tree.heads[subject]
        tree.children[tree.heads[subject]].remove(subject)
        tree.children[tree.heads[subject]].append(verb)
    tree.labels[verb] = tree.labels[subject]
    tree.heads[subject], tree.labels[subject] = verb, "nsubj"
    tree.children[verb].insert(0, subject)


def _govern(tree: Tree, verb: int) -> None:
    """A gerund after a preposition governs the noun that it was hung on: "punished for allegedly supporting rebels"."""
    noun = tree.heads[verb]
    before = verb - 1
    while before > 0 and tree.tags[before] == "RB":
        before -= 1
    if noun < verb or tree.tags[before] != "IN" or any(t < verb for t in tree.all(noun, "det", "nmod:poss")):
        return
    tree.children[noun].remove(verb)
    if tree.heads[noun] != noun:
        tree.children[tree.heads[noun]].remove(noun)
        tree.children[tree.heads[noun]].append(verb)
    tree.heads[verb] = tree.heads[noun] if tree.heads[noun] != noun else verb
    tree.labels[verb] = "advcl" if tree.labels[noun] in ("obl", "nmod") else tree.labels[noun]
    for child in [c for c in tree.children[noun] if c < verb]:
        tree.children[noun].remove(child)
        tree.children[verb].append(child)
        tree.heads[child] = verb
        if tree.labels[child] == "case":
            tree.labels[child] = "mark"
    tree.heads[noun], tree.labels[noun] = verb, "obj"
    tree.children[verb].append(noun)
