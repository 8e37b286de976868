"""Moving the cursor, from entry to entry of a section, or scrolling the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..entries import entries
from .command import Command
from .go import CARD

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class _Move(Command):
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

    id, steps = "down", 1


class Up(_Move):
    """One up."""

    id, steps = "up", -1


class First(_Move):
    """To the first row."""

    id, steps = "first", -1_000_000


class Last(_Move):
    """To the last row."""

    id, steps = "last", 1_000_000


class _Pages(_Move):
    share: ClassVar[float]

    def run(self, reader: ReaderScreen) -> None:
        """Move by a share of what is in sight."""
        page = reader.card.page if reader.on_card else reader.pane.page
        leaf(reader, round(page * self.share) or (1 if self.share > 0 else -1))


class HalfDown(_Pages):
    """Half a page down."""

    id, share = "half-down", 0.5


class HalfUp(_Pages):
    """Half a page up."""

    id, share = "half-up", -0.5


class PageDown(_Pages):
    """A page down."""

    id, share = "page-down", 0.9


class PageUp(_Pages):
    """A page up."""

    id, share = "page-up", -0.9


class Left(_Move):
    """The pane before."""

    id = "left"

    def run(self, reader: ReaderScreen) -> None:
        """From the card to the panes, from a pane to the one above."""
        if reader.on_card:
            reader.focus_on(reader.active)
        elif reader.active:
            reader.focus_on(reader.active - 1)


class Right(_Move):
    """The pane behind."""

    id = "right"

    def run(self, reader: ReaderScreen) -> None:
        """To the pane below, from the last one to the card."""
        if not reader.on_card:
            reader.focus_on(reader.active + 1 if reader.active < CARD - 1 else CARD)


MOVE = (Down, Up, First, Last, HalfDown, HalfUp, PageDown, PageUp, Left, Right)
