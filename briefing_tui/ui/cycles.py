"""Python's search for objects that only each other know, put off until no key waits for an answer.

It stops everything: half a millisecond of each letter in search, and fourteen now and then.
"""

from __future__ import annotations

import gc
from math import inf
from time import monotonic

MADE = 2_000
"""So few objects are not worth a search."""
PAUSE, LONG_PAUSE = 1.0, 3.0
"""For how many seconds no key must have come: for a search among what is young, and among all."""
LATEST = 30.0
"""After so many seconds it is done in any case."""
YOUNG = 10
"""How many searches among the young go before one among all."""


class Cycles:
    """Searches when `beat` finds a pause, where Python was told not to search by itself."""

    def __init__(self) -> None:
        self._key = -inf
        self._searched = monotonic()

    def key(self) -> None:
        """A key has come."""
        self._key = monotonic()

    def beat(self) -> None:
        """Search, if this is a pause, or the last one was too long ago."""
        made, _, young = gc.get_count()
        if made < MADE or gc.isenabled():
            return
        now = monotonic()
        pause = now - self._key
        late = now - self._searched > LATEST
        if pause > PAUSE or late:
            gc.collect(2 if young >= YOUNG and (pause > LONG_PAUSE or late) else 1)
            self._searched = now
