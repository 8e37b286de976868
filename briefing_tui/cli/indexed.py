"""The index of a library, brought up to date for a command, with a line on standard error about what takes long."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .out import clean, flush

if TYPE_CHECKING:
    from ..library import Library
    from ..library.upkeep import Upkeep

PATIENCE = 1.0
"""Seconds that need no word."""
_BACK = "\r\x1b[K"


@contextmanager
def indexed(library: "Library", *, lasting: bool = True) -> "Iterator[Upkeep]":
    """The index of a library, up to date; let go of in the end. See `Upkeep` for `lasting`."""
    from ..library.upkeep import Upkeep

    upkeep = Upkeep(library, lasting=lasting)
    try:
        with progress(upkeep):
            upkeep.update()
        yield upkeep
    finally:
        upkeep.close()


@contextmanager
def progress(upkeep: "Upkeep") -> Iterator[None]:
    """Says on a terminal how far it is, as soon as that takes longer than PATIENCE; nothing is left of it in the end."""
    line = _Line(lambda: upkeep.progress.words() if upkeep.progress else "")
    upkeep.tell = line.draw if sys.stderr.isatty() else lambda: None
    try:
        yield
    finally:
        upkeep.tell = lambda: None
        line.clear()


class _Line:
    """One line that is drawn over and over."""

    def __init__(self, words: Callable[[], str]) -> None:
        self._words = words
        self._started = time.monotonic()
        self._drawn = False

    def draw(self) -> None:
        words = self._words()
        if words and time.monotonic() - self._started > PATIENCE:
            self._drawn = True
            flush(_BACK + clean(words, newlines=False), sys.stderr)

    def clear(self) -> None:
        if self._drawn:
            flush(_BACK, sys.stderr)
