"""Who said what: quotes grouped by speaker, then beliefs and assessments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from briefing.article import Span
from briefing.findings import Actor, Briefing, Quote
from briefing.tui.glyphs import Glyphs
from briefing.tui.widgets.drawing import Line, Piece, fit, line_width, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row

SURE = 0.5
"""Confidence below which a quote is dimmed, marked with "?" and hidden on demand, unless configured."""
UNATTRIBUTED = "Nobody named"


class QuotesPanel(Panel):
    """Quotes by speaker, who has most first; those of nobody in particular last.

    `enter` on a quote goes to its words, on a speaker to where they are named first.
    """

    NAME = "Quotes"
    EMPTY = "No quotes found in this article"
    WORDS_LINES: ClassVar[int] = 2
    sure: float = SURE
    only_sure: bool = False
    """Whether quotes of less confidence than `sure` are left out."""

    def count(self) -> int:
        return len(self._shown(self.briefing.quotes)) if self.briefing else 0

    def toggle_unsure(self) -> str:
        """Hide the unsure quotes, or show them again; says what was done."""
        if self.briefing is None:
            return f"{self.NAME} come with the analysis"
        unsure = sum(quote.confidence < self.sure for quote in (*self.briefing.quotes, *self.briefing.attributions))
        if not unsure:
            return "No quote of this article is unsure"
        self.only_sure = not self.only_sure
        self.show(self.briefing)
        what = "1 unsure quote" if unsure == 1 else f"{unsure} unsure quotes"
        return f"{what} hidden" if self.only_sure else f"{what} shown"

    def _shown(self, quotes: Sequence[Quote]) -> list[Quote]:
        return [quote for quote in quotes if not self.only_sure or quote.confidence >= self.sure]

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        quotes, others = self._shown(briefing.quotes), self._shown(briefing.attributions)
        yield from self._section(briefing, quotes, width)
        if others:
            heading = spread(
                [Piece("Beliefs and assessments", "heading")],
                [Piece(str(len(others)), "dim")],
                width,
                self.glyphs.ellipsis,
            )
            yield Row(((), heading) if quotes else (heading,), choosable=False)
            yield from self._section(briefing, others, width)

    def _section(self, briefing: Briefing, quotes: Sequence[Quote], width: int) -> Iterator[Row]:
        actors = {actor.id: actor for actor in briefing.actors}
        for speaker, said in by_speaker(quotes, actors):
            yield _speaker_row(speaker, len(said), width, self.glyphs)
            for quote in said:
                yield self._quote_row(briefing, quote, speaker, width)

    def _quote_row(self, briefing: Briefing, quote: Quote, speaker: Actor | None, width: int) -> Row:
        glyphs, article = self.glyphs, briefing.article
        words = one_line(" ".join(article.slice(span) for span in quote.content))
        mark = {"direct": glyphs.direct, "mixed": glyphs.mixed, "indirect": glyphs.indirect}[quote.kind]
        if quote.kind == "direct":
            words = words.strip("“”\"'‘’ ")
        unsure = quote.confidence < self.sure
        place = f"{'? ' if unsure else ''}{glyphs.pilcrow}{quote.paragraph}" if quote.paragraph else "headline"
        indent = len(mark) + 1
        room = width - indent
        shown = wrap(words, room, self.WORDS_LINES, glyphs.ellipsis, first=room - len(place) - 1)
        style = "dim" if unsure else "text"
        lines: list[Line] = [
            spread([Piece(f"{mark} ", "mark"), Piece(shown[0], style)], [Piece(place, "place")], width, glyphs.ellipsis)
        ]
        lines += [(Piece(" " * indent), Piece(line, style)) for line in shown[1:]]
        if speaker is None and quote.source is not None:
            source = fit(one_line(article.slice(quote.source)), room, glyphs.ellipsis)
            lines.append((Piece(" " * indent), Piece(source, "dim")))
        return Row(tuple(lines), quote, (quote.content,), label=fit(words, 60, glyphs.ellipsis))


def by_speaker(quotes: Sequence[Quote], actors: dict[str, Actor]) -> list[tuple[Actor | None, list[Quote]]]:
    """Quotes in the order of the text under their speakers: who has most first, nobody (None) last."""
    groups: dict[str | None, list[Quote]] = {}
    for quote in sorted(quotes, key=lambda quote: quote.content[0] if quote.content else Span(0, 0)):
        groups.setdefault(quote.speaker if quote.speaker in actors else None, []).append(quote)
    ordered = sorted(groups.items(), key=lambda group: (group[0] is None, -len(group[1])))
    return [(actors[speaker] if speaker is not None else None, said) for speaker, said in ordered]


def _speaker_row(speaker: Actor | None, count: int, width: int, glyphs: Glyphs) -> Row:
    number = [Piece(str(count), "dim")]
    if speaker is None:
        return Row((spread([Piece(UNATTRIBUTED, "heading")], number, width, glyphs.ellipsis),), choosable=False)
    name = [Piece(one_line(speaker.name), "heading")]
    line = name
    if speaker.roles:
        room = width - line_width(name) - line_width(number) - 3
        role = fit(one_line(speaker.roles[0].text), room, glyphs.ellipsis)
        if len(role) >= 8 or role == speaker.roles[0].text:
            line = [*name, Piece("  "), Piece(role, "dim")]
    first = tuple((Span(mention.start, mention.end),) for mention in speaker.mentions[:1])
    return Row((spread(line, number, width, glyphs.ellipsis),), speaker, first, label=one_line(speaker.name))
