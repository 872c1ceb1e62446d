"""Names of organizations become actors: short forms, acronyms with their expansion, and owners kept apart."""

from __future__ import annotations

from collections import defaultdict

from briefing.extract.board import Found
from briefing.extract.drafts import Draft
from briefing.extract.names import fold, initials, institutions, is_acronym, key_of, same_organization
from briefing.extract.places import lookup
from briefing.language import Reading

# Names that every state has one of: two states' are two organizations.
_EVERY_STATE = frozenset(
    "ministry parliament army navy military government court bank police guard senate congress cabinet treasury department "
    "force assembly".split()
)


def organizations(reading: Reading, found: tuple[Found, ...]) -> list[Draft]:
    """A draft for each organization that `found` names; acronyms join what they shorten."""
    spans = [each for each in found if each.label == "ORG"]
    chart = _Chart(reading)
    acronyms = [each for each in spans if each.last - each.first == 1 and is_acronym(reading.doc[each.first].text)]
    short = {id(each) for each in acronyms}
    for each in sorted((s for s in spans if id(s) not in short), key=lambda s: (s.first - s.last, s.first)):
        chart.join(each)
    for each in acronyms:
        chart.join_acronym(each)
    return chart.drafts


class _Chart:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self._by_key: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
        self._by_end: dict[str, list[Draft]] = defaultdict(list)
        self._by_initials: dict[str, Draft] = {}
        self._owner: dict[int, str] = {}

    def join(self, each: Found) -> None:
        """A name: with the same one, or a longer one that it shortens, of the same owner."""
        text = self.reading.doc[each.first : each.last].text
        full = institutions().get(text, "-")
        name = text if full in ("-", "") else full
        key, owner = key_of(name), self._owner_of(each)
        options = self._by_key.get(key) or [d for d in self._longer(key) if same_organization(key, d.key)]
        if key[-1] in _EVERY_STATE:
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
        if at < 2 or doc[at - 1].text != "(" or at + 1 >= len(doc) or doc[at + 1].text != ")":
            return None
        draft = next((d for d in self._by_end.get(fold(doc[at - 2].text), ()) if any(m[1] == at - 1 for m in d.places)), None)
        letters = key_of(doc[at].text)[0]
        return draft if draft is not None and any(letters[0] == word[0] for word in draft.key) else None

    def _longer(self, key: tuple[str, ...]) -> list[Draft]:
        return [*self._by_end.get(key[-1], ()), *(d for d in self._by_end.get("<" + key[0], ()) if len(d.key) > len(key))]

    def _owner_of(self, each: Found) -> str | None:
        """The state whose organization it is: "Iran's ...", "the Iranian ...", "... of Iran"."""
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
        if owner:
            self._owner[id(draft)] = owner
        if len(key) > 1:
            for letters in initials(key):
                self._by_initials.setdefault(letters, draft)
                if owner:  # the owner's initial in front: "IRGC" for Iran's Revolutionary Guard Corps
                    self._by_initials.setdefault(owner[0].lower() + letters, draft)
        return draft

    def _add(self, draft: Draft, each: Found, text: str) -> None:
        draft.add((each.first, each.last), "name", text)
