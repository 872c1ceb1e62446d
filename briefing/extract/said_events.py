"""Events of saying: what is said comes with who says it, wherever it stands."""

from __future__ import annotations

from briefing.extract.clauses import Clauses, Named
from briefing.extract.runs import FINITE, LONGEST

# Words that open a clause of its own, whatever the parser takes them for.
_OPENING = frozenset(
    ("after", "before", "when", "while", "because", "since", "if", "although", "though", "as", "until", "once", "so",
     "whereas", "unless", "till", "than", "amid", "despite", "according")
)  # fmt: skip
_OPENING_MARKS = frozenset(('"', "“", "‘", "``"))
_CLOSING_MARKS = frozenset(('"', "”", "''"))
# Words that a clause is looked at on either side of its verb.
_NEAR = 12


def says_something(clauses: Clauses, named: Named) -> bool:
    """Whether a verb of saying comes with what is said, not just with who said it when."""
    low, high = clauses.sentence(named.head)
    low, high = max(low, named.head - LONGEST), min(high, named.head + LONGEST)
    told = clauses.child(named.head, "ccomp", "xcomp", "obj", "parataxis", "nsubj:pass")
    marks = (*_OPENING_MARKS, *_CLOSING_MARKS, ":")
    quoted = any(lower in marks for lower in clauses.lowers[low:high]) or clauses.lowers[low - 1 : low] == ["”"]
    return told >= 0 or quoted or sum(tag in FINITE for tag in clauses.tags[low:high]) > 1


def with_all_that_is_said(clauses: Clauses, named: Named, last: int) -> int:
    """The end of a sentence whose verb of saying has lost the verb of what is said in a long list."""
    head, high = named.head, clauses.sentence(named.head)[1]
    if not clauses.is_speech(head) or last - head < _NEAR or last >= high or clauses.lowers[last] != ",":
        return last
    if any(clauses.tags[t] in FINITE for t in range(head + 1, last)) or clauses.subject(head) > head:
        return last
    told = any(clauses.tags[t] in FINITE for t in range(last, high))
    end = min(high, head + LONGEST) if told else last
    while end > last and clauses.is_mark(end - 1):
        end -= 1
    return end


def with_what_was_said(clauses: Clauses, named: Named, first: int, last: int) -> int:
    """The beginning of what is said where it stands before a comma: "| The mill burned, she told him on Monday"."""
    low, high = clauses.sentence(named.head)
    head = named.head
    if clauses.labels[head].startswith("acl") or clauses.child(head, "aux:pass") >= 0:
        return first
    if not clauses.is_stating(head) or clauses.child(head, "ccomp", "xcomp") >= 0 or not clauses.is_finite(head):
        return first
    ends = last >= high or all(clauses.doc[t].is_punct for t in range(last, high))
    ends = ends or (clauses.lowers[last] == "," and clauses.tags[last + 1 : last + 2] == ["VBG"])
    if not ends or head - low > LONGEST:
        return first
    before = [t for t in range(low, head) if clauses.tags[t] in FINITE]
    if not before or not any(clauses.is_mark(t) for t in range(before[0], head)):
        return first
    while low < first and clauses.doc[low].is_punct:
        low += 1
    return low if low < first and clauses.lowers[low] not in _OPENING else first
