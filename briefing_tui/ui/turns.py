"""Keys in the order they were typed, when many come at once.

A letter is taken by the input that has the focus; any other key climbs from there to the app, which only then does what it
means. Letters typed behind such a key would overtake it: `ab`, backspace and `c` in one burst would become `ab`.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from .timers import once

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump

SECONDS = 0.5
"""How long a key is waited for: what it climbs through may be closed before it has passed."""


class Turns:
    """Holds back what is typed behind a key that is on its way from an input to the app."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: deque[Event] | None = None
        self._turn = 0

    def holds(self, event: Event) -> bool:
        """Whether this is typed behind a key that is on its way; it comes again then."""
        if self._held is None or not isinstance(event, Key | Paste):
            return False
        self._held.append(event)
        return True

    def begin(self, event: Event, focused: MessagePump | None) -> None:
        """A key was given to whoever has the focus."""
        if focused is not None and isinstance(event, Key) and not event.is_printable:
            self._held = deque()
            self._turn += 1
            self._behind(focused, self._turn)
            once(self._app, SECONDS, partial(self._next, self._turn))

    def _behind(self, place: MessagePump, turn: int) -> None:
        """Go where the key has gone, behind it: from a widget to the one around it, and at last to the app."""
        if not place.call_later(self._passed, place, turn):
            self._app.call_later(self._next, turn)

    async def _passed(self, place: MessagePump, turn: int) -> None:
        if place is self._app:
            await self._next(turn)
        else:
            self._behind(place._parent or self._app, turn)

    async def _next(self, turn: int) -> None:
        """The key has done what it means: what was typed behind it comes now."""
        if turn == self._turn and self._held is not None:
            held, self._held = self._held, None
            for event in held:
                await self._app.on_event(event)
