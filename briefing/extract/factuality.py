"""Whether the text holds a relation for real: asserted, denied, or neither (wished, feared, supposed, asked).

After the event factuality of FactBank (Saurí and Pustejovsky 2009), cut down to what governs one word.
"""

from __future__ import annotations

from typing import Literal

from briefing.extract import proxy_words as words
from briefing.extract.tree import Tree

Status = Literal["real", "denied", "unreal"]


def of_verb(tree: Tree, verb: int) -> Status:
    """The status of what a verb says, after its own clause and all that governs it."""
    if _asked(tree, verb):
        return "unreal"
    negated = _negated(tree, verb) or _nobody(tree, verb)
    token = verb
    for _ in range(25):
        if _unreal_here(tree, token) or (token != verb and _negated(tree, token)):
            return "unreal"
        parent, label = tree.heads[token], tree.labels[token]
        if label.startswith("acl") and tree.lemmas[parent] in words.DEGREES:
            return "unreal"  # "the extent to which he was controlled by the army"
        if label == "acl" and _supposed(tree, parent):
            return "unreal"  # "proposed deploying a force backed by the U.N."
        of_noun = label == "ccomp" and tree.tags[parent][:2] == "NN"
        if (label == "acl:relcl" or of_noun) and tree.lemmas[parent] in words.ACCUSATIONS:
            label = "acl"  # "no evidence that Iran helped", which parsers take for a relative clause
        if parent == token or label in (
            "acl:relcl",
            "advcl:relcl",
            "parataxis",
            "appos",
            "amod",
            "nsubj",
            "nmod",
            "root",
        ):
            break
        if label == "conj":
            token = parent
            if tree.child(verb, "nsubj", "nsubj:pass") >= 0:
                token = _past_conjuncts(tree, token)
                if token < 0:
                    break
            continue
        step = _governed(tree, token, parent)
        if step == "denied":
            return "unreal" if negated or _negated(tree, parent) else "denied"
        if step != "real":
            return step
        aim = tree.tags[token] == "VB" and label == "advcl" and tree.lemmas[parent] in words.CAUSED
        if tree.tags[parent][:2] not in ("VB", "MD", "JJ") or (label in ("ccomp", "advcl", "obl") and not aim):
            if _negated(tree, parent) and label in ("ccomp", "xcomp"):
                return "unreal"
            break
        token = parent
    return "denied" if negated else "real"


def charged(tree: Tree, token: int) -> bool:
    """Whether somebody is charged with what a word says: "accused of supporting", "allegedly supporting"."""
    for _ in range(8):
        if any(tree.lemmas[c] in words.CHARGING for c in tree.all(token, "advmod")):
            return True
        parent, label = tree.heads[token], tree.labels[token]
        if parent == token or (label in ("nsubj", "acl:relcl") and tree.lemmas[parent] not in words.CHARGING):
            return False
        token = parent
        if tree.lemmas[token] in words.CHARGING:
            return True
    return False


def _supposed(tree: Tree, noun: int) -> bool:
    """Whether a noun with "a" is the object of what is only planned or wished."""
    verb = tree.heads[noun]
    indefinite = any(tree.lowers[c] in ("a", "an") for c in tree.all(noun, "det"))
    if not indefinite or tree.labels[noun] != "obj" or tree.tags[verb][:2] != "VB" or tree.heads[verb] == verb:
        return False
    return tree.labels[verb] in ("xcomp", "ccomp") and _governed(tree, verb, tree.heads[verb]) == "unreal"


def of_name(tree: Tree, noun: int) -> Status:
    """The status of what a phrase says of whom it names ("Iran-backed militias"): granted in any clause."""
    return "unreal" if {tree.lowers[c] for c in tree.all(noun, "det")} & {"no", "any"} else "real"


