"""The application for those who hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..app import BriefingApp
from .manner import Linear
from .standing import standing
from .voice import Voice

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

SHOWING = "\x1b[?25h"
"""Shows the terminal's cursor, which is hidden whenever the terminal is entered: at the start, after an editor or a stop."""


class LinearApp(BriefingApp):
    """Puts the terminal's cursor where one stands, with every frame, and lets the voice look at what the frame shows."""

    CSS_PATH = "../styles/app.tcss"

    def __init__(self, *given: Any, **options: Any) -> None:
        self.manner = Linear()
        super().__init__(*given, **options)
        self.animation_level = "none"
        self.voice = Voice(self)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Textual leaves the terminal's cursor at `cursor_position` when it has drawn."""
        if self.screen_stack:
            self.cursor_position = standing(self.screen).at
        super()._display(screen, renderable)
        self.write_to_terminal(SHOWING)
        self.call_later(self.voice.look)
