"""The parse that the proxies finding walks: base forms from its own tables, and what parsers misread about them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from briefing.extract import proxy_words as words
from briefing.extract.noun_phrases import NOUNS
from briefing.extract.renamings import SUBJECTS
from briefing.extract.tree import Tree
from briefing.language import Reading

_MISREAD = {*words.WEAK, *words.STRONG, *words.GIVE_TO, *words.GIVE_WITH}
_NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos")


def build(reading: Reading, tokens: Sequence[int], alone: bool) -> Tree:
    """The tree of an article with the words that matter here put right, of the tokens given; with `alone` the tree of
    their sentences only."""
    tree = Tree(reading, tokens if alone else None)
    verbs, nouns = words.verb_bases(), words.noun_bases()
    for token in tokens:
        lower, tag = tree.lowers[token], tree.tags[token]
        if tag[:2] == "JJ" and lower in verbs and lower.endswith("ed") and _participle(tree, token):
            tree.tags[token] = tag = "VBN"
        elif tag == "NNS" and lower in verbs and tree.child(token, "nsubj") >= 0 > tree.child(token, "cop"):
            tree.tags[token] = tag = "VBZ"  # "X now lobbies for Y"
        elif tree.labels[token] == "amod" and tree.lemmas[token] in words.DENY and _rejects(tree, token):
            continue
        elif tree.labels[token] == "compound" and tag in NOUNS and _heads_clause(tree, token):
            tree.labels[token] = "nsubj"
        elif tag[:2] == "NN" and verbs.get(lower) in words.ACT_FOR and _acts(tree, token):
            tree.tags[token] = tag = "VBG" if lower.endswith("ing") else "VBZ"
            if tree.heads[token] == token:
                tree.labels[token - 1] = "nsubj"
            elif tag == "VBZ":
                _turn(tree, token)
        elif tag in ("NN", "JJ") and verbs.get(lower) in _MISREAD and _trains(tree, token):
            tree.tags[token], tree.labels[token] = "VBG", "amod"
            tag = "VBG"
        elif tag in ("NN", "JJ") and verbs.get(lower) in _MISREAD and _governs_gerund(tree, token):
            tree.tags[token] = tag = "VBG"
        elif tag == "NNS" and tree.labels[token] in ("obj", "ccomp") and _third_person(tree, token):
            _predicate(tree, token)
            continue
        elif tag == "VBG" and lower in ("neighboring", "neighbouring") and tree.child(token, "obj") == token + 1:
            _modify(tree, token)
            continue
        elif tag in ("VBP", "VB") and lower in words.PROXIES and tree.labels[token] in _NOMINAL:
            tree.tags[token] = tag = "NN"  # "its investment arm lost money"
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
        if tree.labels[token] in ("nmod:desc", "nmod:poss") and (case := tree.child(token, "case")) >= 0:
            _hand_up(tree, token, case)
        if tag == "VBG" and tree.lemmas[token] in _MISREAD and tree.labels[token] == "amod":
            _govern(tree, token)
    return tree


def telling(reading: Reading, among: Set[int] | None = None) -> list[int]:
    """The tokens of the sentences in which a word stands that a relation could be told with; where `among` is given,
    only of those that hold one of these tokens."""
    columns, words_of, handing, handed = reading.columns, words.telling(), words.handing(), words.handed()
    starts = [at for at, start in enumerate(columns.starts) if start or at == 0]
    kept: list[int] = []
    for first, last in zip(starts, [*starts[1:], len(columns.starts)], strict=True):
        if among is not None and among.isdisjoint(range(first, last)):
            continue
        lowers = columns.lowers[first:last]
        told = not words_of.isdisjoint(lowers) or any("-" in lower and len(lower) > 6 for lower in lowers)
        if told or not (handing.isdisjoint(lowers) or handed.isdisjoint(lowers)):
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


def _participle(tree: Tree, token: int) -> bool:
    """Whether an adjective is a passive participle: by its auxiliary, or by the participles it stands in a row with."""
    if tree.child(token, "aux:pass") >= 0:
        return True
    if tree.labels[token] == "conj":
        return tree.tags[tree.heads[token]] == "VBN"
    copula = tree.child(token, "cop")
    if copula < 0 and tree.labels[token] == "amod" and tree.heads[token] == token - 1:
        tree.labels[token] = "acl"  # "insurgents armed and trained by X"
        return any(tree.tags[c] == "VBN" for c in tree.all(token, "conj"))
    if copula < 0 or not any(tree.tags[c] == "VBN" for c in tree.all(token, "conj")):
        return False
    tree.labels[copula] = "aux:pass"
    return True


def _rejects(tree: Tree, verb: int) -> bool:
    """A past tense read as the adjective of what it rejects becomes the verb: "X [rejected] claims that"."""
    noun = verb + 1
    if tree.heads[verb] != noun or tree.tags[verb] not in ("VBD", "VBN") or tree.child(verb, *SUBJECTS) < 0:
        return False
    above, label = tree.heads[noun], tree.labels[noun]
    tree.children[noun].remove(verb)
    if above != noun:
        tree.children[above].remove(noun)
        tree.children[above].append(verb)
    tree.heads[verb], tree.labels[verb], tree.tags[verb] = (verb if above == noun else above), label, "VBD"
    tree.heads[noun], tree.labels[noun], tree.tags[noun] = verb, "obj", "NNS"
    tree.lemmas[noun] = words.noun_bases().get(tree.lowers[noun], tree.lemmas[noun])
    tree.children[verb].append(noun)
    return True


def _heads_clause(tree: Tree, token: int) -> bool:
    """Whether what a noun is read as a part of is a finite verb without a subject: the noun is that."""
    verb = tree.heads[token]
    return token < verb and tree.tags[verb] in ("VBZ", "VBD", "VBP", "MD") and tree.child(verb, *SUBJECTS, "expl") < 0


def _governs_gerund(tree: Tree, token: int) -> bool:
    """Whether a word read as a noun or adjective is a gerund: "by training and supplying weapons to X"."""
    if not tree.lowers[token].endswith("ing"):
        return False
    clause = tree.labels[token] in ("advcl", "acl", "xcomp", "ccomp")
    if tree.labels[token] == "conj":
        clause = tree.tags[tree.heads[token]] == "VBG"
    return clause and tree.child(token, "nmod:poss", "det", "cop") < 0


def _third_person(tree: Tree, token: int) -> bool:
    """Whether a plural noun is a verb with a name before it: "X says [Y harbors] and supports Z"."""
    before = token - 1
    return (
        before > 0
        and tree.labels[before] == "compound"
        and tree.heads[before] == token
        and tree.tags[before] in ("NNP", "NN")
        and any(tree.tags[c] == "VBZ" and tree.child(c, *SUBJECTS) < 0 for c in _joined_after(tree, token))
    )


def _joined_after(tree: Tree, token: int) -> list[int]:
    """What is joined to a word, be it hung on the verb above it."""
    own = tree.all(token, "conj")
    return own or [c for c in tree.all(tree.heads[token], "conj") if c > token and c - token <= 4]


def _predicate(tree: Tree, token: int) -> None:
    """A plural noun becomes the verb that it is, the name before it its subject, and what is joined to it its equal."""
    tree.tags[token], tree.labels[token], tree.labels[token - 1] = "VBZ", "ccomp", "nsubj"
    tree.lemmas[token] = tree.lowers[token].removesuffix("s")
    for other in _joined_after(tree, token):
        _hang(tree, other, token, "conj")


def _modify(tree: Tree, participle: int) -> None:
    """ "blames neighboring X for": the name is what the verb above governs, the participle its adjective."""
    name, verb = participle + 1, tree.heads[participle]
    if verb == participle:
        return
    for child in list(tree.children[participle]):
        _hang(tree, child, verb, "obj" if child == name else tree.labels[child])
    _hang(tree, participle, name, "amod")
    tree.tags[participle] = "JJ"


def _hang(tree: Tree, token: int, head: int, label: str) -> None:
    """Make a token a dependent of another."""
    if tree.heads[token] != token:
        tree.children[tree.heads[token]].remove(token)
    tree.heads[token], tree.labels[token] = head, label
    tree.children[head].append(token)
    tree.children[head].sort()


def _acts(tree: Tree, token: int) -> bool:
    """Whether a noun is a verb of acting for somebody: "pleaded guilty to spying for X", "Y, a firm, lobbies for X"."""
    if token + 1 >= len(tree.lowers) or tree.lowers[token + 1] != "for":
        return False
    if tree.lowers[token].endswith("ing"):
        return tree.lemmas[token] != "fight" and tree.labels[token] not in ("nsubj", "compound")
    if tree.tags[token] == "NNS" and tree.heads[token] == token and tree.labels[token - 1] == "compound":
        return tree.tags[token - 1] in ("NNP", "NN")  # "[X Group] fights for Y"
    return (
        tree.tags[token] == "NNS"
        and token > 0
        and (tree.lowers[token - 1] == "," or tree.tags[token - 1] == "RB")
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
    """A preposition before a title or possessor belongs to the whole phrase: "of the construction company X"."""
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
    complement = tree.tags[before][:2] == "VB" and tree.lemmas[before] in words.REAL | words.DENY  # "to stop arming X"
    if (
        noun < verb
        or not (complement or tree.tags[before] == "IN")
        or any(t < verb for t in tree.all(noun, "det", "nmod:poss"))
    ):
        return
    tree.children[noun].remove(verb)
    if tree.heads[noun] != noun:
        tree.children[tree.heads[noun]].remove(noun)
        tree.children[tree.heads[noun]].append(verb)
    tree.heads[verb] = tree.heads[noun] if tree.heads[noun] != noun else verb
    tree.labels[verb] = (
        "advcl" if tree.labels[noun] in ("obl", "nmod") else "xcomp" if complement else tree.labels[noun]
    )
    for child in [c for c in tree.children[noun] if c < verb]:
        tree.children[noun].remove(child)
        tree.children[verb].append(child)
        tree.heads[child] = verb
        if tree.labels[child] == "case":
            tree.labels[child] = "mark"
    tree.heads[noun], tree.labels[noun] = verb, "obj"
    tree.children[verb].append(noun)
