"""One set of entity labels out of the label sets of many corpora.

The names of spaCy's English models are used. Corpora that call every place a location are parted by
tables: what is governed is GPE, continents, waters and mountains are LOC, buildings FAC. What can't be
decided becomes `MISSING`: the recogniser is then neither praised nor blamed there.
"""

from __future__ import annotations

import re

from briefing.language.training import gazetteer
from briefing.language.training.data_files import data_lines

MISSING = "?"
NAME_LABELS = frozenset(
    ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
_MAPS = {
    "gmb": {"geo": "place", "gpe": "people", "per": "PERSON", "org": "ORG", "eve": "EVENT", "art": "", "nat": ""},
    "wikigold": {"PER": "PERSON", "LOC": "place", "ORG": "ORG", "MISC": ""},
    "wnut17": {
        "person": "PERSON", "location": "place", "corporation": "ORG", "group": "ORG", "product": "PRODUCT",
        "creative-work": "WORK_OF_ART",
    },
    "btc": {"PER": "PERSON", "LOC": "place", "ORG": "ORG"},
    "crossner": {
        "politician": "PERSON", "person": "PERSON", "organisation": "ORG", "politicalparty": "ORG", "event": "EVENT",
        "election": "EVENT", "country": "place", "location": "place", "misc": "",
    },
    "gum": {"person": "PERSON", "organization": "ORG", "place": "place", "event": "EVENT"},
    "re3d": {
        "Person": "PERSON", "Organisation": "ORG", "Location": "place", "Nationality": "people",
    },
}  # fmt: skip
_NATURE = gazetteer.NATURE_WORDS | frozenset(gazetteer.NAME_WORDS["protected"])
_NOT_BUILDINGS = frozenset(gazetteer.NAME_WORDS["not_buildings"])
_UNSURE_PEOPLES = frozenset(gazetteer.NAME_WORDS["unsure_peoples"])
_PEOPLE_ENDING = re.compile(r".*(?:an|ans|i|is|ese|ish|ite|ites|ist|ists)$")


def label_of(corpus: str, tag: str, name: str) -> str | None:
    """The label of a corpus's tag for this name, `MISSING` where undecided, None for a tag that names nothing."""
    kind = _MAPS[corpus].get(tag)
    if kind is None:
        return None
    if kind != "PERSON" and is_people(name):
        return "NORP"
    if kind == "ORG" and name in gazetteer.states():
        return "GPE"
    if kind == "PERSON" and name in gazetteer.states() and " " in name:
        return "GPE"
    match kind:
        case "":
            return MISSING
        case "EVENT" if " " not in name:
            return MISSING  # halves of names in the silver corpus ("II"), holidays elsewhere
        case "place":
            return place_label(name)
        case "people":
            if name in _UNSURE_PEOPLES:
                return MISSING
            known = name.lower() in gazetteer.governed_places() or not _PEOPLE_ENDING.match(name)
            return place_label(name) if known else "NORP"
        case "ORG" if _is_building(name):
            return "FAC"
        case "ORG" if name.endswith(" National Park"):
            return "LOC"
    return kind


def place_label(name: str) -> str:
    """GPE, LOC or FAC for the name of a place."""
    plain = name.removeprefix("the ").removeprefix("The ")
    if plain.lower() in gazetteer.regions():
        return "LOC"
    if plain.lower() in gazetteer.governed_places():
        return "GPE"
    words = plain.split()
    if _is_building(plain):
        return "FAC"
    return "LOC" if _NATURE & {words[0], words[-1]} else "GPE"


def is_people(name: str) -> bool:
    """Whether a name is a people, a religion or a political camp in any text."""
    return name in gazetteer.peoples() and name not in _UNSURE_PEOPLES


def without_titles(words: list[str]) -> int:
    """How many words at the beginning of a person's name are titles ("Prime Minister")."""
    titles = frozenset(data_lines("titles.txt"))
    count = 0
    while count < len(words) and (words[count] in titles or words[count] == "of"):
        count += 1
    return count


def _is_building(name: str) -> bool:
    last = name.split()[-1]
    return last in gazetteer.FACILITY_WORDS and last not in _NOT_BUILDINGS and " " in name
