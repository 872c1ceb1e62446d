"""Names that the sentence around them shows to be people's, whatever the recognizer saw.

"Han Seo-yun, a police official" and "Okoro, who ...", where "Chidi Okoro" was named, are people: an
apposition names an occupation, or "who" follows the last word of a longer name. So is a place of no
table that a quotation is said by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.board import Board, Found
from briefing.extract.names import is_acronym, is_person_noun, name_words
from briefing.extract.places import lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DOUBTFUL = frozenset({"ORG", "GPE", "LOC", "MISC", "PRODUCT", "FAC", "WORK_OF_ART"})
_SAYING = frozenset({"said", "says", "added", "adds", "told", "explained", "asked", "recalled"})
_MARKS = frozenset({"”", '"', "''", "’", "'"})
_WITHIN = frozenset({"DT", "JJ", "NN", "NNP", "HYPH", "CD", "POS", "VBN", "PRP$"})
# Words of an apposition up to its noun: "a former senior police official".
_LONGEST = 7


def apply(board: Board) -> None:
    """Relabel as people the names that an occupation, "who" or a quotation stands next to."""
    doc = board.doc
    doubtful = [f for f in board if f.label in _DOUBTFUL and f.place is None and not _explained(board, f)]
    endings = {doc[f.last - 1].text for f in doubtful if _full_name(doc, f)}
    people: set[str] = set()
    for found in doubtful:
        full, who = _full_name(doc, found), _who(doc, found.last)
        resumed = found.last - found.first == 1 and doc[found.first].text in endings
        quoted = found.label != "ORG" and _quoted_next_to(doc, found)
        if quoted or (full and (who or _occupation(doc, found.last))) or (resumed and who):
            people.add(board.text(found))
    for found in doubtful:
        alike = found.label != "ORG" or found.last - found.first > 1 or doc[found.first].text in endings
        if (board.text(found) in people and alike) or (_full_name(doc, found) and doc[found.last - 1].text in people):
            board.relabel(found, "PERSON")


def _explained(board: Board, found: Found) -> bool:
    """Whether a table knows the name as something else than a person's."""
    doc = board.doc
    last = doc[found.last - 1].text
    return last in name_words() or any(
        is_acronym(doc[t].text) or lookup(doc[t].text) is not None for t in range(found.first, found.last)
    )


def _full_name(doc: Doc, found: Found) -> bool:
    """Two to four capitalized words; a given name may have a hyphen."""
    words = [t for t in range(found.first, found.last) if doc[t].text not in ("-", "‐", "‑")]
    hyphened = {t for t in words if t > found.first and doc[t - 1].text in ("-", "‐", "‑")}
    if not 2 <= len(words) - len(hyphened) <= 4:
        return False
    return all(t in hyphened or (doc[t].text[0].isupper() and doc[t].tag_ in ("NNP", "NNPS")) for t in words)


def _who(doc: Doc, at: int) -> bool:
    at += at < len(doc) and doc[at].text == ","
    return at < len(doc) and doc[at].lower_ == "who"


def _quoted_next_to(doc: Doc, found: Found) -> bool:
    """Whether a quotation is said by the name: "...,” Han said"; a place of no table does not talk."""
    first, last = found.first, found.last
    if first > 1 and doc[first - 1].lower_ in _SAYING and doc[first - 2].text in _MARKS:
        return True
    return first > 0 and last < len(doc) and doc[first - 1].text in _MARKS and doc[last].lower_ in _SAYING


def _occupation(doc: Doc, comma: int) -> bool:
    """Whether a comma and a noun for a person follow, as "..., a police official who"."""
    if comma + 2 >= len(doc) or doc[comma].text != "," or doc[comma + 1].tag_ not in _WITHIN:
        return False
    for at in range(comma + 1, min(len(doc), comma + _LONGEST)):
        if doc[at].tag_ not in _WITHIN:
            return False
        following = doc[at + 1].tag_ if at + 1 < len(doc) else "."
        if doc[at].tag_ == "NN" and following not in ("NN", "NNS", "NNP", "HYPH", "POS"):
            return is_person_noun(doc[at].text)
    return False
