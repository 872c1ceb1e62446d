"""Universal Dependencies treebanks (CoNLL-U) as spaCy Docs of a few paragraphs each."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

CURLY_SHARE = 0.3
PARAGRAPH_BREAKS = ("\n\n", "\n\n", "\n\n", "\n", "")  # drawn from: "" is a plain space
MAX_PARAGRAPHS = 4
MAX_WORDS = 160
_HYPHENATED = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")


@dataclass
class Word:
    """A word with its analysis; `head` is an index into the sentence or document, its own for a root."""

    form: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


@dataclass
class Sentence:
    """A sentence with the place that it comes from."""

    words: list[Word]
    name: str = ""
    document: str = ""
    new_paragraph: bool = False
    lines: list[str] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; of multi-word tokens the words, without space between them."""
    rows: list[list[str]] = []
    lines: list[str] = []
    glued: dict[int, bool] = {}
    document = ""
    name, paragraph = "", False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            match key.strip():
                case "newdoc id":
                    document, paragraph = value.strip(), True
                case "sent_id":
                    name = value.strip()
                case other if other.startswith("newpar"):
                    paragraph = True
            lines.append(line)
        elif line:
            lines.append(line)
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                glued |= dict.fromkeys(range(first, last), False) | {last: "SpaceAfter=No" not in cells[9]}
            elif cells[0].isdigit():
                rows.append(cells)
        elif rows:
            yield Sentence([_word(cells, glued) for cells in rows], name, document, paragraph, lines)
            rows, glued, lines, paragraph = [], {}, [], False
        else:
            lines = []


def to_docs(sentences: Iterable[Sentence], vocab: Vocab, seed: int = 0, augment: bool = True) -> Iterator[Doc]:
    """Docs of one to four paragraphs of a document; a share of them with curly quotes if `augment`."""
    draw = random.Random(seed)
    for group in _grouped(sentences, draw):
        words: list[Word] = []
        starts: list[bool] = []
        curly = augment and draw.random() < CURLY_SHARE
        for number, sentence in enumerate(group):
            if number and sentence.new_paragraph:
                _break(words, starts, draw.choice(PARAGRAPH_BREAKS))
            parts = split_hyphens(sentence.words)
            offset = len(words)
            for part in parts:
                form = curled(part.form, part.xpos) if curly else part.form
                words.append(replace(part, form=form, head=part.head + offset))
            starts += [True] + [False] * (len(parts) - 1)
        yield _doc(vocab, words, starts)


def curled(form: str, xpos: str) -> str:
    """A word with typographic quotation marks and apostrophes."""
    if xpos in ("``", "''"):
        opening = xpos == "``"
        return form.replace('"', "“" if opening else "”").replace("'", "‘" if opening else "’")
    return form.replace("'", "’")


def split_hyphens(words: list[Word]) -> list[Word]:
    """Split compounds that the treebank keeps whole ("non-profit") where the tokenizer splits them.

    The last part keeps the analysis, the parts before it and the hyphens attach to it.
    """
    place: list[int] = []
    parts: list[list[Word]] = []
    at = 0
    for word in words:
        pieces = re.split(r"(-)", word.form) if _HYPHENATED.fullmatch(word.form) else [word.form]
        lemmas = re.split(r"(-)", word.lemma) if len(pieces) > 1 else [word.lemma]
        if len(lemmas) != len(pieces):
            lemmas = pieces
        last = at + len(pieces) - 1
        made = [replace(word, form=pieces[-1], lemma=lemmas[-1])]
        for piece, lemma in zip(reversed(pieces[:-1]), reversed(lemmas[:-1]), strict=True):
            if piece == "-":
                made.insert(0, Word("-", False, "-", "PUNCT", "HYPH", "", -last - 1, "punct"))
            else:
                made.insert(0, Word(piece, False, lemma, "X", "AFX", "", -last - 1, "compound"))
        place.append(last)
        parts.append(made)
        at += len(pieces)
    result = []
    for made in parts:
        # Heads inside a compound are final (kept below zero till here), others move to the last part.
        result += [replace(w, head=-w.head - 1 if w.head < 0 else place[w.head]) for w in made]
    return result


def _word(cells: list[str], glued: dict[int, bool]) -> Word:
    number, head = int(cells[0]), int(cells[6])
    space = glued.get(number, "SpaceAfter=No" not in cells[9])
    feats = "" if cells[5] == "_" else cells[5]
    label = "ROOT" if head == 0 else cells[7]
    return Word(cells[1], space, cells[2], cells[3], cells[4], feats, head - 1 if head else number - 1, label)


def _grouped(sentences: Iterable[Sentence], draw: random.Random) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    paragraphs, wanted = 0, draw.randint(1, MAX_PARAGRAPHS)
    for sentence in sentences:
        paragraphs += sentence.new_paragraph
        full = paragraphs > wanted or sum(len(s.words) for s in group) > MAX_WORDS
        if group and (full or sentence.document != group[-1].document):
            yield group
            group, paragraphs, wanted = [], 1, draw.randint(1, MAX_PARAGRAPHS)
        group.append(sentence)
    if group:
        yield group


def _break(words: list[Word], starts: list[bool], text: str) -> None:
    """Put a paragraph break after the words so far, as a space token the way spaCy's augmenter makes it."""
    if text:
        words[-1] = replace(words[-1], space=False)
        words.append(Word(text, False, text, "SPACE", "_SP", "", len(words) - 1, "dep"))
        starts.append(False)
    else:
        words[-1] = replace(words[-1], space=True)


def _doc(vocab: Vocab, words: list[Word], starts: list[bool]) -> Doc:
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        lemmas=[w.lemma for w in words],
        pos=[w.upos for w in words],
        tags=[w.xpos for w in words],
        morphs=[w.feats for w in words],
        heads=[w.head for w in words],
        deps=[w.deprel for w in words],
        sent_starts=list(starts),
    )
