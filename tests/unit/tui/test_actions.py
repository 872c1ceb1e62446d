"""The registry of actions."""

from __future__ import annotations

import tomllib
from collections import Counter

from briefing import config
from briefing.tui.actions import ACTIONS, GROUPS, bindings, groups, keymap_trouble, keys_of

DESIGNED = (
    "j k down up space b g G 1 2 3 4 5 0 tab shift+tab enter ] [ } { a H L alt+left alt+right "
    "m ' / n N escape y Y o l e d t x ? ctrl+p q"
)


def test_every_key_of_the_design_does_something() -> None:
    names = {"question_mark": "?"}
    bound = {names.get(key, key) for action in ACTIONS for key in action.keys.split(",")}
    assert set(DESIGNED.split()) - bound == set()


def test_ids_and_keys_are_unique() -> None:
    ids = Counter(action.id for action in ACTIONS)
    keys = Counter(key for action in ACTIONS for key in action.keys.split(","))
    assert [what for what, count in (ids + keys).items() if count > 1] == []


def test_every_binding_has_an_id_and_a_description() -> None:
    made = bindings("move", "actors", "reader", "app", "palette")
    assert len(made) == len(ACTIONS)
    assert all(binding.id and binding.description for binding in made)


def test_help_shows_every_action_once_in_known_groups() -> None:
    shown = [description for _, rows in groups() for _, description in rows]
    assert sorted(shown) == sorted(action.description for action in ACTIONS)
    assert {action.group for action in ACTIONS} == set(GROUPS)


def test_help_shows_the_keys_of_the_key_map() -> None:
    mark = next(action for action in ACTIONS if action.id == "mark")
    assert keys_of(mark, {"mark": "ctrl+b"}) == ("ctrl+b",)
    assert keys_of(mark, {}) == ("m",)


def test_a_key_map_with_an_unknown_action_is_told_with_the_nearest() -> None:
    assert keymap_trouble({"serch.next": "z"}) == (
        "The key map names serch.next, which is no action: did you mean search.next?"
    )
    assert "no action: ? shows" in (keymap_trouble({"xyzzyq": "z"}) or "")


def test_a_key_that_two_actions_want_is_told() -> None:
    assert keymap_trouble({"mark": "j"}) == "The key map gives j to both move.down and mark"
    assert keymap_trouble({"mark": "j", "move.down": "z"}) is None
    assert keymap_trouble({"picker.next": "tab"}) is None


def test_the_keys_that_the_configuration_gives_as_an_example_could_be_bound_so() -> None:
    example = config.TEMPLATE[config.TEMPLATE.index("#[keymap]") :].replace("#", "")
    keymap = tomllib.loads(example)["keymap"]
    assert keymap
    assert keymap_trouble(keymap) is None


def test_new_keys_leave_those_of_the_design_alone() -> None:
    owners = {key: action.id for action in ACTIONS for key in action.keys.split(",")}
    added = {"claims.selection", "claims.actor", "claims.certainty", "claims.weight"}
    assert {name for key, name in owners.items() if name in added and key in DESIGNED.split()} == set()
    assert added <= set(owners.values())
