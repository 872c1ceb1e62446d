"""A pipeline is there, or the error says how to get it."""

from __future__ import annotations

import pytest

from briefing.errors import PipelineError
from briefing.language import load_pipeline, pipeline_identity
from briefing.language.loading import SHIPPED

LIMIT = 25 * 2**20


def test_the_shipped_pipeline_parses_and_names(nlp):
    doc = nlp("“Rain fell on Lima on Friday,” said Ana Ruiz.")
    assert {"tagger", "parser", "ner"} <= set(nlp.pipe_names)
    assert any(token.dep_ == "nsubj" for token in doc)
    assert "Ana Ruiz" in {entity.text for entity in doc.ents}


def test_the_identity_of_the_shipped_pipeline_is_that_of_the_loaded_one(nlp):
    identity = pipeline_identity()
    assert identity.name == f"{nlp.lang}_{nlp.meta['name']}"
    assert identity.version == nlp.meta["version"]


def test_the_shipped_pipeline_fits_its_limit():
    assert sum(f.stat().st_size for f in SHIPPED.rglob("*") if f.is_file()) <= LIMIT


def test_the_shipped_pipeline_names_its_sources_and_their_licences(nlp):
    sources = nlp.meta["sources"]
    assert sources
    assert all(source["name"] and source["license"] for source in sources)
    assert nlp.meta["license"]


@pytest.mark.parametrize("name", ["en_core_web_trf", "no such pipeline", "/nowhere"])
def test_a_pipeline_that_is_not_installed_says_how_to_install_it(name):
    with pytest.raises(PipelineError, match=r"not installed\. Install it") as caught:
        load_pipeline(name)
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)


def test_a_pipeline_without_parser_is_refused(tmp_path):
    import spacy

    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(PipelineError, match="no parser and no ner"):
        load_pipeline(str(tmp_path / "bare"))


def test_a_folder_with_a_broken_pipeline_is_one_line(tmp_path):
    (tmp_path / "meta.json").write_text("{}")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'xx")
    with pytest.raises(PipelineError) as caught:
        load_pipeline(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_package_is_found_by_name(tmp_path, monkeypatch):
    import sys

    inner = tmp_path / "en_small_thing" / "en_small_thing-1.2.3"
    inner.mkdir(parents=True)
    (inner.parent / "__init__.py").touch()
    (inner / "config.cfg").touch()
    (inner / "meta.json").write_text('{"lang": "en", "name": "small_thing", "version": "1.2.3"}')
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert (pipeline_identity("en_small_thing").name, pipeline_identity("en_small_thing").version) == (
        "en_small_thing",
        "1.2.3",
    )
