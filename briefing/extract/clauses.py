"""How far a clause or a noun phrase goes: one run of tokens, from its subject to the last of what it says.

A run holds one clause with its content ("said that ..."), its aims ("to study ...") and the subject that it borrows,
and leaves out the clauses that only stand beside it. Every walk goes up or over one clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.antecedents import CLOSE, REACH, Antecedents
from briefing.extract.relations import Tokens
from briefing.extract.runs import BESIDE, FINITE, LONGEST, SUBJECTS
from briefing.extract.tenses import Tense

_OUTSIDE_A_NAME = frozenset(
    ("acl:relcl", "advcl", "parataxis", "ccomp", "cop", "nsubj", "nsubj:pass", "case", "mark", "aux", "punct", "cc",
     "conj", "discourse", "orphan", "expl", "advmod", "appos")
)  # fmt: skip
# What a participle hangs on its noun by, where the parser sees the noun and not the clause.
_ON_A_NOUN = frozenset(("acl", "acl:relcl", "nmod", "obl", "obj", "nsubj", "nsubj:pass", "appos"))


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


class Clauses(Antecedents):
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
        while self._is_aim_of_a_verb(predicate) and self.heads[predicate] != predicate:
            predicate = self.heads[predicate]
        governor = self._done_while(predicate)
        if governor >= 0:
            predicate = head = governor
        a, b = self._run(predicate, BESIDE)
        core = self._trimmed(min(a, also[0]), max(b, also[1]), also)
        first, last = self._told(predicate, core)
        subject = self.subject(predicate, also)
        if subject < 0 and self._is_subject_itself(predicate, also):
            first = also[0]
        elif subject < 0 and self.noun_of_participle(predicate) >= 0:
            first = self._near(self.antecedent(predicate), first)
        elif subject < 0:
            first, last = self._with_subject(predicate, first, last)
        elif self.tags[subject] in ("WDT", "WP") and self.labels[predicate] == "conj":  # "..., and which fell in 2009"
            first = self._near(self._run(self.heads[predicate], BESIDE)[0], first)
        elif (begins := max(self._behind_a_participle(predicate, subject), self._told_about(predicate, subject))) >= 0:
            first = self._near(begins, first)
        elif self._is_told_where(predicate, subject):
            first = min(subject, self._run(subject, BESIDE)[0])
        elif self.labels[predicate] in ("acl:relcl", "acl", "advcl:relcl") and self.heads[predicate] < first:
            first = self._near(self.antecedent(predicate), first)
        else:
            begins, ends = self._run(subject, BESIDE)
            first = min(first, begins)
            governor = self.heads[predicate]
            as_one = self.labels[predicate] == "ccomp" and "as" in self.lowers[begins:ends]
            if as_one and governor < begins and not self._parted(governor, begins):
                first = self._near(self._run(governor, BESIDE)[0], first)  # no content: "sang a song as they won"
        last = self._completed(first, last)
        if last == also[1] and self.lowers[last - 1] in ("after", "before"):  # "a week after | they met"
            high = min(self.sentence(also[0])[1], last + LONGEST)
            last = next((t for t in range(last, high) if self.is_mark(t)), high)
        last = self._counted_from(predicate, last, also)
        first, last = self._trimmed(first, last, also)
        if self.labels[predicate] in ("advcl", "csubj") and self.heads[predicate] < last:  # "opening it, she said ..."
            predicate = self.heads[predicate]
        return Named(head, self._with_words(predicate, first, last), False, tense, core)

    def _told_about(self, predicate: int, subject: int) -> int:
        """Where the noun begins before a clause that tells about it without a pronoun ("the hardships | they have
        seen"), which the parser takes for one beside the main clause; or -1."""
        begins = self._run(subject, BESIDE)[0]
        noun, bare = begins - 1, self.child(predicate, "mark", "advmod", "obj", "ccomp", "xcomp") < 0
        beside = self.labels[predicate] == "advcl" and self.heads[predicate] < noun < subject < predicate
        if (
            not bare
            or not beside
            or self.is_stating(self.heads[predicate])
            or self.doc[noun].pos_ != "NOUN"
            or not self.is_finite(predicate)
        ):
            return -1
        return self._run(noun, BESIDE | {"case"})[0]

    def _is_subject_itself(self, predicate: int, also: Tokens) -> bool:
        """Whether a time is the subject of a clause behind a conjunction: "they rest, and this week will be hard"."""
        held = any(also[0] <= c < also[1] for c in self.all(predicate, *SUBJECTS))
        return held and also[1] <= predicate and self.tags[also[0] - 1] == "CC"

    def _behind_a_participle(self, predicate: int, subject: int) -> int:
        """Where a sentence begins whose main verb hangs on a participle before it: "The mill built at a cost of two
        million | was opened"; or -1."""
        root = predicate
        for _ in range(8):
            root = self.heads[root]
        bare = self.tags[root] == "VBN" and self.heads[root] == root and self.child(root, "aux", "aux:pass") < 0
        relative = self.tags[subject] in ("WDT", "WP") or self.lowers[subject] == "that"
        if not bare or relative or not root < subject or not self.is_finite(predicate) or self._parted(root, subject):
            return -1
        return self.sentence(root)[0]

    def _counted_from(self, predicate: int, last: int, also: Tokens) -> int:
        """The end of the clause that a time counts from, cut by an aside: "weeks after the mayor, Berg, | left"."""
        low, high = also[1], self.sentence(also[0])[1]
        if self.lowers[low - 1] not in ("after", "before") or last >= high or self.lowers[last] != ",":
            return last
        verb = last + 1
        missed = verb < high and self.tags[verb] in ("VBD", "VBZ") and self.subject(verb) < 0
        told = any(self.tags[t] in FINITE for t in range(low, last))
        return self._run(verb, BESIDE)[1] if missed and not told and self.heads[verb] <= predicate else last

    def _is_told_where(self, predicate: int, subject: int) -> bool:
        """Whether a clause behind a place has its own subject, as "in Lund, where she won a prize"."""
        where = [c for c in self.children[predicate] if self.lowers[c] == "where"]
        return bool(where) and where[0] < subject < predicate and self.labels[predicate] != "ccomp"

    def _done_while(self, predicate: int) -> int:
        """The verb right before "while" or "when" and a participle ("rowing while drunk"), or -1."""
        mark = self.child(predicate, "mark", "advmod")
        if self.tags[predicate] not in ("VBN", "VBG") or self.child(predicate, *SUBJECTS) >= 0 or mark != predicate - 1:
            return -1
        verb = self.lowers[mark] in ("while", "when") and self.tags[mark - 1][:2] == "VB"
        return mark - 1 if verb and self.is_predicate(mark - 1) else -1

    def _is_aim_of_a_verb(self, predicate: int) -> bool:
        """Whether a verb is but the complement of the one before it, whatever the parser calls it: "plans to hold"."""
        label, verb = self.labels[predicate], self.heads[predicate]
        if label == "xcomp":
            return True
        verbal = self.tags[verb][:2] == "VB" or self.child(verb, "nsubj") >= 0
        adjoining = verb == predicate - 2 and self.lowers[predicate - 1] == "to" and verbal
        return adjoining and label in ("acl", "advcl", "ccomp")

    def name(self, noun: int, also: Tokens) -> Tokens:
        """The noun phrase of a noun without what only comments on it, as one run that covers `also`."""
        first, last = self._run(noun, _OUTSIDE_A_NAME)
        first, last = self._trimmed(min(first, also[0]), max(last, also[1]), also)
        while first < min(noun, also[0]) and self.labels[first] == "case" and self.tags[first] in ("IN", "TO"):
            first += 1  # a preposition that the parse hung inside
        return first, last

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
        relative = self.relative(predicate)
        if relative >= 0:
            return self._near(relative, first), last
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
            start = self._near(self.antecedent(token), first)
            governor = self.heads[parent]
            aim = label == "acl" and self.tags[token] == "VB" and self.labels[parent] in ("obj", "obl")
            if aim and self.is_predicate(governor) and (subject := self.subject(governor)) >= 0:
                whole = self._run(subject, BESIDE)[0]  # "they took a bus to reach it"
                start = whole if 0 < start - whole <= CLOSE else start
            return start, self._with_object(token, last)
        if parent == token:
            opening = self._opening(token, first) if label == "ROOT" else first
            return opening, self._with_next_subject(token, last)
        if label == "ccomp" and self.labels[parent] == "acl:relcl":  # "the theft | they say took place in 2001"
            return self._near(self.antecedent(parent), first), last
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
        low = max(self.sentence(first)[0], first - REACH)
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
        return next((t for t in range(last + 1, min(high, last + CLOSE)) if self._bounds(t)), last)

    def _opening(self, root: int, first: int) -> int:
        """The beginning of the sentence where the main verb has lost its subject to another part."""
        low = max(self.sentence(first)[0], first - REACH - 1)
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
