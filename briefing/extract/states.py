"""States, peoples and places become actors; a capital or a people stands for its state where it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.board import Found
from briefing.extract.drafts import Draft
from briefing.extract.names import key_of
from briefing.extract.places import Place, lookup
from briefing.extract.tables import word_set
from briefing.findings import ActorKind
from briefing.language import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc


def states_and_places(reading: Reading, found: tuple[Found, ...]) -> list[Draft]:
    """A draft for each state, place and people that `found` names."""
    drafts: dict[tuple[str, ...], Draft] = {}
    cities = _city_uses(reading, found)
    for each in found:
        if each.label not in ("GPE", "LOC", "FAC", "NORP"):
            continue
        text = reading.doc[each.first : each.last].text
        name, kind, key = _identity(text, each, cities)
        draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = Draft(kind, name, key)
        draft.add((each.first, each.last), "name", text)
    _join_short(drafts)
    return list(drafts.values())


def _identity(text: str, each: Found, cities: dict[int, bool]) -> tuple[str, ActorKind, tuple[str, ...]]:
    place = each.place
    if place is not None and place.of_state:
        if place.sense == "capital" and not cities[each.first]:
            plain = text.split(",")[0].removesuffix(" D.C.").removesuffix(" DC")
            return plain, "place", ("place", *key_of(plain))
        return place.name, "country", ("state", *key_of(place.name))
    if each.label == "NORP":
        return text, "group", ("people", *key_of(text)[:-1], _singular(key_of(text)[-1]))
    name = place.name if place is not None else text
    return name, "place", ("place", *key_of(name))


def _singular(word: str) -> str:
    """One key for adjective and plural: "Democratic", "Democrats", "Sunnis"."""
    for ending, instead in (("ocratic", "ocrat"), ("ies", "y")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _join_short(drafts: dict[tuple[str, ...], Draft]) -> None:
    """ "Gaza" joins "Gaza Strip"; "Congo" the one of the two that the article names; "New York" its city."""
    for key, draft in list(drafts.items()):
        if key[0] == "place" and key[-1] in ("strip", "peninsula") and (short := drafts.get(key[:-1])) is not None:
            _move(short, draft)
            del drafts[key[:-1]]
    koreas = [("state", "north", "korea"), ("state", "south", "korea")]
    present = [drafts[key] for key in koreas if key in drafts]
    if ("state", "korea") in drafts and len(present) == 1:
        _move(drafts.pop(("state", "korea")), present[0])
    both = [("state", *key_of(n)) for n in ("Democratic Republic of the Congo", "Republic of the Congo")]
    named = [drafts[key] for key in both if key in drafts]
    short = drafts.get(("state", "congo"))
    if short is not None and len(named) == 1:
        _move(short, named[0])
        del drafts[("state", "congo")]


def _move(short: Draft, draft: Draft) -> None:
    draft.places.update(short.places)
    draft.aliases.update(short.aliases)


def _city_uses(reading: Reading, found: tuple[Found, ...]) -> dict[int, bool]:
    """For each mention of a capital, by its first token: does it act, as its state?

    It takes the state itself named in the article, or a verb of speaking or meaning, and no more uses as a city
    than as a state: a report from the city's streets is about the city.
    """
    states = {e.place.name for e in found if e.place is not None and e.place.of_state and e.place.sense != "capital"}
    acts: dict[int, bool] = {}
    tally: dict[str, list[int]] = {}
    capitals = [each for each in found if each.place is not None and each.place.sense == "capital"]
    for each in capitals:
        assert each.place is not None
        acting = each.place.name in states and not each.inner and _acts(reading.doc, each)
        acts[each.first] = acting
        tally.setdefault(each.place.name, [0, 0])[acting] += 1
    for each in capitals:
        assert each.place is not None
        as_city, as_state = tally[each.place.name]
        if as_city > as_state + 1:
            acts[each.first] = False
    return acts


def _acts(doc: Doc, each: Found) -> bool:
    """Whether a capital acts where it stands: subject, possessor, addressee, "the government in ..."."""
    before = doc[each.first - 1] if each.first else None
    after = doc[each.last] if each.last < len(doc) else None
    if doc[each.first].is_sent_start and after is not None and after.text in ("(", "—", "–", "-", "--", ":"):
        return False  # a dateline
    if after is not None and after.text == "," and each.last + 1 < len(doc):
        following: Place | None = lookup(doc[each.last + 1].text)
        if following is not None and following.sense in ("name", "province"):
            return False  # "Paris, France"
    if doc[each.first].is_sent_start and after is not None and after.text == ",":
        return True  # "Ankara, according to ..., has ..."
    if before is not None and before.lower_ in ("of", "from", "over") and after is not None and after.tag_ == "POS":
        return True
    if before is not None and before.lower_ in word_set("place_preposition"):
        return bool(each.first > 1 and doc[each.first - 2].lower_ in word_set("rulers"))
    if before is not None and before.lower_ == "to":
        governor = doc[each.first - 2].lemma_.lower() if each.first > 1 else ""
        if governor in word_set("sent_to_rulers"):
            return True
        head = doc[each.last - 1].head.lemma_.lower()
        return governor not in word_set("motion") and head not in word_set("motion")
    if before is not None and before.tag_ in ("NNP", "NNPS", "HYPH"):
        return False
    if doc[each.last - 1].text in ("D.C.", "DC"):
        return False  # the full name of the city
    root = doc[each.first : each.last].root
    if root.dep_ in ("obj", "iobj") or root.dep_.startswith("conj"):
        return root.head.lemma_ not in word_set("reached") and not (
            root.dep_ == "conj" and before is not None and before.tag_ == "CC"
        )
    return (
        root.dep_.startswith("nsubj")
        or (after is not None and (after.tag_ == "POS" or after.tag_.startswith("VB")))
        or (before is not None and before.lower_ in ("with", "by", "against", "between", "on"))
        or (after is not None and after.lower_ in word_set("rulers"))
    )
