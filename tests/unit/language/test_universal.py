"""CLEAR parses, as spaCy's published English pipelines give them, become Universal Dependencies."""

from __future__ import annotations

import random

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from briefing.language.universal import to_universal

VOCAB: Vocab = spacy.blank("en").vocab

# Each row: words "text/TAG/label/head", roots with their own number; what comes out as "text label head".
CONSTRUCTIONS = {
    "a prepositional phrase of a verb": (
        "He/PRP/nsubj/1 flew/VBD/ROOT/1 to/IN/prep/1 Oslo/NNP/pobj/2",
        "He nsubj flew; flew ROOT flew; to case Oslo; Oslo obl flew",
    ),
    "a prepositional phrase of a noun": (
        "The/DT/det/1 war/NN/nsubj/4 in/IN/prep/1 Syria/NNP/pobj/2 ended/VBD/ROOT/4",
        "The det war; war nsubj ended; in case Syria; Syria nmod war; ended ROOT ended",
    ),
    "a passive with its agent": (
        "They/PRP/nsubjpass/2 were/VBD/auxpass/2 armed/VBN/ROOT/2 by/IN/agent/2 Iran/NNP/pobj/3",
        "They nsubj:pass armed; were aux:pass armed; armed ROOT armed; by case Iran; Iran obl:agent armed",
    ),
    "a copula with a noun": (
        "Ann/NNP/nsubj/1 is/VBZ/ROOT/1 the/DT/det/3 minister/NN/attr/1 now/RB/advmod/1 ././punct/1",
        "Ann nsubj minister; is cop minister; the det minister; minister ROOT minister; now advmod minister; . punct minister",
    ),
    "a copula with an adjective in a subordinate clause": (
        "I/PRP/nsubj/1 know/VBP/ROOT/1 he/PRP/nsubj/3 was/VBD/ccomp/1 not/RB/neg/3 ready/JJ/acomp/3",
        "I nsubj know; know ROOT know; he nsubj ready; was cop ready; not advmod ready; ready ccomp know",
    ),
    "a copula with a place": (
        "He/PRP/nsubj/1 was/VBD/ROOT/1 in/IN/prep/1 Moscow/NNP/pobj/2 on/IN/prep/1 Friday/NNP/pobj/4",
        "He nsubj Moscow; was cop Moscow; in case Moscow; Moscow ROOT Moscow; on case Friday; Friday obl Moscow",
    ),
    "there is": (
        "There/EX/expl/1 is/VBZ/ROOT/1 a/DT/det/3 way/NN/attr/1",
        "There expl is; is ROOT is; a det way; way nsubj is",
    ),
    "become keeps its head": (
        "She/PRP/nsubj/1 became/VBD/ROOT/1 president/NN/attr/1",
        "She nsubj became; became ROOT became; president xcomp became",
    ),
    "objects": (
        "They/PRP/nsubj/1 gave/VBD/ROOT/1 him/PRP/dative/1 arms/NNS/dobj/1",
        "They nsubj gave; gave ROOT gave; him iobj gave; arms obj gave",
    ),
    "a dative with a preposition": (
        "They/PRP/nsubj/1 gave/VBD/ROOT/1 arms/NNS/dobj/1 to/IN/dative/1 him/PRP/pobj/3",
        "They nsubj gave; gave ROOT gave; arms obj gave; to case him; him obl gave",
    ),
    "a possessive": (
        "Iran/NNP/poss/2 ’s/POS/case/0 proxies/NNS/nsubj/3 fired/VBD/ROOT/3",
        "Iran nmod:poss proxies; ’s case Iran; proxies nsubj fired; fired ROOT fired",
    ),
    "a relative clause and a particle": (
        "those/DT/ROOT/0 who/WP/nsubj/2 gave/VBD/relcl/0 up/RP/prt/2",
        "those ROOT those; who nsubj gave; gave acl:relcl those; up compound:prt gave",
    ),
    "a preposition with a clause": (
        "He/PRP/nsubj/1 won/VBD/ROOT/1 by/IN/prep/1 waiting/VBG/pcomp/2",
        "He nsubj won; won ROOT won; by mark waiting; waiting advcl won",
    ),
    "a preposition with a clause on a noun": (
        "hopes/NNS/ROOT/0 of/IN/prep/0 winning/VBG/pcomp/1 it/PRP/dobj/2",
        "hopes ROOT hopes; of mark winning; winning acl hopes; it obj winning",
    ),
    "one preposition in two words": (
        "It/PRP/nsubj/1 fell/VBD/ROOT/1 according/VBG/prep/1 to/IN/prep/2 him/PRP/pobj/3",
        "It nsubj fell; fell ROOT fell; according case him; to fixed according; him obl fell",
    ),
    "because of": (
        "It/PRP/nsubj/1 fell/VBD/ROOT/1 because/IN/prep/1 of/IN/pcomp/2 him/PRP/pobj/3",
        "It nsubj fell; fell ROOT fell; because case him; of fixed because; him obl fell",
    ),
    "two prepositions": (
        "He/PRP/nsubj/1 ran/VBD/ROOT/1 out/IN/prep/1 of/IN/prep/2 town/NN/pobj/3",
        "He nsubj ran; ran ROOT ran; out case town; of case town; town obl ran",
    ),
    "infinitive and negation": (
        "He/PRP/nsubj/1 tried/VBD/ROOT/1 not/RB/neg/4 to/TO/aux/4 laugh/VB/xcomp/1",
        "He nsubj tried; tried ROOT tried; not advmod laugh; to mark laugh; laugh xcomp tried",
    ),
    "measure and time": (
        "Some/RB/quantmod/1 20/CD/nummod/2 men/NNS/nsubj/3 died/VBD/ROOT/3 Friday/NNP/npadvmod/3",
        "Some advmod 20; 20 nummod men; men nsubj died; died ROOT died; Friday obl:unmarked died",
    ),
    "a chain of conjuncts": (
        "Ann/NNP/nsubj/5 ,/,/punct/0 Bob/NNP/conj/0 and/CC/cc/2 Cyd/NNP/conj/2 left/VBD/ROOT/5 us/PRP/dobj/5",
        "Ann nsubj left; , punct Ann; Bob conj Ann; and cc Cyd; Cyd conj Ann; left ROOT left; us obj left",
    ),
    "what is declared": (
        "They/PRP/nsubj/1 named/VBD/ROOT/1 him/PRP/nsubj/3 chief/NN/oprd/1 oh/UH/intj/1",
        "They nsubj named; named ROOT named; him nsubj chief; chief xcomp named; oh discourse named",
    ),
    "a preposition left alone": (
        "the/DT/det/1 man/NN/ROOT/1 they/PRP/nsubj/3 voted/VBD/relcl/1 for/IN/prep/3",
        "the det man; man ROOT man; they nsubj voted; voted acl:relcl man; for advmod voted",
    ),
}  # fmt: skip
LEMMAS = {"is": "be", "was": "be", "were": "be"}


