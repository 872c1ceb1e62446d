"""Nouns and adjectives that attribute: "X's claim that ...", "issued a statement that ...", "is confident that ..."."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import nominal_contents, sources
from briefing.extract.candidate import Candidate, made
from briefing.extract.cues import group
from briefing.extract.names import is_person_noun
from briefing.extract.relations import Tokens
from briefing.extract.syntax import Syntax


def of_noun(syntax: Syntax, noun: int) -> Candidate | None:
    """ "X's claim that ...", "criticism of ...", "issued a statement that ..."."""
    as_subject = _subject_noun(syntax, noun)
    found = nominal_contents.of_noun(syntax, noun) if as_subject is None else None
    if found is None:
        return as_subject
    start, source, owned, governor = noun, None, "the", -1
    owner = next((c for c in syntax.children[noun] if c < noun and syntax.labels[c] == "nmod:poss"), -1)
    if owner < 0 and noun and syntax.tags[noun - 1] == "PRP$":
        owner = noun - 1
    if owner >= 0:
        owned = "their"
        source = (owner, owner + 1) if syntax.tags[owner] == "PRP$" else sources.leftward(syntax, owner)
    elif (governor := _support_verb(syntax, noun)) >= 0:
        source = sources.before(syntax, governor)
        if source is not None:
            owned, start = "verb", sources.group_start(syntax, governor)
    found = replace(found, construction=f"{owned}-{found.construction}")
    word = syntax.lemmas[noun] if syntax.tags[noun] == "NNS" else syntax.words[noun]
    found_here = made(syntax, noun, word, start, found, source)
    received = source is not None and governor >= 0 and _received(syntax, governor, source)
    return replace(found_here, source=None) if received else found_here


def _subject_noun(syntax: Syntax, noun: int) -> Candidate | None:
    """ "His view is that ...", "The aim of the party was to win", "Another plan that he has made is to ..."."""
    found = nominal_contents.of_predicate(syntax, noun)
    if found is None:
        return None
    start, source = noun, None
    for child in syntax.children[noun]:
        if syntax.labels[child] == "nmod:poss" and child < noun:
            source = (child, child + 1) if syntax.tags[child] == "PRP$" else sources.leftward(syntax, child)
        elif syntax.labels[child] == "nmod" and noun + 1 < child < found.cue_end and syntax.words[noun + 1] == "of":
            source, start = sources.phrase(syntax, child, limit=found.cue_end - 1), found.cue_end - 1
        elif syntax.labels[child].startswith("acl") and noun < child < found.cue_end and source is None:
            source = sources.own(syntax, child)
            start = found.cue_end - 1
    word = syntax.lemmas[noun] if syntax.tags[noun] == "NNS" else syntax.words[noun]
    return made(syntax, noun, word, start, found, source)


def _received(syntax: Syntax, verb: int, source: Tokens) -> bool:
    """Whether others criticize and ask: "faces criticism for ...", "The leak raised questions about ..."."""
    head = syntax.words[source[1] - 1]
    by_people = sources.kind(syntax, source) in {"name", "he", "who", "i"} or is_person_noun(head.removesuffix("s"))
    return syntax.lemmas[verb] in group("receiving") and not (syntax.lemmas[verb] == "raise" and by_people)


def _support_verb(syntax: Syntax, noun: int) -> int:
    """The verb that a noun is the object of ("issued a statement", "has no doubt"), or -1."""
    head = syntax.heads[noun]
    if head < noun and syntax.labels[noun] in {"obj", "obl"} and syntax.tags[head].startswith("VB"):
        return head
    at = noun - 1
    while at > max(syntax.floor(noun), noun - 4) and syntax.tags[at] in {"DT", "JJ", "RB", "JJR"}:
        at -= 1
    return at if at >= syntax.floor(noun) and syntax.tags[at].startswith("VB") else -1


def of_adjective(syntax: Syntax, adjective: int) -> Candidate | None:
    """ "is confident that ...", "critical of ..."."""
    found = nominal_contents.of_adjective(syntax, adjective)
    if found is None:
        return None
    source = sources.before(syntax, adjective)
    head = syntax.heads[adjective]
    if source is None and syntax.labels[adjective] in {"amod", "acl"} and head < adjective:
        source = sources.phrase(syntax, head, limit=adjective)
    start = sources.group_start(syntax, adjective)
    return made(syntax, adjective, syntax.words[adjective], start, found, source)
