"""What it is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cards.page import Page
from .command import Command
from .go import back_from_card

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Now(Command):
    """The agenda clock."""

    id = "now"

    def run(self, reader: ReaderScreen) -> None:
        """Show it, standing on the talk that goes on or comes next; a second time, go back."""
        if reader.on_card and reader.subject is Page.NOW:
            back_from_card(reader)
        else:
            reader.open(Page.NOW)
            link = place_of_now(reader)
            reader.draw(link=link)
            reader.call_after_refresh(bring_into_sight, reader, link)


def bring_into_sight(reader: ReaderScreen, link: int) -> None:
    """Scroll to what one stands on, once the card has its size, unless that is something else by then."""
    if reader.subject is Page.NOW and reader.card.link == link:
        reader.card.stand_on(link)


def place_of_now(reader: ReaderScreen) -> int:
    """The number of the spot on the card that it is time for; -1 if there is none."""
    from ..cards.grid import lay_out
    from ..cards.now import destination

    number, talk = destination(reader.view)
    for index, spot in enumerate(lay_out(reader.card.content, 80).links):
        if spot.stop.number == number if spot.stop else talk and spot.ref == talk:
            return index
    return -1


NOW = (Now,)
