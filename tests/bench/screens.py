"""Screenshots of the reader on the seed article, as SVG: `python -m tests.bench.screens FOLDER`.

One a size (120x36, 80x24, 40x12), with the shipped pipeline and a library of its own; the pictures
of the README are made with it.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

import briefing
from briefing.findings import Briefing
from briefing.library import Library
from briefing.paths import sample_article
from briefing.tui.app import BriefingApp


@dataclass(frozen=True)
class Picture:
    """What to press before the shutter opens."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]


PICTURES = (
    Picture("120x36", (120, 36), ("5", "j", "j", "m", "1", "j", "enter", "enter")),
    Picture("80x24", (80, 24), ("3", "j", "j", "enter")),
    Picture("40x12", (40, 12), ("5", "j")),
)


async def take(picture: Picture, found: Briefing, folder: Path) -> Path:
    """Open the article as one that was analysed before, press the keys, and write the screen."""
    with tempfile.TemporaryDirectory() as home, Library(Path(home) / "library.sqlite3") as library:
        library.keep_article(found.article)
        app = BriefingApp(found.article, library=library, briefing=found)
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(0.5)
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause(0.05)
            app.reader.status.hush()
            await pilot.pause(0.1)
            file = folder / f"{picture.name}.svg"
            file.write_text(app.export_screenshot(title="briefing"), encoding="utf-8")
    return file


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    path = sample_article()
    if path is None:
        sys.exit("There is no seed article")
    article = msgspec.structs.replace(briefing.read(path), published=date(2023, 10, 28))
    found = briefing.analyse(article)
    for picture in PICTURES:
        print(asyncio.run(take(picture, found, folder)))


if __name__ == "__main__":
    main()
