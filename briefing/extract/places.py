"""What the tables know of places: states with their capitals and peoples, provinces, cities, regions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.extract.lexicon import Lexicon
from briefing.extract.tables import rows

Sense = Literal["name", "capital", "adjective", "people", "province", "region", "city"]

# Languages, not peoples, after these words: "in English", "speaks French".
LANGUAGE_CUES = frozenset(
    {"in", "into", "speak", "speaks", "spoke", "spoken", "speaking", "fluent", "learn", "learning"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A word or phrase of the tables: the plain name of what it belongs to, and in which sense.

    `name` is the state's for the senses name, capital, adjective and people, else the place's own.
    """

    name: str
    sense: Sense

    @property
    def of_state(self) -> bool:
        """Whether it names or describes a state."""
        return self.sense in ("name", "capital", "adjective", "people")

    @property
    def label(self) -> str:
        """The entity label by the names of spaCy's English models."""
        if self.sense in ("adjective", "people"):
            return "NORP"
        return "LOC" if self.sense == "region" else "GPE"


@cache
def places() -> Lexicon[Place]:
    """Every phrase of the tables; a state comes before a city of the same name."""
    phrases: dict[str, Place] = {}
    for row in rows("places.tsv"):
        sense: Sense = "region" if row[1] == "region" else "province" if row[1] == "province" else "city"
        for form in (row[0], *row[2:]):
            phrases.setdefault(form, Place(row[0], sense))
    for name, capitals, others, adjectives, peoples in rows("states.tsv"):
        senses: tuple[tuple[str, Sense], ...] = ((capitals, "capital"), (peoples, "people"), (adjectives, "adjective"))
        for forms, sense in senses:
            for form in filter(None, forms.split("|")):
                phrases[form] = Place(name, sense)
        for form in filter(None, (name, *others.split("|"))):
            phrases[form.removeprefix("The ").removeprefix("the ")] = Place(name, "name")
    return Lexicon(phrases)


def lookup(phrase: str) -> Place | None:
    """What a whole phrase means as a place: "U.S." -> the United States by name."""
    return places().get(phrase)


@cache
def capitals() -> dict[str, str]:
    """Capital -> state, where the capital stands for the government."""
    return {city: row[0] for row in rows("states.tsv") for city in row[1].split("|") if city}
