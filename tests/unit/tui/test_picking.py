"""What is offered for a few typed letters."""

from __future__ import annotations

import pytest

from briefing.tui.screens.dialog import Choice
from briefing.tui.screens.picker import matching

ITEMS = [
    Choice("Union of Journalists", "organization", 0),
    Choice("José Núñez", "finance minister", 1),
    Choice("Minna Joensuu", "judge", 2),
    Choice("Bank of the Junction", "organization", 3),
]


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("", [0, 1, 2, 3]),
        ("jo", [1, 0, 2]),
        ("JOSE", [1]),
        ("nunez", [1]),
        ("uoj", [0]),
        ("ensuu", [2]),
        ("judge", [2]),
        ("Nunes", [1]),
        ("xyz", []),
    ],
)
def test_names_are_found_by_start_word_initials_part_detail_and_likeness(typed: str, values: list[int]) -> None:
    assert [choice.value for choice in matching(typed, ITEMS)] == values
