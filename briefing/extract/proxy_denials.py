"""Denials that stand outside the clause that they are of: "a charge X denies", "X has rejected the claims."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.extract import factuality
from briefing.extract import proxy_words as words
from briefing.extract.proxy_links import Link
from briefing.extract.referents import Referents
from briefing.extract.renamings import SUBJECTS

# Stands among those who deny for a government or army without a name.
_RULERS = "rulers"
# Stands among those who deny where it does not matter who they are: what they deny is a charge.
_ANYBODY = "anybody"


def weighed(who: Referents, links: list[Link]) -> list[Link]:
    """The links with those that somebody concerned denies in the same sentence or the next marked so."""
    denials = _Denials(who)
    return [
        replace(link, status="denied") if link.status == "real" and link.asserted and denials.of(link) else link
        for link in links
    ]


class _Denials:
    """The denying verbs of the article by sentence, each with whom its subject names."""

    def __init__(self, who: Referents) -> None:
        self._who, self._tree = who, (tree := who.tree)
        self._by_sentence: dict[int, list[tuple[int, set[str]]]] = {}
        for verb, lemma in enumerate(tree.lemmas):
            denies = lemma in words.DENY or factuality.calls_false(tree, verb)
            if denies and tree.tags[verb][:2] == "VB" and _answers(who, verb):
                self._by_sentence.setdefault(tree.sentence(verb)[0], []).append((verb, set(_deniers(who, verb))))

    def of(self, link: Link) -> bool:
        """Whether the principal or the proxy denies, after the words or in the sentence after them."""
        low, high = self._tree.sentence(link.tokens[0])
        here = [d for d in self._by_sentence.get(low, ()) if d[0] >= link.tokens[1]]
        ends = {link.principal, link.proxy, _ANYBODY}
        ends |= {f"the {word}" for word in self._who.words_of(link.principal)}
        if self._who.words_of(link.principal) & words.GOVERNMENTS:  # the government speaks for its army
            ends.add(_RULERS)
        return any(ends & deniers for _, deniers in [*here, *self._next(high)])

    def _next(self, start: int) -> list[tuple[int, set[str]]]:
        return self._by_sentence.get(start, [])


def _answers(who: Referents, verb: int) -> bool:
    """Whether what is denied is what was said before: a charge, "it", "any involvement", with nothing told of it."""
    tree = who.tree
    if any(tree.lowers[c] in words.NEGATIONS for c in tree.children[verb]):
        return False
    if tree.labels[verb] == "acl:relcl" and _whole_clause(who, verb):
        return True
    if tree.labels[verb] in ("acl:relcl", "acl"):
        denied = tree.heads[verb]
    else:
        denied = tree.child(verb, "obj", "nsubj:pass")
        if denied < 0:
            return False
    if tree.lemmas[denied] not in words.ANSWERED and tree.lowers[denied] not in words.ANSWERED:
        return False
    return not any(
        c > denied
        and c != verb
        and tree.labels[c] in ("acl", "acl:relcl", "nmod", "ccomp")
        and not (tree.case(c) in words.CONNECTION_LEADS and who.of(c))
        and not (tree.labels[c] == "acl:relcl" and tree.lowers[denied + 1 : denied + 2] == [","])
        for c in tree.children[denied]
    )


def _whole_clause(who: Referents, verb: int) -> bool:
    """Whether a relative clause is said of all that stands before it ("..., which X denies")."""
    tree = who.tree
    objects = [c for c in tree.children[verb] if tree.lowers[c] == "which" and tree.labels[c][:5] != "nsubj"]
    return bool(objects) and objects[0] > 0 and tree.lowers[objects[0] - 1] == ","


def _deniers(who: Referents, verb: int) -> Iterator[str]:
    """Whom the subject of a denying verb names, states of officials too ("officials in Khartoum")."""
    tree = who.tree
    subject = who.subject_token(verb)
    if tree.labels[verb] == "acl:relcl":
        subject = tree.child(verb, *SUBJECTS)
    if tree.child(verb, "aux:pass") >= 0 or (tree.labels[verb] == "acl" and tree.tags[verb] == "VBN"):
        subject = next((c for c in tree.children[verb] if tree.case(c) == "by"), -1)
    denied = tree.heads[verb] if tree.labels[verb] in ("acl", "acl:relcl") else tree.child(verb, "obj", "nsubj:pass")
    if tree.lemmas[denied] in words.CHARGES and not _stranger(who, subject):
        yield _ANYBODY
    if subject < 0:
        return
    if tree.tags[subject] == "NN" and not who.of(subject):
        yield f"the {tree.lowers[subject]}"  # "the party" is the one that was named
    if tree.lemmas[subject] in words.GOVERNMENTS:
        yield _RULERS
    for token in (subject, *tree.children[subject]):
        for actor, _ in who.of(token):
            yield actor
        if (named := who.named(token)) is not None:
            yield named


def _stranger(who: Referents, subject: int) -> bool:
    """Whether a state or body is named as who denies; a person or an office may speak for whoever is charged."""
    return subject >= 0 and any(who.kinds.get(a) in ("country", "organization", "group") for a, _ in who.of(subject))
