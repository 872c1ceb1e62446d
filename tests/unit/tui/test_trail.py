"""Back and forward."""

from __future__ import annotations

from briefing.tui.trail import MOST, Stop, Trail


def test_back_returns_to_where_each_jump_began() -> None:
    trail = Trail()
    trail.leave(Stop(0))
    trail.leave(Stop(500))
    assert trail.back(Stop(900)) == Stop(500)
    assert trail.back(Stop(500)) == Stop(0)
    assert trail.back(Stop(0)) is None


def test_forward_undoes_back() -> None:
    trail = Trail()
    trail.leave(Stop(0))
    trail.back(Stop(900))
    assert trail.forward(Stop(0)) == Stop(900)
    assert trail.forward(Stop(900)) is None


def test_a_new_jump_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.leave(Stop(0))
    trail.back(Stop(900))
    trail.leave(Stop(0))
    assert trail.forward(Stop(70)) is None


def test_the_trail_does_not_grow_without_end() -> None:
    trail = Trail()
    for offset in range(MOST * 2):
        trail.leave(Stop(offset))
    assert len(trail.behind) == MOST
