"""Running the reader."""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

from ..model.errors import BriefingError, NotFoundError, UnreadableError
from . import themes
from .app import BriefingApp
from .desk import Desk

if TYPE_CHECKING:
    from ..library import Entry, Library

LANGUAGE = "en"
"""The language of the interface, in which texts are shown if nobody wishes another."""


def run(library: Library, entry: Entry | None, *, theme: str = "", lang: str = "") -> int:
    """Open the reader on a briefing and give the exit code.

    Raises NotFoundError for a theme that is none, and UnreadableError, before the terminal is touched, if the briefing, or
    every briefing of the library, cannot be read.
    """
    if theme and theme not in themes.NAMES:
        raise NotFoundError(f"no theme {theme!r}; there are {', '.join(themes.NAMES)}")
    _forgive_bytes()
    app = BriefingApp(Desk(library, entry or _first_readable(library), lang or LANGUAGE), theme or themes.DEFAULT)
    app.run()
    return app.return_code or 0


def _first_readable(library: Library) -> Entry:
    """The first entry that can be read; raises UnreadableError with the reason of the first if none can."""
    reason = "no briefing here can be read"
    for number, entry in enumerate(library.entries):
        try:
            library.read(entry)
        except BriefingError as error:
            reason = reason if number else error.message
        else:
            return entry
    raise UnreadableError(reason)


def _forgive_bytes() -> None:
    """Let a byte that is not UTF-8 be a replacement character: Textual's input thread would die of it."""
    from textual.drivers import linux_driver

    setattr(linux_driver, "getincrementaldecoder", lambda encoding: partial(getincrementaldecoder(encoding), "replace"))  # noqa: B010 - not its API
