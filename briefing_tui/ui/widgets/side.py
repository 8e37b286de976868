"""The third column of a wide screen: the agenda and where this briefing leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cards.grid import Block, Card, Head, Section, lay_out
from ..runs import Line, Run
from .line import LineWidget

if TYPE_CHECKING:
    from ..cards.view import View

_GAP = Block((Run(" "),))


class Side(LineWidget):
    """Shows what goes with the briefing; nothing here takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.content = Card("")

    def show(self, view: View) -> None:
        """Show the agenda and the related briefings."""
        agenda = [
            Block((Run(f"{item.time:%H:%M}  " if item.time else "· ", "muted"), Run(view.words(item.what))))
            for item in view.links.briefing.agenda
        ]
        related = [Block((Run(each.title), Run(f"  {each.why}", "muted"))) for each in view.related]
        listed = [(title, blocks) for title, blocks in (("Agenda", agenda), ("Related", related)) if blocks]
        self.content = Card(
            "", (), tuple(Section("", (Head((Run(title, "label"),)), *blocks, _GAP)) for title, blocks in listed)
        )
        self.refresh()

    def prepare(self) -> None:
        """Lay out for the width."""
        self.lines = lay_out(self.content, max(1, min(self.size.width - 3, 54))).lines

    def line(self, y: int) -> Line:
        """A row."""
        return (Run("  "), *self.lines[y]) if y < len(self.lines) else ()