def of_noun(tree: Tree, noun: int) -> Status:
    """The status of what a noun takes for granted: "its support of X" stands whatever is done about it."""
    if _asked(tree, noun):
        return "unreal"
    determiners = {tree.lowers[c] for c in tree.all(noun, "det")}
    lead = tree.case(noun)
    token = noun
    for _ in range(4):
        parent = tree.heads[token]
        if parent == token:
            break
        if tree.lemmas[parent] in words.DENY and not tree.labels[token].startswith("nsubj"):
            return "denied" if not _negated(tree, parent) else "unreal"
        if tree.tags[parent][:2] == "VB":
            if determiners & {"any", "no"} or lead == "without":
                return "unreal" if "any" in determiners or lead == "without" else "denied"
            if tree.lemmas[parent] in words.UNREAL or (_unreal_here(tree, parent) and not _owned(tree, noun)):
                return "unreal"
            break
        if tree.lemmas[parent] not in words.ACCUSATIONS:
            break
        if {tree.lowers[c] for c in tree.all(parent, "det")} & {"no", "any"}:
            return "unreal"
        token = parent
    return "unreal" if "any" in determiners or lead == "without" else "denied" if "no" in determiners else "real"


def _past_conjuncts(tree: Tree, token: int) -> int:
    """Where a conjunct with a subject of its own hangs, past those before it; -1 at the root."""
    while tree.labels[token] == "conj" and tree.heads[token] != token:
        token = tree.heads[token]
    return -1 if tree.heads[token] == token or tree.labels[token] not in ("ccomp", "acl") else token


def _governed(tree: Tree, token: int, parent: int) -> Status:
    """What a governor makes of the clause of `token`."""
    lemma, label = tree.lemmas[parent], tree.labels[token]
    infinitive = tree.tags[token] == "VB" and any(tree.lowers[c] == "to" for c in tree.children[token])
    if lemma in words.DENY:
        return "denied"
    if lemma in words.UNREAL:
        return "unreal"
    if label.startswith(("acl", "ccomp")) and tree.tags[parent][:2] == "NN":
        if lemma in words.ACCUSATIONS:
            return _of_accusation(tree, parent)
        sent = lemma in words.FORCES and tree.lemmas[tree.heads[parent]] in words.CAUSED  # "sent troops to support X"
        return "unreal" if infinitive and not sent else "real"
    if label == "advcl" and not infinitive:
        return "real"
    if infinitive and lemma not in words.REAL_INFINITIVE and lemma not in words.CAUSED:
        return "unreal"
    if tree.tags[token] == "VBG" and label in ("xcomp", "ccomp") and lemma not in words.REAL:
        return "unreal"
    return "real"


def _of_accusation(tree: Tree, noun: int) -> Status:
    governor = tree.heads[noun]
    if {tree.lowers[c] for c in tree.all(noun, "det")} & {"no", "any", "little"}:
        # "there is no proof that" says that it is not so; "has found no proof that" leaves it open
        exists = tree.child(governor, "expl") >= 0 or tree.child(noun, "expl") >= 0
        return "denied" if exists else "unreal"
    if governor != noun and tree.lemmas[governor] in words.DENY:
        return "denied"
    return "unreal" if _negated(tree, governor) else "real"


def _unreal_here(tree: Tree, token: int) -> bool:
    """A modal verb or a condition in the clause of a token."""
    for child in tree.children[token]:
        if tree.labels[child] == "aux" and (tree.tags[child] == "MD" or tree.lowers[child] in ("’ll", "'ll", "’d")):
            return True
        if (
            tree.labels[child] in ("mark", "advmod")
            and tree.lowers[child] in ("if", "unless", "whether", "lest")
            and child < token
        ):
            return True
    return False


def _negated(tree: Tree, token: int) -> bool:
    return any(tree.lowers[c] in words.NEGATIONS and c < token for c in tree.children[token])


def _nobody(tree: Tree, token: int) -> bool:
    subject = tree.child(token, "nsubj", "nsubj:pass")
    return subject >= 0 and any(tree.lowers[c] in ("no", "neither") for c in tree.children[subject])


def _owned(tree: Tree, noun: int) -> bool:
    return tree.child(noun, "nmod:poss") >= 0


def _asked(tree: Tree, token: int) -> bool:
    """Whether the sentence is a question, or stands in one."""
    first, last = tree.sentence(token)
    return any(tree.lowers[t] == "?" for t in range(max(first, last - 3), last))
