"""Claims that read alone: pronouns are followed by whom they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers, standalone
from briefing.findings import Actor, Briefing, Mention, MentionForm, Pipeline

TEXT = "Ann Lee resigned. She said she was tired. They thanked Ann Lee, and she left. Its fleet sank."


def briefing() -> Briefing:
    def at(words: str, form: MentionForm, after: int = 0) -> Mention:
        start = TEXT.index(words, after)
        return Mention(start, start + len(words), form)

    second = TEXT.index("They")
    ann = (at("Ann Lee", "name"), at("She", "pronoun"), at("she", "pronoun"), at("Ann Lee", "name", second),
           at("she", "pronoun", second))  # fmt: skip
    crews = (at("They", "pronoun"), at("Its", "pronoun"))
    return Briefing(
        article=readers.read_bytes(TEXT.encode()),
        pipeline=Pipeline("test", "0"),
        actors=(Actor("a1", "Ann Lee", "person", mentions=ann), Actor("a2", "the [crews]", "group", mentions=crews)),
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Ann Lee resigned", "Ann Lee resigned"),
        ("She said she was tired", "She [Ann Lee] said she was tired"),
        ("she was tired", "she [Ann Lee] was tired"),
        ("They thanked Ann Lee, and she left", "They [the [crews]] thanked Ann Lee, and she left"),
        ("Its fleet sank", "Its fleet sank"),  # no subject: the noun says enough
    ],
)
def test_a_pronoun_is_followed_by_whom_it_means(words: str, read: str) -> None:
    found = briefing()
    start = found.article.text.index(words)
    assert standalone.words(found, standalone.Pronouns(found), start, start + len(words)) == read


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_nothing_of_the_text_is_lost(a: int, b: int) -> None:
    found = briefing()
    start, end = sorted((a, b))
    told = standalone.words(found, standalone.Pronouns(found), start, end)
    for name in ("Ann Lee", "the [crews]"):
        told = told.replace(f" [{name}]", "")
    assert told == found.article.text[start:end]
