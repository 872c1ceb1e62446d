"""Where a clause lies: behind, ahead, or in the present, by its verb, its auxiliaries and what governs it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from briefing.extract.tree import Tree

Tense = Literal[-1, 0, 1]

ANCHORS = tomllib.loads((Path(__file__).parent / "data" / "time_anchors.toml").read_text(encoding="utf-8"))
_AHEAD = frozenset(ANCHORS["ahead"]["words"])
_FORECAST = frozenset(ANCHORS["forecast"]["words"])
_NOT = frozenset(("not", "n't", "n’t"))
_SPEECH = frozenset(ANCHORS["speech"]["words"])


class Tenses(Tree):
    """A parsed document whose predicates have a tense."""

    def is_speech(self, token: int) -> bool:
        """Whether a token is a verb of saying."""
        return self.doc[token].lemma_.lower() in _SPEECH

    def tense(self, predicate: int) -> Tense:
        """Where a clause lies: -1 behind, 1 ahead, 0 the present or unknown."""
        for _ in range(12):
            auxiliaries = [
                self.doc[c] for c in self.children[predicate] if self.labels[c] in ("aux", "aux:pass", "cop")
            ]
            lemmas = {a.lemma_.lower() for a in auxiliaries} | {a.lower_ for a in auxiliaries}
            tag = self.doc[predicate].tag_
            tags = {a.tag_ for a in auxiliaries}
            if self.doc[predicate].lemma_.lower() in ("schedule", "set", "slate", "plan", "due") and tag != "VBD":
                return 1
            if tag == "VBN" and self.lemmas[predicate] in _FORECAST and not tags & {"VBD"} and "have" not in lemmas:
                return 1
            if tag in ("VB", "VBN") and self._is_to(predicate):
                return 1
            aim = tag == "VBN" and any(self.tags[c] == "TO" for c in self.children[predicate])
            if aim and "be" in lemmas and self.labels[predicate] in ("acl", "advcl"):
                return 1  # "a fair, to be held in May"
            if "MD" in tags:
                if "can" in lemmas and not {"have", "will"} & lemmas:
                    return 0  # what is possible these days
                could_not = "could" in lemmas and any(self.lowers[c] in _NOT for c in self.children[predicate])
                return -1 if "have" in lemmas or could_not else 1
            if tags & {"VBD"} or tag == "VBD" or (lemmas & {"have", "'ve", "’ve"} and tag in ("VBN", "VBD")):
                return 1 if tag == "VBG" and self._goes_to_do(predicate) else -1
            if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
                if self.lemmas[predicate] in _FORECAST:
                    return 1
                return -1 if self.is_speech(predicate) else 0
            if tag == "VBN" and self.labels[predicate] in ("acl", "advcl", "amod", "conj", "parataxis", "ROOT"):
                return -1
            parent = self.heads[predicate]
            if parent == predicate:
                return 0
            if tag == "VB" and self.doc[parent].lemma_.lower() in _AHEAD:
                return 1
            predicate = parent
        return 0

    def _goes_to_do(self, predicate: int) -> bool:
        """ "were going to row", but not "were going on a trip"."""
        return self.lemmas[predicate] == "go" and self.lowers[predicate + 1 : predicate + 2] == ["to"]

    def will(self, predicate: int) -> bool:
        """Whether a predicate has "will" or "shall"."""
        return any(self.lemmas[c] in ("will", "shall") for c in self.all(predicate, "aux"))

    def _is_to(self, predicate: int) -> bool:
        """ "is to meet", "are to be held": what is arranged."""
        low = max(self.sentence(predicate)[0], predicate - 4)
        for to in range(low + 1, predicate):
            if self.tags[to] == "TO" and self.lowers[to - 1] in ("is", "are", "am"):
                return all(self.tags[t] in ("VB", "RB") for t in range(to + 1, predicate))
        return False
