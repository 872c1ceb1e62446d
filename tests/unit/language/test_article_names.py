"""What an article says of its names corrects the recogniser: each row is text with its guesses, and what they become."""

from __future__ import annotations

import itertools
import re
import sys

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
        "The [Commission for Fair Trade]{ORG} ( CFT ) met . Later CFT staff left .",
        "The [Commission for Fair Trade]{ORG} ( [CFT]{ORG} ) met . Later [CFT]{ORG} staff left .",
    ),
    "a long name that was missed once": (
        "The [Lima Water Board]{ORG} met . Nobody from Lima Water Board spoke .",
        "The [Lima Water Board]{ORG} met . Nobody from [Lima Water Board]{ORG} spoke .",
    ),
    "two letters are anybody's": (
        "The [Metropolitan Police]{ORG} came . Then MP Ruiz spoke .",
        "The [Metropolitan Police]{ORG} came . Then MP Ruiz spoke .",
    ),
    "a word in brackets that shortens nothing": (
        "The [Trade Board]{ORG} ( IT ) met . Later IT staff left .",
        "The [Trade Board]{ORG} ( IT ) met . Later IT staff left .",
    ),
    "a month that is a surname too": (
        "[Ana May]{PERSON} came . It rained in [May]{DATE} .",
        "[Ana May]{PERSON} came . It rained in [May]{DATE} .",
    ),
    "a company named oftener than who bears its name": (
        "[Bill Ford]{PERSON} came . [Ford]{ORG} fell and [Ford]{ORG} rose and [Ford]{ORG} fell .",
        "[Bill Ford]{PERSON} came . [Ford]{ORG} fell and [Ford]{ORG} rose and [Ford]{ORG} fell .",
    ),
    "a long name of a company that somebody bears too": (
        "[Rosa Moreland]{PERSON} came . [Moreland]{ORG} fell and [Moreland]{ORG} rose and [Moreland]{ORG} fell .",
        "[Rosa Moreland]{PERSON} came . [Moreland]{ORG} fell and [Moreland]{ORG} rose and [Moreland]{ORG} fell .",
    ),
    "what follows a surname is none": (
        "[Ana Ruiz Jr.]{PERSON} came . Then Jr. spoke and [Ruiz]{ORG} left .",
        "[Ana Ruiz Jr.]{PERSON} came . Then Jr. spoke and [Ruiz]{PERSON} left .",
    ),
    "a name within a longer one that was missed": (
        "[New York]{GPE} slept . Then New York Times wrote .",
        "[New York]{GPE} slept . Then New York Times wrote .",
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
NAMES = st.sampled_from(
    ["Ana Ruiz", "Ruiz", "Ana May", "May", "National Union of Miners", "NUM", "New York", "New York Post"]
)
PIECES = st.one_of(
    st.tuples(NAMES, st.sampled_from(LABELS)),
    st.tuples(st.one_of(NAMES, st.sampled_from(["met", ".", "(", ")", "in", "the"])), st.just("")),
)


@given(st.lists(PIECES, min_size=1, max_size=20))
def test_any_guesses_give_names_that_keep_their_extent_and_a_second_look_changes_nothing(pipe, rows):
    doc = doc_of(" ".join(f"[{words}]{{{label}}}" if label else words for words, label in rows))
    before = [(e.start, e.end, e.label_) for e in doc.ents]
    once = [(e.start, e.end, e.label_) for e in pipe(doc).ents]
    assert {span for span in before if span[2] == "DATE"} <= set(once)
    assert {span[:2] for span in before} <= {span[:2] for span in once}
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(once))


def test_a_long_article_of_one_name_takes_time_in_proportion(pipe):
    """Looking a name up in every place costs no more the oftener it stands there."""
    short, long = (doc_of("[New York Post]{ORG} " * 20 + "New man met . " * n) for n in (200, 2000))
    steps = []
    for doc in (short, long):
        calls = 0

        def count(frame, event, argument):
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            pipe(doc)
        finally:
            sys.setprofile(None)
        steps.append(calls)
    assert steps[1] < 15 * steps[0]


def test_nothing_named_nothing_found(pipe):
    assert pipe(doc_of("It rained .")).ents == ()
