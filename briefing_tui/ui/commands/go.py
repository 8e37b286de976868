"""Going somewhere: panes, sections, links, history, briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...i18n import _
from ...model.fields import Ref
from ..cards.page import Page
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen

CARD = 3


class _Pane(Command):
    index: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Put the focus on the pane."""
        reader.focus_on(self.index)


class People(_Pane):
    """Participants."""

    id, index = "pane-participants", 0


class Talks(_Pane):
    """Talks."""

    id, index = "pane-talks", 1


class Threats(_Pane):
    """Threats."""

    id, index = "pane-threats", 2


class _Page(Command):
    page: ClassVar[Page]

    def run(self, reader: ReaderScreen) -> None:
        """Show the section in the card's place."""
        reader.open(self.page)


class Quotes(_Page):
    """The quotes."""

    id, page = "quotes", Page.QUOTES


class Agenda(_Page):
    """The agenda."""

    id, page = "agenda", Page.AGENDA


class Sources(_Page):
    """The sources."""

    id, page = "sources", Page.SOURCES


class Terms(_Page):
    """The terms."""

    id, page = "terms", Page.TERMS


class About(_Page):
    """The summary, key points and problems."""

    id, page = "summary", Page.ABOUT


class ToCard(Command):
    """The card."""

    id = "card"

    def run(self, reader: ReaderScreen) -> None:
        """Put the focus on the card."""
        reader.focus_on(CARD)


class NextLink(Command):
    """Step to the next link."""

    id = "link-next"

    def run(self, reader: ReaderScreen) -> None:
        """Enter the card, if need be, and step on."""
        step(reader, 1)


class PreviousLink(Command):
    """Step to the previous link."""

    id = "link-previous"

    def run(self, reader: ReaderScreen) -> None:
        """Enter the card, if need be, and step back."""
        step(reader, -1)


def step(reader: ReaderScreen, steps: int) -> None:
    """Step through the links of the card, entering it; one that was not in sight is only entered."""
    if reader.narrow and not reader.on_card:
        reader.focus_on(CARD)
    elif not reader.card.layout_now.links:
        reader.say(_("no links on this card"))
        return
    else:
        if not reader.on_card:
            reader.focus_on(CARD)
        reader.card.step(steps)
    reader.refresh_chrome()


class Open(Command):
    """Open what one stands on."""

    id = "open"

    def run(self, reader: ReaderScreen) -> None:
        """Follow the link one stands on, or enter the card."""
        if reader.on_card and reader.card.spot:
            if target := reader.card.spot.opens:
                reader.open(target)
            else:
                reader.say(_("nothing to open here"))
        elif reader.on_card:
            step(reader, 1)
        elif reader.pane.row:
            if reader.subject != reader.pane.row.ref:
                reader.follow(reader.pane.row.ref)
            reader.focus_on(CARD)


class Back(Command):
    """Close the most transient thing, or go back."""

    id = "close"

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


class HistoryBack(Command):
    """Back in history."""

    id = "history-back"

    def run(self, reader: ReaderScreen) -> None:
        """To the place before."""
        go_back(reader)

    def off(self, reader: ReaderScreen) -> str:
        """Only where one came from somewhere."""
        return "" if reader.history.past else _("this is where you started")


class HistoryForward(Command):
    """Forward in history."""

    id = "history-forward"

    def run(self, reader: ReaderScreen) -> None:
        """To the place one came back from."""
        place = reader.history.forward(reader.here())
        if place:
            reader.return_to(place)

    def off(self, reader: ReaderScreen) -> str:
        """Only after going back."""
        return "" if reader.history.future else _("nothing further on")


class Briefings(Command):
    """Pick a briefing."""

    id = "briefings"

    def run(self, reader: ReaderScreen) -> None:
        """Open the picker."""
        reader.briefing_app.pick_briefing()


class _Neighbour(Command):
    steps: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Show it."""
        app, left = reader.briefing_app, reader.here()
        if app.show_entry(app.desk.neighbour(self.steps)):
            reader.history.leave(left)

    def off(self, reader: ReaderScreen) -> str:
        """Only where there is more than one."""
        return "" if len(reader.briefing_app.desk.library.entries) > 1 else _("the only briefing here")


class PreviousBriefing(_Neighbour):
    """The briefing before."""

    id, steps = "briefing-previous", -1


class NextBriefing(_Neighbour):
    """The briefing after."""

    id, steps = "briefing-next", 1


GO = (
    People, Talks, Threats, ToCard, Quotes, Agenda, Sources, Terms, About, Open, NextLink, PreviousLink, Back,
    HistoryBack, HistoryForward, Briefings, PreviousBriefing, NextBriefing,
)  # fmt: skip
