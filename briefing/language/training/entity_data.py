"""Passages with names -> DocBins that train the entity recogniser: paragraphs, curly quotes, peoples by table."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from briefing.language.training import gazetteer
from briefing.language.training.entity_corpora import Passage, read_all, read_corrected, read_doubtful, read_whole
from briefing.language.training.entity_labels import MISSING, is_people
from briefing.language.training.gum_names import read_gum

if TYPE_CHECKING:
    from spacy.language import Language

BY_HAND_TIMES = 3
DEV_EVERY = 12  # of what was annotated by hand, one sentence or article in so many measures and does not train
CURLY_SHARE = 0.5
MAX_PASSAGES = 5
MAX_WORDS = 120
VARIED_SHARE = 0.4
COINED_SHARE = 0.2  # of the varied
ONSETS = ["b", "ch", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "w", "z", "tr"]
VOWELS = ["a", "e", "i", "o", "u", "a", "ai", "ou", "ee"]
ENDINGS = ["", "", "n", "r", "s", "ng", "k", "l", "m", "sky", "wa", "ez"]
_CAPITALISED = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?")


def convert(corpora: Path, annotations: Path | None, base: Language, work: Path) -> tuple[Path, Path]:
    """Write `entities-train.spacy` and `entities-dev.spacy`; the paths of both.

    What was annotated by hand trains three times, as it is and with other names; the silver corpus but its doubtful
    sentences, and the other corpora, once.
    """
    corrected = dict(read_corrected(annotations)) if annotations else {}
    train, dev = by_hand(annotations) if annotations else ([], [])
    doubtful = read_doubtful(annotations) if annotations else frozenset()
    silver = read_all(corpora, skip=doubtful | corrected.keys())
    silver["gum"] = list(read_gum(corpora / "ud-gum" / "open-train.conllu"))
    for passages in silver.values():
        for passage in passages:
            mark_peoples(passage)
    draw = random.Random(0)
    silver["gmb"] = [vary(passage, draw) for passage in silver["gmb"]]
    documents = {passage.document for passage in read_whole(annotations)} if annotations else set()
    others = [p for name, found in silver.items() if name != "gmb" for p in found if p.document not in documents]
    dev = dev or silver["gmb"][::200]
    copies = [vary(passage, draw) for _ in range(BY_HAND_TIMES - 1) for passage in train]
    parts = {"train": [*silver["gmb"], *others, *train, *copies], "dev": dev}
    for seed, (part, passages) in enumerate(parts.items()):
        docs = list(to_docs(passages, base, seed, single=part == "dev"))
        random.Random(seed).shuffle(docs)
        DocBin(docs=docs, store_user_data=False).to_disk(work / f"entities-{part}.spacy")
    return work / "entities-train.spacy", work / "entities-dev.spacy"


def by_hand(annotations: Path) -> tuple[list[Passage], list[Passage]]:
    """The project's own annotation: what trains, and a share that measures: single passages, and whole articles."""
    train: list[Passage] = []
    dev: list[Passage] = []
    for i, passage in enumerate([*dict(read_corrected(annotations)).values(), *read_whole(annotations)]):
        in_article = "_" in passage.document
        number = zlib.crc32(passage.document.encode()) if in_article else i
        (train if number % DEV_EVERY else dev).append(passage)
    return train, dev


def mark_peoples(passage: Passage) -> None:
    """Mark peoples, religions and camps that a corpus leaves unmarked as NORP."""
    taken = [(s, e) for s, e, _ in passage.spans]
    for match in _CAPITALISED.finditer(passage.text):
        for name in (match[0], match[0].split(" ")[0], match[0].split(" ")[-1]):
            name = name.rstrip(".").removesuffix("'s").removesuffix("’s")
            start = match.start() + match[0].find(name)
            end = start + len(name)
            if name in gazetteer.peoples() and not any(s < end and start < e for s, e in taken):
                passage.spans.append((start, end, "NORP" if is_people(name) else MISSING))
                taken.append((start, end))
                break
    passage.spans.sort()


