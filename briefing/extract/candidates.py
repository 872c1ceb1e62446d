"""Every place where something could be attributed: a word in a construction, its content, cue and source.

`cues` knows how often the word is a cue in that construction; `attributions` decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.extract import (
    nominal_candidates,
    parentheses,
    signatures,
    sources,
    sources_after,
    transcripts,
    verbal_contents,
)
from briefing.extract.candidate import Candidate, made
from briefing.extract.content import Content
from briefing.extract.cues import group, is_speech
from briefing.extract.extents import clause_end, outside, parted, phrase_end, trimmed
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINITE, NOUNS, Syntax

_PASSIVE = frozenset(("be", "is", "are", "was", "were", "been", "being", "'s", "'re"))
_CLAUSAL = frozenset(("quote", "that", "wh", "clause"))
_CUES = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ", "JJR"))
_BEFORE_COLON = NOUNS | {"JJ", "POS", "DT", "CC", "HYPH", "CD", "-LRB-", "-RRB-"}


def find(syntax: Syntax, lemma_of: Mapping[str, str]) -> Iterator[Candidate]:
    """All candidates of an article: labelled speech first, the others in the order of their words.

    `lemma_of` gives the base of known verb forms.
    """
    labelled = list(_labelled(syntax))
    yield from labelled
    marks = sorted(candidate.head for candidate in labelled)
    theirs = {token for candidate in labelled for part in candidate.content for token in range(*part)}
    entities = syntax.reading.columns.entities
    telling = group("hearsay") | {"according", "in", ":"}
    for token, (tag, word) in enumerate(zip(syntax.tags, syntax.words, strict=True)):
        if (tag not in _CUES and word not in telling) or token in theirs or syntax.quoted(token):
            continue
        if entities[token] == "PERSON":
            continue  # "Said Salim", "Will Reveal": a name
        found: Candidate | None = None
        if word == "according":
            found = _according(syntax, token)
        elif tag.startswith("VB"):
            found = _verb(syntax, token, lemma_of.get(word, syntax.lemmas[token]))
        elif tag in {"NN", "NNS"}:
            found = nominal_candidates.of_noun(syntax, token)
        elif tag in {"JJ", "JJR"}:
            found = nominal_candidates.of_adjective(syntax, token)
        elif word in group("hearsay"):
            found = _adverb(syntax, token)
        elif word == "in":
            found = _view(syntax, token)
        elif word == ":":
            found = _colon(syntax, token)
        if found is not None and found.content and not any(_holds(marks, part) for part in found.content):
            yield found


def _labelled(syntax: Syntax) -> Iterator[Candidate]:
    """Turns of conversations and signed quotations: a label says whose they are, not a cue."""
    for turn in transcripts.turns(syntax):
        yield Candidate(turn.colon, ":", "turn~name", (turn.colon, turn.colon + 1), turn.content, turn.source)
    for signed in signatures.signatures(syntax):
        yield Candidate(
            signed.dash, "—", "signed~name", (signed.dash, signed.dash + 1), (signed.content,), signed.source
        )


def _holds(marks: list[int], part: Tokens) -> bool:
    """Whether a range holds one of the marks, which are in order."""
    at = bisect_left(marks, part[0])
    return at < len(marks) and marks[at] < part[1]


def _verb(syntax: Syntax, verb: int, lemma: str) -> Candidate | None:
    if syntax.labels[verb] in {"aux", "aux:pass", "cop"} and lemma in {"be", "have", "do"}:
        return None
    if syntax.words[verb] in group("preposition") and syntax.labels[verb] in {"advcl", "case", "mark", "acl"}:
        return None  # "considering that it was late"
    start = sources.group_start(syntax, verb)
    if syntax.tags[verb] == "VBN":
        if any(syntax.words[t] in _PASSIVE for t in range(start, verb)):
            return _passive(syntax, verb, start, lemma)
        if start == verb and syntax.labels[verb] in {"acl", "amod", "advcl"}:
            return _asked(syntax, verb, lemma)
    after = verbal_contents.of_verb(syntax, verb)
    source = sources.before(syntax, verb)
    aside = parentheses.aside(syntax, verb, start)
    if aside is not None:
        return made(syntax, verb, lemma, start, *aside)
    around = parentheses.around(syntax, verb, start, source)
    if around is not None and not _prefers_after(syntax, verb, after, around[0]):
        return made(syntax, verb, lemma, start, _completed(around[0], after), around[1])
    if after is None:
        return None
    if lemma in group("raising") and source is not None and source[1] <= start:
        # nobody is named; the subject belongs to what is attributed ("The plan seems to work") or stands for it ("It")
        if after.construction.split(":")[0] in _CLAUSAL and syntax.words[source[0]] == "it":
            return replace(made(syntax, verb, lemma, start, after, source), source=None)
        if after.construction in {"inf", "prep:like"}:
            return Candidate(verb, lemma, "raising~", (start, verb + 1), (source, *after.ranges), None)
    if source is None and start == verb == syntax.floor(verb):  # "Said Ann Lee: ..."
        source = sources_after.after(syntax, verb + 1, after.ranges[0][0])
    shared = source is not None and sources.own(syntax, verb) is None
    return made(syntax, verb, lemma, start, after, source, shared)


def _prefers_after(syntax: Syntax, verb: int, after: Content | None, around: Content) -> bool:
    """Whether a verb between two possible contents goes with the one that follows it."""
    if after is None or after.construction not in {"quote", "that", "that:noun"}:
        return False
    if around.construction == "left-quote":
        quoted = syntax.run_of[around.ranges[0][0]] >= 0  # "“A,” she sings before asking, “B?”"
        return len(around.ranges) == 1 and not quoted
    # "He believes, they say, that ...": the clause goes on from before the cue
    return not (around.construction == "amid" and syntax.words[verb + 1] == ",")


def _asked(syntax: Syntax, verb: int, lemma: str) -> Candidate | None:
    """ "Asked whether it was late, she ...", "when pressed about it": somebody who is not named asks."""
    if lemma not in group("asking") or verb - syntax.floor(verb) > 1:
        return None
    found = verbal_contents.of_verb(syntax, verb)
    if found is None:
        return None
    return made(syntax, verb, lemma, verb, replace(found, construction=f"asked-{found.construction}"), None)


def _completed(around: Content, after: Content | None) -> Content:
    """A quotation with the clause that ends it: "“They are worried,” the members wrote, | that ..."."""
    if after is None or after.construction != "that" or around.construction != "left-quote" or len(around.ranges) > 1:
        return around
    return replace(around, ranges=(*around.ranges, *after.ranges))


def _passive(syntax: Syntax, verb: int, start: int, lemma: str) -> Candidate | None:
    """ "It was reported that ...", "She is expected to win", "was praised by ...": nobody or the agent says it."""
    quoted = _quoted_as(syntax, verb, start)
    if quoted is not None:
        return made(syntax, verb, lemma, start, *quoted)
    after = verbal_contents.of_verb(syntax, verb)
    agent = syntax.child(verb, "obl:agent")
    source = sources.phrase(syntax, agent) if agent > verb else None
    if after is not None and after.construction.split(":")[0] in _CLAUSAL:
        return made(syntax, verb, lemma, start, replace(after, construction=f"passive-{after.construction}"), source)
    subject = syntax.child(verb, "nsubj:pass", "nsubj")
    if not 0 <= subject < start:
        return None
    ranges: tuple[Tokens, ...] = (sources.phrase(syntax, subject, limit=start),)
    construction = "passive-by" if agent > verb else "passive"
    if after is None and verb + 2 < syntax.ceiling(verb) and syntax.words[verb + 1] == "as":
        after = verbal_contents.as_what(syntax, verb)  # "is seen as a success"
    if after is not None:
        construction = f"passive-{after.construction.split(':')[0]}"
        first, last = after.ranges[0]
        ranges += ((first - construction.endswith("prep"), last),)
    return made(syntax, verb, lemma, start, Content(construction, ranges), source)


def _quoted_as(syntax: Syntax, verb: int, start: int) -> tuple[Content, Tokens] | None:
    """ "“It is over,” one of them was quoted as saying", "was quoted as saying that ...": the subject says it."""
    says = verb + 2
    if says >= syntax.ceiling(verb) or syntax.words[verb + 1] != "as" or syntax.tags[says] != "VBG":
        return None
    subject = syntax.child(verb, "nsubj:pass", "nsubj")
    if not is_speech(syntax.lemmas[says]) or not 0 <= subject < start:
        return None
    source = sources.phrase(syntax, subject, limit=start)
    around = parentheses.around(syntax, verb, start, source)
    if around is not None:
        return replace(around[0], cue_end=says + 1), source
    after = verbal_contents.of_verb(syntax, says)
    return None if after is None else (replace(after, cue_end=says + 1), source)


def _according(syntax: Syntax, token: int) -> Candidate | None:
    """ "according to X" before, amid or after its content."""
    if token + 2 >= syntax.ceiling(token) or syntax.words[token + 1] != "to":
        return None
    end = phrase_end(syntax, token + 2)
    last = sources_after.stripped(syntax, token + 2, end)
    source = (token + 2, sources_after.apposed(syntax, token + 2, last) if last == end else last)
    comma = end + 1 < syntax.ceiling(token) and syntax.words[end] == ","
    relative = sources_after.relative_end(syntax, end + comma)
    if relative > end + comma and any(syntax.tags[t] in FINITE for t in range(syntax.floor(token), token)):
        relative = syntax.ceiling(token)  # all was said before; what is left is about the source
    rest = max(source[1], relative)
    return Candidate(token, "according", "to~", (token, token + 2), outside(syntax, token, rest), source)


def _view(syntax: Syntax, token: int) -> Candidate | None:
    """ "in the view of X", "in X's words" before, amid or after its content."""
    floor, ceiling = syntax.floor(token), syntax.ceiling(token)
    noun = next((t for t in range(token + 2, min(ceiling, token + 7)) if syntax.words[t] in group("view")), -1)
    if noun < 0 or (token > floor and not parted(syntax, token - 1)):
        return None
    if syntax.words[token + 1] == "the" and noun + 2 < ceiling and syntax.words[noun + 1] == "of":
        last = phrase_end(syntax, noun + 2)
        source, cue = (noun + 2, last), (token, noun + 2)
    else:
        owner = next((t for t in (noun - 1, noun - 2) if syntax.tags[t] in {"POS", "PRP$"}), -1)
        last, cue = noun + 1, (noun, noun + 1)
        source = (token + 1, owner + (syntax.tags[owner] == "PRP$"))
    if source[0] >= source[1] or not (last == ceiling or parted(syntax, last)):
        return None
    return Candidate(noun, syntax.words[noun], "in-view~", cue, outside(syntax, token, last), source)


def _adverb(syntax: Syntax, adverb: int) -> Candidate:
    """ "reportedly", "allegedly": somebody who is not named says the clause that holds it."""
    cue, verb = (adverb, adverb + 1), syntax.heads[adverb]
    ranges = outside(syntax, *cue)
    if syntax.tags[verb].startswith("VB") and adverb > syntax.floor(adverb):
        start = min(adverb, sources.group_start(syntax, verb))
        subject = sources.before(syntax, verb)
        end = clause_end(syntax, verb, max(verb, adverb + 1))
        if subject is not None and subject[1] <= start and verb < end:
            bounds = [subject, (start, adverb)] if subject[1] < start else [(subject[0], adverb)]
            parts = (trimmed(syntax, *bound) for bound in (*bounds, (adverb + 1, end)))
            ranges = tuple(part for part in parts if part is not None)
    return Candidate(adverb, syntax.words[adverb], "adverb~", cue, ranges, None)


def _colon(syntax: Syntax, colon: int) -> Candidate | None:
    """ "NAME: words", in headlines and transcripts."""
    floor, ceiling = syntax.floor(colon), syntax.ceiling(colon)
    if not 0 < colon - floor <= 7:
        return None
    tags = syntax.tags[floor:colon]
    if any(tag not in _BEFORE_COLON for tag in tags) or not any(tag in NOUNS for tag in tags):
        return None
    where = "headline" if syntax.reading.numbers[colon] == 0 else "line"
    kind = "name" if syntax.tags[colon - 1] == "NNP" else "noun"
    content = trimmed(syntax, colon + 1, ceiling)
    return Candidate(colon, ":", f"{where}~{kind}", (colon, colon + 1), (content,), (floor, colon)) if content else None
