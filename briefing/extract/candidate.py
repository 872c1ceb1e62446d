"""One place where something could be attributed: a word in a construction, its content, cue and source."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract import sources
from briefing.extract.content import Content
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINITE, Syntax

_PREDICATES = FINITE | {"VB", "TO"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution by `word`, whose token is `head`.

    `use` is its construction with the kind of its source: "that~name", "quote~he", "prep:about~" (no source);
    a "+" marks a source that the word shares with the verb that governs it.
    """

    head: int
    word: str
    use: str
    cue: Tokens
    content: tuple[Tokens, ...]
    source: Tokens | None

    @property
    def construction(self) -> str:
        return self.use.split("~")[0]


def made(
    syntax: Syntax, head: int, word: str, start: int, found: Content, source: Tokens | None, shared: bool = False
) -> Candidate:
    """A candidate; a source within its own content is none."""
    if source is not None and (
        any(a <= source[0] and source[1] <= b for a, b in found.ranges) or syntax.tags[source[0]] in _PREDICATES
    ):
        source = None
    use = f"{found.construction}~{sources.kind(syntax, source)}{'+' if shared and source else ''}"
    return Candidate(head, word, use, (start, max(head + 1, found.cue_end)), found.ranges, source)
