"""The treebank files that train and measure tagger, morphologizer, lemmatizer and parser."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import DocBin

from briefing.language.evaluation.speech import FILE as MEASURED
from briefing.language.evaluation.speech import read_marked_speech
from briefing.language.training.treebank import Sentence, read_conllu, to_docs

if TYPE_CHECKING:
    from spacy.language import Language

TREEBANKS = ("ud-ewt/{part}.conllu", "ud-gum/open-{part}.conllu")
SPEECH = "news-speech*.conllu"
HELD_OUT_FRAMES = 8  # one frame in so many measures and does not train


def convert(corpora: Path, annotations: Path | None, base: Language, work: Path) -> tuple[Path, Path]:
    """Write the DocBins that train and measure the parser; the paths of both.

    The small treebanks of news speech are some 5 to 10 % of the words; of their frames (the middle of
    `news-speech-FRAME-NUMBER`) one in eight is kept out and written to `speech-dev.conllu`. Sentences that
    measure who is the subject of a speech verb are left out.
    """
    train, dev = DocBin(store_user_data=False), DocBin(store_user_data=False)
    listed = annotations / MEASURED if annotations else None
    measured = {row.document for row in read_marked_speech(listed)} if listed and listed.is_file() else set()
    for seed, template in enumerate(TREEBANKS):
        sentences = read_conllu(corpora / template.format(part="train"))
        for doc in to_docs((s for s in sentences if s.name not in measured), base.vocab, seed):
            train.add(doc)
        for doc in to_docs(read_conllu(corpora / template.format(part="dev")), base.vocab, augment=False):
            dev.add(doc)
    if annotations:
        used, held_out = speech_parts(annotations)
        lines = ("\n".join(sentence.lines) + "\n\n" for sentence in held_out)
        (work / "speech-dev.conllu").write_text("".join(lines), encoding="utf-8")
        # Its sentences are no discourse: each is a paragraph, in a random order.
        random.Random(0).shuffle(used)
        for sentence in used:
            sentence.new_paragraph = True
        for doc in to_docs(used, base.vocab, seed=len(TREEBANKS)):
            train.add(doc)
    train.to_disk(work / "syntax-train.spacy")
    dev.to_disk(work / "syntax-dev.spacy")
    return work / "syntax-train.spacy", work / "syntax-dev.spacy"


def speech_parts(annotations: Path) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of the news-speech treebanks: those that train, those of the held-out frames."""
    parts: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in (s for path in sorted(annotations.glob(SPEECH)) for s in read_conllu(path)):
        frame = sentence.name.rpartition("-")[0]
        held_out = int(hashlib.sha1(frame.encode()).hexdigest(), 16) % HELD_OUT_FRAMES == 0
        parts[held_out].append(sentence)
    return parts
