"""What happened when, as a timeline: oldest first, distance in time to be seen, undated apart."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from briefing.article import Span
from briefing.findings import Briefing
from briefing.tui.citation import day
from briefing.tui.widgets.drawing import Line, Piece, cut, fit, one_line, spread, wrap
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.row import Row
from briefing.tui.widgets.timeline import Entry, Step, entries, timeline


class HistoryPanel(Panel):
    """Events down a time axis. An event that is told twice is one row with two places; `enter` goes round them."""

    NAME = "History"
    EMPTY = "No dated events found in this article"
    date_key: str = "d"
    """The key that sets the date of publication, as a reader writes it."""

    def count(self) -> int:
        return len(entries(self.briefing.history)) if self.briefing else 0

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        found = entries(briefing.history)
        dated = [entry for entry in found if _is_dated(entry)]
        undated = [entry for entry in found if not _is_dated(entry)]
        drawing = _Drawing(self, briefing, width)
        steps = tuple(timeline(dated, briefing.article.published))
        drawing.labels = max((cell_len(label) for step in steps for label in step.labels), default=4)
        drawing.days = max((cell_len(step.day) for step in steps if cell_len(step.day) <= 2), default=0)
        for number, step in enumerate(steps):
            last = number == len(steps) - 1
            yield drawing.event(step, last) if step.kind == "event" else drawing.between(step)
        if undated:
            heading = (Piece("Undated", "heading"),)
            lines: list[Line] = [heading]
            if note := self.undated_note:
                lines += [(Piece(line, "dim"),) for line in wrap(note, width, 4, self.glyphs.ellipsis)]
            yield Row(((), *lines) if steps else tuple(lines), choosable=False)
        for entry in undated:
            yield drawing.undated(entry)

    @property
    def undated_note(self) -> str:
        """Why times like "Friday" have no date, and what to do; "" where it is not for want of a publication date."""
        briefing = self.briefing
        if briefing is None or briefing.article.published is not None:
            return ""
        if all(_is_dated(entry) for entry in entries(briefing.history)):
            return ""
        return f"{self.date_key} sets the date of publication: without it, times like “Friday” stay undated"


def _is_dated(entry: Entry) -> bool:
    return any(event.date is not None for event in entry.events)


class _Drawing:
    """How steps become rows at one width."""

    def __init__(self, panel: HistoryPanel, briefing: Briefing, width: int) -> None:
        self.glyphs = panel.glyphs
        self.article = briefing.article
        self.width = width
        self.labels = 4  # cells for the year or the month, left of the axis
        self.days = 0  # cells for the day of the month, right of the axis

    def event(self, step: Step, last: bool) -> Row:
        """The date, the axis and the words of an event; the second half of the label stands under the first."""
        assert step.entry is not None
        glyphs, entry = self.glyphs, step.entry
        announced = entry.event.announced
        bullet = glyphs.announced if announced else glyphs.event
        labels = [*step.labels, ""]
        axis = f" {glyphs.stroke}{bullet}{glyphs.stroke} " if labels[0] else f"  {bullet}{glyphs.stroke} "
        of_month = f"{step.day.rjust(self.days)} " if step.day else ""
        continued = " " * cell_len(of_month)
        words = self._words(entry, announced, self.labels + 5 + cell_len(of_month))
        while len(words) < len(step.labels):
            words.append((Piece(""),))
        lines: list[Line] = []
        for number, line in enumerate(words):
            label = labels[min(number, len(labels) - 1)].ljust(self.labels)
            between = axis if number == 0 else "    " if last and number else f"  {glyphs.axis}  "
            lead = Piece(of_month if number == 0 else continued, "place")
            lines.append((Piece(label, "heading"), Piece(between.ljust(5), "spark"), lead, *line))
        return self._row(lines, entry)

    def undated(self, entry: Entry) -> Row:
        """The words of an event that has no place on the axis."""
        return self._row([(Piece("  "), *line) for line in self._words(entry, entry.event.announced, 2)], entry)

    def between(self, step: Step) -> Row:
        """A gap, or the mark of the day of publication."""
        margin = Piece(" " * self.labels)
        if step.kind == "published":
            assert self.article.published is not None
            words = f"published {day(self.article.published)}"
            lines: list[Line] = [(margin, Piece(f"  {self.glyphs.published}  ", "mark"), Piece(words, "dim"))]
        else:
            glyph = self.glyphs.axis if step.kind == "axis" else self.glyphs.leap
            lines = [(margin, Piece(f"  {glyph}  ", "spark")) for _ in range(step.lines)]
            lines[step.lines // 2] += (Piece(step.words, "dim"),)
        return Row(self._cut(lines), choosable=False)

    def _words(self, entry: Entry, announced: bool, indent: int) -> list[Line]:
        """The event's clause on up to three lines, with its paragraphs at the end of the first."""
        glyphs = self.glyphs
        text = one_line(self.article.text[entry.event.start : entry.event.end])
        if announced:
            text = f"to come: {text}"
        numbers = dict.fromkeys(event.paragraph for event in entry.events)
        places = " ".join(f"{glyphs.pilcrow}{number}" if number else "headline" for number in numbers)
        room = max(self.width - indent, 1)
        places = fit(places, room // 2, glyphs.ellipsis)
        shown = wrap(text, room, 3, glyphs.ellipsis, first=room - cell_len(places) - 1)
        first = spread([Piece(shown[0])], [Piece(places, "place")], room, glyphs.ellipsis)
        return [first, *((Piece(line),) for line in shown[1:])]

    def _cut(self, lines: list[Line]) -> tuple[Line, ...]:
        return tuple(cut(line, self.width, self.glyphs.ellipsis) for line in lines)

    def _row(self, lines: list[Line], entry: Entry) -> Row:
        places = tuple((Span(event.start, event.end),) for event in entry.events)
        words = one_line(self.article.text[entry.event.start : entry.event.end])
        return Row(self._cut(lines), entry.event, places, label=fit(words, 60, self.glyphs.ellipsis))
