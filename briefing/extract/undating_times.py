"""Times that date nothing by the words around them: they measure, repeat, compare or belong to a name.

So a time stands in the name of a law or a report, behind a name as a term of office, in a comparison, or over a
dispatch.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.events import Events
from briefing.extract.relations import Tokens
from briefing.extract.runs import FINITE
from briefing.extract.tenses import ANCHORS
from briefing.extract.time_values import Calendar, Fixed, Narrative, Offset, Undated, Value, Weekday, Window

_COMPARISON = frozenset(ANCHORS["comparison"]["words"])
_LAWS = frozenset(ANCHORS["laws"]["words"])
_NUMBER = frozenset(("no", "no.", "nº", "n°", "number", "nr", "nr."))
_IN_OFFICE = frozenset(("under", "during"))
_NAMING = frozenset(("long", "red", "black", "green", "great", "little", "new", "old"))
_LIKENESS = frozenset(("that", "those", "one", "ones", "repeat", "replay", "cry", "echo", "same", "reminiscent"))
_MEASURES = frozenset(("values", "value", "levels", "level", "prices", "rates", "figures", "standards"))
_NAMES = frozenset(("PERSON", "GPE", "LOC", "FAC"))
_ORDINALS = frozenset(("first", "second", "third", "fourth", "last"))
_DOCUMENTS = frozenset(ANCHORS["documents"]["words"])


@dataclass(frozen=True, slots=True)
class TimeWords:
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
        if before[-1] in ("than", "versus", "vs", "every", "each", "per", "like", "unlike") or before[-2] == "than":
            return True
        if before[-2] in _COMPARISON and before[-1] in ("to", "with"):
            return True
        if self._names_a_document() or self._is_one_of_every_month() or self._says_what_day_it_is():
            return True
        if before[-1] in ("of", "from", "as") and before[-2] in _LIKENESS and before[-2:] != ["that", "from"]:
            return True  # "to replace that of 1968", "a repeat of 2003"
        if before[-1] in ("ended", "ending") and before[-2] in ("year", "quarter", "months", "half"):
            return True  # "a profit in the business year ended March 31": which year, not when
        if before[-1] == "of" and before[-2] in _MEASURES:
            return True  # "they sink to the levels of 1987"
        if before[-1] in ("period", "periods", "version", "edition"):
            return True
        if self._is_of_somebody() or self._is_of_a_figure():
            return True
        if self._only_lasts() or self._is_of_a_document() or self._is_measured_against():
            return True
        if self._is_in_a_name() or self._ends_a_comparison():
            return True
        if self._opens_a_dispatch() or self._names_a_law() or self._is_a_term():
            return True
        month = isinstance(self.value, Calendar) and self.value.day is None
        named = {doc[t].ent_type_ for t in range(first, last)}  # "April Jones", "Mar del Plata"
        return (month or isinstance(self.value, Weekday)) and len(named) == 1 and named <= _NAMES

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

    def _ends_a_comparison(self) -> bool:
        """ "his first walk since 2012", "the richest catch in the last decade"."""
        events, first = self.events, self.when[0]
        since = events.lowers[first - 1] == "since" and isinstance(self.value, Fixed | Calendar)
        within = events.lowers[first - 1] == "in" and isinstance(self.value, Window)
        if not since and not within:
            return False
        for token in range(first - 2, max(events.sentence(first)[0] - 1, first - 8), -1):
            if events.is_mark(token) or events.tags[token] in FINITE:
                return False
            if events.lowers[token] == "least":  # "at least one"
                return False
            if events.tags[token] in ("JJS", "RBS") or events.lowers[token] == "first":
                return True
        return False

    def _is_of_somebody(self) -> bool:
        """ "her rivals from three years ago": the time only tells which ones."""
        events, first = self.events, self.when[0]
        noun = first - 2
        if self._before[-1:] != ["from"] or not isinstance(self.value, Undated | Offset):
            return False
        return events.doc[noun].pos_ in ("NOUN", "PROPN") and not events.is_event_noun(noun)

    def _is_of_a_figure(self) -> bool:
        """ "the sum reached in 2011": what is told elsewhere, to measure by."""
        events, token = self.events, self.when[0]
        for _ in range(4 if isinstance(self.value, Fixed) else 0):
            token = events.heads[token]
            if events.labels[token] == "acl" and events.tags[token] in ("VBN", "VBD"):
                noun = events.heads[token]
                return events.lemmas[noun] in ("figure", "number", "total", "level", "amount", "sum") and noun < token
        return False

    def _is_in_a_name(self) -> bool:
        """ "the Long March 5": a capital letter within the sentence makes the adjective a part of a name."""
        events, first = self.events, self.when[0]
        month = isinstance(self.value, Calendar) and events.doc[first].is_title
        if not month or first - 1 <= events.sentence(first)[0]:
            return False
        return (
            events.tags[first - 1] in ("JJ", "NNP")
            and events.doc[first - 1].is_title
            and events.lowers[first - 1] in _NAMING
        )

    def _only_lasts(self) -> bool:
        """ "it took months before they left", "for a year before that", "all is well for the last day"."""
        events, (first, last) = self.events, self.when
        if (
            isinstance(self.value, Window)
            and last - first == 3
            and self.value.unit == "day"
            and abs(self.value.count) == 1
        ):
            return events.lowers[first] == "the"
        if not isinstance(self.value, Undated | Narrative) or events.lowers[last - 1] not in ("before", "after"):
            return False
        low = max(events.sentence(first)[0], first - 2)
        return "for" in self._before[-1:] or "take" in events.lemmas[low:first]

    def _is_of_a_document(self) -> bool:
        """ "in its report on the herds for 2013", "the yearbook of the choir of 2008"."""
        events, token = self.events, self.when[0]
        if not isinstance(self.value, Fixed) or self._before[-1:] not in (["for"], ["of"]):
            return False
        if self._before[-1:] == ["for"] and events.lemmas[token - 2] in _DOCUMENTS:
            return True
        for _ in range(5):
            if events.labels[token] not in ("nmod", "conj", "appos", "compound", "nmod:unmarked"):
                return False
            token = events.heads[token]
            if events.lemmas[token] in _DOCUMENTS:
                return True
        return False

    def _is_measured_against(self) -> bool:
        """ "more singers than in the same weeks of 2014"."""
        before, events, (first, last) = self._before, self.events, self.when
        share = any(word[:1].isdigit() for word in before)
        if "from" in before and share and before[-1] == "in" and events.lowers[last : last + 1] == ["to"]:
            return isinstance(self.value, Fixed)  # "it will rise from 3 % in 2018 to 5 %"
        low = max(events.sentence(first)[0], first - 8)
        for token in range(low, first - 1):  # "a tenth more compared to what it had in 2011"
            pair = (events.lowers[token], events.lowers[token + 1])
            measured = pair[0] in _COMPARISON and pair[1] in ("to", "with")
            measured = measured or pair in (("up", "from"), ("down", "from"))
            if measured and not any(events.is_mark(t) for t in range(token, first)):
                return True
            if events.lowers[token : token + 2] == ["than", "any"]:
                return True  # "worse than any storm in the last 30 years"
        if "than" not in before:
            return False
        than = len(before) - before[::-1].index("than")
        first = self.when[0] - len(before) + than
        told = any(self.events.tags[t] in FINITE or self.events.is_mark(t) for t in range(first, self.when[0]))
        return before[than : than + 1] != [] and before[than] in ("in", "on", "at", "during") and not told

    def _names_a_document(self) -> bool:
        """ "according to the Harbour Census March 2019 report": the date is part of a name."""
        events, (first, last) = self.events, self.when
        if not isinstance(self.value, Fixed | Calendar) or events.tags[first - 1] == "IN":
            return False
        return bool(_DOCUMENTS.intersection(events.lowers[last : last + 1])) and events.heads[first - 1] != first - 1

    def _is_one_of_every_month(self) -> bool:
        """ "closed on the second Tuesday of the month"."""
        after = self.events.lowers[self.when[1] : self.when[1] + 3]
        return (
            self._before[-1:] != []
            and self._before[-1] in _ORDINALS
            and after[:1] == ["of"]
            and after[-1] in ("month", "year")
        )

    def _says_what_day_it_is(self) -> bool:
        """ "it was Valentine's Day"."""
        before = self._before
        if not isinstance(self.value, Weekday | Fixed | Calendar) or len(before) < 2:
            return False
        return before[-1] in ("is", "was", "’s", "'s") and before[-2] == "it"

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
