"""How quick the panels are: a new date of publication, and thousands of claims. `python -m tests.bench.panels`.

The date: the seed article without one, its panels filled; "d", a date typed with so many seconds between two
keys, "enter"; then until the history is drawn anew, and the longest time that the screen did not answer
meanwhile. The claims: those of the seed article many times over; milliseconds from a key to the end of all
that it does, rows far below the screen included, without the terminal.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time

import msgspec

import briefing
from briefing.findings import Briefing
from briefing.paths import sample_article
from briefing.tui.app import BriefingApp

TICK = 0.005
DAY = "2023-10-28"
KEYS = ("5", "j", "G", "g", "w", "w", "c", "enter", "c", "1", "f", "f", "m")


async def redate(found: Briefing, pause: float) -> tuple[float, float]:
    """Seconds to the new history, and the longest that the screen was not free."""
    app = BriefingApp(found.article, briefing=found)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("3", "d")
        for key in DAY:
            await pilot.press(key)
            await asyncio.sleep(pause)
        before, start, blocked = app.desk.briefing, time.perf_counter(), 0.0
        await pilot.press("enter")
        while app.desk.briefing is before:
            last = time.perf_counter()
            await asyncio.sleep(TICK)
            blocked = max(blocked, time.perf_counter() - last - TICK)
        return time.perf_counter() - start, blocked


async def keys(found: Briefing, times: int) -> tuple[int, list[tuple[str, float]]]:
    """The number of claims, and milliseconds a key; the last is a change of width."""
    claims = tuple(msgspec.structs.replace(c, id=f"{c.id}-{n}") for n in range(times) for c in found.claims)
    app = BriefingApp(found.article, briefing=msgspec.structs.replace(found, claims=claims))
    took: list[tuple[str, float]] = []
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(1)
        for key in KEYS:
            start = time.perf_counter()
            await pilot.press(key)
            took.append((key, (time.perf_counter() - start) * 1000))
        start = time.perf_counter()
        await pilot.resize_terminal(130, 36)
        took.append(("resize", (time.perf_counter() - start) * 1000))
    return len(claims), took


def main() -> None:
    os.environ.setdefault("LANG", "C.UTF-8")
    path = sample_article()
    if path is None:
        sys.exit("There is no seed article")
    found = briefing.analyse(msgspec.structs.replace(briefing.read(path), published=None))
    for pause in (0.0, 0.1, 0.3):
        runs = sorted(asyncio.run(redate(found, pause)) for _ in range(5))
        shown = f"{runs[2][0]:.2f} s ({runs[0][0]:.2f}-{runs[-1][0]:.2f})"
        print(f"date typed {pause} s a key: {shown}, screen busy {max(run[1] for run in runs) * 1000:.0f} ms at most")
    for times in (1, 20, 110):
        count, took = asyncio.run(keys(found, times))
        print(f"{count} claims: " + ", ".join(f"{key} {ms:.0f}" for key, ms in took) + " ms")


if __name__ == "__main__":
    main()
