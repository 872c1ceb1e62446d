"""Whether the text holds a relation for real: asserted, denied, or neither (wished, feared, supposed, asked).

After the event factuality of FactBank (Saurí and Pustejovsky 2009), cut down to what governs one word.
"""

from __future__ import annotations

from typing import Literal

from briefing.extract import proxy_words as words
from briefing.extract import subjects
from briefing.extract.tree import Tree

Status = Literal["real", "denied", "unreal"]

_SUBJECTS = ("nsubj", "nsubj:pass")
_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
# Words that "or" stands before its verb, and a noun of proof behind its "no".
_NEAR = 6
_COMPLEMENTS = ("xcomp", "ccomp", "obj")
# "not only" says that it is so, and more.
_MORE = frozenset(("only", "just", "merely", "simply"))


def of_verb(tree: Tree, verb: int) -> Status:
    """The status of what a verb says, after its own clause and all that governs it."""
    if _asked(tree, verb) or _asks_which(tree, verb) or _one_of_what_is_not(tree, verb):
        return "unreal"
    if tree.tags[verb] == "VBG" and tree.lemmas[tree.heads[verb]] in words.ENDING and tree.labels[verb] in _COMPLEMENTS:
        return "real"  # "urged X to stop arming Y" takes the arming for granted
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
            doubly = negated or (tree.tags[parent][:2] == "VB" and _negated(tree, parent))
            return "unreal" if doubly else "denied"
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
        if tree.lemmas[token] in words.CHARGING and not (label == "obl" and tree.lemmas[token] in words.DENY):
            return True  # but not "was denied a visa over his support of X"
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
    if lemma in words.DENY or calls_false(tree, parent):
        return "denied"
    if label in ("csubj", "ccomp", "advcl") and lemma in ("true", "false", "untrue", "baseless"):
        return "denied" if _negated(tree, parent) == (lemma == "true") else "real"  # "it is not true that"
    if lemma in words.UNREAL:
        return "unreal"
    if label.startswith(("acl", "ccomp")) and tree.tags[parent][:2] == "NN":
        if lemma in words.ACCUSATIONS:
            return _of_accusation(tree, parent)
        if not infinitive:
            return "real"
        verb = tree.heads[parent]  # "has troops to help X" is as real as the verb
        sent = subjects.is_force(tree, parent) and tree.lemmas[verb] in (words.CAUSED | words.KEEP_TROOPS)
        return of_verb(tree, verb) if sent and verb != token else "unreal"
    if label == "advcl" and not infinitive:
        return "real"
    if infinitive and lemma in words.KEEP_TROOPS and any(subjects.is_force(tree, c) for c in tree.all(parent, "obj")):
        return "real"  # "has troops there to help X"
    if infinitive and lemma not in words.REAL_INFINITIVE and lemma not in words.CAUSED:
        return "unreal"
    if tree.tags[token] == "VBG" and label in ("xcomp", "ccomp") and lemma not in words.REAL:
        return "unreal"
    return "real"


def calls_false(tree: Tree, verb: int) -> bool:
    """Whether a verb calls reports or charges false ("called reports that X arms Y baseless")."""
    if tree.lemmas[verb] not in words.CALLING or _negated(tree, verb):
        return False
    called = [c for c in tree.all(verb, "obj") if {tree.lemmas[c], tree.lowers[c]} & words.ANSWERED]
    return bool(called) and any(tree.lowers[t] in words.FALSEHOODS for t in range(verb, tree.sentence(verb)[1]))


def _of_accusation(tree: Tree, noun: int) -> Status:
    governor = tree.heads[noun]
    if calls_false(tree, governor):
        return "denied"
    if {tree.lowers[c] for c in tree.all(noun, "det")} & {"no", "any", "little"}:
        # "there is no proof that", "an inquiry found no proof that" say that it is not so; "has gathered none" leaves
        # it open
        exists = tree.child(governor, "expl") >= 0 or tree.child(noun, "expl") >= 0
        sought = (
            tree.lemmas[governor] in words.SEEKING and tree.labels[noun] == "obj" and not _unreal_here(tree, governor)
        )
        return "denied" if exists or sought else "unreal"
    if tree.lemmas[governor] == "plead":
        guilt = tree.child(governor, "xcomp", "amod", "obj")
        innocent = _negated(tree, governor) or (guilt >= 0 and _negated(tree, guilt))
        return "denied" if innocent else "real"
    if governor != noun and tree.lemmas[governor] in words.DENY:
        return "denied"
    return "unreal" if _negated(tree, governor) else "real"


def _unreal_here(tree: Tree, token: int) -> bool:
    """A modal verb or a condition in the clause of a token."""
    for child in tree.children[token]:
        # "his resistance [to arming X]", wherever the parse hangs it
        lead = tree.labels[child] == "mark" and child == token - 1 > 0 and tree.tags[child - 1] == "NN"
        if lead and tree.lemmas[child - 1] in words.UNREAL:
            return True
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
    return any(
        tree.lowers[c] in words.NEGATIONS and c < token and tree.lowers[c + 1] not in _MORE
        for c in tree.children[token]
    )


def _nobody(tree: Tree, token: int) -> bool:
    subject = tree.child(token, "nsubj", "nsubj:pass")
    return subject >= 0 and any(tree.lowers[c] in ("no", "neither") for c in tree.children[subject])


def _one_of_what_is_not(tree: Tree, verb: int) -> bool:
    """Whether "or" joins a verb to a clause that is denied before it, wherever the parser hangs the verb.

    "have no proof that X knew of the raid, helped plan it or helped train the rebels".
    """
    first, _ = tree.sentence(verb)
    subject = tree.child(verb, *_SUBJECTS)
    low = first if subject < 0 else max(first, subject)
    joined = next((t for t in range(verb - 1, max(low, verb - _NEAR) - 1, -1) if tree.lowers[t] == "or"), -1)
    if joined < 0 or any(tree.tags[t] in _SUBJECT_TAGS for t in range(joined + 1, verb)):
        return False
    none = next((t for t in range(first, joined) if tree.lowers[t] in ("no", "little", "without")), joined)
    return any(tree.lemmas[t] in words.ACCUSATIONS for t in range(none + 1, min(joined, none + _NEAR)))


def _asks_which(tree: Tree, token: int) -> bool:
    """Whether a clause asks who does something ("which party controls the council")."""
    subject = tree.child(token, "nsubj", "nsubj:pass")
    return subject >= 0 and any(
        tree.lowers[c] in ("which", "what", "whichever") and tree.labels[c] == "det" for c in tree.children[subject]
    )


def _owned(tree: Tree, noun: int) -> bool:
    return tree.child(noun, "nmod:poss") >= 0


def _asked(tree: Tree, token: int) -> bool:
    """Whether the sentence is a question, or stands in one."""
    first, last = tree.sentence(token)
    return any(tree.lowers[t] == "?" for t in range(max(first, last - 3), last))
