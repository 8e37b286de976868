"""`briefing [PATH]`: the reader. The only module that knows the user interface, and only once it is wanted."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial

from ..library import Entry, Library
from ..model.errors import NotFoundError
from ..places import Config
from .ahead import ahead
from .exits import Exit
from .out import complain

FRAMES = "1000"
"""Frames a second: Textual's own 60 let a key wait up to 40 ms for its answer, and two frames answer one."""


def open_reader(path: str | None, theme: str = "", lang: str = "") -> int:
    """Open the reader on a path, or on the user's library; the exit code.

    The briefing is read in a process of its own while this one loads the interface; what both need is loaded before.

    Raises NotFoundError if there is nothing to open, and UnreadableError if none of it can be read.
    """
    if not _on_terminal():
        if path is not None:
            from .target import existing

            existing(path)
        complain("the reader needs a terminal; `briefing --help` names the commands that do not")
        return Exit.MISUSE
    wanted = ahead(partial(_wanted, path))
    run = _interface()
    library, entry, settings = wanted()
    return run(library, entry, theme=theme or _theme(settings), lang=lang or settings.content_lang)


def _theme(settings: Config) -> str:
    """The theme the settings name; one that there is not is said, and the default used."""
    from ..ui.themes import NAMES

    if settings.theme and settings.theme not in NAMES:
        complain(f"config.toml: no theme {settings.theme!r}; there are {', '.join(NAMES)}")
        return ""
    return settings.theme


def _wanted(path: str | None) -> tuple[Library, Entry, Config]:
    """The library a path means, the briefing to open, already read, and the user's settings."""
    from . import target

    settings = target.configured()
    library, entry = target.open_in(path, settings) if path is not None else (target.home(settings), None)
    entry = entry or _opening(library)
    library.read(entry)
    return library, entry, settings


def _opening(library: Library) -> Entry:
    """The briefing to open first; raises BriefingError if there is none, with the reason why the first cannot be read."""
    entry = library.opening(date.today())
    if entry is None and not library.entries:
        raise NotFoundError(f"no briefings in {', '.join(str(path) for path in library.paths)}")
    return entry or library.entries[0]


def _on_terminal() -> bool:
    """Textual reads standard input and paints on standard error."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _interface() -> Callable[..., int]:
    """The user interface, imported with collection off: what imports leave behind is for good. It is on again once it runs."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    gc.disable()
    from ..ui.run import run

    gc.freeze()
    return run
