"""Names of people become actors: one for title, first name, surname and full name of one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict

from briefing.extract.board import Found
from briefing.extract.drafts import Company, Draft
from briefing.extract.names import Gender, gender_of, is_given, key_of, same_person, title_gender
from briefing.extract.relations import Relation
from briefing.extract.transcripts import is_asked
from briefing.language import Reading

_LONGEST_APPOSITION = 12  # tokens
_MOST = 50  # bearers of one word that are compared; a list of namesakes has no end


def people(reading: Reading, found: tuple[Found, ...]) -> list[Draft]:
    """A draft for each person that `found` names; longer names first, then single words by the most recent bearer."""
    spans = [(each, key_of(reading.doc[each.first : each.last].text)) for each in found if each.label == "PERSON"]
    cast = _FullNames(reading)
    for each, key in sorted((s for s in spans if len(s[1]) > 1), key=lambda s: (-len(s[1]), s[0].first)):
        cast.join(each, key, _title_gender(reading, each))
    singles = [s for s in spans if len(s[1]) == 1]
    for each, key in sorted(singles, key=lambda s: s[0].first):
        cast.join_single(each, key, _title_gender(reading, each))
    return cast.drafts


def labels(reading: Reading, company: Company, relations: tuple[Relation, ...]) -> None:
    """The speakers of a transcript by their labels: "KELLER:" is the one Keller of the article, else somebody new.

    "A:" is the person interviewed, "Q:" nobody who is named.
    """
    doc = reading.doc
    turns = [
        r.source for r in relations if r.source and r.cue and r.source[1] == r.cue[0] and doc[r.cue[0]].text == ":"
    ]
    asked = [turn for turn in turns if is_asked(doc[turn[0]].text)]
    interviewee = _interviewee(company, relations, asked[0][0]) if asked else None
    for first, last in asked:
        held = company.at(first)
        if held is not None:
            held.places.pop((first, last), None)  # "A3" is no organization
        if interviewee is not None and is_asked(doc[first].text, "a"):
            interviewee.also.add(first)
            company.note((first, last), interviewee)
    for first, last in turns:
        text = doc[first:last].text
        if company.at(last - 1) is not None or not text.isupper() or is_asked(text):
            continue
        key = key_of(text)
        options = [d for d in company.drafts if d.kind == "person" and (d.key == key or same_person(key, d.key))]
        if len(options) == 1:
            company.mention(options[0], (first, last), "name", text)
        elif not options:
            draft = Draft("person", text, key)
            draft.add((first, last), "name", text)
            company.add(draft)


def _interviewee(company: Company, relations: tuple[Relation, ...], before: int) -> Draft | None:
    """Who gives the answers of an interview: the person who speaks most before the token of its first question."""
    spoke = [company.at(r.source[1] - 1) for r in relations if r.source and r.source[1] < before]
    people = [draft for draft in spoke if draft is not None and draft.kind == "person"]
    times = Counter(id(draft) for draft in people)
    return max(people, key=lambda draft: times[id(draft)], default=None)


def _title_gender(reading: Reading, found: Found) -> Gender | None:
    """What the word before a name, or a title in it, says of its gender."""
    if found.title is not None:
        for at in range(*found.title):
            if gender := title_gender(reading.doc[at].text):
                return gender
    before = found.first - 1
    shown = title_gender(reading.doc[before].text) if before >= 0 and found.title is None else None
    return shown or _apposition_gender(reading, found.last)


def _apposition_gender(reading: Reading, last: int) -> Gender | None:
    """What an apposition says: "Ann Lee, known as the first [woman] conductor,"; nothing where it speaks of others."""
    words, tags = reading.columns.lowers, reading.columns.tags
    if last >= len(words) or words[last] != ",":
        return None
    for at in range(last + 1, min(len(words), last + _LONGEST_APPOSITION)):
        if words[at] in (",", ".", "of", "by", "with", "to", "and") or tags[at] in ("PRP$", "WP$", "POS", "WP"):
            return None
        if tags[at] == "NN" and (gender := title_gender(words[at])):
            return gender
    return None


class _FullNames:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self._by_key: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
        self._by_word: dict[str, list[Draft]] = defaultdict(list)
        self._named: dict[int, list[int]] = defaultdict(list)  # id of a draft -> where it was named, in order
        self._acting: set[int] = set()  # where a name of several words is a subject
        self._alone: dict[str, set[int]] = defaultdict(set)  # word -> ids of the drafts that it named by itself

    def join(self, each: Found, key: tuple[str, ...], gender: Gender | None) -> None:
        """A name of several words: with the bearer of the same or a longer one."""
        options = list(self._by_key.get(key, ()))
        options = options or [d for d in self._candidates(key) if len(d.key) > 1 and same_person(key, d.key)]
        options = [d for d in options if _agree(d.gender, gender)]
        draft = options[0] if len(options) == 1 else max(options, key=lambda d: len(d.places), default=None)
        if draft is None:
            draft = self._new(each, key, gender)
        if self.reading.doc[self.reading.root(each.first, each.last)].dep_.startswith("nsubj"):
            self._acting.add(each.first)
        self._add(draft, each, gender)

    def join_single(self, each: Found, key: tuple[str, ...], gender: Gender | None) -> None:
        """A single word: with the person who bears it, a surname sooner than a given name, the latest named sooner."""
        word = key[0]
        options = [
            d for d in self._by_word.get(word, [])[:_MOST] if _agree(d.gender, gender) and same_person(key, d.key)
        ]
        if not options:
            self._add(self._new(each, key, gender), each, gender)
            return
        best = max(options, key=lambda d: self._fit(d, word, each.first))
        self._alone[word].add(id(best))
        self._add(best, each, gender)

    def _fit(self, draft: Draft, word: str, at: int) -> tuple[int, int, bool, int]:
        place = 2 if draft.key[-1] == word else 1 if draft.key[0] == word else 0
        named = self._named[id(draft)]
        before = bisect_left(named, at)
        # whom the article calls by the one word keeps it when it mentions others in full, unless they come to act
        keeps = before > 0 and (id(draft) in self._alone[word] or named[before - 1] in self._acting)
        return place, int(before > 0), keeps, named[before - 1] if before else -named[0]

    def _candidates(self, key: tuple[str, ...]) -> list[Draft]:
        seen: dict[int, Draft] = {}
        for word in (key[-1], key[0]):
            for draft in self._by_word.get(word, [])[:_MOST]:
                seen.setdefault(id(draft), draft)
        return list(seen.values())

    def _new(self, each: Found, key: tuple[str, ...], gender: Gender | None) -> Draft:
        words = self.reading.doc[each.first : each.last].text
        known = gender or (gender_of(words.split()) if len(key) > 1 or is_given(words) else None)
        draft = Draft("person", words, key, known)
        self.drafts.append(draft)
        self._by_key[key].append(draft)
        for word in set(key):
            self._by_word[word].append(draft)
        return draft

    def _add(self, draft: Draft, each: Found, gender: Gender | None) -> None:
        draft.add((each.first, each.last), "name", self.reading.doc[each.first : each.last].text)
        insort(self._named[id(draft)], each.first)
        draft.gender = draft.gender or gender


def _agree(a: Gender | None, b: Gender | None) -> bool:
    return a is None or b is None or a == b
