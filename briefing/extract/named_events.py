"""Noun phrases that a date belongs to: what happens, who held an office, who lived when.

A noun is an event where it names one ("the vote on Sunday"), or where the date can belong to nothing else.
"""

from __future__ import annotations

from pathlib import Path

from briefing.extract.clauses import Named
from briefing.extract.opened_clauses import OpenedClauses
from briefing.extract.relations import Tokens
from briefing.extract.runs import BESIDE, FINITE
from briefing.extract.tenses import ANCHORS, Tense

_DATA = Path(__file__).parent / "data"
EVENT_NOUNS = frozenset(
    line for line in (_DATA / "event_nouns.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
)
_AHEAD_LEADS = frozenset(ANCHORS["ahead"]["leads"])

_ANCHORING = frozenset(("since", "after", "before", "until", "till", "during", "following"))
# Prepositions whose noun is another event than that of the clause.
_AROUND = _ANCHORING | {"amid", "despite", "over", "about", "from"}
# Prepositions that open a sentence with another event.
_FRONTED = _ANCHORING | {"despite", "amid"}
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no"))
# Entities that are no events, whenever they are.
_NO_EVENTS = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"))
# What somebody or something is in, since a time.
_HELD = frozenset(("power", "office", "force", "charge"))
# Participles that only point to another event.
_POINTING = frozenset(("evidence", "follow", "precede", "demonstrate", "exemplify", "illustrate", "document"))
_PLANNED = frozenset(("planned", "upcoming", "scheduled", "forthcoming", "proposed", "impending"))
# Words between a plan and its date.
_NEAR = 8
# Words of a phrase that a date closes at the beginning of a sentence.
_PHRASE = 15
# Words between a day of birth or death and the brackets around both.
_LIFE = 10
# Prepositions of the time that somebody held an office.
_TERM_LEADS = frozenset(("from", "between", "since", "until", "till", "in", "during"))


class NamedEvents(OpenedClauses):
    """Noun phrases of a parsed document, asked for by a time beside them."""

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

    def is_plain_noun(self, token: int) -> bool:
        return self.doc[token].pos_ in ("NOUN", "PROPN") and not self.is_event_noun(token)

    def names_it(self, noun: int, attributive: bool) -> bool:
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

    def phrase(self, noun: int, also: Tokens, attributive: bool) -> Named:
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

    def holder(self, first: int, top: int) -> int:
        """Whose office a time dates: the name in "Berg, mayor of Lund from 1999 to 2003", or -1."""
        office = self.heads[top]
        if self.labels[top] != "nmod" or office >= first or self.labels[office] != "appos":
            return -1
        lead = self.child(top, "case")
        name = self.heads[office]
        if lead < 0 or self.lowers[lead] not in _TERM_LEADS or self.doc[name].pos_ != "PROPN":
            return -1
        apart = self._parted(name, office) and not self._parted(office, first)
        return name if name < office and apart and not self.is_event_noun(office) else -1

    def term(self, holder: int, top: int, also: Tokens) -> Named:
        office = self.heads[top]
        start = self._run(holder, BESIDE | {"appos"})[0]
        tokens = self._trimmed(min(start, holder), max(self._run(office, BESIDE | {"appos"})[1], also[1]), also)
        return Named(office, tokens, True, -1, tokens)

    def lived(self, first: int, last: int) -> Named | None:
        """A name with the days of birth and death: "Anna Berg (March 4, 1940 - July 1, 2020)"."""
        opening = next((t for t in range(first - 1, max(-1, first - _LIFE), -1) if self.lowers[t] == "("), -1)
        closing = next((t for t in range(last, min(len(self.doc), last + _LIFE)) if self.lowers[t] == ")"), -1)
        within = range(opening + 1, closing)
        days = [t for t in within if self.tags[t] == "CD"]
        if opening < 1 or len(days) != 4 or any(self.doc[t].pos_ in ("VERB", "NOUN", "ADJ") for t in within):
            return None
        name = opening - 1
        while self.labels[name] == "flat":
            name = self.heads[name]
        if self.doc[name].pos_ != "PROPN":
            return None
        start = min([name, *(c for c in self.children[name] if self.labels[c] in ("compound", "nmod:desc"))])
        return Named(name, (start, closing + 1), True, -1, (start, closing + 1))

    def opening_noun(self, first: int, last: int) -> int:
        """The noun of "Following the success of the fair this July, ...", or -1: its date is that of the noun."""
        low = self.sentence(first)[0]
        if last >= len(self.doc) or self.lowers[last] != "," or self.lowers[low] not in _FRONTED:
            return -1
        if first - low > _PHRASE or any(self.is_mark(t) or self.tags[t] in FINITE for t in range(low, first)):
            return -1
        noun = self.heads[low]
        if self.tags[low + 1] == "VBG":
            return -1  # "despite handing it in"
        return noun if low < noun < first and self.doc[noun].pos_ in ("NOUN", "PROPN") else -1

    def planned(self, first: int) -> int:
        """The noun of "a planned march through Lund this week", or -1: the date is that of the plan."""
        low = self.sentence(first)[0]
        for token in range(first - 1, max(low, first - _NEAR), -1):
            if self.is_mark(token) or self.tags[token] in FINITE or self.tags[token] in ("TO", "CC"):
                return -1
            if self.is_event_noun(token) and any(self.lowers[c] in _PLANNED for c in self.children[token]):
                return token
        return -1

    def _leads(self, noun: int) -> set[str]:
        """The words before a noun that tell what it is there for: "since the"."""
        return {self.lowers[c] for c in self.children[noun] if c < noun and self.labels[c] in ("case", "det")}

    def coming(self, first: int) -> int:
        """The noun of "ahead of elections next year", or -1."""
        noun = first - 1
        low = max(self.sentence(first)[0], noun - _NEAR)
        ahead = next((t for t in range(noun - 1, low, -1) if self.lowers[t - 1 : t + 1] == ["ahead", "of"]), noun)
        plain = not any(self.is_mark(t) or self.tags[t] in FINITE for t in range(ahead, noun))
        return noun if ahead < noun and plain and self.is_event_noun(noun) else -1

    def named_by_a_time(self, noun: int, top: int, first: int, last: int) -> int:
        """A noun that its time makes an event: "this year’s Regatta", "several concerts in 2005", or -1."""
        if noun != self.heads[top] or self.doc[noun].pos_ not in ("NOUN", "PROPN"):
            return -1
        if self.doc[noun].pos_ == "PROPN" and self.tags[last : last + 1] == ["POS"] and noun > last:
            acts = self.labels[noun] in ("nsubj", "nsubj:pass")
            return noun if not acts and self.doc[noun].ent_type_ not in _NO_EVENTS else -1
        listed = self.labels[noun] == "conj" and self.labels[top] == "nmod" and noun < first
        return noun if listed and self.is_event_noun(noun) and self.tags[noun] == "NNS" else -1

    def ruling(self, first: int) -> int:
        """What is in power since a time: "the duke in power since 1908", or -1."""
        office = first - 2
        if office <= self.sentence(first)[0] or self.lowers[first - 1] != "since" or self.lowers[office] not in _HELD:
            return -1
        noun = self.heads[office]
        return noun if self.labels[office] == "nmod" and noun < office else -1

    def dated_thing(self, top: int, first: int) -> int:
        """The noun of "a suit from the 1920s", or -1."""
        noun = first - 2
        if self.lowers[first - 1] != "from" or noun < 0 or self.tags[noun] not in ("NN", "NNS"):
            return -1
        years = any(char.isdigit() for char in self.lowers[top])
        told = years and self.child(noun, "det") >= 0 and self.labels[noun] in ("obj", "obl", "nmod")
        return noun if told and self.heads[top] in (noun, self.heads[noun]) else -1

    def example(self, top: int) -> int:
        """The noun of "including a concert on April 5", or -1: the date is that of the example."""
        noun = self.heads[top]
        return noun if self.labels[top] == "nmod" and self.case(noun) == "including" and noun < top else -1

    def anchor_beside(self, first: int) -> int:
        """The event noun of "after a storm from the sea in May", or -1: the date is that of the noun."""
        noun = first - 2
        if noun <= self.sentence(first)[0] or self.lowers[first - 1] not in ("in", "on"):
            return -1
        for _ in range(3):
            if self.labels[noun] == "flat":
                noun = self.heads[noun]
            if self.labels[noun] not in ("nmod", "appos") or self.heads[noun] > noun:
                return -1
            noun = self.heads[noun]
            leads = self._leads(noun)
            within = self.labels[noun] == "nmod" and bool(leads & {"over", "about", "amid"})
            if self.is_event_noun(noun) and (leads & {"after", "since", "following"} or within):
                return noun
        return -1

    def named_beside(self, predicate: int, first: int) -> int:
        """The event noun right before a time that the parser hangs on a gerund, or -1."""
        agent = self.child(predicate, "obl:agent")
        if agent > predicate and self.lemmas[predicate] in _POINTING and self.tags[predicate] == "VBN":
            return agent  # "as evidenced by three reports in 2004"
        object_ = self.child(predicate, "obj")
        if self.lowers[predicate] == "following" and object_ >= 0 and self.is_event_noun(object_):
            return object_  # "the minister, following his trip to Lund in May, ..."
        likely = self.doc[self.heads[predicate]].pos_ == "ADJ" and self.labels[predicate] == "xcomp"
        if likely and self.heads[first - 2 : first - 1] == [predicate] and self.is_event_noun(first - 2):
            return first - 2  # "the one most likely to win the race on Sunday"
        if self.tags[predicate] != "VBG" or self.child(predicate, "mark") < 0:
            return -1
        noun = first - 2
        if self.lowers[first - 1] not in ("in", "on") or noun <= predicate:
            return -1
        for steps in range(3):
            if self.is_event_noun(noun):
                of_what = self.labels[noun] == "obj" and steps > 0
                return noun if self.labels[noun] == "nmod" or of_what else -1
            if self.labels[noun] not in ("nmod", "appos", "flat") or not predicate < self.heads[noun] < noun:
                return -1
            noun = self.heads[noun]
        return -1

    def is_aim(self, first: int, top: int) -> bool:
        """Whether a day is the end of what a noun aims at: "a law on a cut of 40 percent by 2030"."""
        noun = self.heads[top]
        return (
            first > 0
            and self.lowers[first - 1] == "by"
            and self.labels[top] == "nmod"
            and noun < first
            and self.doc[noun].pos_ == "NOUN"
        )

    def whole(self, noun: int) -> int:
        """The noun that a noun is part of: "a cut" of "a cut in emissions"."""
        for _ in range(3):
            if self.labels[noun] != "nmod" or self.case(noun) not in ("of", "in") or self.heads[noun] > noun:
                break
            noun = self.heads[noun]
        return noun

    def dates_an_anchor(self, first: int) -> bool:
        """Whether the words before are "since the Revolution in": the date is that of the noun, wherever it hangs."""
        noun = first - 2
        if noun <= self.sentence(first)[0] or self.lowers[first - 1] not in ("in", "of", "on"):
            return False
        words = self._leads(noun)
        place = self.doc[noun].ent_type_ in ("GPE", "LOC")
        named = self.is_event_noun(noun) or (self.tags[noun] == "NNP" and not place)
        return named and bool(words & _ANCHORING) and not words & _INDEFINITE
