"""Every assertion of the article in the order of the text: its words, who makes it, and how certain it is put."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from briefing.article import Span
from briefing.findings import Briefing, Claim
from briefing.tui.messages import ClaimCurrent
from briefing.tui.widgets.drawing import Line, Piece, cut, fit, line_width, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row


class ClaimsPanel(Panel):
    """Claims with paragraph, speaker and certainty; those that are bookmarked carry a star."""

    NAME = "Claims"
    EMPTY = "No claims found in this article"
    WORDS_LINES: ClassVar[int] = 3

    _bookmarks: frozenset[str] = frozenset()
    _claims: tuple[Claim, ...] = ()

    def count(self) -> int:
        return len(self.briefing.claims) if self.briefing else 0

    def show(self, briefing: Briefing) -> None:
        """Fill the panel. The current claim stays current where the new analysis has it too."""
        self._claims = tuple(sorted(briefing.claims, key=lambda claim: (claim.start, -claim.end)))
        super().show(briefing)

    def clear(self, waiting: str = "") -> None:
        """Empty the panel, as before the analysis; `waiting` says why it is empty."""
        self._claims = ()
        super().clear(waiting)

    def set_bookmarks(self, ids: frozenset[str]) -> None:
        """Mark the claims with these ids as bookmarked, and no others."""
        if ids != self._bookmarks:
            self._bookmarks = ids
            self.reload()

    def follow(self, offset: int) -> Claim | None:
        """Make the first claim that ends after the code point `offset` current, or the last one; no focus, no message.

        Returns that claim, None where there are no claims.
        """
        if not self._claims:
            return None
        claim = next((claim for claim in self._claims if claim.end > offset), self._claims[-1])
        self.select(lambda finding: finding is claim)
        return claim

    def current_changed(self) -> None:
        if isinstance(self.current, Claim):
            self.post_message(ClaimCurrent(self.current))

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        names = {actor.id: one_line(actor.name) for actor in briefing.actors}
        digits = len(str(len(briefing.article.paragraphs)))
        for claim in self._claims:
            speaker = names.get(claim.speaker or "", "")
            yield self._row(briefing, claim, speaker, digits + 2, width)

    def _row(self, briefing: Briefing, claim: Claim, speaker: str, indent: int, width: int) -> Row:
        glyphs = self.glyphs
        words = one_line(briefing.article.text[claim.start : claim.end])
        place = f"{glyphs.pilcrow}{claim.paragraph or glyphs.dash}".ljust(indent)
        star = [Piece(f" {glyphs.star}", "mark")] if claim.id in self._bookmarks else []
        certainty = [Piece(claim.certainty, "dim")] if claim.certainty != "asserted" else []
        head = [Piece(speaker, "name")] if speaker else certainty
        tail = [*certainty, *star] if speaker else star
        room = width - indent
        lines: list[Line] = []
        if head:
            lines.append(spread([Piece(place, "place"), *head], tail, width, glyphs.ellipsis))
        beside = line_width(star) + 1 if star and not head else 0
        shown = wrap(words, room, self.WORDS_LINES, glyphs.ellipsis, first=room - beside)
        for number, text in enumerate(shown):
            if number == 0 and not head:
                lines.append(spread([Piece(place, "place"), Piece(text)], star, width, glyphs.ellipsis))
            else:
                lines.append(cut([Piece(" " * indent), Piece(text)], width, glyphs.ellipsis))
        return Row(tuple(lines), claim, ((Span(claim.start, claim.end),),), label=fit(words, 60, glyphs.ellipsis))
