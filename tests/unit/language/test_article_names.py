"""What an article says of its names corrects the recogniser: each row is text with its guesses, and what they become."""

from __future__ import annotations

import itertools
import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

import briefing.language.article_names  # noqa: F401  (registers the component)

VOCAB = spacy.blank("en").vocab
MARK = re.compile(r"\[([^\]]+)\]\{([A-Z_]+)\}")
CASES = {
    "one label a name, the commonest": (
        "[Odhikar]{ORG} filed it . Then [Odhikar]{GPE} spoke , and [Odhikar]{ORG} left .",
        "[Odhikar]{ORG} filed it . Then [Odhikar]{ORG} spoke , and [Odhikar]{ORG} left .",
    ),
    "a surname after the full name": (
        "[Ana Ruiz]{PERSON} came . [Ruiz]{ORG} spoke .",
        "[Ana Ruiz]{PERSON} came . [Ruiz]{PERSON} spoke .",
    ),
    "a surname that was missed": (
        "[Ana Ruiz]{PERSON} came . Then Ruiz spoke .",
        "[Ana Ruiz]{PERSON} came . Then [Ruiz]{PERSON} spoke .",
    ),
    "a surname that is a place too stays one where it stands as a place": (
        "[Jack London]{PERSON} came . He lives in [London]{GPE} .",
        "[Jack London]{PERSON} came . He lives in [London]{GPE} .",
    ),
    "a family by its surname": (
        "[Ana Moore]{PERSON} came . The [Moores]{ORG} left .",
        "[Ana Moore]{PERSON} came . The [Moores]{PERSON} left .",
    ),
    "an acronym by first letters": (
        "The [National Union of Miners]{ORG} called . [NUM]{GPE} leaders agreed .",
        "The [National Union of Miners]{ORG} called . [NUM]{ORG} leaders agreed .",
    ),
    "an acronym in brackets, missed later": (
        "The [Commission for Fair Trade]{ORG} ( FTC ) met . Later FTC staff left .",
        "The [Commission for Fair Trade]{ORG} ( [FTC]{ORG} ) met . Later [FTC]{ORG} staff left .",
    ),
    "a long name that was missed once": (
        "The [Lima Water Board]{ORG} met . Nobody from Lima Water Board spoke .",
        "The [Lima Water Board]{ORG} met . Nobody from [Lima Water Board]{ORG} spoke .",
    ),
    "numbers and dates stay": (
        "On [Friday]{DATE} [Friday]{DATE} met [May]{DATE} .",
        "On [Friday]{DATE} [Friday]{DATE} met [May]{DATE} .",
    ),
    "half a longer name is no surname": (
        "[Ana Ruiz]{PERSON} came . Hotel Ruiz Palace burnt .",
        "[Ana Ruiz]{PERSON} came . Hotel Ruiz Palace burnt .",
    ),
}


def doc_of(marked: str) -> Doc:
    words, spans = [], []
    for piece in re.split(r"(\[[^\]]+\]\{[A-Z_]+\})", marked):
        mark = MARK.fullmatch(piece)
        new = (mark[1] if mark else piece).split()
        if mark:
            spans.append((len(words), len(words) + len(new), mark[2]))
        words += new
    tags = [
        "NNP" if word[0].isupper() and word not in ("The", "He", "On", "Then", "Later", "Nobody") else "XX"
        for word in words
    ]
    doc = Doc(
        VOCAB,
        words=words,
        tags=tags,
        sent_starts=[i == 0 or words[i - 1] == "." for i in range(len(words))],
    )
    doc.ents = [Span(doc, *span) for span in spans]
    return doc


def marked_of(doc: Doc) -> str:
    out, at = [], 0
    for entity in doc.ents:
        out += [token.text for token in doc[at : entity.start]] + [f"[{entity.text}]{{{entity.label_}}}"]
        at = entity.end
    return " ".join(out + [token.text for token in doc[at:]])


@pytest.fixture(scope="module")
def pipe():
    return spacy.blank("en").add_pipe("briefing_article_names")


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_names_of_an_article(pipe, before, after):
    assert marked_of(pipe(doc_of(before))) == after


LABELS = ("PERSON", "ORG", "GPE", "DATE")
WORDS = st.sampled_from(["Ana", "Ruiz", "Lima", "NUM", "National", "Union", "of", "Miners", "met", ".", "(", ")"])


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "", *LABELS])), min_size=1, max_size=30))
def test_any_guesses_give_spans_without_overlap(pipe, rows):
    doc = doc_of(" ".join(f"[{word}]{{{label}}}" if label else word for word, label in rows))
    dates = [e.text for e in doc.ents if e.label_ == "DATE"]
    doc = pipe(doc)
    assert all(a.end <= b.start for a, b in itertools.pairwise(doc.ents))
    assert len([e for e in doc.ents if e.label_ == "DATE"]) <= len(dates)


def test_nothing_named_nothing_found(pipe):
    assert pipe(doc_of("It rained .")).ents == ()
