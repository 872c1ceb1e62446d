"""Where a content begins and ends: with its sentence, unless the clause of the cue ends before or goes on."""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract import second_cues
from briefing.extract.cues import group, is_speech
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, Syntax

EDGES = frozenset((",", ";", ":", "-", "--", "—", "–", "."))
_BACKSHIFTED = frozenset(("would", "could", "should", "might"))
SUBJECT_STARTS = frozenset(("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "EX"))
_SUBORDINATE = frozenset(("advcl", "acl", "csubj", "ccomp"))


def clause_end(syntax: Syntax, cue: int, first: int, clause: bool = False) -> int:
    """Where the content of a cue ends that begins at `first`; `clause`: it is one with a finite verb."""
    ceiling = syntax.ceiling(cue)
    others = (t for t in _coordinated(syntax, cue, ceiling) if t > first and syntax.run_of[t] < 0)
    if clause:  # "said that to open the mine, | a road was built": nothing is said before the second verb
        others = (t for t in others if any(syntax.tags[at] in FINITE for at in range(first, t)))
    end = min(others, default=ceiling)
    edge = ceiling
    if syntax.labels[cue].split(":")[0] in _SUBORDINATE:
        # "While he praised the plan, | she ...": the parse says where the clause of the cue is over
        edge = syntax.right(cue)
        edge -= syntax.heads[cue] > cue and syntax.words[edge - 1] == ","
        edge = max(first + 1, edge)
        if clause:
            finite = next((t for t in range(first, ceiling) if syntax.tags[t] in FINITE), ceiling)
            edge = max(edge, finite + 2)
    if clause:
        edge = min(edge, _main_after(syntax, cue, first, ceiling))
        end = min(end, second_cues.after(syntax, cue, first, end))
    relative = _in_relative(syntax, cue)
    for token in range(first + 1, end):
        if syntax.run_of[token] >= 0:
            continue
        word = syntax.words[token]
        if word == ")" and "(" not in syntax.words[first:token]:
            return token  # the cue stands in brackets itself
        if word == ";" or (word == ":" and not clause and token + 1 < end and syntax.quoted(token + 1)):
            return token
        if token >= edge and (word in {",", "—", "--"} or syntax.tags[token] in FINITE):
            return token
        resumes = relative and token + 1 < end and syntax.tags[token + 1] in FINITE
        if word == "," and token + 1 < end and (resumes or _leaves(syntax, cue, token + 1)):
            return token
    return end


def _main_after(syntax: Syntax, cue: int, first: int, ceiling: int) -> int:
    """The comma where the main clause begins after "While Lee says that ..., | ..."; `ceiling` where none does."""
    floor = syntax.floor(cue)
    opened = syntax.words[floor] in group("opens sentence") and "," not in syntax.words[floor:cue]
    if not opened:
        return ceiling
    finite = next((t for t in range(first, ceiling) if syntax.tags[t] in FINITE), ceiling)
    for token in range(finite + 1, ceiling):
        if syntax.words[token] == "," and syntax.run_of[token] < 0 and syntax.tags[token + 1] in SUBJECT_STARTS:
            after = next((t for t in range(token + 1, ceiling) if syntax.tags[t] in FINITE), ceiling)
            if after < ceiling and "," not in syntax.words[token + 1 : after]:
                return token
    return ceiling


def _in_relative(syntax: Syntax, cue: int) -> bool:
    """Whether the cue stands in a relative clause that a comma opened: "Lee, who said ..., left"."""
    places = range(max(syntax.floor(cue) + 1, cue - 6), cue)
    return any(syntax.tags[t] in {"WP", "WDT"} and syntax.words[t - 1] == "," for t in places)


def _coordinated(syntax: Syntax, cue: int, ceiling: int) -> list[int]:
    """Where the clauses that are coordinated with the cue's begin: at their conjunctions."""
    siblings = list(syntax.children[cue])
    if syntax.labels[cue] == "conj":
        others = syntax.children[syntax.heads[cue]]
        siblings += others[bisect_right(others, cue) : bisect_right(others, ceiling)]
    siblings += _own_denials(syntax, cue)
    begins = []
    for other in siblings:
        if other > cue and syntax.labels[other] == "conj" and syntax.tags[other][0] in "VM":
            link = syntax.child(other, "cc")
            begin = link if cue < link else syntax.left(other)
            following = syntax.words[begin : begin + 2]
            # "that A, and that B" is one content, and "said it was late and would go" goes on in the past's future
            if "that" not in following and not (len(following) > 1 and following[1] in _BACKSHIFTED):
                begins.append(begin)
    return begins


def _own_denials(syntax: Syntax, cue: int) -> list[int]:
    """Verbs of the speaker that the parse coordinates with the content: "said it rose, but he did not say why"."""
    found = []
    for clause in syntax.children[cue]:
        for other in syntax.children[clause] if syntax.labels[clause] == "ccomp" and clause > cue else ():
            link, subject = syntax.child(other, "cc"), syntax.child(other, "nsubj")
            own = link > cue and syntax.words[link] == "but" and subject > link and syntax.tags[subject] == "PRP"
            if own and syntax.labels[other] == "conj" and is_speech(syntax.lemmas[other]):
                found.append(other)
    return found


def _leaves(syntax: Syntax, cue: int, token: int) -> bool:
    """Whether the words after a comma belong to the cue's clause, not to its content."""
    tag, head = syntax.tags[token], syntax.heads[token]
    if syntax.words[token] == "according":
        return True
    if tag == "VBG":
        return head == cue or is_speech(syntax.lemmas[token])
    if tag in {"IN", "WRB"} and syntax.labels[token] in {"mark", "advmod"}:
        return syntax.labels[head] == "advcl" and syntax.heads[head] == cue
    return False


def outside(syntax: Syntax, first: int, last: int) -> tuple[Tokens, ...]:
    """The sentence around a parenthesis [first, last): "..., according to X, ..."."""
    parts = (trimmed(syntax, syntax.floor(first), first), trimmed(syntax, last, syntax.ceiling(first)))
    return tuple(part for part in parts if part is not None)


def parted(syntax: Syntax, token: int) -> bool:
    """Whether a token parts a parenthesis from its sentence."""
    return syntax.words[token] in EDGES or syntax.words[token] in FINAL or syntax.run_of[token] >= 0


def phrase_end(syntax: Syntax, first: int) -> int:
    """Where a source after "according to" ends: at a mark that closes it, or with the sentence."""
    ceiling = syntax.ceiling(first)
    inside = False  # of brackets that the source has: "the firm Orbit (OBT) in a report"
    for token in range(first, ceiling):
        word = syntax.words[token]
        closed, inside = inside and word == ")", (inside or word == "(") and word != ")"
        mark = word in {",", ";", "—", "--", ":", ")"} and not inside and not closed
        if mark or word in FINAL or (word in MARKS and syntax.quoted(token)):
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
    return (first, last) if any(syntax.is_word(t) for t in range(first, last)) else None
