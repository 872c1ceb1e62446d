"""Jumping in the article: to findings, along an actor's mentions, along search hits, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.article import Span
from briefing.clean import clean_line
from briefing.findings import Actor, Claim
from briefing.tui.highlights import Lit
from briefing.tui.search import Search
from briefing.tui.trail import Stop, Trail

if TYPE_CHECKING:
    from briefing.tui.screens.reader import ReaderScreen


class Jumps:
    """What is lit, which actor is followed, and the way back, for one article on the screen."""

    def __init__(self, screen: ReaderScreen) -> None:
        self.screen = screen
        self.trail = Trail()
        self.search = Search()
        self.actor: Actor | None = None
        self.lit: tuple[Span, ...] = ()
        self._walked: int | None = None  # the index of the mention that the reader is at
        self._along = False  # whether the article has come along with a list since the reader is in it

    def reset(self) -> None:
        """Forget everything: another article is on the screen."""
        self.trail, self.search, self._along = Trail(), Search(), False
        self.actor, self.lit, self._walked = None, (), None
        self._tell()

    def go(self, spans: tuple[Span, ...], finding: object | None = None) -> None:
        """Jump to spans and light them up. An actor as the finding becomes the one that is followed."""
        if not spans:
            self.screen.say("This finding has no words of its own in the article")
            return
        self.trail.leave(self.here())
        if isinstance(finding, Actor):
            self._follow(finding)
            starts = [mention.start for mention in finding.mentions]
            index = bisect_left(starts, spans[0].start)
            self._walked = index if index < len(starts) and starts[index] == spans[0].start else None
        self._arrive(spans)
        if isinstance(finding, Claim):
            self.screen.current.set_claim(finding)

    def come_along(self, span: Span) -> None:
        """Show words because a list moved to them. One way back leads to before all such moves in that list."""
        before = self.here()
        self.screen.text.go_to(span)
        if self.screen.text.top != before.top and not self._along:
            self.trail.leave(before)
            self._along = True

    def settle(self) -> None:
        """The reader is in another pane: what comes along next is another way."""
        self._along = False

    def follow(self, actor: Actor | None) -> None:
        """Light up all mentions of an actor."""
        self._follow(actor)
        self._walked = None
        self._tell()

    def renew(self, actors: Iterable[Actor]) -> None:
        """A new analysis is there: follow the same actor in it, if it has one of that id."""
        if self.actor is None:
            return
        before, shown = self.actor.id, bool(self.screen.text.highlights.of("actor"))
        self.actor = next((actor for actor in actors if actor.id == before), None)
        if shown:
            self._follow(self.actor)
        self._walked = self._mention_lit() if self._walked is not None else None
        self._tell()

    def walk(self, by: int) -> None:
        """To the next or previous mention of the actor, round the end of the article."""
        actor = self.actor
        if actor is None or not actor.mentions:
            self.screen.say("No actor is selected: 1 shows them, a picks one by name")
            return
        count = len(actor.mentions)
        if not self.screen.text.highlights.of("actor"):
            self._follow(actor)
        if self._walked is not None:
            index = (self._walked + by) % count
            if index != self._walked + by:
                self.screen.say(f"Round the end: mention {index + 1}/{count} of {clean_line(actor.name)}")
        else:
            starts = [mention.start for mention in actor.mentions]
            place = self.screen.text.place_start
            index = (bisect_left(starts, place) if by > 0 else bisect_right(starts, place) - 1) % count
        self.trail.leave(self.here())
        self._walked = index
        self._arrive((Span(actor.mentions[index].start, actor.mentions[index].end),))

    def back(self) -> None:
        """To where the last jump came from."""
        stop = self.trail.back(self.here())
        if stop is None:
            self.screen.say("This is where the trail begins: nothing was jumped from yet")
            return
        self._return(stop)

    def forward(self) -> None:
        """To where `back` came from."""
        stop = self.trail.forward(self.here())
        if stop is None:
            self.screen.say("This is the end of the trail: nothing was gone back from")
            return
        self._return(stop)

    def look_for(self, query: str, origin: int) -> None:
        """Search as the reader types; the article follows from the code point `origin` without a jump."""
        hit = self.search.begin(self.screen.text.source, query, origin)
        self._show_hits()
        if hit is not None:
            self.screen.text.go_to(hit)

    def end_search(self, begun: Stop, keep: bool) -> None:
        """Typing is done: keep the hits, with a way back to where it began, or forget them and go there."""
        if not keep:
            self.search.clear()
            self._show_hits()
            self.screen.return_to(begun)
            return
        self.screen.panes.show_pane("article")
        if self.search.hits:
            self.trail.leave(begun)
        elif self.search.query:
            self.screen.say(f"Not found: {clean_line(self.search.query)}")
        else:
            self.screen.say("Nothing was searched for")

    def step_hit(self, by: int) -> None:
        """To the next or previous hit of the search."""
        if not self.search.query:
            self.screen.say("Nothing was searched for: / searches the article")
            return
        if not self.search.hits:
            self.screen.say(f"Not found: {clean_line(self.search.query)}")
            return
        self.trail.leave(self.here())
        if self.search.step(by):
            self.screen.say("Round the end of the article")
        self._show_hits()
        if self.search.current is not None:
            self.screen.text.go_to(self.search.current)

    def clear(self) -> bool:
        """Put out search hits, lit words and mentions; False when there was nothing."""
        something = bool(self.search.query or self.lit or self.screen.text.highlights.of("actor"))
        self.search.clear()
        self._show_hits()
        self._light(())
        self.screen.text.set_layer("actor", ())
        self._walked = None
        self._tell()
        return something

    def _follow(self, actor: Actor | None) -> None:
        self.actor = actor
        mentions = actor.mentions if actor else ()
        self.screen.text.set_layer("actor", [Lit(m.start, m.end, "actor") for m in mentions])

    def _arrive(self, spans: tuple[Span, ...]) -> None:
        self._light(spans)
        self.screen.show_words(Span(spans[0].start, spans[-1].end))
        self._tell()

    def _return(self, stop: Stop) -> None:
        self._light(stop.lit)
        self._walked = self._mention_lit()
        self.screen.return_to(stop)
        self._tell()

    def _mention_lit(self) -> int | None:
        """The index of the actor's mention that is lit up, if one is."""
        if self.actor is None or len(self.lit) != 1:
            return None
        start, end = self.lit[0].start, self.lit[0].end
        found = (index for index, at in enumerate(self.actor.mentions) if (at.start, at.end) == (start, end))
        return next(found, None)

    def here(self) -> Stop:
        """Where the reader is now."""
        return Stop(self.screen.text.top, self.screen.text.target, self.lit, self.screen.panes.current)

    def _light(self, spans: tuple[Span, ...]) -> None:
        self.lit = spans
        self.screen.text.set_layer("lit", [Lit(span.start, span.end, "lit") for span in spans])

    def _show_hits(self) -> None:
        text, current = self.screen.text, self.search.current
        text.set_layer("hits", [Lit(hit.start, hit.end, "hit") for hit in self.search.hits])
        text.set_layer("hit", [Lit(current.start, current.end, "hit-current")] if current else [])
        self._tell()

    def _tell(self) -> None:
        """The status line: the search while there is one, else the mentions that are walked."""
        if self.search.query:
            self.screen.status.set_walk(
                f"hit {self.search.index + 1}/{len(self.search.hits)} of {clean_line(self.search.query)}"
            )
        elif self.actor is None or not self.screen.text.highlights.of("actor"):
            self.screen.status.set_walk("")
        else:
            name, count = clean_line(self.actor.name), len(self.actor.mentions)
            at = f"mention {self._walked + 1}/{count} of {name}" if self._walked is not None else f"{count} × {name}"
            self.screen.status.set_walk(at)
