"""The reader's actions in Textual's command palette."""

from __future__ import annotations

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing.tui.actions import ACTIONS, Action, keys_of


class ReaderCommands(Provider):
    """Every action of the registry, with its keys."""

    async def discover(self) -> Hits:
        for action in _offered():
            yield DiscoveryHit(_label(action), lambda action=action: self._run(action), text=action.description)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in _offered():
            score = matcher.match(action.description)
            if score > 0:
                shown = matcher.highlight(action.description)
                yield Hit(
                    score, shown, lambda action=action: self._run(action), text=action.description, help=_keys(action)
                )

    async def _run(self, action: Action) -> None:
        target = self.screen.focused if action.scope == "move" else self.screen
        await self.app.run_action(action.action, target)


def _offered() -> list[Action]:
    return [action for action in ACTIONS if action.scope not in ("palette", "actors")]


def _label(action: Action) -> str:
    return f"{action.description}  ({_keys(action)})"


def _keys(action: Action) -> str:
    return " ".join(keys_of(action))
