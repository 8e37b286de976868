"""Moving the cursor, from entry to entry of a section, or scrolling the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..entries import entries
from .command import Command
from .go import CARD

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class _Move(Command):
    group = "MOVE"
    steps: ClassVar[int] = 0

    def run(self, reader: ReaderScreen) -> None:
        """Move by `steps`."""
        move(reader, self.steps)


def move(reader: ReaderScreen, steps: int) -> None:
    """Move the cursor of the pane or from entry to entry; scroll a card that lists nothing."""
    if not reader.on_card:
        reader.pane.move(steps)
    elif listed := entries(reader.subject, reader.card.layout_now.links):
        reader.card.walk(steps, listed)
        reader.refresh_chrome()
    else:
        reader.card.scroll(steps)


def leaf(reader: ReaderScreen, steps: int) -> None:
    """Move the cursor of the pane, or scroll the card: entries that are longer than the screen are read to their end."""
    if not reader.on_card:
        reader.pane.move(steps)
    elif listed := entries(reader.subject, reader.card.layout_now.links):
        reader.card.leaf(steps, listed)
        reader.refresh_chrome()
    else:
        reader.card.scroll(steps)


class Down(_Move):
    """One down."""

    id, keys, words, steps = "down", "j,down", "down", 1
    shown = "j ↓"


class Up(_Move):
    """One up."""

    id, keys, words, steps = "up", "k,up", "up", -1
    shown = "k ↑"


class First(_Move):
    """To the first row."""

    id, keys, words, steps = "first", "g,home", "first", -1_000_000
    shown = "g"


class Last(_Move):
    """To the last row."""

    id, keys, words, steps = "last", "G,end", "last", 1_000_000
    shown = "G"


class _Pages(_Move):
    share: ClassVar[float]

    def run(self, reader: ReaderScreen) -> None:
        """Move by a share of what is in sight."""
        page = reader.card.page if reader.on_card else reader.pane.page
        leaf(reader, round(page * self.share) or (1 if self.share > 0 else -1))


class HalfDown(_Pages):
    """Half a page down."""

    id, keys, words, share = "half.down", "ctrl+d", "half a page down", 0.5


class HalfUp(_Pages):
    """Half a page up."""

    id, keys, words, share = "half.up", "ctrl+u", "half a page up", -0.5


class PageDown(_Pages):
    """A page down."""

    id, keys, words, share = "page.down", "pagedown,ctrl+f", "a page down", 0.9
    shown = "pgdn"


class PageUp(_Pages):
    """A page up."""

    id, keys, words, share = "page.up", "pageup,ctrl+b", "a page up", -0.9
    shown = "pgup"


class Left(_Move):
    """The pane before."""

    id, keys, words = "left", "h,left", "previous pane"
    shown = "h ←"

    def run(self, reader: ReaderScreen) -> None:
        """From the card to the panes, from a pane to the one above."""
        if reader.on_card:
            reader.focus_on(reader.active)
        elif reader.active:
            reader.focus_on(reader.active - 1)


class Right(_Move):
    """The pane behind."""

    id, keys, words = "right", "l,right", "next pane, then the card"
    shown = "l →"

    def run(self, reader: ReaderScreen) -> None:
        """To the pane below, from the last one to the card."""
        if not reader.on_card:
            reader.focus_on(reader.active + 1 if reader.active < CARD - 1 else CARD)


MOVE = (Down, Up, First, Last, HalfDown, HalfUp, PageDown, PageUp, Left, Right)
