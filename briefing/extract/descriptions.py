"""Definite descriptions resolved to actors: "the minister", "the company", "the country"."""

from __future__ import annotations

from collections import defaultdict

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import fold, head_nouns, is_person_noun, organization_nouns, title_gender
from briefing.extract.noun_phrases import NOUNS
from briefing.extract.scene import Scene
from briefing.extract.tables import table, word_set
from briefing.language import Reading

_DEFINITE = frozenset({"the", "this"})
# Nouns so wide that they need no role to fit: whoever alone was named of late.
_ANOTHER = frozenset({"other", "second", "third", "next", "new"})  # "the other woman" is nobody named before
_FAR = 4  # sentences back that a description without a word in common with its actor reaches


def describe(reading: Reading, company: Company, scene: Scene) -> None:
    """Add a nominal mention for each "the NOUN" that means an actor named before."""
    doc = reading.doc
    index = _Described(company)
    order = sorted(((m, draft) for draft in company.drafts for m in draft.places), key=lambda item: item[0])
    following = iter(order)
    upcoming = next(following, None)
    for at, word in enumerate(reading.columns.lowers):
        if word not in _DEFINITE or reading.columns.tags[at] != "DT" or at + 1 >= len(doc):
            continue
        while upcoming is not None and upcoming[0][0] <= at:
            index.see(upcoming[0][0], upcoming[1])
            upcoming = next(following, None)
        token, head = doc[at], at + 1
        if token.lower_ == "this" and not (is_person_noun(doc[head].text) or index.names(fold(doc[head].text))):
            continue
        while (
            head + 1 < len(doc)
            and head < token.i + 4
            and doc[head].tag_ in ("JJ", "HYPH", "CD")
            and ((owner := company.at(head)) is None or owner.kind == "country")  # "the Kenyan president"
        ):
            head += 1
        if any(word in _ANOTHER for word in reading.columns.lowers[at + 1 : head]):
            continue
        after = doc[head + 1] if head + 1 < len(doc) else None
        if doc[head].tag_ not in ("NN", "NNP") or company.at(head) is not None:
            continue
        if (
            after is not None
            and not after.is_sent_start
            and (after.tag_ in NOUNS or after.lower_ in ("of", "in", "for", "who", "that", "which"))
        ):
            continue
        draft = index.best(fold(doc[head].text), scene.sentence, token.i, plain=head == token.i + 1)
        if draft is None and at in scene.source_of:
            draft = index.speaking(fold(doc[head].text), scene, at)
        if draft is not None:
            company.mention(draft, (token.i, head + 1), "nominal")
            index.see(token.i, draft)


class _Described:
    """Actors by the nouns that describe them, and the latest of each kind."""

    def __init__(self, company: Company) -> None:
        self._by_noun: dict[str, list[Draft]] = defaultdict(list)
        self._seen: dict[int, int] = {}
        self._recent: list[tuple[int, Draft]] = []
        self._company = company
        for draft in company.drafts:
            for noun in {*draft.roles.values(), *(head_nouns(draft.name) if draft.kind == "organization" else ())}:
                self._by_noun[fold(noun)].append(draft)

    def see(self, at: int, draft: Draft) -> None:
        """The text names a draft at a token."""
        self._seen[id(draft)] = at
        self._recent.append((at, draft))
        if len(self._recent) > 60:
            del self._recent[:30]

    def names(self, noun: str) -> bool:
        """Whether an actor named before has the noun in its role or its name."""
        return any(id(d) in self._seen for d in self._by_noun.get(noun, ()))

    def speaking(self, noun: str, scene: Scene, at: int) -> Draft | None:
        """Whom "the agency" means as a source, among several: the organization that spoke last."""
        if "o" not in table("organization_nouns.tsv").get(noun, ""):
            return None
        for when, draft in reversed(self._recent):
            if scene.sentence[at] - scene.sentence[when] > _FAR:
                return None
            if draft.kind == "organization" and when in scene.speaking:
                return draft
        return None

    def best(self, noun: str, sentence: list[int], at: int, plain: bool = True) -> Draft | None:
        """Whom "the NOUN" means: the latest with that noun in role or name, else the latest of the kind close by."""
        known = [d for d in self._by_noun.get(noun, ()) if id(d) in self._seen]
        if known:
            return max(known, key=lambda d: self._seen[id(d)])
        near = [d for when, d in reversed(self._recent) if sentence[at] - sentence[when] <= _FAR]
        if noun in ("country", "nation", "state", "government", "kingdom", "republic", "regime"):
            states = [d for d in near if d.kind == "country"]
            return states[0] if states and plain else None  # "the central government" is another than the latest
        if noun in word_set("loose_description"):
            people = {
                id(d): d
                for when, d in reversed(self._recent)
                if d.kind == "person" and sentence[at] - sentence[when] <= 2
            }
            return next(iter(people.values())) if len(people) == 1 else None
        if noun in ("man", "woman", "boy", "girl"):
            gender = title_gender(noun)
            people = {id(d): d for d in near if d.kind == "person"}
            fitting = [d for d in people.values() if d.gender == gender]
            return fitting[0] if len(fitting) == 1 else None
        if (
            noun in organization_nouns()
            and not is_person_noun(noun)
            and "o" in table("organization_nouns.tsv").get(noun, "")
        ):
            bodies = {id(d): d for d in near if d.kind == "organization"}
            return next(iter(bodies.values())) if len(bodies) == 1 and plain else None
        return None
