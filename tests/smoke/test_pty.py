"""The whole program on the real article with the real pipeline, in a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest
from terminal import Terminal

PROGRAM = [sys.executable, "-m", "briefing"]


@pytest.fixture
def env(private_home: Path) -> dict[str, str]:
    """A terminal with colours and UTF-8, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_CTYPE", "COLUMNS", "LINES")}
    return kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(private_home)}


def test_read_jump_bookmark_and_find_it_again(seed: Path, env: dict[str, str]) -> None:
    first_words = seed.read_text()[:30]
    with Terminal([*PROGRAM, str(seed)], env) as terminal:
        terminal.see(re.escape(first_words))
        terminal.see(r"Claims [1-9]\d*", 120)
        terminal.see(r"Actors [1-9]\d*")
        terminal.see(r"analysed in \d")
        terminal.press("]")
        terminal.see(r"mention \d+/\d+ of \w")
        terminal.press("5Gkk\r")
        place = terminal.see(r"¶([1-9]\d)/\d+ ").group(1)
        terminal.press("m")
        terminal.see("1 ★")
        terminal.see("Bookmarked: ")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal([*PROGRAM, str(seed)], env) as terminal:
        terminal.see("1 ★")
        terminal.see(r"Claims [1-9]\d*")
        terminal.see("analysed before")
        terminal.see(r"¶(?!1/)\d+/\d+ ")
        terminal.press("'")
        terminal.see(f"¶{place}")
        terminal.press("\r")
        terminal.see(f"¶{place}/")
        terminal.press("q")
        assert terminal.end() == 0


def test_quitting_during_the_analysis_leaves_no_process(seed: Path, env: dict[str, str]) -> None:
    with Terminal([*PROGRAM, str(seed)], env) as terminal:
        terminal.see(r"analysing \d+ %")
        children = _children(terminal.pid)
        assert children
        terminal.press("q")
        assert terminal.end() == 0
    assert _left(children) == []


def test_the_analysis_ends_with_a_reader_that_was_killed(seed: Path, env: dict[str, str]) -> None:
    with Terminal([*PROGRAM, str(seed)], env) as terminal:
        terminal.see(r"analysing \d+ %")
        children = _children(terminal.pid)
        assert children
    assert _left(children) == []


def test_an_article_through_a_pipe_leaves_the_keys_to_the_terminal(seed: Path, env: dict[str, str]) -> None:
    command = f"cat '{seed}' | '{sys.executable}' -m briefing"
    with Terminal(["sh", "-c", command], env, 80, 24) as terminal:
        terminal.see(re.escape(seed.read_text()[:20]))
        terminal.press("z")
        terminal.see("z does nothing here")
        terminal.press("q")
        assert terminal.end() == 0


def _children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def _left(pids: list[int]) -> list[int]:
    """Those that still run after a few seconds; a process that waits to be reaped does not."""
    end = time.monotonic() + 10
    while (running := [pid for pid in pids if _runs(pid)]) and time.monotonic() < end:
        time.sleep(0.05)
    return running


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
