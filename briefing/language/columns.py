"""The annotation of a document as plain lists: one pass over its array, where spaCy makes an object for each token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists with one item a token: lower-cased form and lemma, Penn tag, dependency label, head, entity label ("" for
    none). The head of a root is the root itself; `starts` says whether a token begins a sentence of the parser's."""

    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    labels: list[str]
    heads: list[int]
    entities: list[str]
    starts: list[bool]


def columns_of(doc: Doc) -> Columns:
    """The columns of a parsed document."""
    from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, SENT_START, TAG

    table = doc.to_array([LOWER, LEMMA, TAG, DEP, ENT_TYPE, HEAD, SENT_START])

    def text(column: int) -> list[str]:
        keys = table[:, column].tolist()
        names = {key: doc.vocab.strings[key] if key else "" for key in set(keys)}
        return [names[key] for key in keys]

    offsets = table[:, 5].astype("int64").tolist()
    return Columns(
        lowers=text(0),
        lemmas=[lemma.lower() for lemma in text(1)],
        tags=text(2),
        labels=text(3),
        heads=[at + offset for at, offset in enumerate(offsets)],
        entities=text(4),
        starts=[start == 1 for start in table[:, 6].tolist()],
    )
