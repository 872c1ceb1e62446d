"""Thousands of rows: what is laid out when."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from sample import briefing
from test_panel_keys import PanelApp

from briefing.findings import Briefing, Claim
from briefing.tui.widgets.claims_panel import ClaimsPanel
from briefing.tui.widgets.row import Row


class CountingPanel(ClaimsPanel):
    """Claims, and how many of their rows were laid out."""

    drawn = 0

    def rows_of(self, briefing: Briefing, width: int) -> Iterator[Row]:
        for row in super().rows_of(briefing, width):
            self.drawn += 1
            yield row


@pytest.fixture
def thousands() -> Briefing:
    """The article with seven thousand claims."""
    claims = briefing().claims
    more = (msgspec.structs.replace(claim, id=f"{claim.id}-{n}") for n in range(1000) for claim in claims)
    return msgspec.structs.replace(briefing(), claims=tuple(more))


async def test_of_thousands_of_claims_only_those_are_laid_out_that_are_looked_at(thousands: Briefing) -> None:
    panel = CountingPanel()
    panel.show(thousands)
    assert panel.current is not None
    assert 0 < panel.drawn < 200


async def test_the_rest_of_a_long_list_is_laid_out_while_nothing_else_is_to_be_done(thousands: Briefing) -> None:
    app = PanelApp(CountingPanel, thousands)
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.pause(0.1)
        for _ in range(100):
            if app.panel.virtual_size.height > 20_000:
                break
            await pilot.pause(0.05)
        assert app.panel.virtual_size.height == sum(len(row.lines) for row in app.panel.rows)
        await pilot.press("G")
        assert isinstance(app.panel.current, Claim)
        assert app.panel.current.id == sorted(thousands.claims, key=lambda c: (c.start, -c.end))[-1].id
