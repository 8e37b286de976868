"""How things are looked at: language, size, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .. import themes
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class _View(Command):
    group = "VIEW"


class Swap(_View):
    """Swap the language."""

    id, keys, words = "language", "o", "original or translation"

    def run(self, reader: ReaderScreen) -> None:
        """Show the screen in the other language."""
        reader.briefing_app.swap_language()


class Bigger(_View):
    """More room for this pane."""

    id, keys, words = "bigger", "plus", "bigger pane"
    shown = "+"

    def run(self, reader: ReaderScreen) -> None:
        """Let it have the whole screen."""
        reader.zoomed = True
        reader.rearrange()
        reader.refresh_chrome()


class Smaller(_View):
    """Less room for this pane."""

    id, keys, words = "smaller", "underscore", "smaller pane"
    shown = "_"

    def run(self, reader: ReaderScreen) -> None:
        """Give the room back."""
        reader.zoomed = False
        reader.rearrange()
        reader.refresh_chrome()


class _Theme(_View):
    theme: ClassVar[str]

    def run(self, reader: ReaderScreen) -> None:
        """Use it."""
        reader.briefing_app.use_theme(self.theme)

    def off(self, reader: ReaderScreen) -> str:
        """Not where colours are off."""
        return "NO_COLOR is set" if reader.app.no_color else ""


def _theme(name: str) -> type[_Theme]:
    """The command that chooses a theme."""
    words = f"theme: {'the terminal’s own colours' if name == themes.TERMINAL else name.replace('-', ' ')}"
    return type(f"Theme_{name}", (_Theme,), {"id": f"theme.{name}", "words": words, "theme": name, "__doc__": words})


VIEW: tuple[type[Command], ...] = (Swap, Bigger, Smaller, *(_theme(name) for name in themes.NAMES))
