"""A terminal that knows UTF-8 and colours, whatever the tests are run in."""

from __future__ import annotations

import pytest
from reading import FakeAnalysis


@pytest.fixture(autouse=True)
def common_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("LC_ALL", "LC_CTYPE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_loading_for_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept ready while a date is typed would load the pipeline in each test that asks for one."""
    monkeypatch.setattr("briefing.tui.analyses.RedatingProcess", FakeAnalysis)
