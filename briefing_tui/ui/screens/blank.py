"""A blank screen, for eyes that should not see; the window's title is hidden with it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from textual.binding import Binding
from textual.geometry import Region
from textual.widget import Widget

from ...i18n import _
from ...model.marking import Tlp
from ..runs import Line
from ..titles import HIDING, SHOWING, has_title
from .marked import MarkedScreen


class Blank(MarkedScreen[None]):
    """Shows nothing but the marking; only `esc` brings the briefing back."""

    BINDINGS = [Binding("escape", "dismiss", show=False)]  # noqa: RUF012 - Textual declares it so

    def on_mount(self) -> None:
        """Hide the title, too."""
        super().on_mount()
        self._title(HIDING)

    def on_unmount(self) -> None:
        """Show it again, also if the program ends."""
        self._title(SHOWING)

    def _title(self, sequence: str) -> None:
        if has_title(os.environ):
            self.briefing_app.write_to_terminal(sequence)

    def body(self) -> Iterable[Widget]:
        """Nothing."""
        return ()

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """Nothing."""
        return {}

    def heading(self) -> Line:
        """Nothing."""
        return ()

    def news(self) -> Line:
        """Nothing."""
        return ()

    def markings(self) -> Iterable[Tlp | None]:
        """The briefing's."""
        return self.briefing_app.reader.markings()

    def offers(self) -> list[tuple[str, str]]:
        """The way back."""
        return [("esc", _("back"))]
