"""Who does what a verb says: its own subject, or that of a clause above it, or who is accused of it."""

from __future__ import annotations

from briefing.extract import proxy_words as words
from briefing.extract.renamings import SUBJECTS
from briefing.extract.tree import Tree


def of_verb(tree: Tree, verb: int) -> int:
    """The token of a verb's subject, own or borrowed, or -1."""
    token = verb
    for _ in range(15):
        own = tree.all(token, *SUBJECTS)
        if not own and tree.child(token, "obj") >= 0:  # "it takes orders from X" with an "it" that means nobody
            own = [c for c in tree.all(token, "expl") if tree.lowers[c] == "it"]
        charged = token != verb and tree.tags[token] == "VBN" and tree.lemmas[token] in words.OBJECT_DOES
        if charged and tree.tags[token - 1][:2] == "NN" and tree.labels[token] in ("acl", "xcomp", "advcl"):
            return token - 1  # "a charity suspected of", wherever the parse hangs it
        if own:  # of two, the nearer: "the law firm [Dewey] lobbied" read as two subjects
            return max((s for s in own if s < token), default=own[0])
        parent, label = tree.heads[token], tree.labels[token]
        if parent == token:
            return -1
        if tree.tags[parent][:2] in ("NN", "PR") and parent < token and label in ("ccomp", "parataxis", "advcl", "dep"):
            return parent  # a subject that an insertion tore from its verb
        small = tree.lemmas[parent] in ("see", "let", "watch", "make") and tree.tags[token] == "VB"
        if label == "conj" and small and (seen := tree.child(parent, "obj")) >= 0:
            return seen  # "wants to see [X] increase control and stop arming Y"
        if label in ("acl", "amod") or (label == "acl:relcl" and token == verb):
            # "accusations of arming X" do not arm: whoever is accused does
            if tree.lemmas[parent] in words.ACCUSATIONS:
                return _accused(tree, tree.heads[parent])
            gerund = label == "acl" and tree.tags[token] == "VBG"
            if gerund and tree.tags[parent] == "NNP" and tree.case(parent) == "in":  # "X’s agents are in Y giving"
                own = tree.all(parent, *SUBJECTS)
                return own[0] if own else tree.heads[parent] if tree.tags[tree.heads[parent]][:2] == "NN" else parent
            while gerund and tree.labels[parent] == "conj" and tree.tags[tree.heads[parent]][:2] == "NN":
                parent = tree.heads[parent]  # "accused X and Y of arming Z"
            return parent
        if (label in ("xcomp", "advcl", "ccomp", "obl") or tree.tags[token] == "VBG") and (
            tree.lemmas[parent] in words.OBJECT_DOES
        ):
            accused = _accused(tree, parent)
            if accused >= 0:
                return accused
        if tree.tags[token] == "VBG" and any(
            tree.lowers[c] in ("over", "about") for c in tree.all(token, "mark", "case")
        ):
            return -1  # a quarrel "over funding X" is not about whoever quarrels
        for_it = label == "advcl" and any(tree.lowers[c] == "for" for c in tree.all(token, "mark", "case"))
        punished = _punished(tree, parent) if for_it else -1
        if punished >= 0:
            return punished
        if label == "nmod" and tree.tags[token] == "VBG" and (held := _held(tree, parent)) >= 0:
            return held
        if label == "nmod" and tree.lemmas[parent] in words.ACCUSATIONS:
            return _accused(tree, tree.heads[parent])
        if label not in ("xcomp", "conj", "advcl", "ccomp", "obl", "parataxis"):
            return -1
        if label in ("ccomp", "parataxis") and tree.tags[token] not in ("VBG", "VBN", "VB", "VBP"):
            return -1
        token = parent
    return -1


def sender_of(tree: Tree, troops: int) -> int:
    """Who has or sends the troops that do something ("X has soldiers in Z to help Y"), or -1."""
    token = troops
    if tree.labels[token] == "nmod" and tree.lemmas[tree.heads[token]] in words.MEASURES:
        token = tree.heads[token]
    verb = tree.heads[token]
    if not is_force(tree, troops) or tree.labels[token] != "obj" or tree.lemmas[verb] not in words.KEEP_TROOPS:
        return -1
    if any(tree.tags[c] in ("NNP", "PRP$") for c in tree.all(troops, "amod", "compound", "nmod:poss")):
        return -1
    return of_verb(tree, verb)


def is_force(tree: Tree, noun: int) -> bool:
    """Whether a noun means soldiers, or measures them ("a number of soldiers")."""
    if tree.lemmas[noun] in words.FORCES or tree.lowers[noun] in words.FORCES:
        return True
    measured = [c for c in tree.children[noun] if tree.labels[c] == "nmod" and tree.case(c) == "of"]
    return tree.lemmas[noun] in words.MEASURES and any(
        tree.lemmas[c] in words.FORCES or tree.lowers[c] in words.FORCES for c in measured
    )


def _punished(tree: Tree, verb: int) -> int:
    """On whom sanctions are imposed ("imposed sanctions on [X] for arming Y"), or -1."""
    penalties = [c for c in tree.all(verb, "obj", "nsubj:pass") if tree.lemmas[c] in words.PENALTIES]
    bases = [verb, *penalties] if penalties and tree.lemmas[verb] in ("impose", "place", "slap", "put") else []
    return next((c for base in bases for c in tree.children[base] if tree.case(c) == "on"), -1)


def _held(tree: Tree, noun: int) -> int:
    """The first of a row of nouns that are accused or convicted of something hung on the last of them, or -1."""
    while tree.labels[noun] == "conj" and tree.tags[tree.heads[noun]][:2] == "NN":
        noun = tree.heads[noun]
    held = tree.labels[noun] in ("obj", "nsubj:pass") and tree.lemmas[tree.heads[noun]] in words.OBJECT_DOES
    return noun if held else -1


def accused_of(tree: Tree, noun: int) -> int:
    """Who is suspected, accused or held for what a noun says ("on suspicion of links to X"), or -1."""
    above = tree.heads[noun]
    if tree.lemmas[above] in words.ACCUSATIONS and tree.tags[above][:2] == "NN":
        suspicion, above = above, tree.heads[above]
        if tree.tags[above][:2] == "NN" and tree.case(suspicion) in ("on", "over", "for"):
            return above  # "holds [three men] on suspicion of", hung on them
    if tree.lemmas[above] not in words.OBJECT_DOES or tree.tags[above][:2] != "VB":
        return -1
    if tree.tags[above] == "VBN" and tree.labels[above] in ("acl", "amod") and tree.child(above, "aux") < 0:
        return tree.heads[above]  # "men suspected of links to X"
    return _accused(tree, above)


def _accused(tree: Tree, verb: int) -> int:
    """Who is accused, punished or made to do something, or -1."""
    if tree.lemmas[verb] in words.DENY:  # "denied charges of spying for X"
        return tree.child(verb, "nsubj")
    if tree.lemmas[verb] not in words.OBJECT_DOES or tree.tags[verb][:2] != "VB":
        return -1
    if tree.child(verb, "aux:pass") >= 0:
        return tree.child(verb, "nsubj:pass", "nsubj")
    if any(tree.lowers[c] == "each" for c in tree.all(verb, "obj", "iobj")):  # "accuse each other"
        return tree.child(verb, "nsubj")
    return tree.child(verb, "obj", "iobj")
