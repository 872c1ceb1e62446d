"""How much a claim has to be checked or kept: an order for claims other than that of the text.

What can be checked weighs: numbers, names and dates in the claim are what fact checkers pick sentences
for (Hassan et al., "Toward automated fact-checking", KDD 2017). Somebody who answers for it weighs: a
claim of a named actor can be held against them, one of an unnamed source less so. And the place weighs:
news are written with what matters most at the top. Each kind counts up to a cap, so that a long
sentence does not win by being long, and no kind outweighs the other four together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.findings import Briefing, Claim, Quote

NUMBER_LABELS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "DURATION"})
DATE_LABELS = frozenset({"DATE", "TIME"})
MOST = 3
"""Numbers and names of a claim that count; of its dates one less."""


class Weight(NamedTuple):
    """The five parts of a claim's weight, each from 0 to 3 at most, but for `dates` from 0 to 2."""

    numbers: float
    names: float
    dates: float
    attribution: float
    position: float

    @property
    def total(self) -> float:
        """What claims are ordered by."""
        return self.numbers + self.names + self.dates + self.attribution + self.position


def weights(briefing: Briefing) -> dict[str, Weight]:
    """The weight of each claim of a briefing, by its id.

    A number, a date, or an event's date counts 1, and so does each actor that the claim calls by name
    (once). A named speaker counts 2 and a source without a name 1, one more where all is in the
    speaker's own words. The first paragraph and the headline count 3, the last paragraph 0.
    """
    numbers = _Points(entity.start for entity in briefing.entities if entity.label in NUMBER_LABELS)
    # an event's date is often an entity too: the same words count once
    dated = {entity.start for entity in briefing.entities if entity.label in DATE_LABELS}
    dates = _Points(dated | {event.when.start for event in briefing.history if event.date is not None})
    named = sorted(
        (mention.start, actor.id) for actor in briefing.actors for mention in actor.mentions if mention.form == "name"
    )
    names = _Points([start for start, _ in named])
    sources = {quote.id: quote for quote in (*briefing.quotes, *briefing.attributions)}
    last = max(len(briefing.article.paragraphs), 2)
    found: dict[str, Weight] = {}
    for claim in briefing.claims:
        first, end = names.within(claim)
        found[claim.id] = Weight(
            numbers=min(numbers.count(claim), MOST),
            names=min(len({actor for _, actor in named[first:end]}), MOST),
            dates=min(dates.count(claim), MOST - 1),
            attribution=_attribution(claim, sources.get(claim.attribution or "")),
            position=MOST * (last - max(claim.paragraph, 1)) / (last - 1),
        )
    return found


def by_weight(briefing: Briefing) -> tuple[Claim, ...]:
    """The claims, those that weigh most first; of equals, the one that stands first in the text."""
    weighed = weights(briefing)
    return tuple(sorted(briefing.claims, key=lambda claim: (-weighed[claim.id].total, claim.start, -claim.end)))


def _attribution(claim: Claim, quote: Quote | None) -> float:
    if quote is None:
        return 2.0 if claim.speaker else 0.0
    answers = 2.0 if claim.speaker else 1.0 if quote.source else 0.0
    return answers + (1.0 if quote.kind == "direct" else 0.0)


class _Points:
    """Places in the text, counted within a claim without looking at those outside it."""

    def __init__(self, offsets: Iterable[int]) -> None:
        self._offsets: Sequence[int] = sorted(offsets)

    def within(self, claim: Claim) -> tuple[int, int]:
        return bisect_left(self._offsets, claim.start), bisect_left(self._offsets, claim.end)

    def count(self, claim: Claim) -> int:
        first, end = self.within(claim)
        return end - first