def parsed(rows: str) -> Doc:
    fields = [row.rsplit("/", 3) for row in rows.split()]
    words, tags, labels, heads = (list(column) for column in zip(*fields, strict=True))
    return Doc(
        VOCAB,
        words=words,
        tags=tags,
        deps=labels,
        heads=[int(h) for h in heads],
        lemmas=[LEMMAS.get(w, w) for w in words],
    )


def shown(doc: Doc) -> str:
    return "; ".join(f"{t.text} {t.dep_} {t.head.text}" for t in doc)


@pytest.mark.parametrize(("before", "after"), CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
def test_a_construction_becomes_universal(before: str, after: str) -> None:
    doc = parsed(before)
    to_universal(doc)
    assert shown(doc) == after


def test_a_universal_parse_stays_as_it_is() -> None:
    doc = parsed("He/PRP/nsubj/1 flew/VBD/ROOT/1 to/IN/case/3 Oslo/NNP/obl/1")
    before = doc.to_bytes()
    to_universal(doc)
    assert doc.to_bytes() == before


def test_a_document_without_parse_stays_without() -> None:
    doc = Doc(VOCAB, words=["No", "parse"])
    to_universal(doc)
    assert not doc.has_annotation("DEP")


def test_sentences_stay_the_same() -> None:
    rows = " ".join(before for before, _ in CONSTRUCTIONS.values())
    count, moved = 0, []
    for before, _ in CONSTRUCTIONS.values():
        for row in before.split():
            word, tag, label, head = row.rsplit("/", 3)
            moved.append(f"{word}/{tag}/{label}/{int(head) + count}")
        count += len(before.split())
    doc = parsed(" ".join(moved))
    assert len(doc) == len(rows.split())
    sentences = [(s.start, s.end) for s in doc.sents]
    to_universal(doc)
    assert [(s.start, s.end) for s in doc.sents] == sentences
    assert len(sentences) == len(CONSTRUCTIONS)


LABELS = (
    "prep pobj pcomp attr acomp agent dative dobj nsubj nsubjpass aux auxpass conj cc punct relcl advcl ccomp xcomp "
    "npadvmod quantmod poss case neg prt intj oprd nmod expl advmod det"
).split()


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_any_parse_stays_one_tree(seed: int, size: int) -> None:
    chance = random.Random(seed)
    root = chance.randrange(size)
    heads = [root] * size
    done = [root]
    for token in chance.sample([t for t in range(size) if t != root], size - 1):
        heads[token] = chance.choice(done)
        done.append(token)
    labels = [chance.choice(LABELS) if token != root else "ROOT" for token in range(size)]
    tags = [chance.choice(["NN", "VBD", "IN", "JJ", "TO", "RB"]) for _ in range(size)]
    lemmas = [chance.choice(["be", "go"]) for _ in range(size)]
    words = [f"w{n}" for n in range(size)]
    doc = Doc(VOCAB, words=words, tags=tags, deps=labels, heads=heads, lemmas=lemmas)
    before = [(s.start, s.end) for s in doc.sents]
    to_universal(doc)
    assert [(s.start, s.end) for s in doc.sents] == before
    assert [t.dep_ == "ROOT" for t in doc] == [t.head.i == t.i for t in doc]
    for token in doc:
        steps = 0
        while token.head.i != token.i:
            token, steps = token.head, steps + 1
            assert steps <= size
    assert not {t.dep_ for t in doc} & {"dobj", "pobj", "prep", "attr", "acomp", "nsubjpass", "poss", "relcl"}
