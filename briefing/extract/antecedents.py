"""The noun phrase that a relative clause or a participle hangs on, also where the parser hangs it elsewhere."""

from __future__ import annotations

from briefing.extract.runs import BESIDE, FINITE, Runs

# Words that make a verb behind them one of its own clause, though the parser sees a preposition.
_SUBORDINATING = frozenset(("after", "before", "when", "while", "as", "because", "since", "until", "once", "if"))
_TIMES = frozenset(("day", "week", "month", "year", "night", "morning", "hour", "weekend", "decade", "century"))
_BEFORE_A_NOUN = frozenset(("det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "nmod:unmarked"))
_NAMING = frozenset(("CD", "NNP", "NNPS"))
# Words that a borrowed subject may lie before its verb; farther off, the span would swallow other events.
REACH = 45
# Words that a clause's subject may lie before a noun whose purpose is the event.
CLOSE = 12


class Antecedents(Runs):
    """A parsed document whose relative clauses are asked for what they tell about."""

    def noun_of_participle(self, clause: int) -> int:
        """The noun right before a participle that the parser hangs elsewhere, or -1.

        It takes "born" for the subject in "Bakers born in 1980 are ..."; and what was done in May does not go with how
        things are ("It stands in Lund, the home of the choir, founded in May").
        """
        label, noun = self.labels[clause], clause - 1
        if self.tags[clause] == "VBD" and label == "advcl" and self.heads[clause] < noun:  # "a song meant to please"
            alone = self.child(clause, "nsubj", "nsubj:pass", "mark", "advmod") < 0 and not (
                _SUBORDINATING.intersection(self.lowers[self.heads[clause] : noun])
            )
            return noun if alone and self.doc[noun].pos_ in ("NOUN", "PROPN") else -1
        if self.tags[clause] != "VBN" or clause - 2 < self.sentence(clause)[0] - 1:
            return -1
        if label in ("csubj", "csubj:pass", "nsubj", "nsubj:pass"):
            return noun if self.tags[noun][:2] in ("NN", "JJ") else -1
        governor = self.heads[clause]
        if label != "advcl" or self.lowers[noun] != "," or not governor < noun or not self.is_present(governor):
            return -1
        return noun - 1 if self.doc[noun - 1].pos_ in ("NOUN", "PROPN") else -1

    def antecedent(self, clause: int) -> int:
        """Where the noun phrase begins that a clause hangs on ("| traces of a forgery printed in May")."""
        noun = root = self.heads[clause]
        adjoining = clause - 1
        if (named := self.noun_of_participle(clause)) >= 0:
            while self.labels[named] == "flat":
                named = self.heads[named]
            before = [c for c in self.children[named] if c < named and self.labels[c] in _BEFORE_A_NOUN]
            loose = [c for c in self.children[clause] if self.labels[c] == "amod"]
            return min([named, *loose, *(self._run(c, BESIDE)[0] for c in before)])
        if self.labels[clause] == "advcl:relcl":
            told = self.child(noun, "obj", "obl")
            return self._run(told if noun < told < clause else noun, BESIDE)[0]
        if self.labels[noun] in ("conj", "vocative", "appos") and any(
            self.lowers[c] == "not" for c in self.children[noun]
        ):
            noun = root = self.heads[noun]  # "it was A, not B, who left"
        it = self.child(noun, "nsubj", "expl")
        if self.child(noun, "cop") >= 0 and it >= 0 and self.lowers[it] == "it":
            return it
        beside = self._noun_before_the_comma(clause)
        if noun < beside:
            return self._run(beside, BESIDE | {"case"})[0]
        if self.lemmas[noun] in _TIMES and self.is_predicate(self.heads[noun]):
            verb = self.heads[noun]  # "it left for a week | filled with songs"
            while self.labels[verb] == "conj" and self.child(verb, "nsubj", "nsubj:pass") < 0:
                verb = self.heads[verb]
            subject = self.child(verb, "nsubj", "nsubj:pass")
            return self._run(subject if subject >= 0 else verb, BESIDE)[0]
        for _ in range(8):
            root = self.heads[root]
        if self.heads[root] == root and not self.is_predicate(root) and self.tags[clause] == "VBN" and root <= noun:
            return self._run(root, BESIDE)[0]  # the only verb, which the parser took for a participle
        if self.tags[clause] == "VBN" and noun < adjoining and self._is_definite(adjoining):
            noun = adjoining  # "the coming into use of the book | printed in May"
        for _ in range(4 if noun == self.heads[clause] else 0):
            parent = self.heads[noun]
            attached = self.labels[noun] in ("appos", "flat", "compound") and not self._parted(parent, noun)
            whole = self.labels[clause] != "acl:relcl" and self.labels[noun] == "nmod" and self.case(noun) == "of"
            if not (parent < noun and (attached or whole)):
                break
            noun = parent
        before = [c for c in self.children[noun] if c < noun and self.labels[c] in _BEFORE_A_NOUN]
        start = min([noun, *(self._run(c, BESIDE)[0] for c in before)])
        low = self.sentence(noun)[0]
        while start > low and self.tags[start] in _NAMING and self.tags[start - 1] in ("NNP", "NNPS"):
            start -= 1  # the rest of a name ("Lantern Week | 2022 fair")
        return start

    def _noun_before_the_comma(self, clause: int) -> int:
        """The noun of "songs named in the book, printed in May", where only this comma parts the two, or -1."""
        if self.tags[clause] != "VBN" or self.labels[clause] != "acl":
            return -1
        start = min([clause, *(c for c in self.children[clause] if self.tags[c] == "TO")])
        noun = start - 2
        if self.lowers[start - 1] != "," or self.doc[noun].pos_ not in ("NOUN", "PROPN"):
            return -1
        while self.labels[noun] == "flat":
            noun = self.heads[noun]
        nearest = self.heads[noun] != self.heads[clause]  # "songs for bakers, printed in May" is one phrase
        return noun if nearest and not self._parted(self.heads[clause], start - 1) else -1

    def _is_definite(self, noun: int) -> bool:
        """Whether a noun in "of the law" or "of Lund" tells by itself what is meant."""
        if self.labels[noun] != "nmod" or self.doc[noun].pos_ not in ("NOUN", "PROPN"):
            return False
        named = self.doc[noun].pos_ == "PROPN" and self.doc[noun].text[0].isupper()
        return named or any(self.lowers[c] == "the" for c in self.children[noun])

    def relative(self, predicate: int) -> int:
        """Where a relative clause begins that the parser takes for another main verb, with its noun, or -1."""
        low = max(self.heads[predicate], predicate - CLOSE)
        if self.labels[predicate] != "conj" or low >= predicate:
            return -1
        for token in range(predicate - 1, low, -1):
            if self.tags[token] in ("WP$", "WP", "WDT"):
                noun = token - 1 - (self.lowers[token - 1] == ",")
                while self.labels[noun] in ("flat", "compound") and self.heads[noun] > low:
                    noun = self.heads[noun]
                return self._run(noun, BESIDE)[0] if noun > low else -1
            if self.is_mark(token) or self.tags[token] in FINITE:
                return -1
        return -1

    def _near(self, start: int, first: int) -> int:
        return start if 0 <= first - start <= REACH else first
