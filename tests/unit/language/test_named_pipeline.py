"""A pipeline that the user names goes through the same adaptor: a tiny one with CLEAR labels is trained here to prove it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

import briefing
from briefing.language import load_pipeline, read_article
from briefing.language.universal import CLEAR

# word/tag/label/head, as spaCy's published English pipelines would parse it
SENTENCES = [
    "Officials/NNS/nsubj/1 said/VBD/ROOT/1 Friday/NNP/npadvmod/1 that/IN/mark/5 Ruiz/NNP/nsubj/5 flew/VBD/ccomp/1 "
    "to/IN/prep/5 Oslo/NNP/pobj/6 ././punct/1",
    "Ruiz/NNP/nsubj/1 is/VBZ/ROOT/1 the/DT/det/3 mayor/NN/attr/1 of/IN/prep/3 Lima/NNP/pobj/4 ././punct/1",
    "They/PRP/nsubjpass/2 were/VBD/auxpass/2 armed/VBN/ROOT/2 by/IN/agent/2 Peru/NNP/pobj/3 ././punct/2",
    "Residents/NNS/nsubj/1 told/VBD/ROOT/1 reporters/NNS/dobj/1 about/IN/prep/1 the/DT/det/5 war/NN/pobj/3 ././punct/1",
]
PARTS = {"NNS": "NOUN", "NN": "NOUN", "NNP": "PROPN", "PRP": "PRON", "DT": "DET", "IN": "ADP", ".": "PUNCT"}
LEMMAS = {"is": "be", "were": "be", "said": "say", "told": "tell"}
NAMES = {"Ruiz": "PERSON", "Oslo": "GPE", "Lima": "GPE", "Peru": "GPE", "Friday": "DATE"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trained pipeline with CLEAR labels on disk, right on its four sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("ner")
    examples = []
    for rows in SENTENCES:
        words, tags, labels, heads = zip(*(row.rsplit("/", 3) for row in rows.split()), strict=True)
        spaces = [word != "." for word in words[1:]] + [False]
        gold = Doc(
            nlp.vocab,
            words=words,
            spaces=spaces,
            tags=tags,
            pos=[PARTS.get(tag, "VERB") for tag in tags],
            lemmas=[LEMMAS.get(word, word) for word in words],
            deps=labels,
            heads=[int(h) for h in heads],
        )
        gold.set_ents([gold.char_span(t.idx, t.idx + len(t), NAMES[t.text]) for t in gold if t.text in NAMES])
        examples.append(Example(nlp.make_doc(gold.text), gold))
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    path = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(path)
    return path


def test_the_tiny_pipeline_has_clear_labels_of_its_own(folder):
    doc = spacy.load(folder)("They were armed by Peru.")
    assert {token.dep_ for token in doc} >= {"nsubjpass", "auxpass", "agent", "pobj"}


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_what_leaves_it_is_universal(folder, number):
    nlp = load_pipeline(str(folder))
    article = briefing.read(
        " ".join(row.rsplit("/", 3)[0] for row in SENTENCES[number].split()).replace(" .", ".").encode()
    )
    doc = read_article(article, nlp).doc
    assert not {token.dep_ for token in doc} & CLEAR
    assert [token.dep_ for token in doc if token.head.i == token.i] == ["ROOT"]


def test_prepositions_copulas_and_passives_are_turned(folder):
    nlp = load_pipeline(str(folder))
    found = {
        (t.text, t.dep_, t.head.text)
        for text in ("Ruiz is the mayor of Lima.", "They were armed by Peru.")
        for t in nlp(text)
    }
    assert found >= {
        ("Ruiz", "nsubj", "mayor"), ("is", "cop", "mayor"), ("of", "case", "Lima"), ("Lima", "nmod", "mayor"),
        ("They", "nsubj:pass", "armed"), ("Peru", "obl:agent", "armed"),
    }  # fmt: skip


def test_its_noun_chunks_are_read_off_the_universal_parse(folder):
    doc = load_pipeline(str(folder))("Ruiz is the mayor of Lima.")
    assert [chunk.text for chunk in doc.noun_chunks] == ["Ruiz", "the mayor", "Lima"]


def test_an_article_is_analysed_with_it(folder):
    result = briefing.analyse("Officials said Friday that Ruiz flew to Oslo.", pipeline=str(folder))
    assert [result.article.slice(span) for quote in result.quotes for span in quote.content] == [
        "that Ruiz flew to Oslo"
    ]
    assert {entity.label for entity in result.entities} >= {"PERSON", "GPE"}
