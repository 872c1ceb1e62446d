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
        if label in ("acl", "amod") or (label == "acl:relcl" and token == verb):
            # "accusations of arming X" do not arm: whoever is accused does
            if tree.lemmas[parent] in words.ACCUSATIONS:
                return _accused(tree, tree.heads[parent])
            gerund = label == "acl" and tree.tags[token] == "VBG"
            while gerund and tree.labels[parent] == "conj" and tree.tags[tree.heads[parent]][:2] == "NN":
                parent = tree.heads[parent]  # "accused X and Y of arming Z"
            return parent
        if (label in ("xcomp", "advcl", "ccomp", "obl") or tree.tags[token] == "VBG") and (
            tree.lemmas[parent] in words.OBJECT_DOES
        ):
            accused = _accused(tree, parent)
            if accused >= 0:
                return accused
        if label == "nmod" and tree.lemmas[parent] in words.ACCUSATIONS:
            return _accused(tree, tree.heads[parent])
        if label not in ("xcomp", "conj", "advcl", "ccomp", "obl", "parataxis"):
            return -1
        if label in ("ccomp", "parataxis") and tree.tags[token] not in ("VBG", "VBN", "VB", "VBP"):
            return -1
        token = parent
    return -1


def _accused(tree: Tree, verb: int) -> int:
    """Who is accused, punished or made to do something, or -1."""
    if tree.lemmas[verb] in words.DENY:  # "denied charges of spying for X"
        return tree.child(verb, "nsubj")
    if tree.lemmas[verb] not in words.OBJECT_DOES or tree.tags[verb][:2] != "VB":
        return -1
    if tree.child(verb, "aux:pass") >= 0:
        return tree.child(verb, "nsubj:pass", "nsubj")
    return tree.child(verb, "obj", "iobj")
