"""Where in an article something stands, as a row of bars."""

from __future__ import annotations

from collections.abc import Iterable


def buckets(offsets: Iterable[int], length: int, count: int) -> list[int]:
    """How many of `offsets` (code points) fall into each of `count` equal parts of a text of `length`."""
    totals = [0] * count
    for offset in offsets:
        if length > 0:
            totals[min(max(offset, 0) * count // length, count - 1)] += 1
    return totals


def sparkline(values: Iterable[int], levels: str, top: int = 1) -> str:
    """A bar for each value; the highest of them, or `top` where that is higher, is the highest bar.

    The first of `levels` stands for zero and nothing else, so that a single mention is always seen.
    """
    values = list(values)
    top = max([top, *values])
    steps = len(levels) - 1
    return "".join(levels[-(-value * steps // top)] if value > 0 else levels[0] for value in values)
