"""How things are looked at: language, size, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...i18n import _
from .. import themes
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Swap(Command):
    """Swap the language."""

    id = "language"

    def run(self, reader: ReaderScreen) -> None:
        """Show the screen in the other language."""
        reader.briefing_app.swap_language()


class Bigger(Command):
    """More room for this pane."""

    id = "bigger"

    def run(self, reader: ReaderScreen) -> None:
        """Let it have the whole screen."""
        reader.zoomed = True
        reader.rearrange()
        reader.refresh_chrome()


class Smaller(Command):
    """Less room for this pane."""

    id = "smaller"

    def run(self, reader: ReaderScreen) -> None:
        """Give the room back."""
        reader.zoomed = False
        reader.rearrange()
        reader.refresh_chrome()


class _Theme(Command):
    theme: ClassVar[str]

    def run(self, reader: ReaderScreen) -> None:
        """Use it."""
        reader.briefing_app.theme = self.theme

    def off(self, reader: ReaderScreen) -> str:
        """Not where colours are off."""
        return _("NO_COLOR is set") if reader.app.no_color else ""


def _theme(name: str) -> type[_Theme]:
    """The command that chooses a theme."""
    return type(f"Theme_{name}", (_Theme,), {"id": f"theme-{name}", "theme": name, "__doc__": f"Use the theme {name}."})


VIEW: tuple[type[Command], ...] = (Swap, Bigger, Smaller, *(_theme(name) for name in themes.NAMES))
