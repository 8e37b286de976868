"""Going somewhere: panes, sections, links, history, briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...model.fields import Ref
from ..cards.page import Page
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen

CARD = 3


class _Go(Command):
    group = "GO"


class _Pane(_Go):
    index: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Put the focus on the pane."""
        reader.focus_on(self.index)


class People(_Pane):
    """Participants."""

    id, keys, words, index = "pane.participants", "1", "participants", 0


class Talks(_Pane):
    """Talks."""

    id, keys, words, index = "pane.talks", "2", "talks; their cards say what was last time", 1


class Threats(_Pane):
    """Threats."""

    id, keys, words, index = "pane.threats", "3", "threats", 2


class _Page(_Go):
    page: ClassVar[Page]

    def run(self, reader: ReaderScreen) -> None:
        """Show the section in the card's place."""
        reader.open(self.page)


class Quotes(_Page):
    """The quotes."""

    id, keys, words, page = "section.quotes", "4", "quotes", Page.QUOTES
    offered = (70, "quotes")


class Agenda(_Page):
    """The agenda."""

    id, keys, words, page = "section.agenda", "5", "agenda", Page.AGENDA


class Sources(_Page):
    """The sources."""

    id, keys, words, page = "section.sources", "7", "sources", Page.SOURCES


class Terms(_Page):
    """The terms."""

    id, keys, words, page = "section.terms", "8", "terms", Page.TERMS


class About(_Page):
    """The summary, key points and problems."""

    id, keys, words, page = "section.about", "i", "summary, key points, problems", Page.ABOUT
    offered = (75, "summary")


class ToCard(_Go):
    """The card."""

    id, keys, words = "card", "0", "the card"

    def run(self, reader: ReaderScreen) -> None:
        """Put the focus on the card."""
        reader.focus_on(CARD)


class NextLink(_Go):
    """Step to the next link."""

    id, keys, words = "link.next", "tab", "next link or line on the card"
    offered = (30, "links")

    def run(self, reader: ReaderScreen) -> None:
        """Enter the card, if need be, and step on."""
        step(reader, 1)


class PreviousLink(_Go):
    """Step to the previous link."""

    id, keys, words = "link.previous", "shift+tab", "previous link or line on the card"

    def run(self, reader: ReaderScreen) -> None:
        """Enter the card, if need be, and step back."""
        step(reader, -1)


def step(reader: ReaderScreen, steps: int) -> None:
    """Step through the links of the card, entering it."""
    if not reader.card.layout_now.links:
        reader.say("no links on this card")
        return
    entering = not reader.on_card
    if entering:
        reader.focus_on(CARD)
    if not (entering and reader.narrow):
        reader.card.step(steps)
    reader.refresh_chrome()


class Open(_Go):
    """Open what one stands on."""

    id, keys, words = "open", "enter", "open; follow a link"
    offered = (20, "open")

    def run(self, reader: ReaderScreen) -> None:
        """Follow the link one stands on, or enter the card."""
        if reader.on_card and reader.card.spot:
            if target := reader.card.spot.opens:
                reader.open(target)
            else:
                reader.say("nothing to open here")
        elif reader.on_card:
            step(reader, 1)
        elif reader.pane.row:
            reader.focus_on(CARD)


class Back(_Go):
    """Close the most transient thing, or go back."""

    id, keys, words = "escape", "escape", "close; back"
    shown = "esc"

    def run(self, reader: ReaderScreen) -> None:
        """Leave the link, the zoom, a section, the card, a filter, in this order."""
        if reader.zoomed:
            reader.zoomed = False
            reader.rearrange()
            reader.refresh_chrome()
        elif reader.on_card and reader.subject is Page.NOTES and reader.view.noted and reader.view.noted.words:
            reader.briefing_app.notebook.filter("")
        elif reader.on_card:
            back_from_card(reader)
        elif reader.pane.filtered:
            reader.set_filter(reader.pane, "")


def back_from_card(reader: ReaderScreen) -> None:
    """Back to where the card was entered from, through the links followed."""
    place = reader.history.past[-1] if reader.history.past else None
    row = reader.pane.row
    jumped = reader.jumped or not isinstance(reader.subject, Ref) or not row or reader.subject != row.ref
    if place and (jumped or place.focus == CARD):
        go_back(reader)
    else:
        reader.focus_on(reader.active)


def go_back(reader: ReaderScreen) -> None:
    """To the place before."""
    place = reader.history.back(reader.here())
    if place:
        reader.return_to(place)


class HistoryBack(_Go):
    """Back in history."""

    id, keys, words = "history.back", "H,backspace", "back in history"
    shown = "H"

    def run(self, reader: ReaderScreen) -> None:
        """To the place before."""
        go_back(reader)

    def off(self, reader: ReaderScreen) -> str:
        """Only where one came from somewhere."""
        return "" if reader.history.past else "this is where you started"


class HistoryForward(_Go):
    """Forward in history."""

    id, keys, words = "history.forward", "L", "forward in history"

    def run(self, reader: ReaderScreen) -> None:
        """To the place one came back from."""
        place = reader.history.forward(reader.here())
        if place:
            reader.return_to(place)

    def off(self, reader: ReaderScreen) -> str:
        """Only after going back."""
        return "" if reader.history.future else "nothing further on"


class Briefings(_Go):
    """Pick a briefing."""

    id, keys, words = "briefings", "b", "briefings"
    offered = (60, "briefings")

    def run(self, reader: ReaderScreen) -> None:
        """Open the picker."""
        reader.briefing_app.pick_briefing()


class _Neighbour(_Go):
    steps: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Show it."""
        reader.history.leave(reader.here())
        reader.briefing_app.show_neighbour(self.steps)

    def off(self, reader: ReaderScreen) -> str:
        """Only where there is more than one."""
        return "" if len(reader.briefing_app.desk.library.entries) > 1 else "the only briefing here"


class PreviousBriefing(_Neighbour):
    """The briefing before."""

    id, keys, words, steps = "briefing.previous", "left_square_bracket,comma", "previous briefing", -1
    shown = "[ ,"


class NextBriefing(_Neighbour):
    """The briefing after."""

    id, keys, words, steps = "briefing.next", "right_square_bracket,semicolon", "next briefing", 1
    shown = "] ;"


GO = (
    People, Talks, Threats, ToCard, Quotes, Agenda, Sources, Terms, About, Open, NextLink, PreviousLink, Back,
    HistoryBack, HistoryForward, Briefings, PreviousBriefing, NextBriefing,
)  # fmt: skip
