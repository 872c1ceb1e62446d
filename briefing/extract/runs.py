"""Runs of tokens: subtrees without the clauses that only stand beside them, cut and completed at a sentence's words."""

from __future__ import annotations

from functools import cached_property

from briefing.extract.relations import Tokens
from briefing.extract.tenses import ANCHORS, Tenses
from briefing.language import Reading

_STATING = frozenset(ANCHORS["stating"]["words"])
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"))
BESIDE = frozenset(
    ("advcl", "parataxis", "ccomp", "acl:relcl", "advcl:relcl", "discourse", "vocative", "dislocated", "list")
)
_NO_CLAUSES = frozenset(("aux", "aux:pass", "cop", "amod", "compound", "case", "mark", "fixed", "flat", "det"))
# What no clause ends with.
_DANGLING = frozenset(("WP", "WDT", "WRB", "IN", "TO", "DT", "CC"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OF_AIM = frozenset(("to", "for", "by", "from", "of", "about", "with", "against", "on", "in"))
_TERMINAL = frozenset(".?!:;\"”’'…")
# Words of a clause on either side of its date; what is longer is no clause but a list.
LONGEST = 60
# Words from a verb beyond which nothing of what it says is looked for: a run is never that long.
_FARTHEST = 4 * LONGEST


class Runs(Tenses):
    """A parsed document whose subtrees are asked for as runs; each is measured once."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._openings = frozenset(first for _, first, _ in reading.paragraphs)

    @cached_property
    def _sentences(self) -> list[Tokens]:
        """Sentences, where a part without a full stop ("The Guard (IRG) | Monday said ...") belongs to what follows."""
        bounds: list[Tokens] = [(0, 0)] * len(self.doc)
        first = 0
        for sentence in self.doc.sents:
            if sentence.end < len(self.doc) and sentence.end not in self._openings and self._breaks_off(sentence.end):
                continue
            bounds[first : sentence.end] = [(first, sentence.end)] * (sentence.end - first)
            first = sentence.end
        return bounds

    def is_opening(self, token: int) -> bool:
        """Whether a token opens a paragraph."""
        return token in self._openings

    def _breaks_off(self, end: int) -> bool:
        last = self.doc[end - 1]
        return bool(self._openings) and last.text[-1] not in _TERMINAL

    def is_predicate(self, token: int) -> bool:
        """Whether a token heads a clause."""
        if self.child(token, "cop", "aux:pass") >= 0:
            return True  # also a participle taken for an adjective
        label = self.labels[token]
        if label == "ROOT" and self.tags[token] == "NNS" and self.child(token, "nsubj", "nsubj:pass") >= 0:
            return True  # a verb taken for a plural: "the race resumes in May"
        if self.doc[token].pos_ not in ("VERB", "AUX") or label in _NO_CLAUSES:
            return False
        if label in ("nsubj", "nsubj:pass") and self.tags[token] in ("VBP", "VBZ", "VB"):
            return False  # a noun taken for a verb: "a county court on Friday ruled"
        return self.tags[token][:2] in ("VB", "MD") or label == "ROOT"

    def is_stating(self, token: int) -> bool:
        """Whether a verb needs what is said, asked or found by it to tell of anything."""
        return self.lemmas[token] in _STATING

    def is_finite(self, token: int) -> bool:
        """Whether a predicate has a tense of its own."""
        return self.tags[token] in FINITE or any(
            self.tags[c] in FINITE for c in self.all(token, "aux", "aux:pass", "cop")
        )

    def is_present(self, token: int) -> bool:
        """Whether a predicate stands in the present tense."""
        verbs = (token, *self.all(token, "aux", "aux:pass", "cop"))
        return any(self.tags[t] in ("VBZ", "VBP") for t in verbs)

    @cached_property
    def _runs(self) -> dict[tuple[int, int, bool], Tokens]:
        return {}

    def _run(self, head: int, leave: frozenset[str], told: bool = False) -> Tokens:
        """From the first to the last token of a subtree, without branches of the labels to leave.

        With `told`, what a verb says or aims at stays. Kept, since one long list of dates would ask for the same
        clause again and again.
        """
        key = (head, id(leave), told)
        if key not in self._runs:
            self._runs[key] = self._measured(head, leave, told)
        return self._runs[key]

    def _measured(self, head: int, leave: frozenset[str], told: bool) -> Tokens:
        first = last = head
        stack = [(head, False)]
        while stack:
            token, whole = stack.pop()
            first, last = min(first, token), max(last, token)
            for child in self.children[token]:
                if told and abs(child - head) > _FARTHEST:
                    continue
                label = self.labels[child]
                content = whole or (told and (self._completes(token, child) or self._restricts(token, child)))
                if not content and label in leave and (token == head or label in BESIDE):
                    continue
                if label in ("punct", "cc") or (label == "conj" and token == head):
                    continue
                if label == "mark" and token == head:
                    continue
                stack.append((child, content and (whole or label == "ccomp")))
        return first, last + 1

    def _restricts(self, noun: int, child: int) -> bool:
        """Whether a relative clause, without a comma, tells which one is meant: "orders for acts that moved prices"."""
        if self.labels[child] != "acl:relcl" or child < noun:
            return False
        opening = min([child, *(c for c in self.children[child] if self.labels[c] != "punct")])
        return noun < opening <= noun + 6 and not self._parted(noun, opening)

    def _completes(self, token: int, child: int) -> bool:
        """Whether a clause is what another one says, or what it aims at."""
        label = self.labels[child]
        if label == "ccomp":
            return child > token or self.is_stating(token)
        if label != "advcl" or child < token or self.child(child, *SUBJECTS) >= 0:
            return False
        marks = {self.lowers[c] for c in self.children[child] if self.labels[c] in ("mark", "case")}
        if marks:
            return marks <= _OF_AIM
        return self.tags[child] == "VBG" and not self.doc[child - 1].is_punct

    def _completed(self, first: int, last: int) -> int:
        """The end of a run that the parser cut in the middle of a phrase."""
        end, high = last, min(self.sentence(last - 1)[1], last + LONGEST)
        while last < high and not self._bounds(last) and self.tags[last] not in ("CC", *FINITE):
            token = last
            for _ in range(8):
                token = self.heads[token]
                if first <= token < last or self.labels[token] in ("parataxis", "advcl"):
                    break
            if not first <= token < last:
                break
            last += 1
        # before a finite verb stands the subject of another clause
        return end if last < high and self.tags[last] in FINITE else last

    def _bounds(self, token: int) -> bool:
        """Whether a clause can't reach over a token."""
        return self.is_mark(token) or self.tags[token] in ("WDT", "WP", "WRB") or self.labels[token] == "mark"

    def is_mark(self, token: int) -> bool:
        """Whether a token is a mark that a phrase ends at: no hyphen, and nothing within a word."""
        within = (
            0 < token < len(self.doc) - 1 and not self.doc[token].whitespace_ and not self.doc[token - 1].whitespace_
        )
        if within and self.doc[token - 1].is_alpha and self.doc[token + 1].is_alpha:
            return False
        dated = self.doc[token].ent_type_ == "DATE" and self.lowers[token] == ","
        if dated and self.tags[token - 1 : token + 2 : 2] == ["CD", "CD"]:
            return False  # "May 3, 2019"
        return bool(self.doc[token].is_punct) and self.tags[token] != "HYPH" and self.lowers[token] != "%"

    def _parted(self, first: int, last: int) -> bool:
        return last - first > LONGEST or any(self.is_mark(t) for t in range(first + 1, last))

    def _trimmed(self, first: int, last: int, also: Tokens) -> Tokens:
        """Within the sentence, without marks and conjunctions at the edges."""
        low, high = self.sentence(also[0])
        first, last = max(first, low, also[0] - LONGEST), min(last, high, also[1] + LONGEST)
        while first < also[0] and (self.doc[first].is_punct or self.labels[first] in ("cc", "punct")):
            first += 1
        while last > also[1] and (
            self.is_mark(last - 1) or self.labels[last - 1] == "punct" or self.tags[last - 1] in _DANGLING
        ):
            last -= 1
        opened = sum(self.lowers[t] == "(" for t in range(first, last)) > sum(
            self.lowers[t] == ")" for t in range(first, last)
        )
        if last < high and opened and self.lowers[last] == ")":
            last += 1
        return first, last
