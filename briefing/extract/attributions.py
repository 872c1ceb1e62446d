"""Who said what: attribution relations (source, cue, content) by rules over quotation marks, words and parse.

Where each word could attribute something (`candidates`), a lexicon of counts decides whether it does.
The relation's three parts are those of PDTB and PolNeAR (Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import candidates, cues, hedging, introduced, joined, syntax, uncued
from briefing.extract.candidate import Candidate
from briefing.extract.cues import Lexicon
from briefing.extract.extents import trimmed
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import Syntax
from briefing.findings import Certainty, QuoteKind
from briefing.language import Reading

# A relation is worth showing when it is right more often than this; F on PolNeAR train is flat from 0.35 to 0.45.
_THRESHOLD = 0.4
# "Lee landed after they learned ...": of such words with a clause few are cues (held-out part of PolNeAR train).
_UNCLASSED_THRESHOLD = 0.6
_CLAUSAL = frozenset(("clause", "that", "left", "amid"))
# What stands within somebody's words needs to be surer: an inner relation is told by two mouths.
_NESTED_THRESHOLD = 0.65
# Two candidates with so much of their contents in common attribute the same words once.
_SAME = 0.75
# 41 of the 47 labels and signatures in PolNeAR dev and a fifth of train are right; no word is counted for them.
_LABEL = 0.87
_LABELLED = frozenset(("turn", "signed"))
_OF_QUOTATIONS = frozenset(("left", "left-quote", "amid", "quote", "to")) | _LABELLED
_TIMES = frozenset(("DATE", "TIME", "DURATION"))
_FUNCTION_TAGS = frozenset(
    ["PRP", "PRP$", "DT", "PDT", "IN", "TO", "WDT", "WP", "WP$", "WRB", "EX", "CC", "MD", "RP", "POS"]
)
# Bounds the work on a sentence of thousands of tokens.
_MOST_RIVALS = 40


def find(reading: Reading) -> tuple[Relation, ...]:
    """All attribution relations of an article, nested ones too, in the order of their contents."""
    return found_with(syntax.of(reading), cues.lexicon())


def found_with(view: Syntax, lexicon: Lexicon) -> tuple[Relation, ...]:
    """The relations that a lexicon finds reliable."""
    scored = [(_reliability(lexicon, c), c) for c in proposed(view, lexicon.lemma_of)]
    kept = _apart([(share, c) for share, c in scored if share >= _needed(c)])
    kept = [(share, c) for share, c in _resumed(view, _clipped(view, kept)) if _tells(view, c)]
    inner = _nested_in(view, kept)
    relations = [
        part
        for (share, candidate), nested in zip(kept, inner, strict=True)
        if not nested or share >= _NESTED_THRESHOLD
        for part in uncued.split(view, _relation(view, candidate, share, nested))
    ]
    relations += introduced.find(view, relations)
    relations += uncued.following(view, relations)
    relations.sort(key=lambda relation: (relation.content[0][0], -relation.content[-1][1]))
    return tuple(relations)


def _reliability(lexicon: Lexicon, candidate: Candidate) -> float:
    return _LABEL if candidate.construction in _LABELLED else lexicon.reliability(candidate.word, candidate.use)


def _needed(candidate: Candidate) -> float:
    """How reliable a candidate must be: more when a word that is none of saying or thinking governs a clause."""
    clausal = candidate.construction.split(":")[0] in _CLAUSAL and not cues.is_classed(candidate.word)
    return _UNCLASSED_THRESHOLD if clausal else _THRESHOLD


def proposed(view: Syntax, lemma_of: dict[str, str]) -> list[Candidate]:
    """Every candidate, with the quotations that go on after it."""
    found = list(candidates.find(view, lemma_of))
    cued = {view.sentence_of[c.head] for c in found if c.construction in _OF_QUOTATIONS}
    goes_on = [joined.following(view, c.content, c.head, cued) for c in found]
    return [
        c if content is c.content else replace(c, content=content) for c, content in zip(found, goes_on, strict=True)
    ]


def _apart(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """One candidate for one content: the most reliable of those that share nearly all their words."""
    by_place: dict[tuple[str, int], list[Candidate]] = {}
    kept: list[tuple[float, Candidate]] = []
    for share, candidate in sorted(scored, key=lambda item: (-item[0], item[1].head)):
        keys = (("end", candidate.content[-1][1]), ("start", candidate.content[0][0]))
        rivals = [other for key in keys for other in by_place.get(key, ())]
        if any(
            _overlap(candidate.content, other.content) >= _SAME and not _nested(candidate, other) for other in rivals
        ):
            continue
        kept.append((share, candidate))
        for key in keys:
            by_place.setdefault(key, []).append(candidate)
    return kept


def _clipped(view: Syntax, kept: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Contents that do not run into the cue of the sentence around them: "... hopes to win, | officials said"."""
    tails: dict[int, tuple[Tokens, int]] = {}
    for _, candidate in kept:
        if candidate.construction in {"left", "left-quote", "to"}:
            edge = min(candidate.cue[0], candidate.source[0] if candidate.source else candidate.cue[0])
            tails[view.sentence_of[candidate.head]] = (candidate.content[0], edge)
    clipped = []
    for share, candidate in kept:
        around, edge = tails.get(view.sentence_of[candidate.head], ((0, 0), 0))
        if around[0] <= candidate.head < around[1] and any(a < edge < b for a, b in candidate.content):
            parts = (trimmed(view, a, min(b, edge)) for a, b in candidate.content if a < edge)
            candidate = replace(candidate, content=tuple(part for part in parts if part is not None))
        if candidate.content:
            clipped.append((share, candidate))
    return clipped


