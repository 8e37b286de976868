"""Keys in the order they were typed, when many come at once.

A letter is taken by the input that has the focus; any other key climbs from there to the app, which only then does what it
means. Letters typed behind such a key would overtake it: `ab`, backspace and `c` in one burst would become `ab`. And a key
that comes before an overlay can take it, or behind one that waits for an answer, would be lost or typed in the wrong place.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
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
GLANCE = 0.003
"""Seconds between two looks at whether it can go on."""


class Turns:
    """Holds back what is typed behind a key that is on its way from an input to the app."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: deque[Event] | None = None
        self._turn = 0
        self.waiting = False
        """Whether what is typed waits for more than a key that is on its way."""

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
            self._behind(focused, self._turn, focused)
            once(self._app, SECONDS, partial(self._next, self._turn))

    def hold(self, until: Callable[[], bool], *first: Event) -> None:
        """Hold back what is typed, and some events before that, until it is so, or for some time."""
        self._held = deque((*(self._held or ()), *first))
        self._turn += 1
        self.waiting = True
        once(self._app, GLANCE, partial(self._look, until, self._turn, time.monotonic() + SECONDS))

    async def _look(self, until: Callable[[], bool], turn: int, latest: float) -> None:
        if turn != self._turn:
            return
        if until() or time.monotonic() > latest:
            await self._next(turn)
        else:
            once(self._app, GLANCE, partial(self._look, until, turn, latest))

    def _behind(self, place: MessagePump, turn: int, again: MessagePump | None = None) -> None:
        """Go where the key has gone, behind it: from a widget to the one around it, and at last to the app.

        What the app does then may send a message the same way, `again`.
        """
        if not place.call_later(self._passed, place, turn, again):
            self._app.call_later(self._next, turn)

    async def _passed(self, place: MessagePump, turn: int, again: MessagePump | None) -> None:
        if place is not self._app:
            self._behind(place._parent or self._app, turn, again)
        elif again is not None:
            self._behind(again, turn)
        else:
            await self._next(turn)

    async def _next(self, turn: int) -> None:
        """The key has done what it means: what was typed behind it comes now."""
        if turn == self._turn and self._held is not None:
            held, self._held = self._held, None
            self.waiting = False
            for event in held:
                await self._app.on_event(event)
