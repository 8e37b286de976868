"""Keeping a library up to date while somebody looks at it: told by the system what changed, and looking now and then."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from .ear import Ear
from .folders import REGISTRY, SUFFIXES
from .upkeep import Upkeep

ROUND = 30.0
"""Seconds between two looks at all files: some file systems tell nothing of what other machines do."""
POLL = 2.0
"""The same where the system tells nothing at all."""
SELDOM = 20
"""How many times as long as such a look takes passes at least before the next."""
READY = 1.0
"""Seconds that the first look waits for the system to listen: what it misses would have to be looked for again."""


def attend(upkeep: Upkeep, stop: Event, said: Callable[[str], None] = lambda trouble: None) -> None:
    """Bring a library up to date and keep it so until `stop` is set; then let another program write.

    `said` is called with nothing once all is up to date, and once with each trouble there is. After trouble all files are
    looked at, time and again, so that what was missed is made up for.
    """
    watch, known = _Watch(upkeep, stop), set[str]()
    try:
        while not stop.is_set():
            trouble = watch.turn()
            if trouble not in known:
                known.add(trouble)
                said(trouble)
    finally:
        upkeep.close()


class _Watch:
    """Sees to what is to be done, turn by turn."""

    def __init__(self, upkeep: Upkeep, stop: Event) -> None:
        self._upkeep = upkeep
        self._stop = stop
        self._ear = Ear(upkeep.shelf.roots, stop)
        self._see: Callable[[], None] = self._begin
        self._due = 0.0
        """When all files are to be looked at."""
        self._failed = 0

    def turn(self) -> str:
        """Do what is to be done; what went wrong, if something did."""
        try:
            self._see()
        except Exception as error:
            wait = min(POLL * 2**self._failed, ROUND)
            self._failed += 1
            self._due = time.monotonic() + wait
            self._stop.wait(POLL)
            return f"{type(error).__name__}: {error}"
        return ""

    def _begin(self) -> None:
        """The first look at all files, as soon as what changes meanwhile is heard."""
        self._see = self._go_on
        self._upkeep.warm()
        self._ear.listening.wait(READY)
        heard = self._ear.listening.is_set()
        self._upkeep.update()
        self._looked(heard=heard)
        self._upkeep.warm()

    def _go_on(self) -> None:
        upkeep, places = self._upkeep, self._ear.heard()
        if upkeep.following:
            upkeep.heed()
        if upkeep.damaged or upkeep.suspect or _concerns_all(upkeep, places):
            upkeep.update()
        elif time.monotonic() > self._due:
            self._looked(upkeep.look())
        elif known := [place for place in places if upkeep.knows(place)]:
            upkeep.changed(known)
        elif upkeep.restless:
            upkeep.settle()
            upkeep.tidy()

    def _looked(self, took: float = 0.0, *, heard: bool = True) -> None:
        """All files were looked at, which took so many seconds; what changed meanwhile was `heard`, or was not."""
        self._failed = 0
        self._due = time.monotonic() + max(ROUND if heard and not self._ear.deaf else POLL, SELDOM * took)


def _concerns_all(upkeep: Upkeep, places: Iterable[str]) -> bool:
    """Whether a file came that is not known, a folder came or went, or what lends to many files changed."""
    for place in places:
        if os.path.basename(place) == REGISTRY or (Path(place).suffix in SUFFIXES and not upkeep.knows(place)):
            return True
        if not upkeep.knows(place) and (os.path.isdir(place) or upkeep.knows_below(place)):
            return True
    return False
