"""Names of people and organizations: their parts, titles, gender, initials, and when two may mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from briefing.extract.tables import table, word_set, words

Gender = Literal["m", "f"]

ARTICLES = frozenset({"the", "a", "an", "The", "A", "An", "THE"})
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})  # after a comma too: "Martin King, Jr."
# Words that a longer name of the same organization may have and a shorter one leave out.
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&", "la", "a", "an", "-"})
_MARKS = str.maketrans("", "", "-‐'‘’")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}s?$|[A-Z][A-Z0-9&]+(?:-[A-Z0-9]+)?$")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word for comparing: lower case, no accents, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def key_of(text: str) -> tuple[str, ...]:
    """The folded words of a name, without article, possessive, quotation marks and full stops of initials."""
    pieces = [fold(piece) for piece in re.split(r"[\s,“”\"«»()]+", text) if piece]
    while len(pieces) > 1 and pieces[0] in ARTICLES:
        pieces.pop(0)
    if pieces and pieces[-1].endswith("'s"):
        pieces[-1] = pieces[-1][:-2]
    return tuple(p.replace(".", "").strip("'") or p for p in pieces if p not in ("'s", "'")) or (fold(text),)


def head_nouns(name: str) -> list[str]:
    """The folded nouns that an organization may be called by: "World Organization for Health" is no world."""
    words = fold(name).replace("'s", "").split()
    link = next((at for at, word in enumerate(words) if at and word in ("of", "for", "on", "in", "to")), len(words))
    return [words[link - 1], *([words[-1]] if words[-1] in organization_nouns() else [])] if words else []


def is_acronym(text: str) -> bool:
    """ "IRS", "U.N.", "S&P", "COVID-19" (two capitals at least, no lower case)."""
    return bool(_ACRONYM.match(text)) and sum(c.isupper() for c in text) >= 2


def initials(key: tuple[str, ...]) -> set[str]:
    """What a name may be shortened to, folded: with and without its small words."""
    split = [part for word in key for part in word.split("-") if part]
    return {"".join(w[0] for w in split if w not in _SMALL), "".join(w[0] for w in split)}


@cache
def titles() -> dict[str, str]:
    """Title word -> gender it shows ("m", "f") or "-"."""
    return table("titles.tsv")


@cache
def person_nouns() -> dict[str, str]:
    """Noun for a person -> gender it shows ("m", "f") or "-"."""
    return table("person_nouns.tsv")


def is_person_noun(word: str) -> bool:
    """ "president", "spokeswoman", "co-founder", "ex-minister"."""
    low = word.lower()
    return low in person_nouns() or low.rpartition("-")[2] in person_nouns()


def is_title(word: str) -> bool:
    """Whether a word can stand before a person's name as a title."""
    return word in titles() or (word[:1].isupper() and is_person_noun(word))


def title_gender(word: str) -> Gender | None:
    """The gender that a title or a noun shows: "Mrs." f, "chairman" m."""
    shown = titles().get(word) or person_nouns().get(word.lower()) or "-"
    return "m" if shown == "m" else "f" if shown == "f" else None


def gender_of(name: list[str]) -> Gender | None:
    """The gender that a person's name shows by its given name, which is not the first of "Park Ji-hyun"."""
    family_first = len(name) in (2, 3) and name[0] in words("family_names_first.txt")
    return None if family_first else given_gender(name[0])


def given_gender(word: str) -> Gender | None:
    """The gender of a given name, None where it is unknown or both bear it."""
    bearer = table("given_names.tsv").get(word)
    return "m" if bearer == "m" else "f" if bearer == "f" else None


def is_given(word: str) -> bool:
    """Whether the table has the given name."""
    return word in table("given_names.tsv")


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name may mean the bearer of another: of the same words, spelled otherwise, or of a longer one.

    Its last words ("Abu Ali" of "Hassan Abu Ali"), its first and last, its given names by initials, or one word.
    """
    short, full = _bare(short), _bare(full)
    if len(short) == len(full) > 1 and [_plain(word) for word in short] == [_plain(word) for word in full]:
        return True
    if not short or len(short) > len(full):
        return False
    if len(short) == 1:
        return (
            short[0] in full
            and (len(short[0]) > 2 or short[0] in (full[0], full[-1]))
            and short[0] not in word_set("particles")
        )
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    given = short[0] == full[0] or (len(short[0]) <= 2 and full[0].startswith(short[0][0]))
    return given and short[-1] == full[-1]


def _plain(word: str) -> str:
    """A word of a name without hyphens and apostrophes, which transliterations set or leave out."""
    return word.translate(_MARKS)


def _bare(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in key if word not in ("jr", "sr", "ii", "iii", "iv"))


def same_organization(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a shorter name may mean the same organization as a longer one.

    Generic words left out at the end ("Acme" of "Acme Corp."), or its last two words and more
    ("State Department" of "U.S. State Department").
    """
    if not short or len(short) >= len(full):
        return False
    if full[: len(short)] == short:
        return all(word in word_set("generic_ending") for word in full[len(short) :])
    return len(short) > 1 and full[-len(short) :] == short and not _SMALL & set(full[: -len(short)])


@cache
def name_words() -> dict[str, str]:
    """Key word of a name -> what is named: o(rganization), f(acility), l(place), e(vent), w (law)."""
    return table("name_words.tsv")


@cache
def institutions() -> dict[str, str]:
    """Institution -> its full name, or "-" where it is known by this one."""
    return table("institutions.tsv")


@cache
def organization_nouns() -> frozenset[str]:
    """Nouns by which an organization is meant again."""
    return words("organization_nouns.tsv")
