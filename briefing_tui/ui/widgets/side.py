"""The third column of a wide screen: the agenda, where this briefing leads, the newest notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...i18n import _
from ...model.marking import Tlp
from ..cards.grid import Block, Card, Head, Section, lay_out
from ..runs import Line, Run
from .line import LineWidget

if TYPE_CHECKING:
    from ..cards.view import View

NOTES = 8
"""How many notes it shows."""
_GAP = Block((Run(" "),))


class Side(LineWidget):
    """Shows what goes with the briefing; nothing here takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.content = Card("")
        self._view: View | None = None
        self._stale = False

    def show(self, view: View) -> None:
        """Show the agenda at the time it is, related briefings, the newest notes; on a smaller screen nothing is made ready."""
        self._view = view
        self._stale = True
        if self.size.width and self._filled():
            self.refresh()

    def _filled(self) -> bool:
        """Make the content ready, if it may be another by now; whether it is."""
        before = self.content
        if self._stale and self._view:
            self.content = content(self._view)
            self._stale = False
        return self.content != before

    def prepare(self) -> None:
        """Lay out for the width."""
        self._filled()
        self.lines = lay_out(self.content, max(1, min(self.size.width - 3, 54))).lines

    def line(self, y: int) -> Line:
        """A row."""
        return (Run("  "), *self.lines[y]) if y < len(self.lines) else ()


def marks(view: View) -> Iterable[Tlp | None]:
    """The markings of what stands there."""
    yield from (item.tlp for item in view.links.briefing.agenda)
    yield from (each.tlp for each in view.related)
    if view.noted and view.noted.notes:
        from ..cards.notes import marks_of, newest

        yield from marks_of(view.links, newest(view, NOTES))


def content(view: View) -> Card:
    """What goes with a briefing at the time it is."""
    from ..cards.now import day_rows, state_of

    agenda = day_rows(view, state_of(view))
    related = [Block((Run(each.title), Run(f"  {each.why}", "muted"))) for each in view.related]
    notes: list[Block] = []
    if view.noted and view.noted.notes:
        from ..cards.notes import in_short, newest

        notes = in_short(view, newest(view, NOTES))
    groups = ((_("Agenda"), agenda), (_("Related"), related), (_("My notes"), notes))
    listed = [(title, blocks) for title, blocks in groups if blocks]
    return Card("", (), tuple(Section("", (Head((Run(title, "label"),)), *blocks, _GAP)) for title, blocks in listed))
