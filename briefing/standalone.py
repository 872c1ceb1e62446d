"""The words of a claim as they read alone: a pronoun that stands for an actor is followed by the actor's name.

"He [John Kirby] said nothing": a claim in a sidebar has lost the sentence before it, which told who "he" is.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from briefing.findings import Briefing

_SUBJECTS = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Insertion:
    """A name to be put after the code point `at` of the article."""

    at: int
    name: str


class Pronouns:
    """The subject pronouns of a briefing and the names of its actors, by place."""

    def __init__(self, briefing: Briefing) -> None:
        text = briefing.article.text
        found = [
            (mention.start, mention.end, actor.id, mention.form == "pronoun")
            for actor in briefing.actors
            for mention in actor.mentions
            if mention.form == "name" or text[mention.start : mention.end].lower() in _SUBJECTS
        ]
        self._mentions = sorted(found)
        self._starts = [start for start, *_ in self._mentions]
        self._names = {actor.id: actor.name for actor in briefing.actors}

    def insertions(self, start: int, end: int) -> list[Insertion]:
        """Where names belong among the code points from `start` to `end`: once an actor, if not named before there."""
        known: set[str] = set()
        found: list[Insertion] = []
        for at in range(bisect_left(self._starts, start), len(self._mentions)):
            first, last, actor, pronoun = self._mentions[at]
            if first >= end:
                break
            if pronoun and actor not in known and last <= end:
                found.append(Insertion(last, self._names[actor]))
            known.add(actor)
        return found


def words(briefing: Briefing, pronouns: Pronouns, start: int, end: int) -> str:
    """The text from `start` to `end` (code points) with names in square brackets behind pronouns that need them."""
    text, pieces, begin = briefing.article.text, [], start
    for each in pronouns.insertions(start, end):
        pieces.append(f"{text[begin : each.at]} [{each.name}]")
        begin = each.at
    return "".join((*pieces, text[begin:end]))
