"""Noun chunks of UD parses: the table is phrases between bars, the parse is the pipeline's own or written out."""

from __future__ import annotations

import itertools

import pytest
import spacy
from spacy.tokens import Doc

import briefing.language.universal_pipe  # noqa: F401  (registers the component)

# word/POS/tag/label/head
PARSES = {
    "a title before a name belongs to it": (
        "U.S./PROPN/NNP/compound/1 President/PROPN/NNP/nmod:desc/2 Ana/PROPN/NNP/nsubj/4 Ruiz/PROPN/NNP/flat/2 spoke/VERB/VBD/ROOT/4",
        ["U.S. President Ana Ruiz"],
    ),
    "an owner belongs to what is owned": (
        "Peru/PROPN/NNP/nmod:poss/2 's/PART/POS/case/0 proxies/NOUN/NNS/nsubj/3 fired/VERB/VBD/ROOT/3",
        ["Peru 's proxies"],
    ),
    "an apposition is a chunk of its own": (
        "Ruiz/PROPN/NNP/nsubj/5 ,/PUNCT/,/punct/4 the/DET/DT/det/4 new/ADJ/JJ/amod/4 mayor/NOUN/NN/appos/0 left/VERB/VBD/ROOT/5",
        ["Ruiz", "the new mayor"],
    ),
    "conjuncts are chunks without their conjunction": (
        "Lima/PROPN/NNP/nsubj/3 and/CCONJ/CC/cc/2 Quito/PROPN/NNP/conj/0 agreed/VERB/VBD/ROOT/3",
        ["Lima", "Quito"],
    ),
    "a preposition stays outside": (
        "heads/NOUN/NNS/ROOT/0 of/ADP/IN/case/3 two/NUM/CD/nummod/3 states/NOUN/NNS/nmod/0",
        ["heads", "two states"],
    ),
    "an amount follows its sign": (
        "paid/VERB/VBD/ROOT/0 $/SYM/$/obj/0 3/NUM/CD/compound/3 million/NUM/CD/nummod/1 yearly/ADV/RB/advmod/0",
        ["$ 3 million"],
    ),
    "a name before a hyphen does not cut the phrase": (
        "Iran/PROPN/NNP/obl/2 -/PUNCT/HYPH/punct/2 backed/VERB/VBN/amod/3 militias/NOUN/NNS/nsubj/4 fired/VERB/VBD/ROOT/4",
        ["Iran - backed militias"],
    ),
    "an owner with a phrase of its own is within": (
        "the/DET/DT/det/1 mayor/NOUN/NN/nmod:poss/5 of/ADP/IN/case/3 Lima/PROPN/NNP/nmod/1 's/PART/POS/case/1 car/NOUN/NN/nsubj/6 burnt/VERB/VBD/ROOT/6",
        ["the mayor of Lima 's car"],
    ),
    "a negation stays outside": (
        "not/PART/RB/advmod/1 Lima/PROPN/NNP/ROOT/1",
        ["Lima"],
    ),
    "a compound with hyphens is whole": (
        "a/DET/DT/det/4 Saudi/ADJ/JJ/obl/3 -/PUNCT/HYPH/punct/3 led/VERB/VBN/amod/4 coalition/NOUN/NN/ROOT/4",
        ["a Saudi - led coalition"],
    ),
}


@pytest.fixture(scope="module")
def vocab():
    nlp = spacy.blank("en")
    nlp.add_pipe("briefing_universal")
    return nlp.vocab


@pytest.mark.parametrize(("rows", "chunks"), PARSES.values(), ids=PARSES.keys())
def test_the_chunks_of_a_parse(vocab, rows, chunks):
    words, pos, tags, deps, heads = zip(*(row.rsplit("/", 4) for row in rows.split()), strict=True)
    doc = Doc(vocab, words=words, pos=pos, tags=tags, deps=deps, heads=[int(h) for h in heads])
    assert [chunk.text for chunk in doc.noun_chunks] == chunks
    assert all(chunk.label_ == "NP" for chunk in doc.noun_chunks)


def test_without_a_parse_there_are_no_chunks(vocab):
    with pytest.raises(ValueError, match="parse"):
        list(Doc(vocab, words=["No", "parse"]).noun_chunks)


def test_the_shipped_pipeline_gives_chunks_without_overlap(nlp):
    doc = nlp(
        "The mayor of Lima, Ana Ruiz, told the newspaper that two of her aides had met the envoys in Quito last week."
    )
    chunks = list(doc.noun_chunks)
    assert {"The mayor", "Lima", "Ana Ruiz", "the newspaper", "the envoys", "Quito"} <= {chunk.text for chunk in chunks}
    assert all(a.end <= b.start for a, b in itertools.pairwise(chunks))
