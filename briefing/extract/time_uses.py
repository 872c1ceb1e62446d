"""What a time in the text is there for: whether its clause tells of an event at all, and which days it leaves open.

How things are these days, what the reader is to do, what may be or should have been: none of these is an event.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.clauses import Named
from briefing.extract.dates import span
from briefing.extract.runs import FINITE
from briefing.extract.tenses import ANCHORS
from briefing.extract.time_values import (
    Calendar,
    Easter,
    Fixed,
    Narrative,
    Season,
    Shift,
    Undated,
    Value,
    Weekday,
    Window,
)
from briefing.extract.undating_times import TimeWords

_HABIT = frozenset(ANCHORS["habit"]["words"])
_DENIED = frozenset(ANCHORS["denied"]["words"])
_OPEN = frozenset(("since", "until", "till", "by", "from"))
_STATES = frozenset(ANCHORS["states"]["words"])
_LONG = frozenset(("year", "decade", "century"))


@dataclass(frozen=True, slots=True)
class Use(TimeWords):
    """A time expression of a parsed document together with the clause that it dates."""

    def tells_no_event(self, named: Named) -> bool:
        """Whether the clause speaks of how things are these days, of every such day, or of what won't happen."""
        events = self.events
        if not named.nominal and (
            self._is_denied(named)
            or self._should_have_been(named)
            or self._is_asked_of_the_reader(named)
            or self._is_a_guess(named)
            or self._is_kept_open(named)
        ):
            return True
        if isinstance(self.value, Undated) and self._before[-1:] == ["within"] and named.tense >= 0:
            return True  # "they have to show papers within the previous 12 hours"
        if self._is_nowadays(named) or self._passes(named) or self._owns_a_thing(named):
            return True
        if named.tense != 0:
            return False
        if isinstance(self.value, Season) and self.value.turn == 0 and not self.value.this:
            return not named.nominal and events.is_present(named.head)  # "it fills with tourists over summer"
        if isinstance(self.value, Window) and events.lemmas[named.head] in ("have", "be") and not named.nominal:
            return events.is_present(named.head)  # "the duties we have over the next eight weeks"
        if isinstance(self.value, Weekday) and self.value.last is not None and not named.nominal:
            return events.is_present(named.head) and self.when[1] - self.when[0] == 3  # "she bakes Sunday to Thursday"
        if isinstance(self.value, Weekday) and self._before[-1:] == ["a"]:
            return True  # "who bakes on a Saturday"
        if isinstance(self.value, Weekday | Calendar) and _HABIT.intersection(
            events.lowers[named.core[0] : named.core[1]]
        ):
            return True
        if isinstance(self.value, Shift) and self.value.count == 0:
            return self.value.unit != "day" and self._is_state(named)
        return (
            isinstance(self.value, Fixed)
            and self.value.days.precision in _LONG
            and self._is_state(named)
            and not _OPEN.intersection(self._before[-1:])
        )

    def _is_state(self, named: Named) -> bool:
        events, head = self.events, named.head
        while events.labels[head] == "xcomp" and events.heads[head] != head:
            head = events.heads[head]
        states = events.lemmas[head] in _STATES and events.tags[head] in ("VBZ", "VBP")
        limited = bool(_OPEN.intersection(self._before[-1:]))
        if events.labels[head] == "acl" and not limited and any(events.tags[c] == "TO" for c in events.children[head]):
            for _ in range(6):  # "these are good towns to rest in 2021"
                head = events.heads[head]
        copulas = events.all(head, "cop")
        return not named.nominal and (states or any(events.tags[c] in ("VBZ", "VBP") for c in copulas))

    def _is_nowadays(self, named: Named) -> bool:
        """Whether "today" is but these days: with neither a past nor a future verb, nor one of what goes on."""
        events, head, value = self.events, named.head, self.value
        words = events.lowers[self.when[0] : self.when[1]]
        if not named.nominal and words == ["tomorrow"]:  # "helps them become masters tomorrow"
            alone = not any(events.labels[c] in ("aux", "mark") for c in events.children[head])
            return events.tags[head] == "VB" and alone
        if named.nominal or words != ["today"]:
            return False
        if not isinstance(value, Shift) or events.tags[head] == "VBN":
            return named.tense == 0
        progressive = events.tags[head] == "VBG" and bool(events.all(head, "aux"))
        own = events.is_finite(head) or any(events.tags[c] == "TO" for c in events.children[head])
        return not progressive and (named.tense == 0 or not own)

    def _owns_a_thing(self, named: Named) -> bool:
        """ "she looks forward to this year's rowers": the time belongs to whom or what it is told of."""
        events, last = self.events, self.when[1]
        if named.nominal or named.tense < 0 or last >= len(events.tags) or events.tags[last] != "POS":
            return False
        owned = events.heads[events.heads[last]]
        return owned > last and events.is_plain_noun(owned) and events.labels[owned] not in ("nsubj", "nsubj:pass")

    def _passes(self, named: Named) -> bool:
        """ "the month of May nears its end": the time is all that the clause tells about."""
        events = self.events
        subject = events.subject(named.head)
        held = subject >= 0 and subject in range(self.when[0] - 3, self.when[1])
        return held and events.lemmas[named.head] in ("near", "approach", "draw", "loom", "dawn")

    def _is_asked_of_the_reader(self, named: Named) -> bool:
        """An imperative: "leave it alone from May to June"."""
        events, head = self.events, named.head
        if events.tags[head] != "VB" or events.labels[head] not in ("ROOT", "parataxis", "conj"):
            return False
        helped = any(
            events.labels[c] in ("aux", "aux:pass", "cop") or events.tags[c] == "TO" for c in events.children[head]
        )
        governor = events.heads[head]
        joined = events.labels[head] == "conj" and events.tags[governor] != "VB"
        bare = events.labels[head] != "conj" or (joined and events.is_finite(governor))
        return bare and not helped and events.subject(head) < 0

    def _is_a_guess(self, named: Named) -> bool:
        """What could be in some year or other: "could keep them warm for the rest of 2024"."""
        events, head = self.events, named.head
        if (
            not isinstance(self.value, Fixed)
            or self.value.days.precision not in _LONG
            or _OPEN & set(self._before[-1:])
        ):
            return False
        helping = {events.lowers[c] for c in events.all(head, "aux")}
        return bool(helping & {"could", "may", "might"}) and "have" not in helping

    def _is_kept_open(self, named: Named) -> bool:
        """When a place is open, told without any verb: "Closed on Mondays and during October"."""
        events = self.events
        low, high = events.sentence(named.head)
        told = any(events.tags[t] in FINITE for t in range(low, high))
        return not told and events.lowers[named.head] in ("open", "closed", "opens", "closes")

    def _should_have_been(self, named: Named) -> bool:
        """ "they should have asked him in May": what did not happen."""
        helping = {self.events.lowers[c] for c in self.events.all(named.head, "aux", "aux:pass")}
        return {"should", "have"} <= helping

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
        part = [word for word in self._before if word != "the"][-3:]
        if isinstance(self.value, Fixed) and part[-2:] == ["day", "of"] and part[0] in ("first", "last", "final"):
            return Fixed(span("day", self.value.days.earliest if part[0] == "first" else self.value.days.latest))
        if isinstance(self.value, Window) and self.value.count > 0 and named.tense < 0:
            return Undated()  # "over the next six days, they rowed": counted from another event
        if self._before[-1:] == ["to"] and self._before[-2:-1] in (["months"], ["weeks"], ["year"], ["quarter"]):
            return Undated()  # "in the six months to May"
        if isinstance(self.value, Easter) and self.value.year is None and named.nominal:
            return Undated()  # "the Easter Sunday bombings": a name, of whatever year
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
