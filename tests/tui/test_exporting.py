"""Exporting from the reader: the formats that are offered, where the file goes, what is never written over."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from reading import NARROW, reading
from sample import briefing

from briefing.export import FORMATS, render
from briefing.findings import decode
from briefing.tui.dialogs import EXPORTS


async def test_export_writes_the_briefing_and_never_over_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("e", "enter", "enter")
        assert reader.told("Exported to")
        files = list(tmp_path.glob("*.json"))
        assert len(files) == 1
        assert decode(files[0].read_bytes()) == briefing()
        await reader.press("e", "enter", "enter")
        assert "such a file already" in reader.screen


@pytest.mark.parametrize(
    ("typed", "suffix", "shape"),
    [("mark", ".md", "markdown"), ("text", ".txt", "text"), ("merm", ".mmd", "mermaid"), ("graph", ".dot", "dot")],
)
async def test_export_in_another_format_says_where_it_went(
    typed: str, suffix: str, shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(size=(200, 36)) as reader:
        await reader.press("e", *typed, "enter", "enter")
        [file] = tmp_path.iterdir()
        assert file.suffix == suffix
        assert file.read_bytes() == render(briefing(), shape)
        assert str(file) in reader.status


async def test_where_a_file_went_is_told_in_full_on_a_small_terminal_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(size=NARROW) as reader:
        await reader.press("e", "enter", "enter")
        [file] = tmp_path.iterdir()
        assert [note.message for note in reader.app._notifications] == [f"Exported to {file}"]


async def test_a_format_that_is_not_picked_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("e", "escape")
        assert reader.app.screen is reader.app.reader
        assert list(tmp_path.iterdir()) == []


async def test_every_format_is_offered_and_a_drawing_of_nothing_says_so() -> None:
    async with reading(msgspec.structs.replace(briefing(), proxies=(), denied_proxies=())) as reader:
        await reader.press("e")
        assert all(name in reader.screen for name in ("JSON", "Markdown", "Text", "Mermaid", "Graphviz"))
        assert reader.screen.count("no proxies in this article") == 2
        assert set(EXPORTS) == set(FORMATS)
