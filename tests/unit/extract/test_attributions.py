"""Who said what: source, cue and content of attribution relations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import attributions
from briefing.extract.relations import Relation
from briefing.language import Reading

Read = Callable[[str], Reading]


def words(reading: Reading, tokens: tuple[int, int] | None) -> str | None:
    return reading.article.slice(reading.span(*tokens)) if tokens else None


def found(read: Read, text: str) -> list[tuple[str | None, str, str]]:
    """(source, word of the cue, content) of every relation of a text; parts of a content joined by " | "."""
    reading = read(text)
    return [
        (
            words(reading, relation.source),
            words(reading, relation.cue) or "",
            " | ".join(words(reading, part) or "" for part in relation.content),
        )
        for relation in attributions.find(reading)
    ]


def one(read: Read, text: str) -> Relation:
    (relation,) = attributions.find(read(text))
    return relation


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour will reopen in March, Transport Minister Ann Lee said.",
            "Transport Minister Ann Lee",
            "said",
            "The harbour will reopen in March",
        ),
        (
            "“The harbour will reopen in March,” said Transport Minister Ann Lee.",
            "Transport Minister Ann Lee",
            "said",
            "“The harbour will reopen in March,”",
        ),
        (
            "“We lost everything,” said Omar Haddad, a fisherman from the northern coast, on Sunday.",
            "Omar Haddad, a fisherman from the northern coast",
            "said",
            "“We lost everything,”",
        ),
        (
            "Lee told reporters on Friday that the talks had failed.",
            "Lee",
            "told",
            "that the talks had failed",
        ),
        (
            "“Why did nobody warn us?” Lee asked.",
            "Lee",
            "asked",
            "“Why did nobody warn us?”",
        ),
        (
            "When asked about the leak, Lee said the pipes were old.",
            "Lee",
            "said",
            "the pipes were old",
        ),
        (
            "The ministry urged residents to leave their homes.",
            "The ministry",
            "urged",
            "residents to leave their homes",
        ),
        (
            "The bank issued a statement saying that no customer had lost money.",
            "The bank",
            "saying",
            "that no customer had lost money",
        ),
        (
            "Lee visited the camp and said the tents would arrive soon.",
            "Lee",
            "said",
            "the tents would arrive soon",
        ),
    ],
)
def test_reported_speech(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in found(read, text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The new bridge, officials said, was designed to survive a flood.",
            "officials",
            "The new bridge | was designed to survive a flood",
        ),
        ("“The harbour,” Lee said, “is safe.”", "Lee", "“The harbour,” | “is safe.”"),
        ("Prices, according to the central bank, rose sharply.", "the central bank", "Prices | rose sharply"),
        ("The treaty, in the view of many lawyers, has no force.", "many lawyers", "The treaty | has no force"),
    ],
)
def test_a_cue_amid_its_content_parts_it(read: Read, text: str, source: str, content: str) -> None:
    assert [(who, what) for who, _, what in found(read, text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("According to the central bank, prices rose by 4 percent.", "prices rose by 4 percent"),
        ("Prices rose by 4 percent, according to the central bank.", "Prices rose by 4 percent"),
    ],
)
def test_according_to_before_and_after_its_content(read: Read, text: str, content: str) -> None:
    assert [(who, what) for who, _, what in found(read, text)] == [("the central bank", content)]


def test_a_quotation_split_by_its_cue_is_one_relation(read: Read) -> None:
    text = "“The harbour is safe,” said Lee. “Nobody has to leave.” The council meets on Friday."
    assert found(read, text) == [("Lee", "said", "“The harbour is safe,” | “Nobody has to leave.”")]


@pytest.mark.parametrize(
    "text",
    [
        '"The harbour is safe," Lee said. "Nobody\'s boat has to leave."',
        "‘The harbour is safe,’ said Lee. ‘Nobody’s boat has to leave.’",
        "``The harbour is safe,'' Lee said. ``Nobody's boat has to leave.''",
    ],
)
def test_every_style_of_marks_is_read(read: Read, text: str) -> None:
    relation = one(read, text)
    assert (len(relation.content), relation.kind) == (2, "direct")


def test_a_quotation_goes_on_in_the_next_paragraph(read: Read) -> None:
    text = "“We will stay,” Lee said. “The harbour is ours.\n\n“And our children will thank us.”\n\nThe council meets."
    relation = one(read, text)
    reading = read(text)
    assert words(reading, relation.content[-1]) == "“And our children will thank us.”"


def test_a_cue_that_ends_with_a_colon_takes_the_next_paragraph(read: Read) -> None:
    text = "Lee continued:\n\n“We will not sell the harbour. It belongs to all of us.”\n\nThe council meets on Friday."
    assert found(read, text) == [("Lee", "continued", "“We will not sell the harbour. It belongs to all of us.”")]


def test_a_quotation_without_cue_is_of_whoever_spoke_before(read: Read) -> None:
    text = "Lee said the harbour was not for sale. “It belongs to all of us and to our children.”"
    assert found(read, text) == [
        ("Lee", "said", "the harbour was not for sale"),
        ("Lee", "", "“It belongs to all of us and to our children.”"),
    ]


def test_a_clause_and_the_quotation_after_its_colon_are_two_relations(read: Read) -> None:
    text = "Lee said the offer was final: “There is no plan B for this town.”"
    kinds = [relation.kind for relation in attributions.find(read(text))]
    assert kinds == ["indirect", "direct"]


def test_a_participle_goes_on_with_the_same_speaker(read: Read) -> None:
    text = "He said the talks had failed, adding that no new date was set."
    assert [(who, what) for who, _, what in found(read, text)] == [
        ("He", "the talks had failed"),
        ("He", "that no new date was set"),
    ]


def test_the_cues_own_clause_is_not_content(read: Read) -> None:
    assert ("Lee", "said", "the money was there") in found(
        read, "Lee said the money was there, but he did not say where it came from."
    )


def test_a_relative_clause_lends_its_content_to_the_source(read: Read) -> None:
    text = "The strike, which the union said would last a week, began on Monday."
    assert ("the union", "said", "would last a week") in found(read, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lee said that the offer was final.", "indirect"),
        ("Lee said that the offer was “a complete waste of time.”", "mixed"),
        ("“The offer is a complete waste of time,” Lee said.", "direct"),
    ],
)
def test_kind_tells_how_much_is_quoted(read: Read, text: str, kind: str) -> None:
    assert one(read, text).kind == kind


@pytest.mark.parametrize(
    ("text", "speech", "certainty"),
    [
        ("Lee said that the dam was safe.", True, "reported"),
        ("Lee said that the dam might break within days.", True, "hedged"),
        ("The company denied that it had hidden the leak.", True, "denied"),
        ("Analysts believe the bank will raise interest rates.", False, "believed"),
        ("Intelligence agencies assess that the army will stay.", False, "assessed"),
        ("The union wants to reopen the contract.", False, "believed"),
    ],
)
def test_the_cue_makes_speech_or_belief_and_certainty(read: Read, text: str, speech: bool, certainty: str) -> None:
    relation = one(read, text)
    assert (relation.speech, relation.certainty) == (speech, certainty)


def test_may_is_a_month_too(read: Read) -> None:
    assert one(read, "According to the central bank, prices rose by 4 percent in May.").certainty == "reported"


def test_nested_relations_are_kept_as_their_own(read: Read) -> None:
    text = "U.N. officials said the rebels believe that the army will attack soon."
    assert [(who, what) for who, _, what in found(read, text)] == [
        ("U.N. officials", "the rebels believe that the army will attack soon"),
        ("the rebels", "that the army will attack soon"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green belt” was sold last year.",
        "The ship left the harbour on Monday and reached the island two days later.",
        "She sold three houses and moved to the coast.",
    ],
)
def test_what_nobody_says_is_no_attribution(read: Read, text: str) -> None:
    assert not [relation for relation in attributions.find(read(text)) if relation.speech]


def test_a_passive_has_no_source(read: Read) -> None:
    relation = one(read, "It was reported that the two ships had collided in the fog.")
    assert relation.source is None


def test_confidence_is_a_share_and_higher_for_a_surer_cue(read: Read) -> None:
    sure = one(read, "“The harbour will stay open,” Lee said.").confidence
    unsure = one(read, "The union wants to reopen the contract.").confidence
    assert 0 < unsure < sure <= 1


def test_relations_stand_in_the_order_of_the_text(read: Read) -> None:
    text = (
        "Lee said the port was shut. The union said it wanted a new contract.\n\n“We are ready,” said Omar Haddad, "
        "adding that nobody would be left behind. According to the ministry, 300 boats were lost."
    )
    starts = [relation.content[0][0] for relation in attributions.find(read(text))]
    assert starts == sorted(starts)
    assert len(starts) >= 4


def test_a_text_of_one_word_says_nothing(read: Read) -> None:
    assert attributions.find(read("No.")) == ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("As Lee told the Tribune, rents have doubled across the city.", "Lee", "told", "rents have doubled across the city"),
        (
            "The fund, as Governor Ann Lee noted on Friday, has lost half of its value.",
            "Governor Ann Lee",
            "noted",
            "The fund | has lost half of its value",
        ),
        (
            "The case was closed in 2020 (as an analysis by the bar association showed), and nobody was charged.",
            "an analysis by the bar association",
            "showed",
            "The case was closed in 2020",
        ),
    ],
)  # fmt: skip
def test_an_aside_with_as_attributes_what_stands_around_it(
    read: Read, text: str, source: str, cue: str, content: str
) -> None:
    assert found(read, text) == [(source, cue, content)]


def test_a_clause_with_as_about_something_else_is_no_aside(read: Read) -> None:
    assert found(read, "As Kramer stumbled on the stairs, the crowd fell silent.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "According to the minister of transport, Ann Lee, more than 40 bridges will be closed.",
            "the minister of transport, Ann Lee",
            "more than 40 bridges will be closed",
        ),
        (
            "According to Ann Lee, a professor of law in Nairobi, the judges had no choice.",
            "Ann Lee, a professor of law in Nairobi",
            "the judges had no choice",
        ),
        ("According to officials, the army has left the city.", "officials", "the army has left the city"),
        (
            "According to another tenant of the house in which Lee was found, she had left for Peru.",
            "another tenant of the house",
            "she had left for Peru",
        ),
    ],
)
def test_according_to_ends_with_its_apposition_or_relative_clause(
    read: Read, text: str, source: str, content: str
) -> None:
    assert found(read, text) == [(source, "According to", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has never troubled to specify them.",
        "He said last Friday.",
        "After months of talks with the union, the company has ruled out any early payment.",
    ],
)
def test_what_says_nothing_by_itself_is_no_content(read: Read, text: str) -> None:
    assert all(content not in {"them", "last Friday"} for _, _, content in found(read, text))
    assert all(not content.startswith("After months") for _, _, content in found(read, text))


def test_a_sentence_that_opens_with_a_phrase_is_attributed_whole(read: Read) -> None:
    text = "On Monday prices rose across the country, reported the bank."
    assert found(read, text) == [("the bank", "reported", "On Monday prices rose across the country")]


def test_a_day_is_no_part_of_the_source(read: Read) -> None:
    (relation,) = found(read, "Interior Minister Han Seo-yun on Monday said that the bureau would be closed.")
    assert relation[0] == "Interior Minister Han Seo-yun"


def test_a_number_after_no_does_not_end_the_sentence(read: Read) -> None:
    (relation,) = found(read, "Act No. 1312 of 2019 says that workers may strike.")
    assert relation[0] == "Act No. 1312 of 2019"
    assert relation[2] == "that workers may strike"


def test_a_dateline_belongs_to_nobodys_words(read: Read) -> None:
    text = "LIMA, June 3 2022 (AFP) - The mine will be closed next year, officials said on Friday."
    assert [(source, content) for source, _, content in found(read, text)] == [
        ("officials", "The mine will be closed next year")
    ]


def test_a_quoted_paragraph_goes_on_with_the_speaker_of_the_one_before(read: Read) -> None:
    text = "Lee said the festival was a way to bring people together.\n\n“Nobody here wants to lose it again.”"
    assert [(source, content) for source, _, content in found(read, text)] == [
        ("Lee", "the festival was a way to bring people together"),
        ("Lee", "“Nobody here wants to lose it again.”"),
    ]


def test_a_line_of_a_transcript_names_its_own_speaker(read: Read) -> None:
    text = "Lee said the festival was over.\n\n“KRAMER: Nobody here wants to lose it again.”"
    assert ("Lee", "“KRAMER: Nobody here wants to lose it again.”") not in [(s, c) for s, _, c in found(read, text)]
