"""The rule under the input of search: which sorts there are hits of, and which is listed alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region

from ...i18n import _, number
from ..runs import Line, width
from ..sorts import CALLED, called
from .line import LineWidget

if TYPE_CHECKING:
    from ...model.passage import Sort
    from ...search.results import Results


class Kinds(LineWidget):
    """`── all 17 ── quotes 12 ── lines 3 ────`, what is listed in bold; without room, only that."""

    def __init__(self) -> None:
        super().__init__()
        self.words: tuple[tuple[str, bool], ...] = ()

    def show(self, results: Results, only: Sort | None) -> None:
        """Show the counts of an answer."""
        counts = results.counts
        sorts = [(called(sort).short, counts.get(sort, 0), sort is only) for sort in CALLED if counts.get(sort) or sort is only]
        listed = [(_("all"), sum(counts.values()), only is None), *sorts] if only or len(sorts) > 1 else []
        words = tuple((f"{name} {number(count)}", active) for name, count, active in listed)
        if words != self.words:
            before, self.words = self.words, words
            cells = max(width(self.manner.kinds(each)) for each in (before, words))
            self.refresh(Region(0, 0, min(cells, self.size.width), 1))

    def line(self, y: int) -> Line:
        """The rule, its words in it."""
        line = self.manner.kinds(self.words)
        if width(line) > self.size.width:
            line = self.manner.kinds([each for each in self.words if each[1]])
        return (*line, *self.manner.ruler(max(0, self.size.width - width(line))))
