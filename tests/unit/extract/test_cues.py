"""The cue lexicon: counts that back off, classes, verb forms."""

from __future__ import annotations

import pytest

from briefing.extract import cues


def test_what_is_seen_often_decides_alone() -> None:
    lexicon = cues.of_counts({("say", "that~name"): (1000, 980), ("run", "obj~name"): (1000, 5)})
    assert lexicon.reliability("say", "that~name") > 0.95
    assert lexicon.reliability("run", "obj~name") < 0.05


def test_a_pair_never_seen_leans_on_word_and_construction() -> None:
    lexicon = cues.of_counts(
        {
            ("say", "that~name"): (100, 95),
            ("run", "that~name"): (100, 60),
            ("say", "obj~name"): (100, 40),
            ("run", "obj~name"): (500, 5),
        }
    )
    assert lexicon.reliability("say", "that~he") > lexicon.reliability("run", "that~he")
    assert lexicon.reliability("run", "that~he") > lexicon.reliability("run", "obj~he")


def test_a_word_never_seen_leans_on_its_class() -> None:
    lexicon = cues.lexicon()
    assert lexicon.reliability("prophesy", "that~name") > lexicon.reliability("zorble", "that~name")


@pytest.mark.parametrize("use", ["that~name", "nothing~", "prep:about~he+", "left-quote~name"])
def test_reliability_is_a_share(use: str) -> None:
    assert 0 < cues.lexicon().reliability("say", use) < 1


@pytest.mark.parametrize(
    ("form", "base"),
    [("said", "say"), ("added", "add"), ("denies", "deny"), ("told", "tell"), ("found", "find"), ("vowing", "vow")],
)
def test_forms_lead_to_their_base(form: str, base: str) -> None:
    assert cues.lexicon().lemma_of[form] == base


def test_doubled_consonants_do_not_steal_regular_forms() -> None:
    forms = cues.verb_forms({"ad", "add", "rip"})
    assert (forms["added"], forms["ripped"]) == ("add", "rip")


def test_classes_tell_speech_from_belief() -> None:
    assert cues.is_speech("say")
    assert not cues.is_speech("believe")
    assert cues.certainty("reject") == "denied"
    assert cues.certainty("conclude") == "assessed"
