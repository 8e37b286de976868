"""The card: laid-out lines that scroll, with links, lines to tick and notes to step through."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from ..cards.grid import WIDE, Layout, LinkSpot, lay_out
from ..cards.grid import Card as Content
from ..runs import Line, Run, width
from ..targets import Target
from .line import LineWidget

EMPTY = Content("")


class Card(LineWidget):
    """Shows a card's content; only rows that differ from what is on the screen are drawn again."""

    class Pressed(Message):
        """The card was clicked."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, ref: Target) -> None:
            super().__init__()
            self.ref = ref

    def __init__(self, digit: str = "0", *, ruled: bool = True, wide: int = WIDE) -> None:
        super().__init__()
        self.digit = digit
        self.ruled = ruled
        self.wide = wide
        self.content = EMPTY
        self.layout_now = Layout((), ())
        self._laid_out = 0
        self.top = 0
        self.link = -1
        self.pointed = range(0)

    # --- content

    def show(self, content: Content, *, top: int = 0, link: int = -1) -> None:
        """Show a card, scrolled to row `top`, on its link number `link`."""
        if content is self.content and (top, link) == (self.top, self.link):
            return
        before = self._picture()
        pointed = self.layout_now.lines[self.pointed.start : self.pointed.stop]
        self.content = content
        self.link = link
        self.top = top
        self._laid_out = 0
        if self.size.width:
            self.prepare()
            self.pointed = _rows_of(pointed, self.layout_now.lines)
            self._refresh_changed(before)

    def renew(self, content: Content) -> None:
        """Show the same card with something else on it: scrolled as it was, on what one stood on, or the note next to it."""
        spot = self.spot
        self.show(content, top=self.top, link=self.link)
        if spot and not (self.spot and self.spot.key == spot.key):
            before = self._picture()
            links = list(enumerate(self.layout_now.links))
            alike = [index for index, each in links if each.key == spot.key]
            if not alike and spot.stop and spot.stop.note:
                alike = [index for index, each in links if each.stop and each.stop.note]
            self.link = min(alike, key=lambda index: abs(index - self.link), default=-1)
            self._refresh_changed(before)

    @property
    def _cells(self) -> int:
        return max(1, self.size.width - 2)

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height - self.ruled)

    @property
    def last_top(self) -> int:
        """The furthest one can scroll."""
        return max(0, len(self.layout_now.lines) - self.page)

    @property
    def spot(self) -> LinkSpot | None:
        """The link, line or note one stands on."""
        return self.layout_now.links[self.link] if 0 <= self.link < len(self.layout_now.links) else None

    # --- moving

    def scroll(self, steps: int) -> None:
        """Scroll by rows, stopping at either end."""
        self.scroll_to_row(self.top + steps)

    def scroll_to_row(self, row: int) -> None:
        """Put `row` on top, as far as the card goes."""
        before = self._picture()
        self.top = max(0, min(row, self.last_top))
        self._refresh_changed(before)

    def step(self, steps: int) -> None:
        """Go to the next or previous link, round and round; from none, to the first or last in sight."""
        links = self.layout_now.links
        if not links:
            return
        if self.spot is None:
            seen = [i for i, spot in enumerate(links) if self.top <= spot.row < self.top + self.page] or range(len(links))
            self.stand_on(seen[0] if steps > 0 else seen[-1])
        else:
            self.stand_on((self.link + steps) % len(links))

    def stand_on(self, link: int) -> None:
        """Stand on a link and bring it into sight."""
        before = self._picture()
        self.link = link
        if spot := self.spot:
            last = spot.pieces[-1][0]
            if spot.row < self.top or last >= self.top + self.page:
                self.top = max(0, min(spot.row - self.page // 3, self.last_top))
        self._refresh_changed(before)

    def walk(self, steps: int, entries: Sequence[int]) -> None:
        """Go from entry to entry, whose links these are; from none in sight, to the first in sight; at either end, scroll."""
        if abs(steps) > len(entries):
            self.scroll(steps)
            self._enter(entries, entries[-1 if steps > 0 else 0])
        elif self.spot is None or not self._in_sight(entries, self.link):
            seen = [link for link in entries if self.layout_now.links[link].row >= self.top]
            self._enter(entries, seen[0] if seen else entries[-1])
        else:
            ahead = [link for link in entries if link > self.link] if steps > 0 else [x for x in entries if x < self.link][::-1]
            if ahead:
                self._enter(entries, ahead[min(abs(steps), len(ahead)) - 1])
            else:
                self.scroll(steps)

    def leaf(self, steps: int, entries: Sequence[int]) -> None:
        """Scroll by rows; what one stands on does not stay behind: it is then the first entry in sight."""
        self.scroll(steps)
        if self.spot and not self._in_sight(entries, self.link):
            before = self._picture()
            self.link = next((link for link in entries if self._in_sight(entries, link)), -1)
            self._refresh_changed(before)

    def _rows_of_entry(self, entries: Sequence[int], link: int) -> range:
        """From the first row of an entry to the last before the next one, blank rows left out."""
        spots, lines = self.layout_now.links, self.layout_now.lines
        start = spots[link].row
        stop = next((spots[other].row for other in entries if other > link), len(lines))
        while stop > start + 1 and not lines[stop - 1]:
            stop -= 1
        return range(start, max(stop, start + 1))

    def _in_sight(self, entries: Sequence[int], link: int) -> bool:
        rows = self._rows_of_entry(entries, link)
        return rows.start < self.top + self.page and rows.stop > self.top

    def _enter(self, entries: Sequence[int], link: int) -> None:
        """Stand on an entry, all of it in sight if it has room; what stands above the first one as well."""
        before = self._picture()
        rows = self._rows_of_entry(entries, link)
        start = 0 if link == entries[0] and rows.stop <= self.page else rows.start
        self.link = link
        self.top = max(0, min(max(self.top, rows.stop - self.page), start, self.last_top))
        self._refresh_changed(before)

    def point_at(self, rows: range) -> None:
        """Bring rows into sight and point at them, until something else is shown."""
        before = self._picture()
        self.pointed = rows
        if rows and not self.top <= rows.start <= rows.stop <= self.top + self.page:
            self.top = max(0, min(rows.start - self.page // 3, self.last_top))
        self._refresh_changed(before)

    # --- drawing

    def line(self, y: int) -> Line:
        """The rule, then the rows in sight, the link one stands on in the cursor's colours."""
        if self.ruled and not y:
            return self.manner.rule(self.digit, self.content.title, self._more(), self.size.width, focused=self.lit)
        row = y - self.ruled + self.top
        if row >= len(self.layout_now.lines):
            return ()
        lead = self.manner.marker(here=row in self.pointed)
        return (*lead, *_on_link(self.layout_now.lines[row], row, self.spot))

    def _more(self) -> str:
        return self.manner.more(self.top > 0, len(self.layout_now.lines) - self.top - self.page)

    def _picture(self) -> list[Line]:
        return [self.line(y) for y in range(self.size.height)]

    def _refresh_changed(self, before: list[Line]) -> None:
        self.refresh_row(*(y for y, line in enumerate(before) if self.line(y) != line))

    # --- events

    def prepare(self) -> None:
        """Lay out anew for another width."""
        if self._laid_out != self._cells:
            self.pointed = range(0)
            self._lay_out()
        self.top = max(0, min(self.top, self.last_top))

    def _lay_out(self) -> None:
        self._laid_out = self._cells
        self.layout_now = lay_out(self.manner.content(self.content), self._cells, self.wide)

    def relit(self) -> None:
        """The rule; left, the card leaves its link as well."""
        rows = [row - self.top + self.ruled for row, _, _ in self.spot.pieces] if self.spot else []
        self.link = self.link if self.lit else -1
        self.refresh_row(0, *rows)

    def on_click(self, event: events.Click) -> None:
        """Follow the link clicked."""
        self.post_message(self.Pressed())
        row, cell = event.y - self.ruled + self.top, event.x - self.manner.lead
        for spot in self.layout_now.links:
            if not spot.stop and any(row == at and start <= cell < end for at, start, end in spot.pieces):
                self.post_message(self.Followed(spot.ref))
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll(-3)


def _rows_of(wanted: Sequence[Line], lines: Sequence[Line]) -> range:
    """Where some lines stand among others in a row; nowhere if none are wanted."""
    size = len(wanted)
    starts = (start for start in range(len(lines) - size + 1) if lines[start : start + size] == wanted)
    start = next(starts, 0) if size else 0
    return range(start, start + size) if lines[start : start + size] == wanted else range(0)


def _on_link(line: Line, row: int, spot: LinkSpot | None) -> Line:
    """A line whose cells on the current link are in the cursor's ink."""
    piece = next((piece for piece in spot.pieces if piece[0] == row), None) if spot else None
    if not piece:
        return line
    runs: list[Run] = []
    at = 0
    for run in line:
        size = width((run,))
        inside = piece[1] <= at and at + size <= piece[2] and size
        runs.append(run._replace(ink="cursor") if inside else run)
        at += size
    return tuple(runs)
