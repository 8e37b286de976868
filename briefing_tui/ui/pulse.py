"""What changes with the time alone: what the header announces, the agenda at the side, the agenda clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.marking import Tlp
from .cards.page import Page
from .runs import Line
from .screens.marked import MarkedScreen
from .timers import once

if TYPE_CHECKING:
    from .app import BriefingApp

MINUTE = 60
LONGEST_SLEEP = 10.0
"""How many seconds pass at most until it is asked whether a minute has begun: a laptop may have slept meanwhile."""


class Pulse:
    """Looks at the programme when a minute begins, from the second frame on, and draws only what that changes."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._minute = -1
        self.news: Line = ()
        """What comes next, if that is soon, else what goes on."""
        self.brief: Line = ()
        """The same where there is little room."""
        self.markings: tuple[Tlp | None, ...] = ()
        """The markings of what is announced."""

    def beat(self) -> None:
        """See whether a minute has begun, and again when the next one does."""
        seconds = self._app.desk.clock().timestamp()
        if self._minute != seconds // MINUTE:
            self._minute = int(seconds // MINUTE)
            self.look()
            self._show()
        once(self._app, min(MINUTE - seconds % MINUTE, LONGEST_SLEEP), self.beat)

    def look(self) -> None:
        """Look at the programme of the briefing shown; before the first beat there is no time for it."""
        if self._minute < 0:
            return
        from .cards.now import announced, announcement, in_brief, state_of

        view = self._app.reader.view
        state = state_of(view)
        self.news, self.brief = announcement(view, state), in_brief(state)
        self.markings = tuple(slot.item.tlp for slot in announced(state) if slot.item)

    def _show(self) -> None:
        reader = self._app.reader
        reader.side.show(reader.view)
        if reader.subject is Page.NOW:
            reader.redraw()
        for screen in self._app.screen_stack:
            if isinstance(screen, MarkedScreen):
                screen.remark()
