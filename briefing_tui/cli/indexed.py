"""The index of a library, brought up to date for a command, with a line on standard error about what takes long."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..i18n import _
from ..model.errors import UnreadableError
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


def unread(upkeep: "Upkeep") -> list[str]:
    """Why some files cannot be read, or not all of a table, with the name of each."""
    from ..library.folders import UNOPENED

    reasons = [facts.reason for facts in upkeep.outlines.facts.values()]
    return [reason for reason in reasons if reason and not reason.endswith(_(UNOPENED))]


def check_named(upkeep: "Upkeep") -> None:
    """Raise UnreadableError if the library is one file, named by the user, and nothing of it can be read."""
    alone = len(upkeep.shelf.paths) == 1 and not upkeep.shelf.paths[0].is_dir()
    if alone and not upkeep.holdings.held and (reasons := unread(upkeep)):
        raise UnreadableError(reasons[0])


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
