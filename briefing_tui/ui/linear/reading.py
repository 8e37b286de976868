"""A card that is read line by line, as a text is: the cursor stands on a row of it, and on whatever stands there."""

from __future__ import annotations

from collections.abc import Sequence

from ..cards.grid import Card as Content
from ..widgets.card import Card


class ReadCard(Card):
    """Moving goes from row to row; where a row has links or is a line to tick, one stands on the first of them.

    The rows in sight change page by page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        """The row that is read."""
        self.stepped = False
        """Whether one came to it as to a link."""
        self._opened = False

    def show(self, content: Content, *, top: int = 0, link: int = -1) -> None:
        """Show a card; it is read from the link one stands on, else from the row on top."""
        before = (self.content.title, self.content.shown, self.top, self.link)
        self._opened = self._opened or before != (content.title, content.shown, top, link)
        super().show(content, top=top, link=link)
        if not self.size.width:
            self._lay_out()

    @property
    def _cells(self) -> int:
        """It is as wide as the screen, also while something else is there: keys that come at once find its links."""
        return max(1, self.app.size.width - 2)

    @property
    def last(self) -> int:
        """The last row."""
        return max(0, len(self.layout_now.lines) - 1)

    @property
    def last_top(self) -> int:
        """The last page may be short: pages begin where they always do."""
        return self.last

    @property
    def cursor_y(self) -> int:
        """The line of the widget on which the row that is read is drawn."""
        return self.at - self.top + self.ruled

    @property
    def cursor_x(self) -> int:
        """The cell at which what one stands on begins."""
        pieces = self.spot.pieces if self.spot and self.stepped else []
        return next((start for row, start, _ in pieces if row == self.at), 0)

    # --- moving

    def scroll(self, steps: int) -> None:
        """Read on."""
        self.read(self.at + steps)

    def walk(self, steps: int, entries: Sequence[int]) -> None:
        """Read on; between the first rows of entries one stands on the entry."""
        self.read(self.at + steps, entries)

    def leaf(self, steps: int, entries: Sequence[int]) -> None:
        """The same by pages."""
        self.read(self.at + steps, entries)

    def read(self, row: int, entries: Sequence[int] = ()) -> None:
        """Go to a row."""
        before, left = self._picture(), self.cursor_y
        self.at = max(0, min(row, self.last))
        self.stepped = False
        self.link = self._on(self.at, entries)
        self._stay()
        self._refresh_changed(before)
        self.refresh_row(left, self.cursor_y)

    def _on(self, row: int, entries: Sequence[int]) -> int:
        links = self.layout_now.links
        here = (index for index, spot in enumerate(links) if any(at == row for at, *_ in spot.pieces))
        above = [index for index in entries if links[index].row <= row]
        return next(here, above[-1] if above else -1)

    def step(self, steps: int) -> None:
        """Go to the next or previous link, from the row that is read."""
        rows = [spot.row for spot in self.layout_now.links]
        if rows and self.spot is None:
            ahead = [index for index, row in enumerate(rows) if (row - self.at) * steps >= 0]
            self.stand_on(ahead[0 if steps > 0 else -1] if ahead else (0 if steps > 0 else len(rows) - 1))
        else:
            super().step(steps)

    def point_at(self, rows: range) -> None:
        """Read from the first of some rows on."""
        super().point_at(rows)
        if rows:
            self.read(rows.start)

    def stand_on(self, link: int) -> None:
        """Stand on a link."""
        before, left = self._picture(), self.cursor_y
        super().stand_on(link)
        self.stepped = True
        if self.spot:
            self.at = self.spot.row
            self._stay()
            self._refresh_changed(before)
        self.refresh_row(left, self.cursor_y)

    def _stay(self) -> None:
        """Have the page in sight that the row is on."""
        self.at = min(self.at, self.last)
        self.top = self.at - self.at % self.page

    def ground(self, y: int) -> str:
        """The row that is read stands on the cursor's ground, for those who see a little."""
        return "cursor" if self.lit and y == self.cursor_y else super().ground(y)

    def relit(self) -> None:
        """Left, it is read from the same row when it is entered again."""
        super().relit()
        self.stepped = False
        self.refresh_row(self.cursor_y)

    def prepare(self) -> None:
        """Keep the row in sight at another size."""
        super().prepare()
        if self._opened:
            self._opened, self.stepped = False, self.spot is not None
            self.at = self.spot.row if self.spot else self.top
        self._stay()
