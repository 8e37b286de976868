"""Where one has been: places to go back and forward to, with cursor and scroll."""

from __future__ import annotations

from typing import NamedTuple

from ..model.fields import Ref
from .cards import Subject

LIMIT = 200


class Place(NamedTuple):
    """A state of the reader: which briefing, what the card shows, where the cursors are, what has the focus.

    `jumped` says that search led here.
    """

    briefing: str
    subject: Subject | None
    focus: int
    cursors: tuple[Ref | None, ...]
    top: int
    link: int
    jumped: bool = False


class History:
    """Two stacks of places."""

    def __init__(self) -> None:
        self.past: list[Place] = []
        self.future: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is left for a new one."""
        if not self.past or self.past[-1] != place:
            self.past.append(place)
            del self.past[:-LIMIT]
        self.future.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, if there is one."""
        return self._swap(self.past, self.future, here)

    def forward(self, here: Place) -> Place | None:
        """The place one came back from."""
        return self._swap(self.future, self.past, here)

    @staticmethod
    def _swap(source: list[Place], target: list[Place], here: Place) -> Place | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
