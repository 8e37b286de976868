"""Going on where the reader was left: the state of the screen made into ids, kept while it changes, and put back."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from .. import session as sessions
from ..model.fields import Kind, Ref
from ..session import Session, Thing
from .cards import Subject
from .cards.page import Page
from .history import Place

if TYPE_CHECKING:
    from .app import BriefingApp
    from .screens.reader import ReaderScreen

SECONDS = 1.0
"""How often it is looked whether the user went elsewhere: what is killed loses no more than this."""
AGAIN_SECONDS = 600.0
"""How often a state that stays as it is is kept again, so that it does not grow old while somebody reads."""
PATIENCE = 0.5
"""For how many seconds the end waits for the disk."""
_PAGE = "page"
CARD = _PANES = 3


class Keeper:
    """Keeps where the user is, in a thread, when that changed; a disk that does not take it costs nothing but this."""

    def __init__(self, app: BriefingApp, left: Session | None = None) -> None:
        self._app = app
        self._left = left
        self._kept: Session | None = None
        self._when = 0.0
        self._writing: Thread | None = None

    def restore(self) -> None:
        """Put the reader where it was left, before its first frame."""
        if self._left:
            put_back(self._app.reader, self._left)

    def begin(self) -> None:
        """Keep the state from now on; where nothing was left, begin where it is time for, now that the first frame is out."""
        if not self._left:
            from .timely import begin

            begin(self._app.reader)
        self._app.set_interval(SECONDS, self.keep)

    def keep(self) -> None:
        """Keep the state if it changed or what is kept grows old, unless the disk is busy with the last one."""
        if self._writing and self._writing.is_alive():
            return
        now = session_of(self._app.reader, os.path.realpath(self._app.desk.path))
        if now != self._kept or time.monotonic() - self._when > AGAIN_SECONDS:
            self._write(now)

    def leave(self) -> None:
        """Keep the state as it is at the end."""
        self._when = float("-inf")
        self.keep()
        if self._writing:
            self._writing.join(PATIENCE)

    def _write(self, session: Session) -> None:
        self._kept, self._when = session, time.monotonic()
        self._writing = Thread(target=_write, args=(session,), daemon=True)
        self._writing.start()


def _write(session: Session) -> None:
    with suppress(OSError):
        sessions.keep(session)


def session_of(reader: ReaderScreen, file: str) -> Session:
    """The state of the reader."""
    here = reader.here()
    cursors = tuple(_thing(cursor) for cursor in here.cursors)
    return Session(file, _thing(here.subject), reader.active, reader.on_card, cursors, here.top, here.link)


def put_back(reader: ReaderScreen, session: Session) -> None:
    """Bring the reader into a state; what is gone from the briefing since is left out."""
    if 0 <= session.pane < _PANES and reader.panes[session.pane].rows:
        reader.light(session.pane)
    subject = _subject(session.subject)
    if isinstance(subject, Ref) and reader.view.links.record(subject) is None:
        subject = None
    cursors = tuple(_ref(thing) for thing in session.cursors)[:_PANES]
    cursors += (None,) * (_PANES - len(cursors))
    on_card = session.on_card and subject is not None
    for pane, cursor in zip(reader.panes, cursors, strict=True):
        pane.find(cursor)
    row = reader.pane.row
    subject = subject or (row.ref if row else Page.ABOUT)
    focus = CARD if on_card else reader.active
    reader.return_to(Place(reader.shown.key, subject, focus, cursors, session.top, session.link if on_card else -1))


def _thing(subject: object) -> Thing | None:
    """The ids of what is shown; None for what has none."""
    if isinstance(subject, Page):
        return _PAGE, subject.value
    if isinstance(subject, Ref) and subject.kind not in (Kind.WORDS, Kind.BRIEFING):
        return subject.kind.value, subject.id
    return None


def _subject(thing: Thing | None) -> Subject | None:
    if thing and thing[0] == _PAGE:
        return Page(thing[1]) if thing[1] in list(Page) else None
    return _ref(thing)


def _ref(thing: Thing | None) -> Ref | None:
    return Ref(Kind(thing[0]), thing[1]) if thing and thing[0] in list(Kind) else None
