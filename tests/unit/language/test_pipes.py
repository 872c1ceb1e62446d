"""The pipes and the tokenizer that spaCy finds by their names: registered, and without Briefing in the script."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from spacy.util import registry

from briefing.language.loading import SHIPPED

FACTORIES = ("briefing_universal", "briefing_quantities", "briefing_article_names", "briefing_blas")


@pytest.mark.parametrize("name", FACTORIES)
def test_a_blank_pipeline_takes_the_pipe_by_name(name):
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    assert nlp("Rain fell on Lima in May 2010.").text == "Rain fell on Lima in May 2010."


def test_the_shipped_folder_loads_in_a_script_that_does_not_import_briefing():
    code = (
        "import spacy, sys; nlp = spacy.load(sys.argv[1]);"
        "print([(e.text, e.label_) for e in nlp('Ana Ruiz left Peru in May 2010.').ents])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SHIPPED)], capture_output=True, text=True, check=True)
    assert "('May 2010', 'DATE')" in done.stdout


def test_products_go_through_numpy_for_the_pipes_before():
    taggers = []
    for pipes in (["tagger"], ["tagger", "briefing_blas"]):
        nlp = spacy.blank("en")
        for pipe in pipes:
            nlp.add_pipe(pipe)
        nlp.get_pipe("tagger").add_label("NN")
        nlp.initialize()
        taggers.append(nlp.get_pipe("tagger"))
    assert all(layer.ops.use_blis for layer in taggers[0].model.walk())
    assert not any(layer.ops.use_blis for layer in taggers[1].model.walk())


def test_the_empty_tokenizer_is_filled_from_disk(tmp_path):
    full = spacy.blank("en")
    full.tokenizer.to_disk(tmp_path / "tokenizer")
    empty = registry.tokenizers.get("briefing.Tokenizer.v1")()(spacy.blank("en"))
    assert [t.text for t in empty("He didn't, they say.")] == ["He", "didn't,", "they", "say."]
    empty.from_disk(tmp_path / "tokenizer")
    assert [t.text for t in empty("He didn't, they say.")] == [t.text for t in full("He didn't, they say.")]
