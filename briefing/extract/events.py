"""Which event a word belongs to: the clause or noun phrase that names it, with its participants, and its tense.

The parse is not trusted blindly: a date that hangs on a place or a person belongs to what governs that.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.extract.clauses import Clauses, Named
from briefing.extract.relations import Tokens
from briefing.extract.runs import BESIDE
from briefing.extract.tenses import ANCHORS, Tense

_DATA = Path(__file__).parent / "data"
EVENT_NOUNS = frozenset(
    line for line in (_DATA / "event_nouns.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
)
_AHEAD_LEADS = frozenset(ANCHORS["ahead"]["leads"])

_PARTS = frozenset(("end", "beginning", "start", "middle", "close", "turn", "outset", "eve", "course"))
_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "VBD", "VBZ", "VBP"))
_ANCHORING = frozenset(("since", "after", "before", "until", "till", "during", "following"))
# Prepositions whose noun is another event than that of the clause.
_AROUND = _ANCHORING | {"amid", "despite", "over", "about", "from"}
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no"))
# Words that open a clause beside the one whose date stands before them ("today - after she left - it ...").
_OPENING = frozenset(("after", "before", "when", "while", "because", "since", "if", "although", "as", "until", "once"))
# Words that a lost subject may lie before its verb.
_REACH = 25


class Events(Clauses):
    """Events of a parsed document, asked for by a token of theirs; every walk goes up or over one clause."""

    def of(self, first: int, last: int) -> Named | None:
        """The event that a time expression, tokens `first` up to `last`, dates; None where it dates nothing."""
        found = self._of(first, last)
        return found if found is not None and found.nominal else self._with_lost_subject(found, first, last)

    def _of(self, first: int, last: int) -> Named | None:
        if self._dates_an_anchor(first):
            return self._phrase(first - 2, (first, last), False)
        cleft = self._cleft(first, last)
        if cleft >= 0:
            opening = first - self.lowers[max(0, first - 5) : first][::-1].index("it") - 1
            return self.clause(cleft, (opening, last))
        top = self._top(first, last)
        attributive = self._attributive(top, last)
        if self._is_aim(first, top):
            aim = self._phrase(self._whole(self.heads[top]), (first, last), False)
            return replace(aim, tense=1)
        token, noun = top, -1
        for _ in range(30):
            if not first <= token < last and self.is_predicate(token):
                main = self._counted(token, first, last)
                if main >= 0:
                    return self._placed_by(token, main, (first, last))
                if not self._stands_after(token, last):
                    return self.clause(token, (first, last))
            if not first <= token < last and noun < 0 and self.doc[token].pos_ in ("NOUN", "PROPN"):
                part = self.lemmas[token] in _PARTS and token < first <= token + 3  # "the end of 2020"
                if self.is_event_noun(token) and not part and self._names_it(token, attributive):
                    return self._phrase(token, (first, last), attributive)
                if attributive and not self.is_event_noun(token):
                    return None  # "the Sunday buffet", "a 2020 model"
                noun = token
            if self.heads[token] == token:
                if noun >= 0 and self.is_event_noun(noun):
                    return self._phrase(noun, (first, last), attributive)
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
            and self.lowers[mark] in _OPENING
            and self.doc[mark - 1].is_punct
            and self.heads[predicate] != predicate
        )

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

    def _is_aim(self, first: int, top: int) -> bool:
        """Whether a day is the end of what a noun aims at: "a law on a cut of 40 percent by 2030"."""
        noun = self.heads[top]
        return (
            first > 0
            and self.lowers[first - 1] == "by"
            and self.labels[top] == "nmod"
            and noun < first
            and self.doc[noun].pos_ == "NOUN"
        )

    def _whole(self, noun: int) -> int:
        """The noun that a noun is part of: "a cut" of "a cut in emissions"."""
        for _ in range(3):
            if self.labels[noun] != "nmod" or self.case(noun) not in ("of", "in") or self.heads[noun] > noun:
                break
            noun = self.heads[noun]
        return noun

    def _has_lead(self, top: int) -> bool:
        return any(self.labels[c] == "case" and c < top for c in self.children[top])

    def _dates_an_anchor(self, first: int) -> bool:
        """Whether the words before are "since the Revolution in": the date is that of the noun, wherever it hangs."""
        noun = first - 2
        if noun <= self.sentence(first)[0] or self.lowers[first - 1] not in ("in", "of", "on"):
            return False
        words = {self.lowers[c] for c in self.children[noun] if c < noun and self.labels[c] in ("case", "det")}
        named = self.is_event_noun(noun) or self.tags[noun] == "NNP"
        return named and bool(words & _ANCHORING) and not words & _INDEFINITE

    def _names_it(self, noun: int, attributive: bool) -> bool:
        """Whether the noun itself is the event, rather than the clause that it stands in."""
        if self.child(noun, "cop") >= 0:
            return False
        words = {self.doc[c].lower_ for c in self.children[noun] if self.labels[c] == "det"}
        if words & _INDEFINITE:
            return False
        if attributive:
            return True
        if self.labels[noun] in ("nsubj", "nsubj:pass", "nsubj:outer"):
            return True
        return self.child(noun, "case") >= 0 and (self._is_named(noun) or self.labels[noun] != "obl")

    def _is_named(self, noun: int) -> bool:
        """Whether a noun phrase tells by itself which event it means, as "under investigation" does not."""
        before = [c for c in self.children[noun] if c < noun]
        told = any(self.labels[c] in ("det", "nmod:poss", "compound") or self.lowers[c] in _AROUND for c in before)
        return told or self.tags[noun] != "NN"

    def _phrase(self, noun: int, also: Tokens, attributive: bool) -> Named:
        token = noun
        tense: Tense = 0
        while self.heads[token] != token and not self.is_predicate(token):
            token = self.heads[token]
        tokens = self.name(noun, also)
        lead = max((c for c in self.children[noun] if c < noun and self.lowers[c] in _ANCHORING), default=-1)
        if tokens[0] <= lead < also[0]:  # "just weeks after | the feast on 21 March"
            tokens = (lead + 1, tokens[1])
        low = max(self.sentence(noun)[0], tokens[0] - 2)
        if any(lower in _AHEAD_LEADS for lower in self.lowers[low : tokens[0]]):  # "ahead of Sunday’s vote"
            tense = 1
        elif self.is_predicate(token):
            tense = self.tense(token) or (0 if attributive else -1)
        return Named(noun, tokens, True, tense, tokens)

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
        end = found.tokens[1] if found is not None else self._run(verb, BESIDE)[1]
        if end <= verb + 1:  # the parser has taken the verb for a modifier of its object
            head = self.heads[verb]
            end = self._run(head, BESIDE)[1] if head > verb else verb + 1
        end = max(end, verb + 1)
        return Named(verb, (start, self._completed(start, end)), False, 1 if ahead else -1, (start, end))

    def _fallback(self, also: Tokens) -> Named | None:
        """Where the climb reached no predicate: the nearest one of the sentence, or nothing."""
        first, last = self.sentence(also[0])
        window = range(max(first, also[0] - 15), min(last, also[1] + 15))
        near = [
            t
            for t in window
            if not also[0] <= t < also[1] and self.is_predicate(t) and not also[0] <= self.heads[t] < also[1]
        ]
        if not near:
            return None
        return self.clause(min(near, key=lambda t: min(abs(t - also[0]), abs(t - also[1]))), also)
