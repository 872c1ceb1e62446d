"""Rows are laid out only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.tui.widgets.drawing import Piece
from briefing.tui.widgets.row import Row
from briefing.tui.widgets.row_layout import RowLayout


class Source:
    """Rows of one, two, three, one, ... lines, and how many of them were asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked = 0

    def __iter__(self) -> Iterator[Row]:
        for number in range(self.count):
            self.asked += 1
            yield Row(((Piece(str(number)),),) * (number % 3 + 1), finding=number)


def test_nothing_is_laid_out_before_somebody_looks() -> None:
    source = Source(100)
    RowLayout(source)
    assert source.asked == 0


def test_a_row_is_reached_with_those_above_it_and_no_other() -> None:
    source = Source(100)
    layout = RowLayout(source)
    assert layout.reach_row(9)
    assert source.asked == 10
    assert not layout.done
    assert not layout.reach_row(-1)
    assert not layout.reach_row(100)
    assert layout.done


def test_a_line_belongs_to_its_row() -> None:
    layout = RowLayout(Source(10))
    assert layout.reach_line(4)
    assert layout.owners == [0, 1, 1, 2, 2, 2]
    assert layout.tops == [0, 1, 3]
    assert not layout.reach_line(1000)
    assert len(layout.owners) == 19


def test_so_many_rows_more_and_then_all() -> None:
    source = Source(10)
    layout = RowLayout(source)
    layout.take(4)
    assert source.asked == 4
    layout.complete()
    assert [row.finding for row in layout.rows] == list(range(10))
    layout.take(4)
    assert len(layout.rows) == 10


def test_a_list_without_rows_is_done_when_it_is_looked_at() -> None:
    layout = RowLayout(())
    assert not layout.reach_row(0)
    assert not layout.reach_line(0)
    assert layout.done
