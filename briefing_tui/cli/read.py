"""`briefing [PATH]`: the reader. The only module that knows the user interface, and only once it is wanted."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import IO

from ..i18n import _, use
from ..library import Entry, Library
from ..library.stand_in import StandIn
from ..model.errors import BriefingError, NotFoundError
from ..session import Session, left
from ..settings import Loaded
from .ahead import ahead
from .exits import Exit
from .out import complain
from .settings import loaded

FRAMES = "1000"
"""Frames a second: Textual's own 60 let a key wait up to 40 ms for its answer, and two frames answer one."""


def open_reader(path: str | None, theme: str = "", lang: str = "", at: str = "", screen_reader: bool = False) -> int:
    """Open the reader on a path, or on the user's library; the exit code. `at` is the time its clock is to show, if not this.

    The briefing is read in a process of its own while this one loads the interface; what both need is loaded before. The
    process stays, to search while this one has not loaded what it needs for that.

    Raises NotFoundError if there is nothing to open, and UnreadableError if none of it can be read.
    """
    from .spoken import speak

    if not speak(lang):
        return Exit.MISUSE
    try:
        today = day_of(at)
    except ValueError as error:
        complain(f"--at {at!r}: {error}")
        return Exit.MISUSE
    if not _has_streams() or _is_dumb():
        if path is not None:
            from .target import open_in

            open_in(path, loaded().settings)
        if _has_streams() and _is_dumb():
            why = _("{named}, so the reader does not start", named=_("TERM is {term}", term="dumb"))
            complain(f"{why}; {_('set TERM to what your terminal is: TERM=xterm-256color')}")
        else:
            complain(_("the reader needs a terminal; `briefing --help` names the commands that do not"))
        return Exit.MISUSE
    wanted = ahead(partial(_wanted, path, today), _stand_in)
    run = _interface()
    library, entry, found, session = wanted()
    settings = found.settings
    use(settings.lang)
    return run(
        library,
        entry,
        theme=theme or settings.theme,
        lang=lang or settings.content_lang,
        at=at,
        session=session,
        stand_in=StandIn(*wanted.staying) if wanted.staying else None,
        screen_reader=screen_reader or settings.screen_reader,
        settings=found,
    )


def day_of(at: str) -> date:
    """The day that is today at a time written as `2025-11-01T14:20`, empty for now; raises ValueError if it is no time.

    `14:20` alone, a time on the first day of whatever briefing opens, leaves today what it is.
    """
    if not at:
        return date.today()
    from ..model.clock import parse_instant, shown_in, time_alone

    today = date.today()
    moment = parse_instant(at, day=today)
    if time_alone(at):
        return today
    written = datetime.fromisoformat(at.strip())
    return (shown_in(moment, None) if written.tzinfo else written).date()


def _wanted(path: str | None, today: date) -> tuple[Library, Entry, Loaded, Session | None]:
    """The library a path means, the briefing to open, already read, the settings, and where the reader was left in it."""
    from . import target

    found = loaded()
    settings = found.settings
    library, entry = target.open_in(path, settings) if path is not None else (target.home(settings), None)
    session = left()
    before = _before(library, session) if session else None
    if entry and before != entry:
        before = None
    entry = entry or before or _opening(library, today)
    library.read(entry)
    return library, entry, found, session if before else None


def _stand_in(wanted: tuple[Library, Entry, Loaded, Session | None], questions: IO[bytes], answers: IO[bytes]) -> None:
    from ..library.stand_in import stand_in

    stand_in(wanted[0], questions, answers)


def _before(library: Library, session: Session) -> Entry | None:
    """The briefing that was open before, if it is in the library and can be read."""
    name = os.path.basename(session.file)
    for entry in library.entries:
        if entry.file.endswith(name) and os.path.realpath(entry.file) == session.file:
            try:
                library.read(entry)
            except BriefingError:
                return None
            return entry
    return None


def _opening(library: Library, today: date) -> Entry:
    """The briefing to open first; raises BriefingError if there is none, with the reason why the first cannot be read."""
    entry = library.opening(today)
    if entry is None and not library.entries:
        raise NotFoundError(library.lack)
    return entry or library.entries[0]


def _has_streams() -> bool:
    """Whether a terminal is there: Textual reads standard input and paints on standard error."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def _interface() -> Callable[..., int]:
    """The user interface, imported with collection off: what imports leave is for good. See `ui.cycles` for what follows."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    gc.disable()
    from ..ui.run import run

    gc.freeze()
    return run
