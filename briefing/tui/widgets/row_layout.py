"""Rows as lines from top to bottom, laid out only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.tui.widgets.row import Row


class RowLayout:
    """The rows of a list at one width, drawn from `source` when they are asked for."""

    def __init__(self, source: Iterable[Row] = ()) -> None:
        self.rows: list[Row] = []
        """The rows that are laid out so far."""
        self.tops: list[int] = []
        """The first line of each of them."""
        self.owners: list[int] = []
        """The row of each line."""
        self._source: Iterator[Row] | None = iter(source)

    @property
    def done(self) -> bool:
        """Whether all rows are laid out."""
        return self._source is None

    def reach_row(self, index: int) -> bool:
        """Lay out the rows up to this one; whether there is one of this index."""
        while index >= len(self.rows) and self._next():
            pass
        return 0 <= index < len(self.rows)

    def reach_line(self, line: int) -> bool:
        """Lay out the rows up to this line; whether there is such a line."""
        while line >= len(self.owners) and self._next():
            pass
        return 0 <= line < len(self.owners)

    def take(self, rows: int) -> None:
        """Lay out so many rows more."""
        for _ in range(rows):
            if not self._next():
                return

    def complete(self) -> None:
        """Lay out all rows."""
        while self._next():
            pass

    def _next(self) -> bool:
        row = next(self._source, None) if self._source is not None else None
        if row is None:
            self._source = None
            return False
        self.tops.append(len(self.owners))
        self.owners.extend([len(self.rows)] * len(row.lines))
        self.rows.append(row)
        return True
