"""Finding things."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...i18n import _
from ..cards.page import Page
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Search(Command):
    """Search all that the briefings say."""

    id = "search"

    def run(self, reader: ReaderScreen) -> None:
        """Open the search screen."""
        reader.briefing_app.finding.open()


class _Hit(Command):
    steps: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Go there."""
        reader.briefing_app.finding.step(self.steps)

    def off(self, reader: ReaderScreen) -> str:
        """Only after a search."""
        return "" if reader.briefing_app.finding.trail.hits else _("search first: {key}", key=reader.key("search"))


class NextHit(_Hit):
    """The next hit."""

    id, steps = "hit-next", 1


class PreviousHit(_Hit):
    """The previous hit."""

    id, steps = "hit-previous", -1


class Filter(Command):
    """Filter a pane."""

    id = "filter"

    def run(self, reader: ReaderScreen) -> None:
        """Ask for the words."""
        if reader.on_card:
            reader.briefing_app.notebook.open_filter()
        else:
            reader.briefing_app.open_filter(reader.pane)

    def off(self, reader: ReaderScreen) -> str:
        """Not on the card, which is no list but where it lists the notes."""
        if reader.on_card and reader.subject is not Page.NOTES:
            return _(
                "{filter} filters panes and notes; {search} the rest", filter=reader.key("filter"), search=reader.key("search")
            )
        return ""


class Keys(Command):
    """All keys."""

    id = "help"

    def run(self, reader: ReaderScreen) -> None:
        """Open the help screen."""
        reader.briefing_app.open_help()


class Palette(Command):
    """Run a command by name."""

    id = "palette"

    def run(self, reader: ReaderScreen) -> None:
        """Open the palette."""
        reader.briefing_app.open_palette()


FIND = (Search, NextHit, PreviousHit, Filter, Keys, Palette)
