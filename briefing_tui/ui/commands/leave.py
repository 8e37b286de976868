"""Leaving, or hiding what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Blank(Command):
    """Blank the screen."""

    id = "blank"

    def run(self, reader: ReaderScreen) -> None:
        """Show nothing."""
        reader.briefing_app.blank()


class Quit(Command):
    """Quit."""

    id = "quit"

    def run(self, reader: ReaderScreen) -> None:
        """End the program; with a note that would be lost, if asked twice."""
        reader.briefing_app.leaving.leave(0)


LEAVE = (Blank, Quit)
