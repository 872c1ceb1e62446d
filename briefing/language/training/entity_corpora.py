"""Readers of the openly licensed entity corpora: each yields passages with labelled spans."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.language.training.entity_labels import NAME_LABELS, label_of, without_titles

CORRECTED = "gmb-corrected*.tsv"
"""Files of sentences corrected by reading, each with its number in the silver corpus."""
DOUBTFUL = "gmb-doubtful.txt"
"""The numbers of silver sentences that do not train, a line each."""
WHOLE = ("whole-news.tsv", "world-news.tsv")
"""Paragraphs annotated whole: of openly licensed articles (DOCUMENT:PARAGRAPH), and written for the project."""

_MARK = re.compile(r"\[([^\]]*)\]\{([A-Z_]+)\}")
_NUMBER = re.compile(r"[-:]\d+$")
_WORD = re.compile(r"\S+")
_NO_SPACE_BEFORE = frozenset((*".,;:!?)]}%'’”", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "..."))
_NO_SPACE_AFTER = frozenset("([{$#“‘£€")
_ARTICLES = frozenset(("the", "a", "an", "The", "A", "An"))
_NO_NAMES = frozenset(("I", "We", "You", "He", "She", "It", "They", "We’ve", "Jan", "Feb", "May"))


@dataclass
class Passage:
    """A sentence or text with its names; spans are (start, end, label) in code points, without overlap."""

    text: str
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    document: str = ""


def read_all(corpora: Path, skip: frozenset[int] = frozenset(), with_gmb: bool = True) -> dict[str, list[Passage]]:
    """The passages of every corpus that may train what ships; `skip` = numbers of gmb sentences to leave out."""
    found = {
        "wikigold": list(_from_tokens("wikigold", _io_tokens(corpora / "wikigold" / "wikigold.conll.txt"))),
        "wnut17": list(_column_files("wnut17", sorted((corpora / "wnut17").glob("*.conll")))),
        "btc": list(_column_files("btc", sorted((corpora / "btc").glob("*.conll")))),
        "crossner": list(_column_files("crossner", sorted((corpora / "crossner-politics").glob("*.txt")))),
        "re3d": [p for f in sorted((corpora / "re3d").iterdir()) if f.is_dir() for p in _re3d(f)],
    }
    if with_gmb:
        found["gmb"] = list(_gmb(corpora, skip))
    return found


def read_marked(path: Path, labels: frozenset[str] = NAME_LABELS) -> Iterator[tuple[str, Passage]]:
    """Sentences annotated as `[words]{LABEL}`, with their ids; spans of other labels are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, marked = line.partition("\t")
        text, at, spans = "", 0, []
        for mark in _MARK.finditer(marked):
            text += marked[at : mark.start()]
            if mark[2] in labels:
                spans.append((len(text), len(text) + len(mark[1]), mark[2]))
            text += mark[1]
            at = mark.end()
        yield name, Passage(text + marked[at:], spans, document=_NUMBER.sub("", name) or name)


def read_corrected(annotations: Path, labels: frozenset[str] = NAME_LABELS) -> Iterator[tuple[int, Passage]]:
    """The corrected sentences of the silver corpus, all files by name: a new file takes no place of an older one."""
    for path in sorted(annotations.glob(CORRECTED)):
        yield from ((int(number), passage) for number, passage in read_marked(path, labels))


def read_doubtful(annotations: Path) -> frozenset[int]:
    """Numbers of silver sentences that a recogniser trained on the corrected ones reads otherwise than their labels."""
    path = annotations / DOUBTFUL
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return frozenset(int(line) for line in lines if line.isdigit())


def read_whole(annotations: Path, labels: frozenset[str] = NAME_LABELS) -> Iterator[Passage]:
    """The paragraphs annotated whole; `document` is that of the corpus they come from."""
    for name in WHOLE:
        if (annotations / name).is_file():
            yield from (passage for _, passage in read_marked(annotations / name, labels))


def gmb_texts(corpora: Path) -> list[str]:
    """The likely texts of the silver corpus's sentences, by their numbers."""
    return [detokenized([token for token, _ in tokens])[0] for tokens in _gmb_tokens(corpora)]


def _gmb(corpora: Path, skip: frozenset[int]) -> Iterator[Passage]:
    used = ((str(n), tokens) for n, tokens in enumerate(_gmb_tokens(corpora)) if n not in skip)
    # Sentences stand in no order, so each is a document of its own.
    return _from_tokens("gmb", used)


