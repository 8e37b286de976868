"""A pane: a title rule and a list of rows with a cursor. The one list widget of the program."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from ...i18n import _, later
from ..rows import Row
from ..runs import Line, Run
from .line import LineWidget


class Pane(LineWidget):
    """Rows under a rule. The cursor stays on the same thing when the rows change, and in sight whatever the height."""

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    class Pressed(Message):
        """The pane was clicked."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    class Chosen(Message):
        """A row was clicked twice."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, digit: str, title: str, *, ruled: bool = True) -> None:
        super().__init__()
        self.digit = digit
        self.title = title
        self.ruled = ruled
        self.everything: Sequence[Row] = ()
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self.top = 0
        self.filtered = ""
        self.nothing = later("none in this briefing")
        self.astir = False
        """Whether the cursor went to another row, and who listens has still to be told."""

    # --- content

    def show(self, rows: Sequence[Row], *, everything: Sequence[Row] | None = None) -> None:
        """Show these rows; the cursor stays on what it stood on, if that is still there."""
        before = self.row.ref if self.row else None
        self.everything = rows if everything is None else everything
        self.rows = rows
        self.cursor = next(
            (index for index, row in enumerate(rows) if row.ref == before), min(self.cursor, max(0, len(rows) - 1))
        )
        self._keep_in_sight()
        self.refresh()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def length(self) -> int:
        """How many things the cursor can stand on."""
        return len(self.rows)

    # --- moving

    def move(self, steps: int) -> None:
        """Move the cursor, stopping at either end."""
        self.go(self.cursor + steps)

    def go(self, index: int, *, tell: bool = True) -> None:
        """Put the cursor on a row; only the rows that change are drawn again."""
        index = max(0, min(index, self.length - 1))
        if index == self.cursor or not self.length:
            return
        self.put(index)
        if tell:
            self.astir = True
            self.post_message(self.Moved(self))

    def put(self, index: int) -> None:
        """Put the cursor on a row there is, and draw what that changes."""
        before, top = self.cursor, self.top
        self.cursor = index
        self._keep_in_sight()
        if self.top != top:
            self.refresh()
        else:
            self.refresh_row(self._y(before), self._y(index), -1 if self.manner.linear or not self.ruled else 0)

    def find(self, ref: object) -> bool:
        """Put the cursor on what `ref` points to, without telling; False if it is not here."""
        for index, row in enumerate(self.rows):
            if row.ref == ref:
                self.go(index, tell=False)
                return True
        return False

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height - self.ruled)

    def _y(self, index: int) -> int:
        """The line a row is drawn on."""
        return index - self.top + self.ruled

    def _index(self, y: int) -> int:
        """The row drawn on a line, -1 if none is."""
        index = y - self.ruled + self.top
        return index if y >= self.ruled and index < self.length else -1

    def _keep_in_sight(self) -> None:
        if not self.size.height:
            return
        self.top = self.manner.top(self.cursor, self.top, self.page, len(self.rows))

    # --- drawing

    def line(self, y: int) -> Line:
        """The rule, then the rows in sight."""
        cells = self.size.width
        if self.ruled and not y:
            return self.manner.rule(self.digit, self._heading(), self._count(), cells, focused=self.lit)
        index = self._index(y)
        if index < 0:
            return (Run(" "), Run(self._nothing(), "muted")) if not self.rows and y == self.ruled else ()
        marker = self.manner.marker(here=index == self.cursor, lit=self.lit)
        return (*marker, *self.manner.row(self.rows[index], cells - 2))

    def ground(self, y: int) -> str:
        """The cursor's row stands on its own ground."""
        if self._index(y) != self.cursor:
            return "background"
        return "cursor" if self.lit else "idle"

    @property
    def cursor_y(self) -> int:
        """The line the cursor is drawn on."""
        return self._y(self.cursor)

    def _heading(self) -> str:
        return f"{self.title} /{self.filtered}" if self.filtered else self.title

    def _count(self) -> str:
        if not self.rows:
            return "0"
        hidden = self.top + self.page < len(self.rows)
        return self.manner.count(self.cursor + 1, len(self.rows), above=self.top > 0, below=hidden)

    def _nothing(self) -> str:
        return _("nothing matches") if self.filtered else _(self.nothing)

    # --- events

    def prepare(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    def relit(self) -> None:
        """The rule, and the cursor's row."""
        self.refresh_row(0 if self.ruled else -1, self._y(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Go to the row clicked; a second click opens it."""
        index = self._index(event.y)
        self.post_message(self.Pressed(self))
        if index >= 0:
            self.go(index)
            if event.chain > 1:
                self.post_message(self.Chosen(self))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-1)