def _tells(view: Syntax, candidate: Candidate) -> bool:
    """Whether a content has a word that means something by itself: "them", "that" and "last Friday" have none."""
    return any(
        view.run_of[t] >= 0 or (view.is_word(t) and view.tags[t] not in _FUNCTION_TAGS and _means(view, t))
        for part in candidate.content
        for t in range(*part)
    )


def _means(view: Syntax, token: int) -> bool:
    """Whether a noun or verb is more than a time or a pronoun: "nobody" and "everything" are tagged as nouns."""
    return view.reading.columns.entities[token] not in _TIMES and view.words[token] not in cues.group("pronoun")


def _nested(one: Candidate, other: Candidate) -> bool:
    """Whether one attributes, to somebody else, what the other says with the same words."""
    if one.source is None or other.source is None or one.source == other.source:
        return False
    return any(
        a <= inner.source[0] < b and a <= inner.head < b
        for outer, inner in ((one, other), (other, one))
        if inner.source is not None
        for a, b in outer.content
    )


def _overlap(one: tuple[Tokens, ...], other: tuple[Tokens, ...]) -> float:
    """Jaccard index of two contents, in tokens."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    size = sum(b - a for a, b in one) + sum(b - a for a, b in other) - both
    return both / size if size else 0.0


def _resumed(view: Syntax, kept: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Participles with the speaker who goes on: in "he said the talks failed, adding ..." he adds, not the talks."""
    speaker: dict[int, list[Candidate]] = {}
    for _, candidate in kept:
        if candidate.source is not None and view.tags[candidate.head] != "VBG":
            speaker.setdefault(view.sentence_of[candidate.head], []).append(candidate)
    out = []
    for share, candidate in kept:
        source = candidate.source
        if view.tags[candidate.head] == "VBG" and source is not None and cues.is_speech(candidate.word):
            for other in speaker.get(view.sentence_of[candidate.head], ())[:_MOST_RIVALS]:
                a, b = other.content[-1]
                if a <= source[0] < b <= candidate.cue[0] <= b + 2 and cues.is_speech(other.word):
                    candidate = replace(candidate, source=other.source)
                    break
        out.append((share, candidate))
    return out


def _nested_in(view: Syntax, kept: list[tuple[float, Candidate]]) -> list[bool]:
    """For each candidate, whether its cue and content stand within the content of another."""
    by_sentence: dict[int, list[Candidate]] = {}
    for _, candidate in kept:
        by_sentence.setdefault(view.sentence_of[candidate.head], []).append(candidate)
    found = []
    for _, candidate in kept:
        first = min(candidate.cue[0], candidate.content[0][0])
        last = max(candidate.cue[1], candidate.content[-1][1])
        rivals = by_sentence[view.sentence_of[candidate.head]][:_MOST_RIVALS]
        found.append(
            any(a <= first and last <= b for other in rivals if other is not candidate for a, b in other.content)
        )
    return found


def _relation(view: Syntax, candidate: Candidate, share: float, nested: bool) -> Relation:
    inside, words = _quoted_words(view, candidate.content)
    kind: QuoteKind = "indirect" if not inside else "direct" if inside == words else "mixed"
    if candidate.construction == "turn":
        kind = "direct"  # a transcript is word for word
    return Relation(
        content=candidate.content,
        cue=candidate.cue,
        source=candidate.source,
        kind=kind,
        speech=cues.is_speech(candidate.word)
        or candidate.construction in _LABELLED
        or (2 * inside >= words and not nested),
        certainty=_certainty(view, candidate),
        confidence=round(min(1.0, share), 3),
    )


def _quoted_words(view: Syntax, content: tuple[Tokens, ...]) -> tuple[int, int]:
    words = [t for a, b in content for t in range(a, b) if view.is_word(t)]
    return sum(view.run_of[t] >= 0 for t in words), len(words)


def _certainty(view: Syntax, candidate: Candidate) -> Certainty:
    """What the cue makes of its content; a hedge in the cue or in the content's predicate weakens it."""
    certainty = cues.certainty(candidate.word)
    rejected = any(
        view.lemmas[t] in cues.group("rejecting") for t in range(*candidate.cue)
    )  # "hit back at claims that"
    if certainty == "denied" or rejected:
        return "denied"
    inside, words = _quoted_words(view, candidate.content)
    if certainty == "believed" and inside == words:
        certainty = "reported"  # whose words are given, said them
    if candidate.word in cues.group("raising") or any(hedging.is_hedge(view, t) for t in range(*candidate.cue)):
        return "hedged"
    return "hedged" if any(hedging.hedged(view, *part) for part in candidate.content) else certainty
