"""Keys that are typed ahead go to what the keys before them open: to a dialog, a panel, the search line."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.widget import Widget

PATIENCE = 2.0
"""Seconds that keys wait at most for a dialog to be there."""


class KeyOrder(App[None]):
    """Textual hands a key to the widget in focus when it comes in, though keys before it may still be under way.

    Here a key that no widget took, and that finds another one in focus when its bindings are looked
    up, starts anew with that one; and keys wait until a dialog that was asked for has the focus.
    """

    def __init__(self) -> None:
        super().__init__()
        self._meant_for: WeakKeyDictionary[events.Key, Widget] = WeakKeyDictionary()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self.screen_stack:
            receiver = self.focused or self.screen
            if event.is_forwarded:
                if self._meant_for.get(event, receiver) is receiver:
                    self.key_arrived(event)
                else:
                    event = event.copy()
            self._meant_for[event] = receiver
        await super().on_event(event)

    def key_arrived(self, event: events.Key) -> None:
        """Called for a key that no widget took, before its bindings are looked up."""

    async def converse(self, dialog: Coroutine[Any, Any, None]) -> None:
        """Run what opens a dialog as a worker; returns once the dialog takes keys, or there is none."""
        before = self.screen
        worker = self.run_worker(dialog)
        while self.screen is before and not worker.is_finished:
            await asyncio.sleep(0)
        opened = getattr(self.screen, "opened", None)
        if isinstance(self.screen, Screen) and isinstance(opened, asyncio.Event):
            try:
                await asyncio.wait_for(opened.wait(), PATIENCE)
            except TimeoutError:
                return
