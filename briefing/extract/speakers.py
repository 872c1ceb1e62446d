"""Attribution relations become quotes and attributions with the actor who speaks."""

from __future__ import annotations

from briefing.extract.names import is_person_noun, is_title
from briefing.extract.noun_phrases import NOUNS, first_head
from briefing.extract.relations import Cast, Relation, Tokens
from briefing.extract.tables import word_set
from briefing.findings import Quote
from briefing.language import Reading

_NEAR = 8  # tokens between a document and who wrote it


def link(reading: Reading, relations: tuple[Relation, ...], cast: Cast) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The relations of speech ("q1", ...) and the others ("b1", ...), both in the order of the relations."""
    speech: list[Quote] = []
    others: list[Quote] = []
    before: tuple[int, str | None] | None = None
    people = {actor.id for actor in cast.actors if actor.kind == "person"}
    for relation in relations:
        speaker = speaker_of(reading, relation.source, cast, people) if relation.source is not None else None
        paragraph = reading.numbers[relation.content[0][0]]
        bare = relation.source is None and relation.cue is None and relation.kind == "direct"
        if bare and before is not None and paragraph - before[0] <= 1:
            speaker = before[1]  # a quoted paragraph goes on with the speaker of the one before
        target, letter = (speech, "q") if relation.speech else (others, "b")
        target.append(
            Quote(
                id=f"{letter}{len(target) + 1}",
                kind=relation.kind,
                content=tuple(reading.span(*tokens) for tokens in relation.content),
                cue=reading.span(*relation.cue) if relation.cue else None,
                source=reading.span(*relation.source) if relation.source else None,
                speaker=speaker,
                paragraph=paragraph,
                confidence=relation.confidence,
            )
        )
        if relation.kind != "indirect" and (speaker is not None or relation.source is not None):
            before = (paragraph, speaker)
    return tuple(speech), tuple(others)


def speaker_of(reading: Reading, source: Tokens, cast: Cast, people: set[str]) -> str | None:
    """The actor that a source names: by the head of its first noun phrase, so that "Macron's aides" are not Macron.

    `people` are the ids of the persons of the cast.
    """
    doc, (first, last) = reading.doc, source
    if last - first == 1 and doc[first].lower_ in ("who", "which", "that", "whose"):
        return _antecedent(reading, first, cast)
    if doc[first].lower_ in word_set("some") and first + 1 < last and doc[first + 1].tag_ == "IN":
        # "Some within the party" are not the party; "one of the authors, Ann Lee" is she
        comma = next((at for at in range(first, last) if doc[at].text == ","), last)
        apposed = comma + 1 < last and _is_name(comma + 1, last, cast, people)
        return cast.of_token[comma + 1] if apposed else cast.of_head.get(first)
    officer = _named_with_office(reading, first, last, cast, people)
    if officer is not None:
        return officer
    head = first_head(doc, first, last)
    actor = cast.of_token.get(head)
    if actor is None and doc[head].lower_ in word_set("document"):
        author = _author(reading, head, last, cast)
        if author is not None:
            return author
    comma = next((at for at in range(head + 1, last) if doc[at].text == ","), last)
    if actor not in people and comma + 1 < last and _is_name(comma + 1, last, cast, people):
        return cast.of_token[comma + 1]  # "The Special Rapporteur on housing, Ann Lee"
    if actor is not None and not _owner_only(reading, head, last):
        return actor
    # "spokesman John Lee", parsed or tagged oddly: a person's name right behind the head, before any comma
    for at in range(head + 1, last):
        if doc[at].text == "," or doc[at].tag_ in ("IN", "POS", "WP"):
            of_office = doc[at].text == "of" and at + 2 < last and is_person_noun(doc[head].text)
            if of_office and doc[at + 1].tag_ == "NN" and doc[at + 2].tag_ == "NNP" and at + 2 in cast.of_token:
                return cast.of_token[at + 2]  # "chief of staff John Lee"
            break
        if at in cast.of_token:
            return cast.of_token[at]
    if doc[head].tag_ in NOUNS:
        for at in range(head + 1, last):  # "the minister, Ann Lee"
            title = doc[head].tag_ == "NN" or (doc[head].tag_ == "NNP" and is_person_noun(doc[head].text))
            if doc[at].text != "," or not title:
                continue
            named = at + 1
            while named + 1 < last and is_title(doc[named].text):  # "the vice president, Counselor Ann Lee"
                named += 1
            if named < last and named in cast.of_token:
                return cast.of_token[named]
    return _named_last(reading, head, last, cast, people)


def _author(reading: Reading, noun: int, last: int, cast: Cast) -> str | None:
    """Who a document comes from: "a statement from the ministry", "a survey conducted by Orbit", "a Reuters report"."""
    doc = reading.doc
    if noun - 1 in cast.of_token and doc[noun - 1].tag_ in NOUNS:
        return cast.of_token[noun - 1]
    for at in range(noun + 1, min(last - 1, noun + _NEAR)):
        if doc[at].lower_ in ("from", "by"):
            return cast.of_token.get(first_head(doc, at + 1, last))
        if doc[at].text == "," or doc[at].tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _named_with_office(reading: Reading, first: int, last: int, cast: Cast, people: set[str]) -> str | None:
    """The person whom a source ends with behind an office: "the Board of Trade chair Ann Lee"."""
    actor = cast.of_token.get(last - 1)
    if actor is None or actor not in people:
        return None
    name = last - 1
    while name > first and cast.of_token.get(name - 1) == actor:
        name -= 1
    return actor if name > first and is_person_noun(reading.doc[name - 1].text) else None


def _named_last(reading: Reading, head: int, last: int, cast: Cast, people: set[str]) -> str | None:
    """The name that a long office ends with: "chief of Orbit Ann Lee"; none in "aides of Ann Lee"."""
    doc = reading.doc
    actor = cast.of_token.get(last - 1)
    if actor not in people or not is_person_noun(doc[head].text):
        return None
    first = last - 1
    while first > head and cast.of_token.get(first) == actor:
        first -= 1
    plain = doc[first].tag_ in NOUNS and not is_title(doc[first].text) and not is_person_noun(doc[first].text)
    return actor if plain and first > head else None


def _is_name(first: int, last: int, cast: Cast, people: set[str]) -> bool:
    """Whether tokens are one person's name and nothing else."""
    actor = cast.of_token.get(first)
    return actor in people and all(cast.of_token.get(at) == actor for at in range(first, last))


def _owner_only(reading: Reading, head: int, last: int) -> bool:
    return head + 1 < last and reading.doc[head + 1].tag_ == "POS"


def _antecedent(reading: Reading, at: int, cast: Cast) -> str | None:
    """The actor that a relative pronoun follows: "Lee, who said", "the ministry, which denied"."""
    doc = reading.doc
    before = at - 1
    while before >= 0 and doc[before].text in (",", "—", "–", ")") and before > at - 3:
        before -= 1
    return (
        cast.of_token.get(before)
        if before >= 0 and not any(doc[i].is_sent_start for i in range(before + 1, at + 1))
        else None
    )
