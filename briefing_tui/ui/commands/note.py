"""Noting something, ticking what was said, and what can be done with a note that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ..cards.page import Page
from .command import Command
from .go import CARD

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Write(Command):
    """Write a note on what one stands on."""

    id = "note"

    def run(self, reader: ReaderScreen) -> None:
        """Open the input."""
        reader.briefing_app.notebook.write(reader.noting())


class Tick(Command):
    """Tick a line."""

    id = "tick"

    def run(self, reader: ReaderScreen) -> None:
        """Tick the line one stands on and go to the next one; standing on none, go to the first that is not ticked."""
        stop = reader.standing
        if stop and stop.what:
            if reader.briefing_app.notebook.tick(stop) and not stop.done:
                stand_on_line(reader, reader.card.link + 1)
            return
        entering = not reader.on_card
        if entering:
            reader.focus_on(CARD)
        if entering and reader.narrow:
            reader.call_after_refresh(stand_on_line, reader, 0)
        else:
            stand_on_line(reader, 0)

    def off(self, reader: ReaderScreen) -> str:
        """Only where there is something to tick."""
        return "" if any(stop.what for stop in reader.card.content.stops) else _("nothing to tick here")


def stand_on_line(reader: ReaderScreen, start: int) -> None:
    """Stand on the first line from a place on that is not ticked; if all are, on the first line, or where one stood."""
    lines = [(index, spot.stop) for index, spot in enumerate(reader.card.layout_now.links) if spot.stop and spot.stop.what]
    found = next((index for index, stop in lines if index >= start and not stop.done), None)
    if found is None and not start and lines:
        found = lines[0][0]
    if found is not None:
        reader.card.stand_on(found)
    reader.refresh_chrome()
    if found is not None and not start:
        key, stop = reader.key("tick"), reader.standing
        reader.say(_("{key} unticks this line", key=key) if stop and stop.done else _("{key} ticks this line", key=key))


class Remove(Command):
    """Remove the note one stands on."""

    id = "note-remove"

    def run(self, reader: ReaderScreen) -> None:
        """Remove it."""
        if reader.standing:
            reader.briefing_app.notebook.remove(reader.standing.note)

    def off(self, reader: ReaderScreen) -> str:
        """Only on a note."""
        noted = reader.view.noted
        if reader.standing and reader.standing.note:
            unsaved = noted and not noted.note(reader.standing.note)
            return _("not saved yet; {key} goes on with it", key=reader.key("edit")) if unsaved else ""
        here = reader.on_card and reader.subject is Page.NOTES
        ways = [*([] if here else [reader.key("notes")]), reader.key("link-next")]
        return _("stand on a note first: {keys}", keys=", ".join(ways))


class BringBack(Command):
    """Bring back what was removed."""

    id = "note-back"

    def run(self, reader: ReaderScreen) -> None:
        """Bring it back."""
        reader.briefing_app.notebook.bring_back()

    def off(self, reader: ReaderScreen) -> str:
        """Only after removing one."""
        return "" if reader.briefing_app.notebook.removed else _("no note was removed")


class Notes(Command):
    """The notes."""

    id = "notes"

    def run(self, reader: ReaderScreen) -> None:
        """Show them, and ask for those that a moved file left behind."""
        if not (reader.on_card and reader.subject is Page.NOTES):
            reader.open(Page.NOTES)
        reader.briefing_app.notebook.ask()


NOTE = (Write, Tick, Notes, Remove, BringBack)
