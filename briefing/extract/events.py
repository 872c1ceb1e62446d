"""Which event a word belongs to: the clause or noun phrase that names it, with its participants, and its tense.

The parse is not trusted blindly: a date that hangs on a place or a person belongs to what governs that.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from briefing.extract.relations import Tokens
from briefing.extract.tree import Tree

Tense = Literal[-1, 0, 1]

_DATA = Path(__file__).parent / "data"
EVENT_NOUNS = frozenset(
    line for line in (_DATA / "event_nouns.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
)
ANCHORS = tomllib.loads((_DATA / "time_anchors.toml").read_text(encoding="utf-8"))
_AHEAD = frozenset(ANCHORS["ahead"]["words"])
_AHEAD_LEADS = frozenset(ANCHORS["ahead"]["leads"])
_SPEECH = frozenset(ANCHORS["speech"]["words"])

_RELATIVE = frozenset(("acl:relcl",))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"))
_OTHER_CLAUSES = frozenset(
    ("advcl", "parataxis", "ccomp", "acl:relcl", "advcl:relcl", "discourse", "vocative", "dislocated", "list")
)
_OUTSIDE_A_NAME = frozenset(
    ("acl:relcl", "advcl", "parataxis", "ccomp", "cop", "nsubj", "nsubj:pass", "case", "mark", "aux", "punct", "cc",
     "conj", "discourse", "orphan", "expl", "advmod", "appos")
)  # fmt: skip
_PARTS = frozenset(("end", "beginning", "start", "middle", "close", "turn", "outset", "eve", "course"))
_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "VBD", "VBZ", "VBP"))
_ANCHORING = frozenset(("since", "after", "before", "until", "till", "during", "following"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no"))
# Words that a borrowed subject may lie before its verb; farther off, the span would swallow other events.
_REACH = 25
# Words of a clause on either side of its date; what is longer is no clause but a list.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Named:
    """An event: the word that names it, its tokens, whether a noun names it, and its tense."""

    head: int
    tokens: Tokens
    nominal: bool
    tense: Tense


class Events(Tree):
    """Events of a parsed document, asked for by a token of theirs; every walk goes up or over one clause."""

    def of(self, first: int, last: int) -> Named | None:
        """The event that a time expression, tokens `first` up to `last`, dates; None where it dates nothing."""
        found = self._of(first, last)
        return found if found is not None and found.nominal else self._with_lost_subject(found, first, last)

    def _of(self, first: int, last: int) -> Named | None:
        if self._dates_an_anchor(first):
            return self._phrase(first - 2, (first, last), False)
        top = self._top(first, last)
        attributive = self._attributive(top, last)
        token, noun = top, -1
        for _ in range(30):
            if not first <= token < last and self.is_predicate(token):
                return self.clause(token, (first, last))
            if not first <= token < last and noun < 0 and self.doc[token].pos_ in ("NOUN", "PROPN"):
                part = self.lemmas[token] in _PARTS and token < first <= token + 3  # "the end of 2020"
                if self.is_event_noun(token) and not part and self._names_it(token, attributive):
                    return self._phrase(token, (first, last), attributive)
                if attributive and not self.is_event_noun(token):
                    return None  # "the Sunday buffet", "a 2020 model"
                noun = token
            if self.heads[token] == token:
                break
            token = self.heads[token]
        return self._fallback((first, last))

    def is_predicate(self, token: int) -> bool:
        """Whether a token heads a clause."""
        pos, label = self.doc[token].pos_, self.labels[token]
        if self.child(token, "cop") >= 0:
            return True
        if pos not in ("VERB", "AUX") or label in (
            "aux",
            "aux:pass",
            "cop",
            "amod",
            "compound",
            "case",
            "mark",
            "fixed",
            "flat",
            "det",
        ):
            return False
        return self.doc[token].tag_[:2] in ("VB", "MD") or label == "ROOT"

    def is_event_noun(self, token: int) -> bool:
        """Whether a noun names something that happens."""
        word = self.doc[token]
        lemma, lower = word.lemma_.lower(), word.lower_
        return (
            lemma in EVENT_NOUNS
            or lower in EVENT_NOUNS
            or lower.removesuffix("s") in EVENT_NOUNS
            or lower.removesuffix("es") in EVENT_NOUNS
        )

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
            if tag in ("VB", "VBN") and self._is_to(predicate):
                return 1
            if "MD" in tags:
                return -1 if "have" in lemmas else 1
            if tags & {"VBD"} or tag == "VBD" or (lemmas & {"have", "'ve", "’ve"} and tag in ("VBN", "VBD")):
                return 1 if self.doc[predicate].lemma_.lower() == "go" and tag == "VBG" else -1
            if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
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

    def _is_to(self, predicate: int) -> bool:
        """ "is to meet", "are to be held": what is arranged."""
        low = max(self.sentence(predicate)[0], predicate - 4)
        for to in range(low + 1, predicate):
            if self.tags[to] == "TO" and self.lowers[to - 1] in ("is", "are", "am"):
                return all(self.tags[t] in ("VB", "RB") for t in range(to + 1, predicate))
        return False

    def clause(self, predicate: int, also: Tokens) -> Named:
        """The clause of a predicate as one run of tokens that covers `also`, with the subject that it borrows."""
        tense = self.tense(predicate)
        head = predicate
        while self.labels[predicate] == "xcomp" and self.heads[predicate] != predicate:
            predicate = self.heads[predicate]
        first, last = self._run(predicate, _OTHER_CLAUSES)
        first, last = min(first, also[0]), max(last, also[1])
        if all(self.labels[c] not in _SUBJECTS for c in self.children[predicate]):
            first, last = self._with_subject(predicate, first, last)
        elif self.labels[predicate] in ("acl:relcl", "acl") and self.heads[predicate] < first:
            first = self._name_start(self.heads[predicate], first)
        return Named(head, self._trimmed(first, last, also), False, tense)

    def name(self, noun: int, also: Tokens) -> Tokens:
        """The noun phrase of a noun without what only comments on it, as one run that covers `also`."""
        first, last = self._run(noun, _OUTSIDE_A_NAME)
        first, last = self._trimmed(min(first, also[0]), max(last, also[1]), also)
        while first < min(noun, also[0]) and self.labels[first] == "case" and self.tags[first] in ("IN", "TO"):
            first += 1  # a preposition that the parse hung inside
        return first, last

    def _top(self, first: int, last: int) -> int:
        """The word of an expression that hangs on the rest of the sentence, on a verb if any does."""
        tops = [t for t in range(first, last) if not first <= self.heads[t] < last or self.heads[t] == t]
        verbal = [t for t in tops if self.heads[t] != t and self.is_predicate(self.heads[t])]
        return (verbal or tops or [first])[0]

    def _attributive(self, top: int, last: int) -> bool:
        """Whether an expression stands before the noun that it modifies ("the Oct. 7 attack", "Friday’s raid")."""
        return (
            self.heads[top] >= last
            and self.doc[self.heads[top]].pos_ in ("NOUN", "PROPN", "ADJ")
            and self.child(top, "case") < last
            and not self._has_lead(top)
        )

    def _has_lead(self, top: int) -> bool:
        return any(self.labels[c] == "case" and c < top for c in self.children[top])

    def _dates_an_anchor(self, first: int) -> bool:
        """Whether the words before are "since the Revolution in": the date is that of the noun, wherever it hangs."""
        noun = first - 2
        if noun <= self.sentence(first)[0] or self.lowers[first - 1] not in ("in", "of"):
            return False
        words = {self.lowers[c] for c in self.children[noun] if c < noun and self.labels[c] in ("case", "det")}
        return self.is_event_noun(noun) and bool(words & _ANCHORING) and not words & _INDEFINITE

    def _names_it(self, noun: int, attributive: bool) -> bool:
        """Whether the noun itself is the event, rather than the clause that it stands in."""
        if self.child(noun, "cop") >= 0:
            return False
        words = {self.doc[c].lower_ for c in self.children[noun] if self.labels[c] == "det"}
        if words & _INDEFINITE:
            return False
        if attributive:
            return True
        label = self.labels[noun]
        return label in ("nsubj", "nsubj:pass", "nsubj:outer") or self.child(noun, "case") >= 0

    def _phrase(self, noun: int, also: Tokens, attributive: bool) -> Named:
        token = noun
        tense: Tense = 0
        while self.heads[token] != token and not self.is_predicate(token):
            token = self.heads[token]
        tokens = self.name(noun, also)
        low = max(self.sentence(noun)[0], tokens[0] - 2)
        if any(lower in _AHEAD_LEADS for lower in self.lowers[low : tokens[0]]):  # "ahead of Sunday’s vote"
            tense = 1
        elif self.is_predicate(token):
            tense = self.tense(token) or (0 if attributive else -1)
        return Named(noun, tokens, True, tense)

    def _with_lost_subject(self, found: Named | None, first: int, last: int) -> Named | None:
        """A clause that the parser begins at its date, "Lee | on Monday blasted ...", with what stands before that."""
        low = self.sentence(first)[0]
        lead = first - (first > low and self.tags[first - 1] == "IN")
        verb = next((t for t in range(last, min(last + 3, len(self.doc))) if self.tags[t] != "RB"), last)
        before = self.tags[lead - 1] if lead > low else ""
        finite = verb < len(self.doc) and self.tags[verb] in ("VBD", "VBN")
        if (found is not None and found.tokens[0] < lead) or not finite or before not in _SUBJECT_TAGS:
            return found
        start = lead - 1
        while start > low and lead - start < _REACH and not self._bounds(start - 1):
            start -= 1
        ahead = self.tags[start:lead].count("MD") > 0
        end = found.tokens[1] if found is not None else self._run(verb, _OTHER_CLAUSES)[1]
        if end <= verb + 1:  # the parser has taken the verb for a modifier of its object
            head = self.heads[verb]
            end = self._run(head, _OTHER_CLAUSES)[1] if head > verb else verb + 1
        return Named(verb, (start, max(end, verb + 1)), False, 1 if ahead else -1)

    def _bounds(self, token: int) -> bool:
        """Whether a clause can't reach over a token to its subject."""
        parted = self.doc[token].is_punct and self.tags[token] != "HYPH"
        return parted or self.tags[token] in ("WDT", "WP", "WRB") or self.labels[token] == "mark"

    def _fallback(self, also: Tokens) -> Named | None:
        """Where the climb reached no predicate: the nearest one of the sentence, or nothing."""
        first, last = self.sentence(also[0])
        window = range(max(first, also[0] - 15), min(last, also[1] + 15))
        near = [t for t in window if not also[0] <= t < also[1] and self.is_predicate(t)]
        if not near:
            return None
        return self.clause(min(near, key=lambda t: min(abs(t - also[0]), abs(t - also[1]))), also)

    @cached_property
    def _runs(self) -> dict[tuple[int, int], Tokens]:
        return {}

    def _run(self, head: int, leave: frozenset[str]) -> Tokens:
        """From the first to the last token of a subtree, without branches of the labels to leave.

        Kept, since one long list of dates would ask for the same clause again and again.
        """
        key = (head, id(leave))
        if key not in self._runs:
            self._runs[key] = self._measured(head, leave)
        return self._runs[key]

    def _measured(self, head: int, leave: frozenset[str]) -> Tokens:
        first = last = head
        stack = [head]
        while stack:
            token = stack.pop()
            first, last = min(first, token), max(last, token)
            for child in self.children[token]:
                label = self.labels[child]
                if label in leave and (token == head or label in _OTHER_CLAUSES):
                    continue
                if label in ("punct", "cc") or (label == "conj" and token == head):
                    continue
                if label == "mark" and token == head:
                    continue
                stack.append(child)
        return first, last + 1

    def _with_subject(self, predicate: int, first: int, last: int) -> Tokens:
        """A clause without subject together with whom it takes it from, where that is near."""
        token, label = predicate, self.labels[predicate]
        while label == "conj" and self.heads[token] != token:
            token, label = self.heads[token], self.labels[self.heads[token]]
            subject = self.child(token, "nsubj", "nsubj:pass")
            if subject >= 0:
                start = self._run(subject, _RELATIVE)[0]
                return (start, last) if 0 <= first - start <= _REACH else (first, last)
        parent = self.heads[token]
        if label in ("acl", "acl:relcl") and parent < first:
            return self._name_start(parent, first), last
        if label == "advcl" and parent != token:
            a, b = self._run(parent, _OTHER_CLAUSES)
            if a - last <= 2 and first - b <= 2 and max(b, last) - min(a, first) <= 45:
                return min(a, first), max(b, last)
        return first, last

    def _name_start(self, noun: int, first: int) -> int:
        start = min(
            [
                noun,
                *(
                    c
                    for c in self.children[noun]
                    if c < noun
                    and self.labels[c] not in ("case", "mark", "cc", "punct", "cop", "nsubj", "advmod", "aux")
                ),
            ]
        )
        return start if first - start <= _REACH else first

    def _trimmed(self, first: int, last: int, also: Tokens) -> Tokens:
        """Within the sentence, without marks and conjunctions at the edges."""
        low, high = self.sentence(also[0])
        first, last = max(first, low, also[0] - _LONGEST), min(last, high, also[1] + _LONGEST)
        while first < also[0] and (self.doc[first].is_punct or self.labels[first] in ("cc", "punct")):
            first += 1
        while last > also[1] and (self.doc[last - 1].is_punct or self.labels[last - 1] == "punct"):
            last -= 1
        return first, last
