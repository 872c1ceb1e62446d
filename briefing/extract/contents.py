"""The contents of attributions as claims: one assertion each, whole enough to be understood by itself.

A content without a clause of its own ("to leave", "the players") is no claim; the sentence states what somebody
threatens or thanks. Where it is most of its sentence, it is told with source and cue: "Lee called it “a disgrace to
the town”". A long quotation is several claims, cut between its sentences.
"""

from __future__ import annotations

from briefing.extract import sources
from briefing.extract.assertions import is_main, long_enough, reads_whole, whole, words_in
from briefing.extract.cues import group
from briefing.extract.extents import EDGES
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import CLOSERS, FINAL, FINITE, MARKS, NOUNS, Syntax

# Words of a claim that goes on over the end of a sentence; a longer one fills a sidebar.
_FULL = 25
# Words between a source and the content told with it.
_REACH = 30
# What a noun is to another one that it stands behind in one phrase: "attacks on bases in Iraq and Syria".
_WITHIN = frozenset(("nmod", "conj", "flat", "appos", "compound"))
_RELATIVE = frozenset(("who", "which", "that"))


def claimed(view: Syntax, relation: Relation) -> list[Tokens]:
    """The claims of a relation's content in the order of the text; none where nothing whole can be told."""
    if _states_itself(view, relation) or _left_open(view, relation) or _of_noun(view, relation):
        return []
    units = [unit for part in _joined(view, relation) for unit in _sentences(view, part)]
    spoken = relation.kind != "indirect" and any(_spoken(view, unit) for unit in units)
    if spoken or any(whole(view, unit) or (relation.speech and _seems_whole(view, relation, unit)) for unit in units):
        kept = [unit for unit in units if len(units) == 1 or not _stub(view, unit)]
        return [_without_that(view, unit) for unit in kept or units if not _asks(view, unit)]
    told = _extracted(view, relation)
    if told is None and relation.kind != "indirect":
        told = _told(view, relation)
        told = told if told is not None and 2 * _quoted(view, told) > words_in(view, told) else None
    return [told] if told is not None else []


def _states_itself(view: Syntax, relation: Relation) -> bool:
    """Whether nobody is said to hold a content that its cue is a part of: "The rules | are meant | to help".

    What "is believed to have left" is put as a belief all the same.
    """
    if relation.source is not None or relation.cue is None or relation.kind != "indirect":
        return False
    first, last = relation.cue
    amid = relation.content[0][0] <= first and last <= relation.content[-1][1]
    return amid and not any(view.lemmas[t] in group("presumed") for t in range(first, last))


def _of_noun(view: Syntax, relation: Relation) -> bool:
    """Whether an adverb of hearsay only goes with a noun's participle: "four men allegedly involved in the theft"."""
    if relation.source is not None or relation.cue is None:
        return False
    adverb = relation.cue[0]
    governor = view.heads[adverb]
    return view.tags[adverb] == "RB" and view.labels[governor] in {"acl", "acl:relcl", "amod"}


def _left_open(view: Syntax, relation: Relation) -> bool:
    """Whether a content only names what is known or looked into: "will examine | whether the mine is safe"."""
    first, last = relation.content[0]
    if relation.kind == "direct":
        return False
    conditional = view.words[first] == "if" and "," in view.words[first:last]
    return view.words[first] in group("open question") and not conditional


def _joined(view: Syntax, relation: Relation) -> list[Tokens]:
    """The parts of a content; those that the cue only interrupts are one: "The plan, | he said, | is dead"."""
    joined: list[Tokens] = []
    for first, last in relation.content:
        if joined and not _begins_anew(view, first):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _begins_anew(view: Syntax, first: int) -> bool:
    """Whether a new sentence begins with a token, perhaps behind a quotation mark."""
    before = first - 1
    while before > 0 and view.words[before] in MARKS:
        before -= 1
    return before < 0 or _ends(view, before)


def _ends(view: Syntax, token: int) -> bool:
    return view.words[token] in FINAL


def _sentences(view: Syntax, part: Tokens) -> list[Tokens]:
    """A part cut between sentences as soon as it is long."""
    first, last = part
    units: list[Tokens] = []
    start = first
    cuts = [t + 1 for t in range(first, last - 1) if _ends(view, t) and _may_begin(view, t + 1, last)]
    for number, begin in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else last
        if (
            words_in(view, (start, end)) > _FULL
            and long_enough(view, (begin, end))
            and long_enough(view, (start, begin))
        ):
            units.append((start, begin))
            start = begin
    if start < last:
        units.append((start, last))
    return units


def _question_follows(view: Syntax, start: int, begin: int, end: int) -> bool:
    """Whether of two neighbouring sentences one is a question, which claims nothing."""
    return (view.words[begin - 1] == "?") != ("?" in view.words[begin:end]) and start < begin


def _may_begin(view: Syntax, token: int, last: int) -> bool:
    """Whether a token within a quotation can begin a sentence that can be told by itself."""
    if token >= last or (view.words[token] in CLOSERS and view.words[token] not in {"'", '"'}):
        return False
    if len(view.words[token - 2]) < 4 and view.words[token - 1] == "." and not view.reading.doc[token].is_sent_start:
        return False  # "the 1/2 lb. Lee burger"
    opening = token + (view.tags[token] == "CC")
    if opening < last and view.tags[opening] in {"WP", "WRB", "WDT"}:
        end = next((t for t in range(opening, last) if _ends(view, t)), last)
        if "," not in view.words[opening:end]:  # "And what it is like to live there."
            return False
    return view.capital(token) or view.words[token] in MARKS or view.words[token][0].isdigit()


