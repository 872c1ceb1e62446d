"""Dates, times, money, amounts and numbers by rule, and what they must leave alone."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

import briefing.language.quantities  # noqa: F401  (registers the component)
from briefing.language.loading import SHIPPED
from briefing.language.quantity_patterns import OPENING, STARTERS, WORDS, patterns
from briefing.language.training.base import customise_tokenizer


@pytest.fixture(scope="module")
def rules():
    nlp = spacy.blank("en")
    customise_tokenizer(nlp)
    nlp.add_pipe("briefing_quantities")
    return nlp


@pytest.fixture(scope="module")
def shipped():
    return spacy.load(SHIPPED)


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("In Saturday's elections, voters cast ballots.", "Saturday"),
        ("He was arrested on Oct. 7 near the border.", "Oct. 7"),
        ("The attack of 7 October 2023 changed it.", "7 October 2023"),
        ("Sales fell in January 2020 again.", "January 2020"),
        ("It signed the pact on July 25, 1995.", "July 25, 1995"),
        ("They have fought since 1979.", "1979"),
        ("Agitation during the 1980s ended.", "the 1980s"),
        ("The war began last month in the north.", "last month"),
        ("He left office eight years ago.", "eight years ago"),
        ("Before the mid-2023 vote it fell.", "mid-2023"),
        ("In the mid-1990s it fell.", "the mid-1990s"),
        ("A mid-19th-century house burnt.", "mid-19th-century"),
        ("Revenue in fiscal 2023 rose.", "fiscal 2023"),
        ("It closed two years ago.", "two years ago"),
        ("Since the 9/11 attacks it is closed.", "9/11"),
        ("The 2021/22 season ended.", "2021/22"),
        ("Churches filled on Christmas Eve.", "Christmas Eve"),
        ("It dates from the 14th century.", "14th century"),
        ("Police said today that they knew.", "today"),
        ("A truce holds for the last 19 years.", "the last 19 years"),
    ],
)
def test_dates_are_found_as_the_guidelines_mark_them(rules, text, span):
    assert (span, "DATE") in found(rules(text))


@pytest.mark.parametrize(
    ("text", "span", "label"),
    [
        ("It was worth $3 million then.", "$3 million", "MONEY"),
        ("It was worth $3bn then.", "$3bn", "MONEY"),
        ("A loan of 5 billion euros was paid.", "5 billion euros", "MONEY"),
        ("Fines of US$6.6 million followed.", "US$6.6 million", "MONEY"),
        ("Tickets cost ₹500 each.", "₹500", "MONEY"),
        ("He took hundreds of thousands of dollars.", "hundreds of thousands of dollars", "MONEY"),
        ("About 30 percent agreed.", "30 percent", "PERCENT"),
        ("Growth of 3.3% was seen.", "3.3%", "PERCENT"),
        ("It lies 100 kilometers west.", "100 kilometers", "QUANTITY"),
        ("It pumps 1.5 million barrels of oil.", "1.5 million barrels", "QUANTITY"),
        ("They met at 5 p.m. in the hall.", "5 p.m.", "TIME"),
        ("The siege took two hours.", "two hours", "DURATION"),
        ("Two hours ago it rained.", "Two hours ago", "TIME"),
        ("It fell in the past 24 hours.", "the past 24 hours", "TIME"),
        ("Talks lasted 18 months.", "18 months", "DURATION"),
        ("A 61-year-old was freed.", "61-year-old", "DURATION"),
        ("The two-week exercise ended.", "two-week", "DURATION"),
        ("Oil hit a four-year high on Monday.", "four-year", "DURATION"),
        ("He died at the age of 81.", "81", "DURATION"),
        ("The 1,500 U.S. sanctions stay.", "1,500", "CARDINAL"),
        ("They won 3-0 at home.", "3-0", "CARDINAL"),
        ("Half a million people left.", "Half a million", "CARDINAL"),
        ("Shots were heard on Thursday morning in town.", "Thursday morning", "TIME"),
        ("The second bomb wounded nobody.", "second", "ORDINAL"),
        ("It is his 60th birthday.", "60th", "ORDINAL"),
        ("At least 1,000 soldiers came.", "1,000", "CARDINAL"),
        ("Two-thirds of them left.", "Two-thirds", "CARDINAL"),
        ("Tens of thousands fled.", "Tens of thousands", "CARDINAL"),
    ],
)
def test_amounts_are_found_with_their_units(rules, text, span, label):
    assert (span, label) in found(rules(text))


@pytest.mark.parametrize(
    "text",
    [
        "It may rain there.",
        "They march on the capital.",
        "One of the men was freed.",
        "No one claimed it.",
        "The report[1] was wrong.",
        "F-16 jets were seen.",
        "The former first lady spoke.",
        "He is here now, and was recently earlier.",
    ],
)
def test_words_that_only_look_like_numbers_or_months_stay(rules, text):
    assert found(rules(text)) == []


def test_rates_are_not_periods(rules):
    assert found(rules("Exports of $8 billion a year were hoped for.")) == [("$8 billion", "MONEY")]
    assert found(rules("They meet twice a week.")) == []
    assert found(rules("They earn $15 an hour.")) == [("$15", "MONEY")]


def test_names_of_the_recogniser_are_kept(rules):
    doc = rules.make_doc("Boeing 777 jets and May Lee left in May 2010.")
    doc.ents = [Span(doc, 0, 2, "PRODUCT"), Span(doc, 4, 6, "PERSON")]
    assert found(rules.get_pipe("briefing_quantities")(doc)) == [
        ("Boeing 777", "PRODUCT"),
        ("May Lee", "PERSON"),
        ("May 2010", "DATE"),
    ]


def test_a_weekday_taken_for_a_name_becomes_a_date(rules):
    doc = rules.make_doc("They met Monday.")
    doc.ents = [Span(doc, 2, 3, "ORG")]
    assert found(rules.get_pipe("briefing_quantities")(doc)) == [("Monday", "DATE")]


def test_an_amount_taken_for_a_name_becomes_money(rules):
    doc = rules.make_doc("It cost US$2 and 50 then.")
    doc.ents = [Span(doc, 2, 4 if doc[2].text == "US$" else 3, "ORG")]
    assert ("US$2", "MONEY") in found(rules.get_pipe("briefing_quantities")(doc))


def test_dates_say_of_what_sort_they_are(rules):
    doc = rules("On May 5 he said that two years ago, after 18 months, the 61-year-old had won.")
    assert {e.text: e.ent_id_ for e in doc.ents} == {
        "May 5": "calendar",
        "two years ago": "relative",
        "18 months": "period",
        "61-year-old": "age",
    }


def test_tags_tell_the_month_from_the_verb(shipped):
    doc = shipped("Lawmakers may vote in May, officials said. May they succeed.")
    assert [(e.text, e.label_) for e in doc.ents if e.label_ == "DATE"] == [("May", "DATE")]


@pytest.mark.parametrize("words", list(WORDS.values()), ids=WORDS.keys())
def test_every_word_that_a_pattern_begins_with_is_looked_at(rules, words):
    for word in words:
        for text in (word, word.title(), f"{word} 5 million", f"{word} May", f"{word}s 3", f"{word}5"):
            doc = rules.make_doc(text)
            begins = any(pattern.match(text) for _, _, pattern in patterns())
            assert not begins or doc[0].lower_ in STARTERS or OPENING.match(doc[0].text), text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 .,-–$€%/:\n'’\"abcmonthyearsMay", max_size=60))
def test_any_text_gives_spans_inside_it_without_overlap(rules, text):
    doc = rules(text)
    ends = [0]
    for entity in doc.ents:
        assert entity.start_char >= ends[-1]
        assert entity.text == text[entity.start_char : entity.end_char]
        ends.append(entity.end_char)
