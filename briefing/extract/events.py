"""Which event a word belongs to: the clause or noun phrase that names it, with its participants, and its tense.

The parse is not trusted blindly: a date that hangs on a place or a person belongs to what governs that.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.clauses import Named
from briefing.extract.named_events import NamedEvents
from briefing.extract.opened_clauses import OPENING
from briefing.extract.relations import Tokens
from briefing.extract.runs import BESIDE, FINITE
from briefing.extract.whole_events import whole

_PARTS = frozenset(("end", "beginning", "start", "middle", "close", "turn", "outset", "eve", "course"))


class Events(NamedEvents):
    """Events of a parsed document, asked for by a token of theirs; every walk goes up or over one clause."""

    def of(self, first: int, last: int) -> Named | None:
        """The event that a time expression, tokens `first` up to `last`, dates; None where it dates nothing."""
        found = self._of(first, last)
        if found is not None and found.nominal:
            return found
        verb = self.opened_by(first, last)
        if verb >= 0 and (found is None or found.head < verb):
            found = self.opened(verb, first, last)
        if found is not None and (earlier := self._verb_before(found.head, first)) >= 0:
            found = self.clause(earlier, (first, last))
        found = self.with_lost_subject(found, first, last)
        return whole(self, found, (first, last)) if found is not None else None

    def _verb_before(self, head: int, first: int) -> int:
        """The verb of a clause whose last noun is taken for another ("they went on to cash | checks in May"), or -1."""
        if self.labels[head] != "parataxis" or self.tags[head] != "VBZ" or self.subject(head) >= 0 or head > first:
            return -1
        low = self.sentence(head)[0]
        for token in range(head - 1, low, -1):
            if self.is_mark(token):
                return -1
            if self.tags[token] in FINITE:
                return token if self.is_predicate(token) else -1
        return -1

    def _of(self, first: int, last: int) -> Named | None:
        if (lived := self.lived(first, last)) is not None:
            return lived
        if self.dates_an_anchor(first):
            return self.phrase(first - 2, (first, last), False)
        if (anchor := self.anchor_beside(first)) >= 0:
            return self.phrase(anchor, (first, last), False)
        cleft = self._cleft(first, last)
        if cleft >= 0:
            opening = first - self.lowers[max(0, first - 5) : first][::-1].index("it") - 1
            return self.clause(cleft, (opening, last))
        top = self._top(first, last)
        holder = self.holder(first, top)
        if holder >= 0:
            return self.term(holder, top, (first, last))
        for noun in (self.example(top), self.ruling(first), self.dated_thing(top, first)):
            if noun >= 0:
                return self.phrase(noun, (first, last), False)
        opening = self.opening_noun(first, last)
        if opening >= 0:
            return self.phrase(opening, (first, last), False)
        if (plan := max(self.planned(first), self.coming(first))) >= 0:
            return replace(self.phrase(plan, (first, last), False), tense=1)
        attributive = self._attributive(top, last)
        if self.is_aim(first, top):
            aim = self.phrase(self.whole(self.heads[top]), (first, last), False)
            return replace(aim, tense=1)
        token, noun = top, -1
        for _ in range(30):
            if not first <= token < last and self.is_predicate(token):
                if attributive and token == self.heads[top] and self.is_plain_noun(token):
                    return None  # "it is a 2016 song"
                if (beside := self.named_beside(token, first)) >= 0:
                    return replace(self.phrase(beside, (first, last), False), tense=0)
                if (saying := self._said_then(token, first, last)) >= 0:
                    return self.clause(saying, (first, last))
                main = self._counted(token, first, last)
                main = main if main >= 0 else self._state_then(token)
                if main >= 0:
                    return self._placed_by(token, main, (first, last))
                if not self._stands_after(token, last) and not self._remarks(token, first, last):
                    return self.clause(token, (first, last))
            if (named := self.named_by_a_time(token, top, first, last)) >= 0:
                return self.phrase(named, (first, last), False)
            if not first <= token < last and noun < 0 and self.doc[token].pos_ in ("NOUN", "PROPN"):
                part = self.lemmas[token] in _PARTS and token < first <= token + 3  # "the end of 2020"
                longer = self.labels[token] == "compound" and self.is_event_noun(self.heads[token])
                longer = longer or first <= self.child(token, "case") < last  # "four months after the riots"
                if self.is_event_noun(token) and not part and not longer and self.names_it(token, attributive):
                    return self.phrase(token, (first, last), attributive)
                owned = self.child(top, "case") >= last
                if attributive and not self.is_event_noun(token) and not owned:
                    return None  # "the Sunday buffet", "a 2020 model"
                noun = token
            if self.heads[token] == token:
                if noun >= 0 and self.is_event_noun(noun) and self.lemmas[noun] not in _PARTS:
                    return self.phrase(noun, (first, last), attributive)
                break
            if self.labels[token] == "appos" and self._parted(self.heads[token], token):
                root = self._root_without_subject(token, last)
                if root >= 0:
                    return self.clause(root, (first, last))
            token = self.heads[token]
        return self._fallback((first, last))

    def _counted(self, predicate: int, first: int, last: int) -> int:
        """The main verb where a time counts to it from a clause ("a year after she left, it fell"), or -1."""
        mark, parent = last - 1, self.heads[predicate]
        if self.lowers[mark] not in ("after", "before") or not first < mark < predicate:
            return -1
        if self.labels[predicate] == "advcl" and self.is_predicate(parent):
            return parent
        beside = [c for c in self.all(predicate, "parataxis") if c > predicate and self.subject(c) > predicate]
        return beside[0] if beside and parent == predicate else -1

    def _said_then(self, predicate: int, first: int, last: int) -> int:
        """The verb of saying right before a time that the parser hangs on what is said ("she said Monday he left")."""
        saying = self.heads[predicate]
        beside = saying == first - 1 or (saying == first - 2 and self.tags[first - 1] == "IN")
        said = beside and self.labels[predicate] == "ccomp" and self.is_stating(saying)
        return saying if said and self.subject(predicate) >= last and self.lowers[first - 1] != "that" else -1

    def _state_then(self, predicate: int) -> int:
        """The main verb where its time is that of a state ("when he was a cook in 2009, he burned it"), or -1."""
        mark = self.child(predicate, "mark", "advmod")
        state = self.labels[predicate] == "advcl" and self.child(predicate, "cop") >= 0 and mark >= 0
        main = self.heads[predicate]
        return main if state and self.lowers[mark] == "when" and mark < predicate < main else -1

    def _placed_by(self, clause: int, main: int, also: Tokens) -> Named:
        """The main clause together with the one that a time counts from."""
        a, b = self._run(clause, BESIDE, True)
        named = self.clause(main, (main, main + 1))
        a, b = min(a, also[0]), max(b, also[1])
        first, last = named.tokens
        if a - last > 2 or first - b > 2:
            first, last = a, b
        return Named(named.head, self._trimmed(min(a, first), max(b, last), also), False, named.tense, named.core)

    def _stands_after(self, predicate: int, last: int) -> bool:
        """Whether a clause begins only after the time, which then belongs to the one around it."""
        mark = self.child(predicate, "mark", "advmod")
        return (
            last <= mark < predicate
            and self.lowers[mark] in OPENING
            and self.doc[mark - 1].is_punct
            and self.heads[predicate] != predicate
        )

    def _remarks(self, predicate: int, first: int, last: int) -> bool:
        """Whether a clause only remarks on the one before, which the time closes ("... after a week, books showed")."""
        apart = self.labels[predicate] == "parataxis" and self.heads[predicate] < first and self.is_stating(predicate)
        return apart and self.subject(predicate) >= last and "," in self.lowers[last : last + 4]

    def _root_without_subject(self, token: int, last: int) -> int:
        """The main verb further on whose subject the parser took for an apposition, or -1."""
        root = token
        for _ in range(12):
            root = self.heads[root]
        verbal = self.heads[root] == root and root > last and self.tags[root] in ("VBD", "VBZ", "VBP")
        return root if verbal and self.subject(root) < 0 else -1

    def _cleft(self, first: int, last: int) -> int:
        """The verb of what happened in "it was only on Monday that ...", or -1."""
        low, high = self.sentence(first)
        if not {"it", "was"} <= set(self.lowers[max(low, first - 5) : first]):
            return -1
        that = last
        while that < high and (self.doc[that].is_punct or self.doc[that].ent_type_ in ("DATE", "TIME")):
            that += 1
        if that >= high or self.lowers[that] not in ("that", "when") or self.heads[that] <= that:
            return -1
        return self.heads[that]

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
            and (self.child(top, "case") < last or self.tags[self.child(top, "case")] == "POS")
            and not self._has_lead(top)
        )

    def _has_lead(self, top: int) -> bool:
        return any(self.labels[c] == "case" and c < top for c in self.children[top])

    def _fallback(self, also: Tokens) -> Named | None:
        """Where the climb reached no predicate: the nearest one of the sentence, or nothing."""
        first, last = self.sentence(also[0])
        if also[1] < last and self.tags[also[1]] == "CC":
            return None  # "sleet, but less of it on Monday and ..."
        window = range(max(first, also[0] - 15), min(last, also[1] + 15))
        near = [
            t for t in window if not also[0] <= t < also[1] and self.is_predicate(t) and not self._hangs_on(t, also)
        ]
        if not near:
            return None
        return self.clause(min(near, key=lambda t: min(abs(t - also[0]), abs(t - also[1]))), also)

    def _hangs_on(self, token: int, also: Tokens) -> bool:
        """Whether a token stands in a clause that tells about the words `also` ("on May 3, who said ...")."""
        if also[0] <= self.heads[token] < also[1]:
            return True
        for _ in range(6):
            if not any(self.tags[c] in ("WP", "WDT") for c in self.children[token]) and self.labels[token] != "ccomp":
                return False
            token = self.heads[token]
            if also[0] <= token < also[1]:
                return True
        return False

    def is_told_of_the_past(self, noun: int) -> bool:
        """Whether the verb that governs a noun lies behind."""
        token = noun
        for _ in range(8):
            token = self.heads[token]
            if self.is_predicate(token):
                return self.tense(token) < 0
        return False
