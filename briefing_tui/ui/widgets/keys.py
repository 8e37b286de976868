"""The page of all keys: entries by group, in as many columns as there is room for, with a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from textual import events
from textual.strip import Strip

from ...i18n import _, pgettext
from ..inks import Inked
from ..runs import Line, Run, wrap
from .line import LineWidget, paint
from .pane import Pane

_KEYS = 11
"""Cells for the keys of a command, the blank behind them among these."""
_LEAST = 8
"""Cells that what a key does has on the narrowest screen."""
_ROWS = 4
"""An entry takes no more rows than this but on the narrowest screens; a page less these leaves none unread."""


class Entry(NamedTuple):
    """A command as it is listed: its keys, what it does, and why it cannot be done now, if so."""

    id: str
    group: str
    keys: str
    words: str
    off: str = ""


class _Cell(NamedTuple):
    """A row of a column: a line, and the number of the entry it belongs to; -1 for none."""

    line: Line = ()
    entry: int = -1


class KeyPage(LineWidget):
    """The entries: up to three columns from 110 cells, two from 72, else one."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.cursor = 0
        self.top = 0
        self.columns: list[list[_Cell]] = []

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def show(self, entries: Sequence[Entry], cursor: int = 0) -> None:
        """Show these, with the cursor on one of them."""
        self.entries, self.cursor, self.top = entries, cursor, 0
        self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor, through one column after the other."""
        self._go(self.cursor + steps)

    def page(self, pages: int) -> None:
        """Move the cursor within its column by what is in sight."""
        column = next((each for each in self.columns if any(cell.entry == self.cursor for cell in each)), [])
        at = next((y for y, cell in enumerate(column) if cell.entry == self.cursor), 0)
        to = at + pages * max(1, self.size.height - _ROWS)
        listed = [cell.entry for y, cell in enumerate(column) if cell.entry >= 0 and min(at, to) <= y <= max(at, to)]
        found = max(listed, default=0) if pages > 0 else min(listed, default=0)
        self._go(found if found != self.cursor else self.cursor + pages)

    def _go(self, index: int) -> None:
        self.cursor = max(0, min(index, len(self.entries) - 1))
        self.refresh()

    @property
    def cursor_y(self) -> int:
        """The line the entry under the cursor begins on."""
        rows = (y for column in self.columns for y, cell in enumerate(column) if cell.entry == self.cursor)
        return next(rows, 0) - self.top

    # --- drawing

    def prepare(self) -> None:
        """Lay out for the width, and keep the entry under the cursor in sight."""
        shown = [each._replace(keys=self.manner.keys(each.keys)) for each in self.entries]
        self.columns = [_linear(shown, self.size.width)] if self.manner.linear else _columns(shown, *self.size)
        rows = [y for column in self.columns for y, cell in enumerate(column) if cell.entry == self.cursor]
        if rows:
            self.top = min(max(self.top, rows[-1] - self.size.height + 1), rows[0])
        if self.top == 1 or not self.cursor:
            self.top = 0

    def line(self, y: int) -> Line:
        """What there is to say if there are no entries."""
        return (Run(_(" no key does that; try fewer letters"), "muted"),) if not self.entries and not y else ()

    def render_line(self, y: int) -> Strip:
        """A row of all columns; the entry under the cursor stands on its ground."""
        if not self.entries:
            return super().render_line(y)
        inks = cast(Inked, self.app).inks
        room = self.size.width // len(self.columns)
        strips = []
        for column in self.columns:
            cell = column[y + self.top] if y + self.top < len(column) else _Cell()
            here = cell.entry == self.cursor
            marker = self.manner.marker(here=here)
            strips += [paint((*marker, *cell.line), room - 1, inks, "cursor" if here else "background"), paint((), 1, inks)]
        return Strip.join(strips).adjust_cell_length(self.size.width).simplify()

    # --- the mouse

    def on_click(self, event: events.Click) -> None:
        """Go to the entry clicked; a second click runs it."""
        room = self.size.width // max(1, len(self.columns))
        number = min(event.x // max(1, room), len(self.columns) - 1)
        column = self.columns[number] if self.columns else []
        cell = column[event.y + self.top] if event.y + self.top < len(column) else _Cell()
        if cell.entry >= 0:
            self._go(cell.entry)
            if event.chain > 1:
                self.post_message(Pane.Chosen(cast(Pane, self)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-1)


def _columns(entries: Sequence[Entry], cells: int, rows: int) -> list[list[_Cell]]:
    """The groups, one below the other, in as few columns as hold them, or as there is room for."""
    most = 3 if cells >= 110 else 2 if cells >= 72 else 1
    columns = _stacked(_groups(entries, cells - 2), 1)
    for count in range(2, most + 1):
        if max(map(len, columns)) <= rows:
            break
        columns = _stacked(_groups(entries, cells // count - 2), count)
    return columns


def _linear(entries: Sequence[Entry], cells: int) -> list[_Cell]:
    """What each does before its keys, and why it cannot be done now, as one text."""
    texts = [f"{each.words}: {each.keys}{f', {each.off}' if each.off else ''}" for each in entries]
    return [_Cell(line, number) for number, text in enumerate(texts) for line in wrap((Run(text),), max(_LEAST, cells))]


def _stacked(groups: Sequence[list[_Cell]], count: int) -> list[list[_Cell]]:
    """Groups in so many columns that are about as long."""
    share = -(-sum(len(group) + 1 for group in groups) // count)
    columns: list[list[_Cell]] = [[] for _ in range(count)]
    index = 0
    for group in groups:
        if columns[index] and index < count - 1 and len(columns[index]) + len(group) > share + 2:
            index += 1
        columns[index] += [*([_Cell()] if columns[index] else []), *group]
    return columns


def _groups(entries: Sequence[Entry], cells: int) -> list[list[_Cell]]:
    """A heading and the entries of each group, what they do wrapped beside their keys."""
    groups: dict[str, list[_Cell]] = {}
    for number, entry in enumerate(entries):
        cells_of = groups.setdefault(entry.group, [_Cell((Run(pgettext("group", entry.group), "label"),))])
        cells_of += [_Cell(line, number) for line in _lines(entry, max(_LEAST, cells - _KEYS))]
    return list(groups.values())


def _lines(entry: Entry, cells: int) -> list[Line]:
    words = (Run(f"{entry.words} – {entry.off}", "muted"),) if entry.off else (Run(entry.words),)
    keys = f"{entry.keys:<{_KEYS}}"
    ink = "muted" if entry.off else "key"
    return [(Run(" " * len(keys) if number else keys, ink), *line) for number, line in enumerate(wrap(words, cells))]
