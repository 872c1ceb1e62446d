"""Names of organizations become actors: short forms, acronyms with their expansion, and owners kept apart."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict

from briefing.extract.board import Found
from briefing.extract.drafts import Draft
from briefing.extract.names import initials, institutions, is_acronym, key_of, organization_nouns, same_organization
from briefing.extract.places import lookup
from briefing.extract.tables import word_set
from briefing.language import Reading

_MOST = 50  # names with one word in common that are compared


def organizations(reading: Reading, found: tuple[Found, ...]) -> list[Draft]:
    """A draft for each organization that `found` names; acronyms join what they shorten."""
    spans = [each for each in found if each.label == "ORG"]
    chart = _Chart(reading)
    acronyms = [each for each in spans if each.last - each.first == 1 and is_acronym(reading.doc[each.first].text)]
    nouns = [
        each for each in spans if each.last - each.first == 1 and reading.doc[each.first].lower_ in organization_nouns()
    ]
    short = {id(each) for each in [*acronyms, *nouns]}
    for each in sorted((s for s in spans if id(s) not in short), key=lambda s: (s.first - s.last, s.first)):
        chart.join(each)
    for each in nouns:
        chart.join_noun(each)
    for each in acronyms:
        chart.join_acronym(each)
    return chart.drafts


class _Chart:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self._by_key: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
        self._by_end: dict[str, list[Draft]] = defaultdict(list)
        self._by_word: dict[str, list[Draft]] = defaultdict(list)
        self._by_initials: dict[str, Draft] = {}
        self._owner: dict[int, str] = {}
        self._begin: dict[int, Draft] = {}
        self._end: dict[int, Draft] = {}
        self._named: dict[int, list[int]] = defaultdict(list)  # id of a draft -> where it was named, in order

    def join_noun(self, each: Found) -> None:
        """ "the Church", "the Court": the organization named before whose name has the word."""
        text = self.reading.doc[each.first : each.last].text
        options = [d for d in self._by_word.get(key_of(text)[0], [])[:_MOST] if len(d.key) > 1]
        before = [(bisect_left(named := self._named[id(d)], each.first), named, d) for d in options]
        latest = max(((named[at - 1], d) for at, named, d in before if at), key=lambda item: item[0], default=None)
        if latest is None:
            self.join(each)
        else:
            self._add(latest[1], each, text)

    def join(self, each: Found) -> None:
        """A name: with the same one, or a longer one that it shortens, of the same owner."""
        text = self.reading.doc[each.first : each.last].text
        full = institutions().get(text, "-")
        name = text if full in ("-", "") else full
        key, owner = key_of(name), self._owner_of(each)
        options = self._by_key.get(key) or [d for d in self._longer(key) if same_organization(key, d.key)]
        if key[-1] in word_set("every_state"):
            options = [d for d in options if owner is None or self._owner.get(id(d), owner) == owner]
        draft = max(options, key=lambda d: len(d.places), default=None)
        if draft is None:
            draft = self._new(name, key, owner)
        elif owner and id(draft) not in self._owner:
            self._owner[id(draft)] = owner
        self._add(draft, each, text)

    def join_acronym(self, each: Found) -> None:
        """An acronym: with what it stands for beside it in brackets, else what has its initials, else by itself."""
        text = self.reading.doc[each.first].text
        key = key_of(text)
        full = institutions().get(text, "-")
        draft = self._bracketed(each) or next(iter(self._by_key.get(key, ())), None)
        draft = draft or (next(iter(self._by_key.get(key_of(full), ())), None) if full not in ("-", "") else None)
        draft = draft or self._by_initials.get(key[0])
        if draft is None:
            draft = self._new(text if full in ("-", "") else full, key_of(full) if full not in ("-", "") else key, None)
        if draft not in self._by_key[key]:
            self._by_key[key].append(draft)
        self._add(draft, each, text)

    def _bracketed(self, each: Found) -> Draft | None:
        """The name that an acronym in brackets follows: "International Rescue Committee (IRC)"."""
        doc, at = self.reading.doc, each.first
        if at + 2 < len(doc) and doc[at + 1].text == "(":  # "IRC (International Rescue Committee)"
            start = at + 2 + (doc[at + 2].lower_ == "the")
            return self._begin.get(start)
        if at < 2 or doc[at - 1].text != "(" or at + 1 >= len(doc) or doc[at + 1].text != ")":
            return None
        draft = self._end.get(at - 1)
        letters = key_of(doc[at].text)[0]
        return draft if draft is not None and any(letters[0] == word[0] for word in draft.key) else None

    def _longer(self, key: tuple[str, ...]) -> list[Draft]:
        return [*self._by_end.get(key[-1], [])[:_MOST], *self._by_end.get("<" + key[0], [])[:_MOST]]

    def _owner_of(self, each: Found) -> str | None:
        """The state whose organization it is: "Kenya's ...", "the Kenyan ...", "... of Kenya"."""
        doc, before = self.reading.doc, each.first - 1
        if before > 0 and doc[before].tag_ == "POS":
            before -= 1
        words = [doc[before].text] if before >= 0 else []
        words += [doc[each.first].text, doc[each.last - 1].text]
        for word in words:
            place = lookup(word)
            if place is not None and place.of_state:
                return place.name
        return None

    def _new(self, name: str, key: tuple[str, ...], owner: str | None) -> Draft:
        draft = Draft("organization", name, key)
        self.drafts.append(draft)
        self._by_key[key].append(draft)
        self._by_end[key[-1]].append(draft)
        self._by_end["<" + key[0]].append(draft)
        for word in set(key):
            self._by_word[word].append(draft)
        if owner:
            self._owner[id(draft)] = owner
        if len(key) > 1:
            for letters in initials(key):
                self._by_initials.setdefault(letters, draft)
                if owner:  # the owner's initial in front: "IRC" for India's Railway Corps
                    self._by_initials.setdefault(owner[0].lower() + letters, draft)
        return draft

    def _add(self, draft: Draft, each: Found, text: str) -> None:
        draft.add((each.first, each.last), "name", text)
        insort(self._named[id(draft)], each.first)
        self._begin[each.first] = self._end[each.last] = draft
