"""What the system tells of files that change, heard in a thread of its own."""

import os
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from .folders import SUFFIXES, TABLES

if TYPE_CHECKING:
    from watchfiles import Change

STEP = 25
"""Milliseconds between two looks at what the system has told; a change is known after one to three of them."""
BREATH = 0.25
"""Seconds after which nothing is heard."""


class Ear:
    """Listens until `stop` is set, or the system has no more to tell: then it is `deaf`.

    What happens from the moment `listening` is set is heard; it is also set when there is nothing to listen to.
    """

    def __init__(self, roots: Iterable[str], stop: Event) -> None:
        self.listening = Event()
        self.deaf = False
        self._stop = stop
        self._told: SimpleQueue[set[str]] = SimpleQueue()
        Thread(target=self._listen, args=(tuple(roots),), daemon=True).start()

    def heard(self) -> set[str]:
        """The places that changed since this was last asked; it waits for a BREATH if there are none."""
        places: set[str] = set()
        try:
            places |= self._told.get(timeout=BREATH)
            while True:
                places |= self._told.get_nowait()
        except Empty:
            return places

    def is_set(self) -> bool:
        """Asked again and again by who listens for us, as soon as that does: whether to stop."""
        self.listening.set()
        return self._stop.is_set()

    def _listen(self, roots: tuple[str, ...]) -> None:
        folders = [root for root in roots if os.path.isdir(root)]
        beside = {os.path.dirname(root) for root in roots} - set(folders)
        try:
            from watchfiles import watch

            changes = watch(
                *(folders or beside),
                watch_filter=_matters,
                debounce=4 * STEP,
                step=STEP,
                stop_event=self,
                rust_timeout=0,
                raise_interrupt=False,
                recursive=bool(folders),
                ignore_permission_denied=True,
            )
            for change in changes:
                self._told.put({path for _, path in change})
        except Exception:
            self.deaf = True
        finally:
            self.listening.set()


def _matters(_: "Change", path: str) -> bool:
    name = os.path.basename(path)
    return not name.startswith(".") and (name.endswith((*SUFFIXES, *TABLES)) or "." not in name)
