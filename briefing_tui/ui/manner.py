"""How things are shown: the one object that all widgets ask for rules, markers, columns and places.

This is the manner for eyes. The one for a screen reader, in `linear`, is loaded where it is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..i18n import _
from ..model.marking import Tlp
from .runs import Line, Run, spread
from .widgets.bars import HintBar, marking_run
from .widgets.card import Card
from .widgets.line import rule

if TYPE_CHECKING:
    from .cards.grid import Card as Content
    from .rows import Row


class Manner:
    """Draws for eyes: panes side by side under rules, a marker before what one stands on, glyphs for what is short."""

    linear = False
    """Whether there is one column, and one thing at a time in it."""
    lead = 1
    """The cells of the marker before a row."""

    def line(self, line: Line) -> Line:
        """A line as it is shown."""
        return line

    def content(self, card: Content) -> Content:
        """A card as it is shown."""
        return card

    def rule(self, digit: str, title: str, count: str, cells: int, *, focused: bool) -> Line:
        """The title of a pane, card or overlay."""
        return rule(digit, title, count, cells, focused=focused)

    def ruler(self, cells: int, title: str = "") -> Line:
        """What parts two things from one another; `title` names the second, for those who do not see it."""
        return (Run("─" * cells, "rule"),)

    def marker(self, *, here: bool, lit: bool = True) -> Line:
        """What stands before a row, `here` if one stands on it, `lit` if keys act there."""
        return (Run("▌", "accent" if lit else "muted"),) if here else (Run(" "),)

    def row(self, row: Row, cells: int) -> Line:
        """A row of a list."""
        return spread(row.text, row.tag, cells, yields=row.yields)

    def count(self, place: int, total: int, *, above: bool, below: bool) -> str:
        """How many rows there are and where among them one stands: `1/7 ▾`."""
        hidden = ("▴" if above else "") + ("▾" if below else "")
        return f"{place}/{total} {hidden}".rstrip()

    def more(self, above: bool, below: int) -> str:
        """How much of a card is out of sight: `▴ ▾ 11 more`."""
        return " ".join(filter(None, ("▴" if above else "", _("▾ {count} more", count=below) if below > 0 else "")))

    def kinds(self, words: Sequence[tuple[str, bool]]) -> Line:
        """Words in a rule, those in bold that are True: `─ all 17 ─ quotes 12 ─ lines 3 `."""
        line: list[Run] = []
        for text, active in words:
            line += [Run("─ ", "rule"), Run(text, "tab" if active else "muted"), Run(" ")]
        return tuple(line)

    def top(self, cursor: int, top: int, page: int, total: int) -> int:
        """Which row of a list is the first in sight, so that the cursor is; it was `top`."""
        top = max(0, min(top, total - page))
        return min(max(top, cursor - page + 1), cursor)

    def prompt(self, text: str) -> str:
        """What stands before an input."""
        return f" {text} "

    def hint(self, text: str) -> str:
        """What stands in an empty input."""
        return text

    def keys(self, written: str) -> str:
        """How keys are shown."""
        return written

    def marking(self, tlp: Tlp | None, classification: str, cells: int) -> Run:
        """The marking in the first row and the last."""
        return marking_run(tlp, classification, cells)

    def bar_rows(self, columns: int, rows: int) -> int:
        """How many rows the last bar takes."""
        return 1

    def make_card(self) -> Card:
        """The reader's card."""
        return Card()

    def make_hints(self) -> HintBar:
        """The last row of a screen."""
        return HintBar()


DRAWN = Manner()
