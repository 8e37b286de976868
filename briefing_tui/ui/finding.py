"""Searching, going where a hit stands, and stepping through the hits afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from .trail import Trail

if TYPE_CHECKING:
    from ..search.results import Hit
    from .app import BriefingApp


class Finding:
    """What a search led to; `trail` remembers it while the program runs."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self.trail = Trail()

    def load(self) -> None:
        """Load what a search will need."""
        from .screens import search  # noqa: F401

    def open(self) -> None:
        """Search, beginning with the last query."""
        from .screens.search import Search

        self._app.push_screen(Search(self.trail), self._chosen)

    def step(self, steps: int) -> None:
        """Go to the next or previous hit of the last search."""
        if self._go_to(self.trail.step(steps)):
            self._app.reader.say(
                _(
                    "hit {place} of {count}: {query}",
                    place=self.trail.at + 1,
                    count=len(self.trail.hits),
                    query=self.trail.query.strip(),
                )
            )

    def _chosen(self, hit: Hit | None) -> None:
        left = self._app.reader.here()
        if hit and self._go_to(hit):
            self._app.reader.history.leave(left)

    def _go_to(self, hit: Hit) -> bool:
        """Show what was found where it stands in its briefing; whether it is there still."""
        from .landing import land, subject_of

        app, key = self._app, hit.passage.briefing
        if key != app.desk.shown.key and not app.show_briefing(key):
            return False
        app.reader.jump(subject_of(hit.passage))
        app.reader.ready = False
        app.call_after_refresh(land, app.reader, hit.passage)
        return True
