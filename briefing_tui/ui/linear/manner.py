"""How things are shown to those who hear them: one column, titles without rules, rows without markers, words for glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...i18n import _, later
from ...model.marking import Tlp
from ..manner import Manner
from ..runs import Line, Run, cut
from ..widgets.bars import HintBar, marking_run
from ..widgets.card import Card
from .bar import SpokenBar
from .card import linear
from .reading import ReadCard
from .words import row_line, said, said_line, text_of

if TYPE_CHECKING:
    from ..cards.grid import Card as Content
    from ..rows import Row

_PROMPTS = {"/": later("Search"), ":": later("Command")}
_MARKING = later("marking {marking}")
NARROW = 60
"""Below this many columns, the last bar has another row."""
_ROOM = 40
"""Cells that what is said has at least, before the marking is said at length."""
_NAMES = {
    ".": later("full stop"), "/": later("slash"), "?": later("question mark"), ":": later("colon"), "+": later("plus"),
    "_": later("underscore"), "[": later("left bracket"), "]": later("right bracket"), ",": later("comma"),
    ";": later("semicolon"), "-": later("minus"), "pgdn": later("page down"), "pgup": later("page up"),
    "esc": later("escape"), "↑": later("up"), "↓": later("down"), "←": later("left"), "→": later("right"),
    "↵": later("enter"), "tab": later("tab"), "space": later("space"), "backspace": later("backspace"),
    "home": later("home"), "end": later("end"), "delete": later("delete"),
}  # fmt: skip
_HELD = {"ctrl+": later("control "), "shift+": later("shift ")}


class Linear(Manner):
    """Shows one thing at a time, and nothing that does not change what is meant."""

    linear = True
    lead = 0

    def line(self, line: Line) -> Line:
        """Words for glyphs."""
        return said_line(line)

    def content(self, card: Content) -> Content:
        """The card as one text."""
        return linear(card)

    def rule(self, digit: str, title: str, count: str, cells: int, *, focused: bool) -> Line:
        """The title and how many there are."""
        behind: Line = (Run(f", {count}", "muted"),) if count else ()
        return (*cut((Run(said(title), "title"),), cells - len(count) - 2), *behind)

    def ruler(self, cells: int, title: str = "") -> Line:
        """The name of what follows."""
        return (Run(_(title), "title"),) if title else ()

    def marker(self, *, here: bool, lit: bool = True) -> Line:
        """Nothing: the terminal's cursor stands on the row."""
        return ()

    def row(self, row: Row, cells: int) -> Line:
        """The row and its tag as a sentence."""
        return (Run(text_of(row_line(row)), row.text[-1].ink if row.text else "text"),)

    def count(self, place: int, total: int, *, above: bool, below: bool) -> str:
        """How many there are: where one stands is said at every step, and the title stays as it is."""
        return str(total)

    def more(self, above: bool, below: int) -> str:
        """Nothing, for the same reason."""
        return ""

    def kinds(self, words: Sequence[tuple[str, bool]]) -> Line:
        """`listed: all 17; also quotes 12, lines 3`."""
        listed = ", ".join(text for text, active in words if active)
        others = ", ".join(text for text, active in words if not active)
        return tuple(
            Run(text, "muted")
            for text in (
                _("listed: {words}").format(words=listed) * bool(listed),
                _("; also {words}").format(words=others) * bool(others),
            )
        )

    def top(self, cursor: int, top: int, page: int, total: int) -> int:
        """Page by page: scrolling by a row would have the whole list read again."""
        return cursor - cursor % page

    def prompt(self, text: str) -> str:
        """The words before an input."""
        return f"{_(_PROMPTS.get(text, text))}: "

    def hint(self, text: str) -> str:
        """Nothing: it would be read as if it had been typed."""
        return ""

    def keys(self, written: str) -> str:
        """`j or down`."""
        return _(" or ").join(map(_key, written.split()))

    def marking(self, tlp: Tlp | None, classification: str, cells: int) -> Run:
        """`marking TLP:AMBER`; the word goes where there is no room for it."""
        run = marking_run(tlp, classification, cells)
        whole = f" {_(_MARKING).format(marking=run.text.strip())} "
        return run._replace(text=whole) if cells - len(whole) >= _ROOM else run

    def bar_rows(self, columns: int, rows: int) -> int:
        """Enough for a row of a list and where it stands in it."""
        return 2 if columns >= NARROW or rows < 12 else 3

    def make_card(self) -> Card:
        """A card that is read line by line."""
        return ReadCard()

    def make_hints(self) -> HintBar:
        """What is said."""
        return SpokenBar()


def _key(written: str) -> str:
    """A key in words: `control d`."""
    for held, words in _HELD.items():
        if written.startswith(held):
            return _(words) + _key(written.removeprefix(held))
    return _(_NAMES.get(written, written))
