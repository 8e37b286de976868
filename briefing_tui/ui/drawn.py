"""An app as a terminal shows it: every letter where it is to be, and sequences beside the frames."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.app import App

from .straight import straightened

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen


class DrawnApp(App[None], inherit_bindings=False):
    """What the app knows of its terminal."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, straightened(renderable, screen._compositor))

    def write_to_terminal(self, sequence: str) -> None:
        """Write an escape sequence."""
        if self._driver and sequence:
            getattr(self._driver, "write_whole", self._driver.write)(sequence)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what stands in an input, by the terminal."""
        from .osc52 import copying

        self.hold(text)
        self.write_to_terminal(copying(text, os.environ))

    def hold(self, text: str) -> None:
        """Keep a text for pasting within the program."""
        self._clipboard = text