def _spoken(view: Syntax, unit: Tokens) -> bool:
    """Whether quoted words stand by themselves: a clause, or what was said as a sentence ("Never again.")."""
    return whole(view, unit) or _imperative(view, unit) or _sentence_of_its_own(view, unit)


def _sentence_of_its_own(view: Syntax, unit: Tokens) -> bool:
    """Whether a quotation is all that its sentence has: a verb, and a capital letter at its first word."""
    if not any(view.tags[t] in FINITE or view.tags[t] == "VB" for t in range(*unit)):
        return False  # "“Not my decision, not his decision,” she said."
    first = next((t for t in range(*unit) if view.is_word(t)), unit[0])
    return view.words[unit[0]] in MARKS and view.capital(first) and long_enough(view, unit)


def _stub(view: Syntax, unit: Tokens) -> bool:
    """Whether a piece of a quotation states nothing beside the others: "“In a week,” he said. “...”"."""
    return not any(view.tags[t] in FINITE or view.tags[t] == "VB" for t in range(*unit))


def _asks(view: Syntax, unit: Tokens) -> bool:
    """Whether a unit of speech is only a question."""
    ends = [t for t in range(*unit) if _ends(view, t)]
    return bool(ends) and all(view.words[t] == "?" for t in ends)


def _imperative(view: Syntax, unit: Tokens) -> bool:
    return any(view.tags[t] == "VB" and is_main(view, t) for t in range(*unit))


def _seems_whole(view: Syntax, relation: Relation, unit: Tokens) -> bool:
    """Whether what somebody said is a clause that the parser took for another thing.

    What "that" begins is one; without a finite verb, a participle behind a noun is a past tense.
    """
    if _ordered(view, unit):
        return False
    if reads_whole(view, unit) or (_without_that(view, unit) != unit and long_enough(view, unit)):
        return True
    cue = relation.cue or (0, 0)
    if not any(view.lemmas[t] in group("clause taking") for t in range(*cue)):
        return False
    if any(view.tags[t] in FINITE for t in range(*unit)) or not long_enough(view, unit):
        return False
    if view.words[unit[0]] in {"this", "so", "it"}:  # "said | this in a letter on Monday"
        return False
    return any(
        view.tags[t] == "VBN"
        and view.labels[t] in {"acl", "ccomp"}
        and unit[0] <= view.heads[t] < t
        and view.child(t, "mark", "aux", "aux:pass") < 0
        for t in range(*unit)
    )


def _ordered(view: Syntax, unit: Tokens) -> bool:
    """Whether a clause is what somebody orders, in the subjunctive: "instructed that the witness | be called Mr X"."""
    verb = next((t for t in range(*unit) if view.tags[t] in FINITE or view.tags[t] == "VB"), -1)
    return verb > unit[0] and view.words[verb] == "be" and view.tags[verb - 1] not in {"TO", "MD", "RB"}


def _quoted(view: Syntax, unit: Tokens) -> int:
    return sum(view.is_word(t) and view.quoted(t) for t in range(*unit))


def _without_that(view: Syntax, unit: Tokens) -> Tokens:
    """A clause without the conjunction that ties it to its cue."""
    first, last = unit
    while first + 1 < last and view.words[first] in EDGES:
        first += 1
    unit = (first, last)
    if view.words[first] == "that" and view.tags[first] == "IN" and first + 1 < last:
        return (first + 1, last)
    return unit


def _extracted(view: Syntax, relation: Relation) -> Tokens | None:
    """A content whose subject is a relative pronoun before the source: "the attacks, which Lee said | hurt nobody"."""
    first, last = relation.content[0]
    if relation.source is None or not relation.speech or view.tags[first] not in FINITE:
        return None
    pronoun = relation.source[0] - 1
    if view.words[pronoun - 1] != ",":
        return None  # "a car that Lee said was stolen" only says which car
    noun = pronoun - 2 if view.words[pronoun - 1] == "," else pronoun - 1
    if view.words[pronoun] not in _RELATIVE or noun < view.floor(first) or view.tags[noun] not in NOUNS:
        return None
    head = noun
    while (
        view.labels[head] in _WITHIN and view.tags[view.heads[head]] in NOUNS and 0 < noun - view.heads[head] < _REACH
    ):
        head = view.heads[head]
    begin = sources.leftward(view, head)[0]
    return None if any(view.tags[t] in FINITE for t in range(begin, noun)) else (begin, last)


def _told(view: Syntax, relation: Relation) -> Tokens | None:
    """A content with its source and cue, where they stand before it in the same sentence; None elsewhere."""
    if relation.source is None or relation.cue is None:
        return None
    first, last = relation.source[0], relation.content[-1][1]
    if relation.source[1] - first == 1 and view.words[first] in _RELATIVE:
        noun = first - 2 if view.words[first - 1] == "," else first - 1
        if noun < view.floor(first) or view.tags[noun] not in NOUNS:
            return None
        first = sources.leftward(view, noun)[0]
    in_order = relation.source[1] <= relation.cue[0] and relation.cue[1] <= relation.content[0][0]
    if not in_order or view.sentence_of[first] != view.sentence_of[last - 1]:
        return None
    finite = any(view.tags[t] in FINITE for t in range(relation.source[1], relation.content[0][0]))
    if not finite or words_in(view, (first, relation.content[0][0])) > _REACH:
        return None
    return (first, last)