def _gmb_tokens(corpora: Path) -> list[list[tuple[str, str]]]:
    sentences: list[list[tuple[str, str]]] = []
    with gzip.open(corpora / "gmb" / "ner_dataset.csv.gz", "rt", encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["Sentence #"]:
                sentences.append([])
            sentences[-1].append((row["Word"], row["Tag"]))
    return sentences


def _column_files(corpus: str, paths: Iterable[Path]) -> Iterator[Passage]:
    for path in paths:
        yield from _from_tokens(corpus, _columns(path))


def _columns(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    tokens: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        token, _, tag = line.rstrip("\r").partition("\t")
        if token.strip() and tag:
            tokens.append((token.strip(), tag))
        elif not line.strip() and tokens:
            # Tweets to users: their marks and names are no news text.
            if not any(t[0][0] in "@#" for t in tokens):
                yield path.name, tokens
            tokens = []


def _io_tokens(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    tokens: list[tuple[str, str]] = []
    document = 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        token, _, tag = line.rpartition(" ")
        if token == "-DOCSTART-":
            document += 1
        elif token:
            tokens.append((token, tag))
        elif tokens:
            yield str(document), tokens
            tokens = []


def _re3d(folder: Path) -> Iterator[Passage]:
    if folder.name == "bbc-online":  # NonCommercial: for evaluation only
        return
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        if line.strip():
            mark = json.loads(line)
            marks.setdefault(mark["documentId"], []).append((mark["begin"], mark["end"], mark["type"]))
    rows = (folder / "documents.json").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([row for row in rows if row.strip()], 1):
        document = json.loads(line)
        passage = _names_only(document["text"], marks.get(document["_id"], []))
        passage.document = f"{folder.name}_{number}"
        yield passage


def _names_only(text: str, marks: list[tuple[int, int, str]]) -> Passage:
    """Of mentions that nest and include common nouns, the outermost that are names."""
    spans: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(marks, key=lambda m: m[0] - m[1]):
        words = [(m.start() + start, m.end() + start, m[0]) for m in _WORD.finditer(text[start:end])]
        while words and (not words[0][2][:1].isupper() or words[0][2] in _ARTICLES):
            words.pop(0)
        if kind == "Person":
            words = words[without_titles([w for _, _, w in words]) :]
        if not words or any((w[:1].islower() and len(w) > 3) or w[-1] == "," for _, _, w in words):
            continue
        if len(words) == 1 and (words[0][2] in _NO_NAMES or words[0][2].endswith("-led")):
            continue
        start, end = words[0][0], words[-1][1] - 2 * words[-1][2].endswith(("'s", "’s"))
        label = label_of("re3d", kind, text[start:end])
        if label and not any(s < end and start < e for s, e, _ in spans):
            spans.append((start, end, label))
    return Passage(text, sorted(spans))


def _from_tokens(corpus: str, sentences: Iterable[tuple[str, list[tuple[str, str]]]]) -> Iterator[Passage]:
    for document, tokens in sentences:
        text, places = detokenized([token for token, _ in tokens])
        spans = []
        for first, last, tag in runs([tag for _, tag in tokens]):
            words = [token for token, _ in tokens[first:last]]
            cut = without_titles(words) if tag in ("per", "PER", "person", "politician") else words[0] in _ARTICLES
            # Adjectives of direction stay outside: "northern Iraq".
            while first + cut < last - 1 and words[cut].islower():
                cut += 1
            while first + cut < last and not any(c.isalnum() for c in tokens[last - 1][0]):
                last -= 1
            if first + cut < last:
                start, end = places[first + cut][0], places[last - 1][1]
                if label := label_of(corpus, tag, text[start:end]):
                    spans.append((start, end, label))
        yield Passage(text, spans, document)


def runs(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last + 1, label) of the spans of B-, I- and O tags."""
    start, label = None, ""
    for i, tag in enumerate([*tags, "O"]):
        kind, _, name = tag.partition("-")
        if start is not None and (kind in "OB" or name != label):
            yield start, i, label
            start = None
        if kind != "O" and start is None:
            start, label = i, name


def detokenized(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The likely text of tokens in the Penn Treebank's style, and each token's place in it."""
    text, places, open_quote, glue = "", [], False, True
    for token in tokens:
        token = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        quote = token == '"'
        if text and not glue and token not in _NO_SPACE_BEFORE and not (quote and open_quote):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        open_quote ^= quote
        glue = token in _NO_SPACE_AFTER or (quote and open_quote)
    return text, places
