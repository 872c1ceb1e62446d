"""Hides the difference between dependency-label schemes: what leaves here is Universal Dependencies.

The pipelines that spaCy publishes for English carry CLEAR labels (Choi and Palmer 2012), where a
preposition or a copula heads its phrase. The rules follow the UD v2 guidelines for English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Labels that UD does not have: one of them tells the scheme.
CLEAR = frozenset(
    ("dobj", "pobj", "prep", "attr", "acomp", "nsubjpass", "csubjpass", "auxpass", "agent", "dative", "poss", "relcl",
     "prt", "pcomp", "neg", "quantmod", "npadvmod", "oprd", "intj", "meta", "predet", "preconj")
)  # fmt: skip
_RENAMED = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "poss": "nmod:poss",
    "relcl": "acl:relcl", "prt": "compound:prt", "neg": "advmod", "oprd": "xcomp", "attr": "xcomp", "acomp": "xcomp",
    "intj": "discourse", "meta": "parataxis", "predet": "det:predet", "preconj": "cc:preconj", "dative": "iobj",
    "pcomp": "advcl", "agent": "obl:agent", "prep": "advmod",
}  # fmt: skip
# Two words that are one preposition in UD: the second hangs on the first as "fixed".
_FIXED = frozenset(
    (("according", "to"), ("because", "of"), ("such", "as"), ("due", "to"), ("instead", "of"), ("as", "of"),
     ("rather", "than"), ("as", "to"), ("as", "for"), ("prior", "to"), ("as", "well"), ("depending", "on"))
)  # fmt: skip
_OBJECTS = ("pobj", "pcomp")
# What an object of an inner preposition is called until the outer one is done ("out of the house").
_INNER = ("obl", "nmod")


def to_universal(doc: Doc) -> None:
    """Rewrite heads and labels of a CLEAR-style parse in place; a UD parse stays as it is.

    Sentences stay the same, and every sentence stays one tree.
    """
    if not any(token.dep_ in CLEAR for token in doc):
        return
    parse = _Parse(doc)
    for token in parse.bottom_up():
        if parse.labels[token] in ("prep", "agent", "dative"):
            parse.prepositional_phrase(token)
    for token in parse.bottom_up():
        parse.copula(token)
    parse.coordinations()
    parse.rename()
    parse.write()


class _Parse:
    """Heads and labels of a document while they are rewritten; the head of a root is the root itself."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.lowers = [token.lower_ for token in doc]
        self.children: list[list[int]] = [[] for _ in doc]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)

    def bottom_up(self) -> list[int]:
        """The tokens, each after all that hangs on it; a list of its own, so that heads may change meanwhile."""
        order = [token for token, head in enumerate(self.heads) if head == token]
        for token in order:
            order.extend(self.children[token])
        return order[::-1]

    def prepositional_phrase(self, preposition: int) -> None:
        """ "in [Moscow]": the object takes the preposition's place, and the preposition marks it."""
        main = self._object(preposition)
        if main is None:
            return
        governor, label = self.heads[preposition], self.labels[preposition]
        clause = self.labels[main] == "pcomp" and self._verbal(main)
        if self.labels[main] == "pcomp" and self.tags[main] == "IN":  # "because of": the object hangs on the second
            return
        if label == "agent":
            new = "obl:agent"
        elif clause:
            new = "advcl" if self._verbal(governor) else "acl"
        else:
            new = "obl" if self._verbal(governor) else "nmod"
        inner = [c for c in self.children[main] if self.labels[c] == "case"] if self.labels[main] in _INNER else []
        self._replace(preposition, main, new, "mark" if clause else "case")
        for word in inner:
            if (self.lowers[preposition], self.lowers[word]) in _FIXED:
                self._attach(word, preposition, "fixed")

    def copula(self, verb: int) -> None:
        """ "is [ready]": the predicate takes the place of the verb "be", which hangs on it as "cop"."""
        if self.doc[verb].lemma_ != "be" or self.labels[verb] in ("aux", "auxpass", "cop") or self.tags[verb] == "IN":
            return
        by_label: dict[str, list[int]] = {}
        for child in sorted(self.children[verb]):
            by_label.setdefault(self.labels[child], []).append(child)
        if "expl" in by_label:
            for child in by_label.get("attr", [])[:1]:
                self.labels[child] = "nsubj"  # "there is a way"
            return
        predicates = by_label.get("attr") or by_label.get("acomp")
        if not predicates and "nsubj" in by_label and not by_label.keys() & {"ccomp", "xcomp", "dobj", "oprd"}:
            after = [c for c in by_label.get("obl", []) if c > verb]  # "was in Moscow"
            predicates = after or [c for c in by_label.get("advmod", []) if c > verb and self.tags[c] == "RB"]
            predicates = [c for c in predicates if self.lowers[c] not in ("not", "n't", "n’t", "also", "still", "now")]
        if predicates:
            self._replace(verb, predicates[0], self.labels[verb], "cop")

    def coordinations(self) -> None:
        """Each conjunct hangs on the first, each conjunction on the conjunct that follows it."""
        for token, label in enumerate(self.labels):
            if label == "cc":
                after = [c for c in self.children[self.heads[token]] if self.labels[c] == "conj" and c > token]
                if after:
                    self._attach(token, min(after), "cc")
        for token in self.bottom_up()[::-1]:
            head = self.heads[token]
            if self.labels[token] == "conj" and self.labels[head] == "conj" and self.heads[head] != head:
                self._attach(token, self.heads[head], "conj")

    def rename(self) -> None:
        """The labels that only have another name in UD, or depend on what they hang on."""
        for token, label in enumerate(self.labels):
            governor = self.heads[token]
            if label == "aux" and self.tags[token] == "TO":
                label = "mark"
            elif label == "npadvmod":
                label = "obl:unmarked" if self._verbal(governor) else "nmod:unmarked"
            elif label == "quantmod":
                label = "advmod" if self.tags[token][:2] in ("RB", "IN", "JJ") else "compound"
            elif label == "pobj":
                label = "obl" if self._verbal(governor) else "nmod"
            elif label == "nmod" and token < governor and all(self.labels[c] != "case" for c in self.children[token]):
                label = "compound"
            self.labels[token] = _RENAMED.get(label, label)

    def write(self) -> None:
        """Into the document, all at once, so that no half-written tree is ever read."""
        import numpy
        from spacy.attrs import DEP, HEAD

        strings = self.doc.vocab.strings
        rows = [
            ((head - token) & 0xFFFFFFFFFFFFFFFF, strings.add(label))
            for token, (head, label) in enumerate(zip(self.heads, self.labels, strict=True))
        ]
        values: Any = numpy.array(rows, dtype="uint64")
        self.doc.from_array([HEAD, DEP], values)

    def _object(self, preposition: int) -> int | None:
        """The object of a preposition, or that of the preposition it leads to ("out of X")."""
        children = sorted(self.children[preposition])
        own = [c for c in children if self.labels[c] in _OBJECTS and (self.labels[c] == "pobj" or self.tags[c] != "IN")]
        if own:
            return own[0]
        inner = [c for c in children if c > preposition and self.labels[c] in _INNER and self._marked(c)]
        if inner:
            return inner[0]
        for child in children:  # "because [of X]" with the second word as complement
            if self.labels[child] == "pcomp" and self.tags[child] == "IN":
                objects = [c for c in self.children[child] if self.labels[c] == "pobj"]
                if objects:
                    self.labels[child] = "prep"
                    self.prepositional_phrase(child)
                    return objects[0]
        return None

    def _marked(self, token: int) -> bool:
        return any(self.labels[c] == "case" for c in self.children[token])

    def _verbal(self, token: int) -> bool:
        """Whether what modifies a token does so as it would a verb."""
        return self.tags[token][:2] in ("VB", "MD", "JJ", "RB", "WR", "UH") or any(
            self.labels[c] in ("cop", "nsubj") for c in self.children[token]
        )

    def _replace(self, old: int, new: int, label: str, marker: str) -> None:
        """`new`, which hangs on `old`, takes its place and all that hung there; `old` hangs on it as `marker`."""
        governor = self.heads[old]
        self.children[old].remove(new)
        for child in self.children[old]:
            self.heads[child] = new
        self.children[new].extend(self.children[old])
        self.children[old] = []
        if governor == old:
            self.heads[new] = new
        else:
            self.children[governor].remove(old)
            self.children[governor].append(new)
            self.heads[new] = governor
        self.labels[new] = label
        self.heads[old], self.labels[old] = new, marker
        self.children[new].append(old)

    def _attach(self, token: int, head: int, label: str) -> None:
        self.children[self.heads[token]].remove(token)
        self.children[head].append(token)
        self.heads[token], self.labels[token] = head, label
