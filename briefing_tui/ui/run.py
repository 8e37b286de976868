"""Running the reader."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from ..i18n import _, language
from ..keys.keymap import Keymap
from ..model.errors import NotFoundError
from ..settings import DEFAULTS, Loaded
from . import themes
from .app import BriefingApp
from .clock import Clock, real
from .desk import Desk
from .greeting import greet
from .modes import forget_absurd

if TYPE_CHECKING:
    from ..library import Entry, Library
    from ..library.stand_in import StandIn
    from ..model.briefing import Briefing
    from ..session import Session

SWITCH_SECONDS = 0.0005
"""How long a thread that reads or searches may keep the one that draws from running: Python's own 5 ms are paid several times
a key."""


def run(
    library: Library,
    entry: Entry,
    *,
    theme: str = "",
    lang: str = "",
    at: str = "",
    session: Session | None = None,
    stand_in: StandIn | None = None,
    screen_reader: bool = False,
    settings: Loaded = DEFAULTS,
) -> int:
    """Open the reader on a briefing, where it was left if there is a session, and give the exit code.

    `at` is the time to rehearse; where it names no zone, it is in that of the briefing. `stand_in` searches at first.
    With `screen_reader` it is shown to those who hear it. `settings` has the keys, and what is to be said of its file.

    Raises NotFoundError for a theme that is none, and UnreadableError if the briefing cannot be read, before the terminal
    is touched.
    """
    if theme and theme not in themes.NAMES:
        raise NotFoundError(_("no theme {name!r}; there are {names}", name=theme, names=", ".join(themes.NAMES)))
    forget_absurd(os.environ)
    sys.setswitchinterval(SWITCH_SECONDS)
    clock = _rehearsed(at, library.read(entry).briefing) if at else real
    keymap, wrong = Keymap(settings.settings.keys), [complaint.said() for complaint in settings.complaints]
    desk = Desk(library, entry, lang or language(), clock, stand_in, keymap, wrong)
    app = _kind(screen_reader)(desk, theme or themes.DEFAULT, session)
    app.greet = partial(greet, app, settings.complaints)
    app.exits.begin()
    app.run()
    app.exits.let_go()
    _give_back(app)
    return app.return_code or 0


def _kind(screen_reader: bool) -> type[BriefingApp]:
    if not screen_reader:
        return BriefingApp
    from .linear.app import LinearApp

    return LinearApp


def _give_back(app: BriefingApp) -> None:
    """Print the notes that could be kept nowhere, on the terminal that the program has left."""
    with suppress(OSError, ValueError):
        for text in app.leaving.given_back():
            print(text, file=sys.stderr)


def _rehearsed(at: str, briefing: Briefing) -> Clock:
    """The clock that shows this time where the briefing is, on its first day if it names none."""
    from ..model.clock import parse_instant, zone_named
    from .clock import Rehearsal

    return Rehearsal(parse_instant(at, zone_named(briefing.timezone), briefing.date.first))
