"""How the reader looks: three sizes, dark and light, walking mentions, searching, dialogs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "tui"))

from sample import TEXT, briefing

from briefing.config import Config
from briefing.findings import Briefing, Entity
from briefing.tui.app import BriefingApp

Compare = Callable[..., bool]
SIZES = [(120, 36), (80, 24), (40, 12)]
LABELS = {
    "Mara Lindqvist": "PERSON",
    "Tomas Rehn": "PERSON",
    "Varnia ": "GPE",
    "Sel ": "LOC",
    "Keldon": "GPE",
    "River Guard": "ORG",
    "Varnian": "NORP",
    "Tuesday": "DATE",
}


def reader(theme: str = "briefing-dark") -> BriefingApp:
    places = ((TEXT.index(words), len(words.strip()), label) for words, label in LABELS.items())
    entities = tuple(Entity(start, start + length, label) for start, length, label in sorted(places))
    made = briefing()
    found = Briefing(**{name: getattr(made, name) for name in made.__struct_fields__} | {"entities": entities})
    return BriefingApp(found.article, briefing=found, config=Config(theme=theme))


@pytest.mark.parametrize("theme", ["briefing-dark", "briefing-light"])
@pytest.mark.parametrize("size", SIZES)
def test_an_article_opened_again(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(reader(theme), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_walking_the_mentions_of_an_actor(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(reader(), terminal_size=size, press=["1", "j", "enter", "]"])


@pytest.mark.parametrize("pane", ["2", "3", "4", "5"])
@pytest.mark.parametrize("size", SIZES[1:])
def test_a_pane_beside_or_before_the_article(snap_compare: Compare, size: tuple[int, int], pane: str) -> None:
    assert snap_compare(reader(), terminal_size=size, press=[pane])


@pytest.mark.parametrize("size", [(40, 11), (30, 6), (200, 50)])
def test_unusual_sizes(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(reader(), terminal_size=size, press=["]"])


def test_searching(snap_compare: Compare) -> None:
    assert snap_compare(reader(), terminal_size=SIZES[1], press=["slash", *"keldon"])


def test_something_that_can_not_be_done(snap_compare: Compare) -> None:
    assert snap_compare(reader(), terminal_size=SIZES[1], press=["m"])


def test_without_utf8(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert snap_compare(reader(), terminal_size=SIZES[1], press=["]", "3"])


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(), terminal_size=SIZES[1], press=["]"])


def test_the_keys(snap_compare: Compare) -> None:
    assert snap_compare(reader(), terminal_size=SIZES[0], press=["question_mark"])


def test_no_article_and_no_library(snap_compare: Compare) -> None:
    assert snap_compare(BriefingApp(None), terminal_size=SIZES[1])


@pytest.mark.parametrize("size", SIZES)
def test_claims_of_what_is_selected(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(reader(), terminal_size=size, press=["1", "j", "f", "w"])


def test_no_claim_is_left(snap_compare: Compare) -> None:
    press = ["c", *"bel", "enter", "4", "j", "f", "5"]
    assert snap_compare(reader(), terminal_size=SIZES[1], press=press)


def test_the_formats_to_export(snap_compare: Compare) -> None:
    assert snap_compare(reader(), terminal_size=SIZES[1], press=["e"])


@pytest.mark.parametrize("size", SIZES[1:])
def test_the_history_of_an_article_without_a_date(snap_compare: Compare, size: tuple[int, int]) -> None:
    made = msgspec.structs.replace(briefing(), article=msgspec.structs.replace(briefing().article, published=None))
    bare = tuple(
        msgspec.structs.replace(e, date=e.date if e.date and e.date.precision == "year" else None) for e in made.history
    )
    found = msgspec.structs.replace(made, history=bare)
    app = BriefingApp(found.article, briefing=found)
    assert snap_compare(app, terminal_size=size, press=["3", "j", "j"])
