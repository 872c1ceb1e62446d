"""Which claim and which actor are the current ones as the reader moves: in the article, in the panels, by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.article import Span
from briefing.findings import Actor, Claim
from briefing.tui import answers

if TYPE_CHECKING:
    from briefing.tui.screens.reader import ReaderScreen


class Current:
    """The current claim and actor of the article on the screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self._claim: Claim | None = None  # the one last gone to, or the first of the place

    @property
    def claim(self) -> Claim | None:
        """That of the claims panel while it has the focus; else the one last gone to, or the first of the place."""
        panel = self.screen.panes.claims
        if panel is not None and panel.briefing is not None and self.screen.panes.current == "claims":
            return panel.current if isinstance(panel.current, Claim) else None
        return self._claim

    @property
    def no_claim(self) -> str:
        """Why there is no current claim."""
        screen = self.screen
        if screen.briefing is None:
            return screen.waiting
        panel = screen.panes.panels["claims"]
        if panel.current_row is None:
            return panel.empty
        return answers.no_claim(screen.briefing, panel.EMPTY, screen.status.keymap)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that a copy takes: of the panel's current finding; in the article what is lit, or the claim."""
        panes = self.screen.panes
        panel = None if panes.current == "article" else panes.panels.get(panes.current)
        if panel is not None and panel.current_row is not None and panel.current_row.places:
            return panel.current_row.places[0]
        if self.screen.jumps.lit:
            return self.screen.jumps.lit
        return (Span(self._claim.start, self._claim.end),) if self._claim else ()

    def set_claim(self, claim: Claim | None, *, select: bool = True) -> None:
        """Make a claim the current one; `select`: in its panel too."""
        self._claim = claim
        self.screen.text.set_current(Span(claim.start, claim.end) if claim else None)
        panel = self.screen.panes.claims
        if (
            select
            and claim is not None
            and panel is not None
            and not panel.select(lambda finding: isinstance(finding, Claim) and finding.id == claim.id)
        ):
            panel.follow(claim.start)  # it is filtered out: the next one that is shown

    def set_actor(self, actor: Actor) -> None:
        """Follow an actor and make it the current one of its panel."""
        self.screen.jumps.follow(actor)
        panel = self.screen.panes.panels.get("actors")
        if panel is not None:
            panel.select(lambda finding: isinstance(finding, Actor) and finding.id == actor.id)

    def follow_place(self) -> None:
        """The current claim goes with the place in the article, and with the claims panel while that has the focus."""
        briefing = self.screen.briefing
        if briefing is None:
            return
        claims, place, panel = briefing.claims, self.screen.text.place, self.screen.panes.claims
        if self.screen.panes.current == "claims":
            self.set_claim(self.claim if self.claim in claims else None, select=False)
        elif self._claim is None or self._claim.paragraph != place or self._claim not in claims:
            here = [claim for claim in claims if claim.paragraph == place]
            shown = {claim.id for claim in panel.claims} if panel is not None else set()
            self.set_claim(next((claim for claim in here if claim.id in shown), here[0] if here else None))
            if not here and panel is not None and panel.claims:
                panel.follow(self.screen.text.place_start)

    def follow_filter(self) -> None:
        """Other claims are shown than before: a current one that is no longer among them gives way to one that is."""
        panel = self.screen.panes.claims
        if panel is not None and self._claim not in panel.claims:
            self._claim = None
        self.follow_place()
        if self.screen.panes.current == "claims" and self._claim is not None:
            self.screen.text.go_to(Span(self._claim.start, self._claim.end))

    def follow_panel(self) -> None:
        """In the actors panel the current actor is the one that is followed, however it became current."""
        screen, panel = self.screen, self.screen.panes.panels.get("actors")
        if panel is None or screen.panes.current != "actors" or not isinstance(panel.current, Actor):
            return
        if panel.current != screen.jumps.actor or not screen.text.highlights.of("actor"):
            screen.jumps.follow(panel.current)

    def point_at(self, offset: int) -> None:
        """A click on a code point makes the claim and the actor there the current ones: of several, the shortest."""
        if self.screen.briefing is None:
            return
        claims = [claim for claim in self.screen.briefing.claims if claim.start <= offset < claim.end]
        if claims:
            self.set_claim(min(claims, key=lambda claim: claim.end - claim.start))
        meant = [
            (mention.end - mention.start, actor)
            for actor in self.screen.briefing.actors
            for mention in actor.mentions
            if mention.start <= offset < mention.end
        ]
        if meant:
            self.set_actor(min(meant, key=lambda pair: pair[0])[1])
