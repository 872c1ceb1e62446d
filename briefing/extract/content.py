"""What a cue attributes: its construction and its ranges, from where it begins to where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.cues import group
from briefing.extract.extents import clause_end, trimmed
from briefing.extract.relations import Tokens
from briefing.extract.syntax import Syntax

# Prepositions that tell when, where or why, not what a verb is about.
CIRCUMSTANCE = frozenset(("as", "than", "after", "before", "because", "since", "while", "until", "by"))
# What an infinitive, a phrase or a quoted object adds after a comma is seldom attributed (PolNeAR train).
_CUT = frozenset(("inf", "prep", "obj-quote", "obj-as", "as"))
_CLAUSAL = frozenset(("that", "clause", "wh"))


@dataclass(frozen=True, slots=True)
class Content:
    """The construction that a content stands in, its ranges, and where the cue ends (0: after its head)."""

    construction: str
    ranges: tuple[Tokens, ...]
    cue_end: int = 0


def until_end(syntax: Syntax, construction: str, head: int, first: int, cue_end: int = 0) -> Content | None:
    """The content of a construction that begins at `first`; None when no word is in it."""
    kind = construction.split(":")[0]
    end = clause_end(syntax, head, first, clause=kind in _CLAUSAL)
    if not syntax.tags[head].startswith("VB"):
        end = _complement_end(syntax, first, end)
    elif kind in _CUT:
        end = _before_tail(syntax, first, end)
    span = trimmed(syntax, first, end)
    return None if span is None else Content(construction, (span,), cue_end)


def _complement_end(syntax: Syntax, first: int, end: int) -> int:
    """Where what a noun or adjective carries ends, by the parse: "His claim that it was empty | was never proven"."""
    inner = next((t for t in range(first, end) if not first <= syntax.heads[t] < end), -1)
    return end if inner < 0 else min(end, max(first + 1, syntax.right(inner)))


def _before_tail(syntax: Syntax, first: int, end: int) -> int:
    """Where a content ends before what is only added to it: "to open it, | which ...", "about her, | while ..."."""
    for token in range(first + 1, end - 1):
        if syntax.words[token] == "," and syntax.run_of[token] < 0:
            tag, word = syntax.tags[token + 1], syntax.words[token + 1]
            if tag in {"WP", "WDT", "WRB", "WP$", "VBG"} or word in group("tail"):
                return token
    return end
