"""A parsed document's heads, labels and dependents as plain lists: the walks that findings share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefing.extract.relations import Tokens
from briefing.language import Reading


class Tree:
    """Lists have one item a token; `heads` of a root is the root itself."""

    def __init__(self, reading: Reading, within: Sequence[int] | None = None) -> None:
        """`within`: only these tokens, of whole sentences, get dependents; the others are not to be asked for them."""
        columns = reading.columns
        self.doc = reading.doc
        self.heads = list(columns.heads)  # copies: what parsers misread is put right in them
        self.labels = list(columns.labels)
        self.lemmas = list(columns.lemmas)
        self.lowers = columns.lowers
        self.tags = list(columns.tags)
        tokens = range(len(self.heads)) if within is None else within
        none: list[int] = []
        self.children: list[list[int]] = [none] * len(self.heads)
        for token in tokens:
            self.children[token] = []
        for token in tokens:
            if (head := self.heads[token]) != token:
                self.children[head].append(token)
        for token in tokens:
            if self.labels[token] == "vocative" and self._states(self.heads[token], token):
                self.labels[token] = "nsubj"

    def _states(self, verb: int, name: int) -> bool:
        """Whether what was taken for somebody addressed is a clause's subject: "Tehran, it is said, has armed X"."""
        finite = [c for c in (verb, *self.children[verb]) if self.tags[c] in ("VBZ", "VBD", "MD")]
        return bool(finite) and name < finite[0] and self.child(verb, "nsubj", "nsubj:pass", "expl") < 0

    @cached_property
    def _sentences(self) -> list[Tokens]:
        bounds: list[Tokens] = [(0, 0)] * len(self.doc)
        for sentence in self.doc.sents:
            bounds[sentence.start : sentence.end] = [(sentence.start, sentence.end)] * len(sentence)
        return bounds

    def sentence(self, token: int) -> Tokens:
        """The token range of a token's sentence."""
        return self._sentences[token]

    def child(self, token: int, *labels: str) -> int:
        """The first dependent of a token with one of the labels, or -1."""
        return next((c for c in self.children[token] if self.labels[c] in labels), -1)

    def all(self, token: int, *labels: str) -> list[int]:
        """The dependents of a token with one of the labels."""
        return [c for c in self.children[token] if self.labels[c] in labels]

    def case(self, token: int) -> str:
        """The preposition before a noun phrase, its words joined ("on behalf of"), or ""."""
        for child in self.children[token]:
            if self.labels[child] == "case" and child < token and self.tags[child] != "POS":
                rest = [c for c in self.children[child] if self.labels[c] == "fixed"]
                return " ".join(self.lowers[t] for t in sorted([child, *rest]))
        return ""