def vary(passage: Passage, draw: random.Random) -> Passage:
    """Put other names of people, cities and organizations from all over the world for a share of a passage's.

    A corpus names the same few politicians again and again, and the recogniser would learn them by heart. Some of the
    new names are coined: no table has them, so that it learns to do without its features.
    """
    text, at, spans = "", 0, []
    for start, end, label in passage.spans:
        name = passage.text[start:end]
        if draw.random() < VARIED_SHARE:
            name = _other_name(name, label, draw)
        text += passage.text[at:start]
        spans.append((len(text), len(text) + len(name), label))
        text += name
        at = end
    return Passage(text + passage.text[at:], spans, passage.document)


def _other_name(name: str, label: str, draw: random.Random) -> str:
    """A name of the same sort; the same one where no table tells its sort."""
    coined = draw.random() < COINED_SHARE
    if label == "PERSON":
        given, surnames = gazetteer.person_names()
        last = _coined(draw) if coined else draw.choice(surnames)
        return f"{draw.choice(given)} {last}" if " " in name else last
    if label == "GPE" and name in _city_names():
        return _coined(draw) if coined else draw.choice(gazetteer.cities())
    if label == "ORG" and (kind := _kind_of_organization().get(name)):
        return _coined(draw) if coined and " " not in name else draw.choice(_organizations(kind))
    return name


def _coined(draw: random.Random) -> str:
    """A capitalised word of two to four syllables that is in no table."""
    while True:
        syllables = "".join(draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.randint(2, 4)))
        name = (syllables + draw.choice(ENDINGS)).capitalize()
        if name not in gazetteer.word_flags():
            return name


@cache
def _organizations(kind: str) -> list[str]:
    return sorted(gazetteer.known_names()[kind])


@cache
def _kind_of_organization() -> dict[str, str]:
    names = gazetteer.known_names()
    return {name: kind for kind in gazetteer.ORGANIZATION_KINDS for name in names[kind]}


@cache
def _city_names() -> frozenset[str]:
    return frozenset(gazetteer.cities()) - gazetteer.states()


def to_docs(passages: Iterable[Passage], base: Language, seed: int, single: bool = False) -> Iterator[Doc]:
    """Docs of up to five passages, joined as sentences or as paragraphs; half with curly quotes.

    `single` keeps passages apart and as they are, to measure.
    """
    draw = random.Random(seed)
    for group in [[p] for p in passages] if single else _grouped(passages, draw):
        text, spans = "", []
        for passage in group:
            if text:
                text += draw.choice((" ", " ", "\n\n"))
            spans += [(s + len(text), e + len(text), label) for s, e, label in passage.spans]
            text += passage.text
        if not single and draw.random() < CURLY_SHARE:
            text = curly(text)
        yield _doc(base, text, spans)


def curly(text: str) -> str:
    """The text with typographic quotation marks and apostrophes, as long as before."""
    text = re.sub(r"(?<![^\s(\[—-])'(?=\w)", "‘", text).replace("'", "’")
    opening = False
    pieces = text.split('"')
    made = pieces[0]
    for piece in pieces[1:]:
        opening = not opening
        made += ("“" if opening else "”") + piece
    return made


def _grouped(passages: Iterable[Passage], draw: random.Random) -> Iterator[list[Passage]]:
    group: list[Passage] = []
    wanted = draw.randint(1, MAX_PASSAGES)
    for passage in passages:
        full = len(group) >= wanted or sum(p.text.count(" ") for p in group) > MAX_WORDS
        # Sentences of the silver corpus come in no order: joining them costs no discourse.
        ordered = bool(passage.document) and not passage.document.isdigit()
        if group and (full or (ordered and passage.document != group[-1].document)):
            yield group
            group, wanted = [], draw.randint(1, MAX_PASSAGES)
        group.append(passage)
    if group:
        yield group


def _doc(base: Language, text: str, spans: list[tuple[int, int, str]]) -> Doc:
    doc = base.make_doc(text)
    made = [doc.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in spans]
    found = filter_spans([span for span in made if span is not None])
    missing = [span for span in found if span.label_ == MISSING]
    doc.set_ents([span for span in found if span.label_ != MISSING], missing=missing, default="outside")
    return doc
