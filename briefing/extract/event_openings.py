"""Where the words of an event begin: at its subject, behind the place of a dispatch."""

from __future__ import annotations

from briefing.extract.clauses import Clauses, Named
from briefing.extract.relations import Tokens
from briefing.extract.runs import FINITE

# Words that a subject may lie before its verb; farther off it is not looked for.
_REACH = 30
# Words of the place of a dispatch.
_PLACE = 9


def nouns(clauses: Clauses, first: int, last: int, when: Tokens) -> bool:
    kinds = ("NOUN", "PROPN", "PRON", "NUM", "DET")
    return any(clauses.doc[t].pos_ in kinds and not when[0] <= t < when[1] for t in range(first, last))


def past_the_dateline(clauses: Clauses, first: int, before: int) -> int:
    """Where a sentence begins behind the place of a dispatch: "LUND — | The mayor left"."""
    for token in range(first, min(before, first + _PLACE)):
        colon = clauses.lowers[token] == ":" and clauses.doc[token].whitespace_
        if colon or (clauses.lowers[token] in ("-", "–", "—", "--") and clauses.doc[token - 1].whitespace_):
            sentence = token > first and clauses.tags[token + 1] not in ("IN", "TO", "VBG", "VBN")
            return token + 1 if sentence and clauses.is_opening(first) else first
        if (
            clauses.doc[token].pos_ not in ("PROPN", "NUM")
            and not clauses.doc[token].is_punct
            and not clauses.doc[token].is_upper
        ):
            return first
    return first


def with_its_subject(clauses: Clauses, named: Named, first: int, when: Tokens) -> int:
    """The beginning of a clause whose verb opens it though it has a tense: the last mark before it."""
    if not clauses.is_finite(named.head) or nouns(clauses, first, named.head, when):
        return first
    low = max(clauses.sentence(first)[0], first - _REACH)
    start = first
    while start > low and not clauses.doc[start - 1].is_punct and clauses.tags[start - 1] not in ("CC", *FINITE):
        start -= 1
    return start if nouns(clauses, start, first, when) else first


def with_its_antecedent(clauses: Clauses, first: int) -> int:
    """The beginning of what a relative clause tells about: "the storm, | which forced them to leave"."""
    led = clauses.tags[first] == "IN" and clauses.tags[first + 1 : first + 2] == ["WDT"]  # "a school, from which ..."
    pronoun = first + led
    that = clauses.lowers[first] == "that" and clauses.labels[first] in ("nsubj", "nsubj:pass")
    if not that and (clauses.tags[pronoun] not in ("WDT", "WP") or clauses.lowers[first] == "what"):
        return first
    noun, low = first - 1 - (clauses.lowers[first - 1] in (",", "—", "–")), clauses.sentence(first)[0]
    plural = clauses.tags[noun] == "VBZ" and clauses.doc[noun - 1].pos_ in ("NOUN", "ADJ")  # taken for a verb
    if noun < low or not (plural or clauses.doc[noun].pos_ in ("NOUN", "PROPN")):
        return first
    start = noun
    while start > low and clauses.doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
        start -= 1
    return start


def with_the_name(clauses: Clauses, first: int) -> int:
    """The beginning of a sentence whose subject is told by name and, behind a comma, by what it is."""
    low = clauses.sentence(first)[0]
    named = first > low + 1 and clauses.doc[low].pos_ == "PROPN" and clauses.lowers[first - 1] == ","
    if not named or first - low > _REACH or any(clauses.tags[t] in FINITE for t in range(low, first)):
        return first
    joined = clauses.tags[first] == "NNP" and "CC" in clauses.tags[low:first]  # "Berg and her host, Weber, agreed"
    titled = clauses.tags[first] in ("DT", "JJ", "NN")
    return low if not clauses.doc[low].is_upper and (joined or titled) else first


def past_what_was_before(clauses: Clauses, first: int, named: Named, when: Tokens) -> int:
    """Where a sentence goes on behind another event with a date: "After the flood in May, | it closed in June"."""
    if clauses.lowers[first] not in ("following", "after", "since", "despite", "before", "during"):
        return first
    for comma in range(first + 1, min(named.head, when[0])):
        if clauses.tags[comma] in FINITE:
            return first
        if clauses.is_mark(comma):
            dated = any(clauses.doc[t].ent_type_ == "DATE" for t in range(first, comma))
            return comma + 1 if dated else first
    return first
