"""Where a content begins and ends: with its sentence, unless the clause of the cue ends before or goes on."""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract.cues import is_speech
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, Syntax

EDGES = frozenset((",", ";", ":", "-", "--", "—", "–", "."))


def clause_end(syntax: Syntax, verb: int, first: int, ceiling: int, clause: bool = False) -> int:
    """Where a content that begins at `first` ends: with its sentence, unless the cue's own clause ends or goes on."""
    end = ceiling
    for token in _coordinated(syntax, verb):
        if first < token < end and syntax.run_of[token] < 0:
            end = token
    subordinate = syntax.labels[verb].split(":")[0] in {"advcl", "acl", "csubj"} or syntax.labels[verb] == "ccomp"
    edge = max(first + 1, syntax.rights[verb]) if subordinate else ceiling
    if clause and subordinate:
        finite = next((t for t in range(first, ceiling) if syntax.tags[t] in FINITE), ceiling)
        edge = max(edge, finite + 2)
    for token in range(first + 1, end):
        if syntax.run_of[token] >= 0:
            continue
        word = syntax.words[token]
        if word == ";" or (word == ":" and not clause and token + 1 < end and syntax.quoted(token + 1)):
            return token
        if token >= edge and (word in {",", "—", "--", ")"} or syntax.tags[token] in FINITE):
            return token
        if word == "," and token + 1 < end and _leaves(syntax, verb, token + 1):
            return token
    return end


def _coordinated(syntax: Syntax, verb: int) -> list[int]:
    """Where the clauses that are coordinated with the cue's begin: at their conjunctions."""
    siblings = list(syntax.children[verb])
    if syntax.labels[verb] == "conj":
        siblings += syntax.children[syntax.heads[verb]]
    begins = []
    for other in siblings:
        if other > verb and syntax.labels[other] == "conj" and syntax.tags[other][0] in "VM":
            link = syntax.child(other, "cc")
            begin = link if verb < link else syntax.lefts[other]
            if "that" not in syntax.words[begin : begin + 2]:  # "that A, and that B" is one content
                begins.append(begin)
    return begins


def _leaves(syntax: Syntax, verb: int, token: int) -> bool:
    """Whether the words after a comma belong to the cue's clause, not to its content."""
    word, tag, head = syntax.words[token], syntax.tags[token], syntax.heads[token]
    if word == "according":
        return True
    if tag == "VBG":
        return head == verb or is_speech(syntax.lemmas[token])
    if tag in {"IN", "WRB"} and syntax.labels[token] in {"mark", "advmod"}:
        return syntax.labels[head] == "advcl" and syntax.heads[head] == verb
    return False


def outside(syntax: Syntax, first: int, last: int) -> tuple[Tokens, ...]:
    """The sentence around a parenthesis [first, last): "..., according to X, ..."."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[first]]
    parts = (trimmed(syntax, floor, first), trimmed(syntax, last, ceiling))
    return tuple(part for part in parts if part is not None)


def separated(syntax: Syntax, token: int) -> bool:
    """Whether a token parts a parenthesis from its sentence."""
    return syntax.words[token] in EDGES or syntax.words[token] in FINAL or syntax.run_of[token] >= 0


def phrase_end(syntax: Syntax, first: int, ceiling: int) -> int:
    """Where a source after "according to" ends: at a comma that closes it, or with the sentence."""
    for token in range(first, ceiling):
        word = syntax.words[token]
        if word in {",", ";", "—", "--", ":", ")"} or word in FINAL or (word in MARKS and syntax.quoted(token)):
            return token
        if token > first and syntax.tags[token] in {"WP", "WDT"}:
            return token
    return ceiling


def trimmed(syntax: Syntax, first: int, last: int) -> Tokens | None:
    """A range without separators at its ends; None when no word is left."""
    while first < last and (syntax.words[first] in EDGES or syntax.words[first] in FINAL):
        first += 1
    while last > first and (syntax.words[last - 1] in EDGES or syntax.words[last - 1] in FINAL):
        last -= 1
    if not any(syntax.words[t][0].isalnum() or syntax.words[t][-1].isalnum() for t in range(first, last)):
        return None
    return first, last
