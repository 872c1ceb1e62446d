"""Every assertion of the article: its words, who makes it, and how certain it is put; all or some, in two orders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from briefing import standalone
from briefing.article import Span
from briefing.claim_weight import by_weight
from briefing.findings import Briefing, Claim
from briefing.sayers import Sayers
from briefing.standalone import Pronouns
from briefing.tui.claim_filter import Criterion, Kind, kept, labels
from briefing.tui.messages import ClaimCurrent
from briefing.tui.widgets.drawing import Piece, cut, fit, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row


class ClaimsPanel(Panel):
    """Claims with paragraph, speaker and certainty; those that are bookmarked carry a star.

    In the order of the text or by weight; filtered by what the reader asked for, which the title says.
    """

    NAME = "Claims"
    EMPTY = "No claims found in this article"
    WORDS_LINES: ClassVar[int] = 3
    clear_key: str = "esc"
    """The key that takes the filters off, as a reader writes it."""

    _bookmarks: frozenset[str] = frozenset()
    _all: tuple[Claim, ...] = ()  # in the order of the text
    _heaviest: tuple[Claim, ...] | None = None  # all in the order of weight, once that was asked for
    _shown: tuple[Claim, ...] = ()  # those that the filters keep, in the same order
    _by_weight: bool = False
    _criteria: Mapping[Kind, Criterion] = {}

    def count(self) -> int:
        return len(self._shown)

    @property
    def heading(self) -> str:
        """The title: "Claims 65", and with filters "Claims 12/65 · by Mara Lindqvist · hedged"."""
        if self.briefing is None:
            return self.NAME
        count = f"{len(self._shown)}/{len(self._all)}" if self._criteria else f"{len(self._all)}"
        parts = [f"{self.NAME} {count}", *labels(self._criteria), *(["by weight"] if self._by_weight else [])]
        return f" {self.glyphs.dot} ".join(one_line(part) for part in parts)

    @property
    def empty(self) -> str:
        if not self._all:
            return self.EMPTY
        asked = " and ".join(one_line(label) for label in labels(self._criteria))
        return f"No claim left, {self.clear_key} shows all {len(self._all)}: none is {asked}"

    @property
    def criteria(self) -> Mapping[Kind, Criterion]:
        """What the claims that are shown must have."""
        return self._criteria

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that are shown, in the order of the text."""
        return self._shown

    @property
    def weighed(self) -> bool:
        """Whether the claims stand in the order of their weight."""
        return self._by_weight

    def show(self, briefing: Briefing) -> None:
        """Fill the panel. The current claim stays current where the new analysis has it too, and filters stay."""
        if self.briefing is not None and self.briefing.article.id != briefing.article.id:
            self._criteria = {}
        self._all = tuple(sorted(briefing.claims, key=lambda claim: (claim.start, -claim.end)))
        self._shown, self._heaviest = kept(self._all, self._criteria), None
        super().show(briefing)

    def clear(self, waiting: str = "") -> None:
        """Empty the panel, as before the analysis; `waiting` says why it is empty. No filter is left."""
        self._all = self._shown = ()
        self._criteria = {}
        super().clear(waiting)

    def ask(self, kind: Kind, criterion: Criterion | None) -> None:
        """Show only claims that meet the criterion, beside those of other kinds; None takes it away."""
        others = {name: asked for name, asked in self._criteria.items() if name != kind}
        self._change(others if criterion is None else {**others, kind: criterion})

    def ask_nothing(self) -> None:
        """Show all claims."""
        self._change({})

    def weigh(self, on: bool) -> None:
        """Show the claims in the order of their weight, or of the text."""
        self._by_weight = on
        self._change(self._criteria)

    def set_bookmarks(self, ids: frozenset[str]) -> None:
        """Mark the claims with these ids as bookmarked, and no others."""
        if ids != self._bookmarks:
            self._bookmarks = ids
            self.reload()

    def follow(self, offset: int) -> Claim | None:
        """Make the first claim that ends after the code point `offset` current, or the last one; no focus, no message.

        Returns that claim, None where no claims are shown.
        """
        if not self._shown:
            return None
        claim = next((claim for claim in self._shown if claim.end > offset), self._shown[-1])
        self.select(lambda finding: finding is claim)
        return claim

    def current_changed(self) -> None:
        if isinstance(self.current, Claim):
            self.post_message(ClaimCurrent(self.current))

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        sayers, pronouns = Sayers(briefing), Pronouns(briefing)
        digits = len(str(len(briefing.article.paragraphs)))
        if self._by_weight and self._heaviest is None:
            self._heaviest = by_weight(briefing)
        shown = kept(self._heaviest, self._criteria) if self._by_weight and self._heaviest else self._shown
        for claim in shown:
            yield self._row(briefing, claim, sayers, pronouns, digits + 2, width)

    def _row(
        self, briefing: Briefing, claim: Claim, sayers: Sayers, pronouns: Pronouns, indent: int, width: int
    ) -> Row:
        glyphs = self.glyphs
        words = one_line(standalone.words(briefing, pronouns, claim.start, claim.end))
        place = f"{glyphs.pilcrow}{claim.paragraph or glyphs.dash}".ljust(indent)
        said = sayers.of(claim.attribution, claim.speaker)
        own = one_line(briefing.article.publisher or "") or "The article"
        who = Piece(said, "name") if said else Piece(own, "dim")
        star = [Piece(f" {glyphs.star}", "mark")] if claim.id in self._bookmarks else []
        head = spread([Piece(place, "place"), who], [Piece(claim.certainty, "dim"), *star], width, glyphs.ellipsis)
        below = wrap(words, width - indent, self.WORDS_LINES, glyphs.ellipsis)
        lines = (head, *(cut([Piece(" " * indent), Piece(text)], width, glyphs.ellipsis) for text in below))
        return Row(lines, claim, ((Span(claim.start, claim.end),),), label=fit(words, 60, glyphs.ellipsis))

    def _change(self, criteria: Mapping[Kind, Criterion]) -> None:
        self._criteria = criteria
        self._shown = kept(self._all, criteria)
        self.border_title = self.heading
        self.reload()
