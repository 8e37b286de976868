"""Finding things."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..cards.page import Page
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class _Find(Command):
    group = "FIND"


class Search(_Find):
    """Search all that the briefings say."""

    id, keys, words = "search", "slash,s", "search everything"
    shown = "/ s"
    offered = (10, "search")

    def run(self, reader: ReaderScreen) -> None:
        """Open the search screen."""
        reader.briefing_app.finding.open()


class _Hit(_Find):
    steps: ClassVar[int]

    def run(self, reader: ReaderScreen) -> None:
        """Go there."""
        reader.briefing_app.finding.step(self.steps)

    def off(self, reader: ReaderScreen) -> str:
        """Only after a search."""
        return "" if reader.briefing_app.finding.trail.hits else "search first: /"


class NextHit(_Hit):
    """The next hit."""

    id, keys, words, steps = "hit.next", "n", "next hit", 1


class PreviousHit(_Hit):
    """The previous hit."""

    id, keys, words, steps = "hit.previous", "N", "previous hit", -1


class Filter(_Find):
    """Filter a pane."""

    id, keys, words = "filter", "f", "filter this pane, or the notes"

    def run(self, reader: ReaderScreen) -> None:
        """Ask for the words."""
        if reader.on_card:
            reader.briefing_app.notebook.open_filter()
        else:
            reader.briefing_app.open_filter(reader.pane)

    def off(self, reader: ReaderScreen) -> str:
        """Not on the card, which is no list but where it lists the notes."""
        if reader.on_card and reader.subject is not Page.NOTES:
            return "f filters panes and notes; / the rest"
        return ""


class Keys(_Find):
    """All keys."""

    id, keys, words = "help", "question_mark", "all keys, searchable"
    shown = "?"
    offered = (99, "keys")

    def run(self, reader: ReaderScreen) -> None:
        """Open the help screen."""
        reader.briefing_app.open_help()


class Palette(_Find):
    """Run a command by name."""

    id, keys, words = "palette", "colon", "run a command by name"
    shown = ":"

    def run(self, reader: ReaderScreen) -> None:
        """Open the palette."""
        reader.briefing_app.open_palette()


FIND = (Search, NextHit, PreviousHit, Filter, Keys, Palette)
