"""What a time in the text is there for: whether it dates an event at all, and which days it leaves open.

A time also stands in the name of a law, behind a name as a term of office, in a comparison, over a dispatch, or with
how things are these days: none of these is an event.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.clauses import Named
from briefing.extract.events import Events
from briefing.extract.relations import Tokens
from briefing.extract.tenses import ANCHORS
from briefing.extract.time_values import Calendar, Fixed, Narrative, Shift, Undated, Value, Weekday, Window

_COMPARISON = frozenset(ANCHORS["comparison"]["words"])
_HABIT = frozenset(ANCHORS["habit"]["words"])
_LAWS = frozenset(ANCHORS["laws"]["words"])
_DENIED = frozenset(ANCHORS["denied"]["words"])
_OPEN = frozenset(("since", "until", "till", "by", "from"))
_NUMBER = frozenset(("no", "no.", "nº", "n°", "number", "nr", "nr."))
_IN_OFFICE = frozenset(("under", "during"))
_LONG = frozenset(("year", "decade", "century"))


@dataclass(frozen=True, slots=True)
class Use:
    """A time expression of a parsed document: its tokens and its value."""

    events: Events
    when: Tokens
    value: Value

    @property
    def _before(self) -> list[str]:
        """The last words of the sentence before the time."""
        first = self.when[0]
        return self.events.lowers[max(self.events.sentence(first)[0], first - 6) : first]

    def dates_nothing(self) -> bool:
        """Whether the words only measure, repeat or name: "compared to 2019", "Act No. 5 of 2012", "April Jones"."""
        doc, (first, last) = self.events.doc, self.when
        before = ["", "", *self._before]
        if before[-1] in ("than", "versus", "vs", "every", "each", "per") or before[-2] == "than":
            return True
        if before[-2] in _COMPARISON and before[-1] in ("to", "with"):
            return True
        if self._opens_a_dispatch() or self._names_a_law() or self._is_a_term():
            return True
        month = isinstance(self.value, Calendar) and self.value.day is None
        return (month or isinstance(self.value, Weekday)) and all(
            doc[t].ent_type_ == "PERSON" for t in range(first, last)
        )

    def _opens_a_dispatch(self) -> bool:
        """ "WASHINGTON, July 25: ", "YAOUNDÉ, May 13 2022 (IPS) - "."""
        doc, (first, last) = self.events.doc, self.when
        low = self.events.sentence(first)[0]
        if (
            last + 1 < len(doc)
            and first
            and (doc[first - 1].text, doc[last].text, doc[last + 1].text) == ("(", ")", ":")
        ):
            first, last = first - 1, last + 1  # "Oslo (May 3, 2020): "
        if first - low > 6 or last >= len(doc) or doc[last].text not in (":", "(", "-", "–", "—", "/"):
            return False
        before = doc[low:first]
        return any(t.is_alpha for t in before) and all(t.is_upper or t.is_punct or t.tag_ == "NNP" for t in before)

    def _names_a_law(self) -> bool:
        """ "the Water Act of 1974", "Decree No. 12 of 3 May 1990"."""
        if not isinstance(self.value, Fixed):
            return False
        before = ["", "", "", "", *(word for word in self._before if word not in ("(", ")"))]
        if before[-1] not in ("of", ","):
            return False
        numbered = before[-2][:1].isdigit() and any(b in _LAWS or b in _NUMBER for b in before[-4:-2])
        noun = self.when[0] - 2
        return numbered or (before[-2] in _LAWS and self.events.doc[noun].text[:1].isupper())

    def _is_a_term(self) -> bool:
        """Whether years stand behind a name as a term of office ("Anna Berg (1990-1995) agreed")."""
        (first, last), lowers = self.when, self.events.lowers
        if not (
            isinstance(self.value, Fixed) and self.value.days.precision == "year" and first > 1 and last < len(lowers)
        ):
            return False
        name = first - 2
        if lowers[first - 1] != "(" or lowers[last] != ")" or self.events.doc[name].pos_ != "PROPN":
            return False
        while self.events.labels[name] == "flat":
            name = self.events.heads[name]
        return self.events.case(name) not in _IN_OFFICE

    def tells_no_event(self, named: Named) -> bool:
        """Whether the clause speaks of how things are these days, of every such day, or of what won't happen."""
        events = self.events
        if not named.nominal and self._is_denied(named):
            return True
        if named.tense != 0:
            return False
        if isinstance(self.value, Weekday | Calendar) and _HABIT.intersection(
            events.lowers[named.core[0] : named.core[1]]
        ):
            return True
        if isinstance(self.value, Shift) and self.value.count == 0:
            return self.value.unit == "day" or self._is_state(named)
        return (
            isinstance(self.value, Fixed)
            and self.value.days.precision in _LONG
            and self._is_state(named)
            and not _OPEN.intersection(self._before[-1:])
        )

    def _is_state(self, named: Named) -> bool:
        copulas = self.events.all(named.head, "cop")
        return not named.nominal and any(self.events.tags[c] in ("VBZ", "VBP") for c in copulas)

    def _is_denied(self, named: Named) -> bool:
        """ "unlikely to leave", "there is no way to reverse it"."""
        events, head = self.events, named.head
        parent = events.heads[head]
        if events.tags[head] not in ("VB", "VBN") or not any(events.tags[c] == "TO" for c in events.children[head]):
            return False
        if events.lemmas[parent] in _DENIED:
            return True
        determiners = {events.lowers[c] for c in events.all(parent, "det")}
        return events.labels[head] == "acl" and "no" in determiners

    def days_left_open(self, named: Named) -> Value:
        """The value that the words around allow: "after 1994" is not in it; "the next decade" turns with the tense."""
        last = (self._before or [""])[-1]
        bare = isinstance(self.value, Fixed | Calendar | Weekday | Shift)
        outside = last == "after" or (last == "before" and named.tense <= 0)
        if bare and outside and not self._is_of_a_noun():
            return Undated()
        if isinstance(self.value, Narrative) and self.value.count == 1 and named.tense > 0 and self._is_next():
            return Window(self.value.unit, 1)
        return self.value

    def _is_of_a_noun(self) -> bool:
        """Whether a time belongs to a noun behind it ("after Friday's raid", "before the 2015 vote")."""
        events, (first, last) = self.events, self.when
        return any(
            last <= events.heads[t] and events.doc[events.heads[t]].pos_ in ("NOUN", "PROPN")
            for t in range(first, last)
        ) and events.lowers[last : last + 1] != [","]

    def _is_next(self) -> bool:
        return "the next" in " ".join(self.events.lowers[self.when[0] : self.when[1]])
