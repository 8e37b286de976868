"""The list of hits: groups under headings, drawn by the rows in sight only, still under the cursor while an index grows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual.geometry import Size

from ...i18n import _, number
from ...search.results import Results
from ..groups import Group, group_at, group_of, grouped, row_of, rows_in
from ..hit_lines import hit_line
from ..runs import Line, Run, cut, cut_text, width, wrap
from ..sorts import called
from .pane import Pane

if TYPE_CHECKING:
    from ...model.passage import Passage, Sort
    from ...search.results import Hit

_BETWEEN = " · "
_LEAST_REMARK = 12


class Hits(Pane):
    """The cursor skips the headings; that of the topmost hit in sight stays on the first line when it is scrolled away.

    `top` counts rows, headings among them. The line of a hit is made once an answer and width; only lines that differ from
    what is on the screen are drawn again. `_picture` is what is in sight, while that stays as it is.
    """

    lit = True

    def __init__(self) -> None:
        super().__init__("", "", ruled=True)
        self.results = Results("")
        self.groups: tuple[Group, ...] = ()
        self.advice: tuple[str, ...] = ()
        self.lang = ""
        self._lines: dict[int, Line] = {}
        self._picture: list[tuple[Line, str]] = []
        self._fitted = Size()

    # --- content

    @property
    def length(self) -> int:
        """How many hits are listed."""
        return len(self.results.hits)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.results.hits[self.cursor] if self.length else None

    @property
    def group(self) -> Group | None:
        """The group the cursor is in."""
        return group_of(self.groups, self.cursor) if self.groups else None

    def answer(self, results: Results, only: Sort | None, advice: tuple[str, ...], passage: Passage | None = None) -> None:
        """Show an answer, from its first hit on; if it lists `passage`, the cursor stands on that, on the line it is on now."""
        before = self._picture or self._drawn()
        stood, y = self.group, self._y(self.cursor)
        offset = self.cursor - stood.start if stood else 0
        self.results, self.advice = results, advice
        self.groups = grouped(results, only)
        self._lines, self._picture = {}, []
        self.cursor = self.top = 0
        if passage and self.groups:
            self.cursor = self._whereabouts(passage, offset)
            self.top = max(0, row_of(self.groups, self.cursor) - y) if stood else 0
        self._keep_in_sight()
        self._picture = self._drawn()
        self.refresh_row(*(y for y, drawn in enumerate(self._picture) if drawn != before[y]))

    def put(self, index: int) -> None:
        """Put the cursor on a hit there is, and draw what that changes."""
        self._picture = []
        super().put(index)

    def _whereabouts(self, passage: Passage, near: int) -> int:
        """Where the hits list a passage; if they do not, where in its group it was."""
        group = next((group for group in self.groups if group.sort is passage.sort), None)
        if not group:
            return 0
        order = sorted(range(group.size), key=lambda offset: abs(offset - near))
        hits = self.results.hits
        found = next((offset for offset in order if _same(hits[group.start + offset].passage, passage)), None)
        return group.start + (found if found is not None else min(near, group.size - 1))

    def in_sight(self) -> list[Hit]:
        """The hits whose lines are on the screen."""
        indices = (self._index(y) for y in range(self.size.height))
        return [self.results.hits[index] for index in indices if index >= 0]

    # --- where things stand

    def _y(self, index: int) -> int:
        return row_of(self.groups, index) - self.top

    def _index(self, y: int) -> int:
        row = y + self.top
        if y < 1 or not 0 <= row < rows_in(self.groups):
            return -1
        group = group_at(self.groups, row)
        return group.start + row - group.row - 1 if row > group.row else -1

    def _keep_in_sight(self) -> None:
        height = self.size.height
        if not height or not self.groups:
            self.top = 0
            return
        row = row_of(self.groups, self.cursor)
        self.top = min(max(self.top, row - height + 1), row - 1)

    # --- drawing

    def prepare(self) -> None:
        """Keep the cursor in sight; at another size there are other lines, and no room is left below them."""
        if self._fitted != self.size:
            self._fitted = self.size
            self._lines, self._picture = {}, []
            self.top = max(0, min(self.top, rows_in(self.groups) - self.size.height))
        self._keep_in_sight()

    def line(self, y: int) -> Line:
        """A heading or a hit; if there are no hits, what to try."""
        return self._picture[y][0] if y < len(self._picture) else self._line(y)

    def ground(self, y: int) -> str:
        """The cursor's row stands on its own ground."""
        return self._picture[y][1] if y < len(self._picture) else super().ground(y)

    def _line(self, y: int) -> Line:
        if not self.groups:
            return next(islice(self._advice_lines(), y, None), ())
        row = y + self.top
        if row >= rows_in(self.groups):
            return ()
        group = group_at(self.groups, row)
        if not y or row == group.row:
            return self.manner.line(self._heading_line(group, first=not y))
        index = group.start + row - group.row - 1
        return (*self.manner.marker(here=index == self.cursor), *self._hit_line(index))

    def _advice_lines(self) -> Iterator[Line]:
        """What to try, each in as many rows as it takes."""
        for place, words in enumerate(self.advice):
            for row in wrap((Run(words, "muted" if place else "text"),), max(1, self.size.width - 2)):
                yield (Run(" "), *row)

    def _hit_line(self, index: int) -> Line:
        line = self._lines.get(index)
        if line is None:
            line = hit_line(self.results.hits[index], self.size.width - 2, self.lang)
            line = self._lines[index] = self.manner.line(line)
        return line

    def _heading_line(self, group: Group, *, first: bool) -> Line:
        """` QUOTES 1,234`; the first line says as well what of the query was not understood."""
        count = self.results.counts.get(group.sort, group.size)
        listed = _("  the best {count}", count=group.size) if count > group.size else ""
        left = (Run(f" {called(group.sort).heading}", "label"), Run(f" {number(count)}{listed}", "muted"))
        remarks = self.results.remarks if first else ()
        room = self.size.width - width(left) - 4
        if not remarks or room < _LEAST_REMARK:
            return cut(left, self.size.width)
        each = (room + len(_BETWEEN)) // len(remarks) - len(_BETWEEN)
        remark = _BETWEEN.join(cut_text(remark, each) for remark in remarks)
        gap = self.size.width - 1 - width(left) - width((Run(remark),))
        return (*left, Run(" " * gap + remark, "muted"))

    def _drawn(self) -> list[tuple[Line, str]]:
        return [(self._line(y), super(Hits, self).ground(y)) for y in range(self.size.height)]


def _same(one: Passage, other: Passage) -> bool:
    return (one.briefing, one.sort, one.id) == (other.briefing, other.sort, other.id)
