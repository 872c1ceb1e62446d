"""How far a clause or a noun phrase goes: one run of tokens, from its subject to the last of what it says.

A run holds one clause with its content ("said that ..."), its aims ("to study ...") and the subject that it borrows,
and leaves out the clauses that only stand beside it. Every walk goes up or over one clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.relations import Tokens
from briefing.extract.runs import BESIDE, LONGEST, SUBJECTS, Runs
from briefing.extract.tenses import Tense

_OUTSIDE_A_NAME = frozenset(
    ("acl:relcl", "advcl", "parataxis", "ccomp", "cop", "nsubj", "nsubj:pass", "case", "mark", "aux", "punct", "cc",
     "conj", "discourse", "orphan", "expl", "advmod", "appos")
)  # fmt: skip
# What a participle hangs on its noun by, where the parser sees the noun and not the clause.
_ON_A_NOUN = frozenset(("acl", "acl:relcl", "nmod", "obl", "obj", "nsubj", "nsubj:pass", "appos"))
_BEFORE_A_NOUN = frozenset(("det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "nmod:unmarked"))
_NAMING = frozenset(("CD", "NNP", "NNPS"))
# Words that a borrowed subject may lie before its verb; farther off, the span would swallow other events.
_REACH = 45
# Words that a clause's subject may lie before a noun whose purpose is the event.
_CLOSE = 12


@dataclass(frozen=True, slots=True)
class Named:
    """An event: the word that names it, its tokens, whether a noun names it, and its tense.

    `core` are the tokens of its own clause, without what is said in it.
    """

    head: int
    tokens: Tokens
    nominal: bool
    tense: Tense
    core: Tokens


class Clauses(Runs):
    """A parsed document whose clauses and noun phrases are asked for by their head."""

    def subject(self, predicate: int, also: Tokens = (-1, -1)) -> int:
        """The head of a clause's own subject outside the words `also`, or -1."""
        for child in self.children[predicate]:
            if self.labels[child] in SUBJECTS and not also[0] <= child < also[1]:
                return child
        named = self.child(predicate, "vocative")
        return named if 0 <= named < predicate and self.tags[predicate] in ("VBD", "VBN") else -1

    def clause(self, predicate: int, also: Tokens) -> Named:
        """The clause of a predicate as one run of tokens that covers `also`, with the subject that it borrows."""
        tense = self.tense(predicate)
        head = predicate
        while self.labels[predicate] == "xcomp" and self.heads[predicate] != predicate:
            predicate = self.heads[predicate]
        a, b = self._run(predicate, BESIDE)
        core = self._trimmed(min(a, also[0]), max(b, also[1]), also)
        first, last = self._told(predicate, core)
        subject = self.subject(predicate, also)
        if subject < 0:
            first, last = self._with_subject(predicate, first, last)
        elif self.tags[subject] in ("WDT", "WP") and self.labels[predicate] == "conj":  # "..., and which fell in 2009"
            first = self._near(self._run(self.heads[predicate], BESIDE)[0], first)
        elif self.labels[predicate] in ("acl:relcl", "acl") and self.heads[predicate] < first:
            first = self._near(self._antecedent(predicate), first)
        else:
            first = min(first, self._run(subject, BESIDE)[0])
        last = self._completed(first, last)
        if last == also[1] and self.lowers[last - 1] in ("after", "before"):  # "a week after | they met"
            high = min(self.sentence(also[0])[1], last + LONGEST)
            last = next((t for t in range(last, high) if self._is_mark(t)), high)
        first, last = self._trimmed(first, last, also)
        if self.labels[predicate] in ("advcl", "csubj") and self.heads[predicate] < last:  # "opening it, she said ..."
            predicate = self.heads[predicate]
        return Named(head, self._with_words(predicate, first, last), False, tense, core)

    def name(self, noun: int, also: Tokens) -> Tokens:
        """The noun phrase of a noun without what only comments on it, as one run that covers `also`."""
        first, last = self._run(noun, _OUTSIDE_A_NAME)
        first, last = self._trimmed(min(first, also[0]), max(last, also[1]), also)
        while first < min(noun, also[0]) and self.labels[first] == "case" and self.tags[first] in ("IN", "TO"):
            first += 1  # a preposition that the parse hung inside
        return first, last

    def _antecedent(self, clause: int) -> int:
        """Where the noun phrase begins that a clause hangs on ("| traces of a forgery printed in May")."""
        noun = root = self.heads[clause]
        for _ in range(8):
            root = self.heads[root]
        if self.heads[root] == root and not self.is_predicate(root) and self.tags[clause] == "VBN" and root <= noun:
            return self._run(root, BESIDE)[0]  # the only verb, which the parser took for a participle
        for _ in range(4):
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

    def _near(self, start: int, first: int) -> int:
        return start if 0 <= first - start <= _REACH else first

    def _told(self, predicate: int, core: Tokens) -> Tokens:
        """A clause with its content, also where the parser makes it a remark on that ("..., it is said")."""
        a, b = self._run(predicate, BESIDE, True)
        first, last = min(a, core[0]), max(b, core[1])
        parent = self.heads[predicate]
        if self.labels[predicate] == "parataxis" and self.is_stating(predicate):
            a, b = self._run(parent, BESIDE, True)
            if a - last <= 2 and first - b <= 2:
                return min(a, first), max(b, last)
        return first, last

    def _with_subject(self, predicate: int, first: int, last: int, depth: int = 0) -> Tokens:
        """A clause without subject together with whom it takes it from, where that is near."""
        token, label, start = predicate, self.labels[predicate], first
        finite = self.is_finite(predicate)
        for _ in range(8):
            parent = self.heads[token]
            # a finite verb doesn't share the subject of an infinitive
            if parent == token or not (
                label == "conj" or (token != predicate and finite and not self.is_finite(token))
            ):
                break
            token, label = parent, self.labels[parent]
            subject = self.subject(token)
            if subject >= 0 and (not finite or self.is_finite(token)):
                return self._near(self._run(subject, BESIDE)[0], first), last
        parent = self.heads[token]
        if label in _ON_A_NOUN and parent < first:
            start = self._near(self._antecedent(token), first)
            governor = self.heads[parent]
            aim = label == "acl" and self.tags[token] == "VB" and self.labels[parent] in ("obj", "obl")
            if aim and self.is_predicate(governor) and (subject := self.subject(governor)) >= 0:
                whole = self._run(subject, BESIDE)[0]  # "they took a bus to reach it"
                start = whole if 0 < start - whole <= _CLOSE else start
            return start, self._with_object(token, last)
        if parent == token:
            opening = self._opening(token, first) if label == "ROOT" else first
            return opening, self._with_next_subject(token, last)
        if label in ("advcl", "csubj", "ccomp", "xcomp", "parataxis") and depth < 3:
            for told in (True, False):  # with what the main verb says, or without where that is long
                a, b = self._run(parent, BESIDE, told)
                if a - last <= 2 and first - b <= 2 and max(b, last) - min(a, first) <= LONGEST:
                    break
            else:
                a = b = -1
            if b >= 0:
                first, last = min(a, first), max(b, last)
                if self.is_predicate(parent) and self.subject(parent) < 0:
                    return self._with_subject(parent, first, last, depth + 1)
                return first, last
        if finite and label != "acl:relcl" and first == start:
            return self._clause_start(first), last
        return first, self._with_next_subject(token, last)

    def _clause_start(self, first: int) -> int:
        """Where a clause begins whose parts the parser did not join: at the last mark before it."""
        low = max(self.sentence(first)[0], first - _REACH)
        start = first
        while start > low and not self._bounds(start - 1):
            start -= 1
        return start if any(self.doc[t].pos_ in ("NOUN", "PROPN", "PRON") for t in range(start, first)) else first

    def _with_object(self, participle: int, last: int) -> int:
        """The end of a clause whose verb the parser took for a participle: "The two signed on Monday | a treaty"."""
        if last >= len(self.doc) or self.tags[participle] != "VBN" or self.tags[last] not in ("DT", "PRP$", "CD"):
            return last
        noun, named = self.heads[last], self.heads[participle]
        near = noun > last and (self.heads[named] == noun or self.heads[noun] == named)
        return self._run(noun, BESIDE, True)[1] if near and self.sentence(noun) == self.sentence(named) else last

    def _with_next_subject(self, predicate: int, last: int) -> int:
        """The end of the subject that follows a participle: "Held every May, | the fair in Lund"."""
        if last >= len(self.doc) or self.lowers[last] != "," or self.tags[predicate] not in ("VBN", "VBG"):
            return last
        for verb in (self.heads[predicate], *self.children[predicate]):
            subject = self.subject(verb)
            if subject > last and self._run(subject, BESIDE)[0] == last + 1:
                return self._run(subject, BESIDE)[1]
        low, high = self.sentence(predicate)
        if predicate - low > 1:  # not the opening of a sentence
            return last
        return next((t for t in range(last + 1, min(high, last + _CLOSE)) if self._bounds(t)), last)

    def _opening(self, root: int, first: int) -> int:
        """The beginning of the sentence where the main verb has lost its subject to another part."""
        low = max(self.sentence(first)[0], first - _REACH - 1)
        nouns = any(self.doc[t].pos_ in ("NOUN", "PROPN", "PRON") for t in range(low, first))
        return self._near(low, first) if nouns and self.tags[root] in ("VBD", "VBN", "VBZ", "VBP") else first

    def _with_words(self, predicate: int, first: int, last: int) -> Tokens:
        """What is said, where the parser lost it: behind a colon, or in the sentence before ("“We go.” | she said")."""
        if not self.is_stating(predicate) or self.labels[predicate] == "advcl":
            return first, last
        low, high = self.sentence(first)
        fronted = any(c < predicate for c in self.all(predicate, "ccomp")) or self.heads[predicate] < first
        told = self.child(predicate, "ccomp") > predicate or self.child(predicate, "obj", "ccomp", "xcomp") < 0
        if self.is_speech(predicate) and told and not fronted and self.subject(predicate) < predicate:
            while last < min(high, predicate + LONGEST) and not (last + 1 == high and self.doc[last].is_punct):
                last += 1
            if last - first > 6:
                return first, last
        if last + 1 < high and (self.lowers[last] == ":" or self.tags[last + 1] in ("``", "TO")):
            return first, min(high, last + LONGEST)
        if last < high and self.lowers[last] == ":" and high < len(self.doc) and high not in self._openings:
            return first, min(self.sentence(high)[1], last + LONGEST)
        silent = self.child(predicate, "obj", "ccomp", "xcomp", "nsubj:pass", "advcl") < 0
        if (
            silent
            and first == low > 0
            and low not in self._openings
            and self.doc[low - 1].text in ('"', "”", "''", "’")
        ):
            return max(self.sentence(low - 1)[0], first - LONGEST), last
        return first, last
