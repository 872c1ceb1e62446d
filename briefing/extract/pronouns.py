"""Pronouns resolved to actors: he and she to people, it to organizations and states, they to groups, I to the speaker.

A walk over the text that keeps the latest mention of each actor; candidates are scored by distance, grammatical
role and how often the article names them, after Lappin and Leass (1994), "An algorithm for pronominal anaphora
resolution", without their full syntax.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import Gender
from briefing.extract.noun_phrases import first_head
from briefing.extract.relations import Relation
from briefing.extract.scene import Scene
from briefing.language import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_FAR = 5  # sentences that a pronoun reaches back
_PRIOR = 0.5  # weight of how often the article names an actor; 0.4 to 0.6 were best on GUM's training part
_LONGEST_ASIDE = 20  # tokens of an apposition between commas
_KEPT = 12  # actors remembered at a time


@dataclass(slots=True)
class _Seen:
    draft: Draft
    token: int
    sentence: int
    subject: bool
    times: int


def resolve(reading: Reading, company: Company, scene: Scene, relations: tuple[Relation, ...]) -> None:
    """Add the pronoun mentions of every draft, third person first, then the first person of those who are quoted."""
    _third_person(reading, company, scene, relations)
    _first_person(reading, company, scene, relations)


def _third_person(reading: Reading, company: Company, scene: Scene, relations: tuple[Relation, ...]) -> None:
    doc, memory = reading.doc, _Memory(reading, scene, relations)
    begins: dict[int, list[tuple[int, Draft]]] = {}
    for draft in company.drafts:
        for first, last in draft.places:
            begins.setdefault(first, []).append((last, draft))
    pronouns = {at for at, tag in enumerate(reading.columns.tags) if tag in ("PRP", "PRP$")}
    for at in sorted(pronouns | begins.keys()):
        for last, draft in begins.get(at, ()):
            memory.see(draft, doc[reading.root(at, last)], last)
        low = reading.columns.lowers[at]
        if at not in pronouns or not (low in _HE or low in _SHE or low in _IT or low in _THEY):
            continue
        token = doc[at]
        speaker = _speaker(company, scene, relations, token.i)
        if low in _HE or low in _SHE:
            best = memory.person(token, "m" if low in _HE else "f", speaker, token.i in scene.source_of)
        elif low in _IT:
            best = memory.speaking_body(token) if at in scene.source_of else None
            if best is None and not _expletive(token):
                best = memory.body(token)
        else:
            best = memory.speaking_group(token) if at in scene.source_of else None
            best = best or memory.several(token)
        if best is not None:
            company.mention(best, (token.i, token.i + 1), "pronoun")
            memory.see(best, token, at + 1)


def _speaker(company: Company, scene: Scene, relations: tuple[Relation, ...], at: int) -> Draft | None:
    """Who speaks the quotation that a token stands in, as far as it is resolved."""
    index = scene.quote[at]
    source = relations[index].source if index >= 0 else None
    return company.at(source[0]) if source is not None else None


def _expletive(token: Token) -> bool:
    """ "It is likely that ...", "it seems ...": no actor."""
    if token.dep_.startswith("expl") or token.lower_ != "it":
        return token.dep_.startswith("expl")
    head = token.head
    return head.pos_ == "ADJ" or head.lemma_ in ("seem", "appear", "happen", "rain", "take") or head.tag_ == "JJ"


class _Memory:
    """The actors named last, at most `_KEPT`."""

    def __init__(self, reading: Reading, scene: Scene, relations: tuple[Relation, ...]) -> None:
        self._reading, self._scene = reading, scene
        self._sources = {token for each in relations if each.source for token in range(*each.source)}
        self._seen: dict[int, _Seen] = {}

    def see(self, draft: Draft, root: Token, last: int) -> None:
        """A mention of a draft with this head that ends before the token `last`."""
        old = self._seen.pop(id(draft), None)
        subject = root.dep_.startswith("nsubj") or self._before_verb(last)
        sentence = self._scene.sentence[root.i]
        if old is not None and old.sentence == sentence:
            subject = subject or old.subject
        self._seen[id(draft)] = _Seen(draft, root.i, sentence, subject, old.times + 1 if old else 1)
        if len(self._seen) > _KEPT * 3:
            for key in list(self._seen)[:_KEPT]:
                del self._seen[key]

    def _before_verb(self, last: int) -> bool:
        """Whether a finite verb follows, past an apposition between commas: "Ann Lee, a teacher, | said"."""
        words, tags = self._reading.columns.lowers, self._reading.columns.tags
        if last < len(words) and words[last] == ",":
            aside = range(last + 1, min(len(words), last + _LONGEST_ASIDE))
            last = next((t for t in aside if words[t] in (",", ".", ";")), last) + 1
        while last < len(words) and tags[last] == "RB":
            last += 1
        return last < len(words) and tags[last] in ("VBD", "VBZ", "VBP", "MD")

    def person(self, token: Token, gender: Gender, speaker: Draft | None, is_source: bool) -> Draft | None:
        """Whom he or she means."""
        options = [s for s in self._recent(token) if s.draft.kind == "person" and s.draft.gender in (None, gender)]
        options = [s for s in options if s.draft is not speaker]
        options = [s for s in options if not self._same_clause(s, token)]
        best = max(options, key=lambda s: self._score(s, token, gender, is_source), default=None)
        if best is not None and best.draft.gender is None:
            best.draft.gender = gender  # an unknown name takes the gender of its first pronoun
        return best.draft if best is not None else None

    def body(self, token: Token) -> Draft | None:
        """What it or its means: the organization or state that is the nearest subject before it, if any is."""
        possessive = token.tag_ == "PRP$"
        if not possessive and not token.dep_.startswith("nsubj"):
            return None
        options = {s.token: s for s in self._recent(token) if s.draft.kind in ("organization", "country")}
        nearest = self._nearest_subject(token)
        seen = options.get(nearest) if nearest is not None else None
        if seen is None and possessive:  # "the fleet of France and its allies"
            seen = options.get(max(options, default=-1))
            near = seen is not None and token.i - seen.token <= 4 and self._distance(seen, token) == 0
            seen = seen if near else None
        return seen.draft if seen is not None else None

    def speaking_body(self, token: Token) -> Draft | None:
        """What it means as a source: the organization that spoke last, no further back than the sentence before."""
        options = [s for s in self._recent(token) if s.draft.kind == "organization" and self._distance(s, token) <= 1]
        spoke = [s for s in options if self._is_source(s.token)]
        best = max(spoke, key=lambda s: s.token, default=None)
        return best.draft if best is not None else None

    def speaking_group(self, token: Token) -> Draft | None:
        """Whom they means as a source: the group that spoke last, no further back than the sentence before."""
        options = [s for s in self._recent(token) if s.draft.plural and self._distance(s, token) <= 1]
        best = max((s for s in options if self._is_source(s.token)), key=lambda s: s.token, default=None)
        return best.draft if best is not None else None

    def several(self, token: Token) -> Draft | None:
        """Whom they or their means: a group named no further back than the sentence before, no other plural between."""
        options = [s for s in self._recent(token) if s.draft.plural and self._distance(s, token) <= 1]
        best = max(options, key=lambda s: s.token, default=None)
        if best is None:
            return None
        doc = self._reading.doc
        between = any(
            doc[i].tag_ in ("NNS", "NNPS") and not doc[i].dep_.startswith("obl") for i in range(best.token + 1, token.i)
        )
        return None if between else best.draft

    def _nearest_subject(self, token: Token) -> int | None:
        """The head of the latest noun or pronoun subject before a token, in its sentence or the one before."""
        doc, here = self._reading.doc, self._scene.sentence[token.i]
        for at in range(token.i - 1, max(-1, token.i - 80), -1):
            if here - self._scene.sentence[at] > 1:
                break
            if doc[at].dep_.startswith("nsubj") and doc[at].tag_ not in ("WDT", "WP", "EX", "DT"):
                return at
        return None

    def _recent(self, token: Token) -> list[_Seen]:
        here = self._scene.sentence[token.i]
        return [s for s in reversed(self._seen.values()) if here - s.sentence <= _FAR and s.token < token.i]

    def _distance(self, seen: _Seen, token: Token) -> int:
        return self._scene.sentence[token.i] - seen.sentence

    def _same_clause(self, seen: _Seen, token: Token) -> bool:
        """Subject and object of one verb are two: "Macron met him"."""
        if token.lower_ not in ("him", "her", "it", "them") or token.tag_ == "PRP$":
            return False
        other = self._reading.doc[seen.token]
        return bool(other.head.i == token.head.i and other.i != token.i)

    def _score(self, seen: _Seen, token: Token, gender: Gender | None, is_source: bool) -> float:
        distance = self._distance(seen, token)
        score = -1.5 * distance + (1.5 if seen.subject else 0.0) + min(seen.times, 5) * 0.1
        if gender is not None and seen.draft.gender == gender:
            score += 2.0
        elif gender is not None and seen.draft.gender is None and is_source and self._is_source(seen.token):
            score += 1.0  # a name of unknown gender that spoke last
        if is_source and self._is_source(seen.token):
            score += 1.5
        other = self._reading.doc[seen.token]
        if other.dep_.startswith("nmod"):
            score -= 0.5
        score += _PRIOR * log2(1 + len(seen.draft.places))
        step = 0.05 if token.tag_ == "PRP$" and distance == 0 else 0.005
        return score - step * (token.i - seen.token)

    def _is_source(self, token: int) -> bool:
        return token in self._sources


def _first_person(reading: Reading, company: Company, scene: Scene, relations: tuple[Relation, ...]) -> None:
    """I, me and my in a quotation are its speaker."""
    doc, columns = reading.doc, reading.columns
    for at, index in enumerate(scene.quote):
        if index < 0 or columns.lowers[at] not in _I or columns.tags[at] not in ("PRP", "PRP$"):
            continue
        source = relations[index].source
        if source is None:
            continue
        draft = company.at(first_head(doc, *source))
        if draft is not None and draft.kind == "person":
            company.mention(draft, (at, at + 1), "pronoun")
