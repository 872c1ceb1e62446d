"""Treebank files become Docs that look as the text will look at run time."""

import spacy
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.training.treebank import Word, curled, read_conllu, split_hyphens, to_docs

SAMPLE = """\
# newdoc id = sample-1
# newpar id = sample-1-p1
# sent_id = sample-1-01
1\t"\t"\tPUNCT\t``\t_\t4\tpunct\t_\tSpaceAfter=No
2-3\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tDo\tdo\tAUX\tVB\tMood=Imp\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\tMood=Imp\t7\tccomp\t_\tSpaceAfter=No
5\t,\t,\tPUNCT\t,\t_\t4\tpunct\t_\tSpaceAfter=No
6\t"\t"\tPUNCT\t''\t_\t4\tpunct\t_\t_
7\tsaid\tsay\tVERB\tVBD\tMood=Ind\t0\troot\t_\t_
8\tresidents\tresident\tNOUN\tNNS\tNumber=Plur\t7\tnsubj\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

# newpar id = sample-1-p2
# sent_id = sample-1-02
1\tNon-profit\tnon-profit\tADJ\tJJ\t_\t2\tamod\t_\t_
2\tgroups\tgroup\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""


def sample(tmp_path):
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    return list(read_conllu(path))


def test_words_of_a_multiword_token_have_no_space_between(tmp_path):
    first, second = sample(tmp_path)
    text = "".join(w.form + " " * w.space for w in first.words)
    assert text == '"Don\'t go," said residents. '
    assert (first.name, first.document, first.new_paragraph) == ("sample-1-01", "sample-1", True)
    assert second.new_paragraph
    assert first.words[6].head == 6
    assert first.words[6].deprel == "ROOT"


def test_docs_keep_trees_sentences_and_paragraph_breaks(tmp_path):
    docs = list(to_docs(sample(tmp_path), spacy.blank("en").vocab, seed=1, augment=False))
    assert sum(len(list(doc.sents)) for doc in docs) == 2
    subject = next(t for doc in docs for t in doc if t.text == "residents")
    assert (subject.dep_, subject.head.text, subject.tag_) == ("nsubj", "said", "NNS")
    assert all(t.dep_ == "dep" and t.tag_ == "_SP" for doc in docs for t in doc if t.is_space)


def test_compounds_are_split_where_the_tokenizer_splits_them(tmp_path):
    words = split_hyphens(sample(tmp_path)[1].words)
    assert [w.form for w in words] == ["Non", "-", "profit", "groups", "left", "."]
    assert [w.head for w in words] == [2, 2, 3, 4, 4, 4]
    assert [w.deprel for w in words[:3]] == ["compound", "punct", "amod"]


def test_curly_marks_open_and_close_by_their_tags():
    assert curled('"', "``") == "“"
    assert curled('"', "''") == "”"
    assert curled("n't", "RB") == "n’t"
    assert curled("'", "``") == "‘"


@given(st.lists(st.sampled_from(["cross-border", "said", "U.S.-led", "a-b-c", "-", "x"]), min_size=1, max_size=8))
def test_splitting_keeps_the_text_and_points_heads_at_words(forms):
    words = [Word(f, True, f.lower(), "X", "NN", "", (i * 3) % len(forms), "dep") for i, f in enumerate(forms)]
    parts = split_hyphens(words)
    assert "".join(p.form + " " * p.space for p in parts) == "".join(f + " " for f in forms)
    assert all(0 <= p.head < len(parts) for p in parts)
