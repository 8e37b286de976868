"""The last rows of a screen that is heard: what was said last, and the marking."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..runs import Line, Run, cut, spread, width, wrap
from ..widgets.bars import HintBar

if TYPE_CHECKING:
    from .app import LinearApp
    from .voice import Voice


class SpokenBar(HintBar):
    """Shows what the voice says until it says something else; no hints, which would be read with it every time.

    A short message stands on the last row; a longer one begins on the row above.
    """

    def say(self, message: str) -> None:
        """Let the voice say something."""
        self._voice.say(message)

    def hush(self) -> None:
        """A key was pressed: what is said now is news."""
        self._voice.key()

    @property
    def _voice(self) -> Voice:
        return cast("LinearApp", self.app).voice

    def line(self, y: int) -> Line:
        """The message, on the last row the marking."""
        cells, last = self.size.width, y == self.size.height - 1
        marking = self.manner.marking(self.tlp, self.classification, cells)
        room = cells - width((marking,)) - 2
        rows = self._rows(cells, room)
        if not last:
            row = y - self.size.height + len(rows)
            return (Run(" "), *rows[row]) if row >= 0 else ()
        return spread((Run(" "), *cut(rows[-1], room)), (marking,), cells, yields=False)

    def _rows(self, cells: int, room: int) -> list[Line]:
        """The message in so many rows as there are; the last one has the least room."""
        message: Line = (Run(self._voice.text, "bold"),)
        if width(message) <= room or self.size.height < 2:
            return [message]
        rows = wrap(message, room)
        if len(rows) > self.size.height:
            rows = wrap(message, cells - 1)
        kept = rows[: self.size.height - 1]
        rest = tuple(run for row in rows[len(kept) :] for run in (*row, Run(" ", "bold")))
        return [*kept, rest]
