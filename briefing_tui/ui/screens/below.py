"""A screen that takes the rows above the hints and leaves the reader in sight above them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from ...model.marking import Tlp
from ..runs import Line, Run, wrap
from ..widgets.line import LineWidget
from .marked import MarkedScreen, Result

MARGIN = 2
"""The cells at the left and right of a text, together."""


class Title(LineWidget):
    """The rule on top of the rows: what they are for, and what matters about them at the right."""

    lit = True

    def __init__(self, title: str, count: str = "") -> None:
        super().__init__()
        self.title = title
        self.count = count

    def say(self, count: str) -> None:
        """Say this at the right."""
        if count != self.count:
            self.count = count
            self.refresh()

    def line(self, y: int) -> Line:
        """The rule."""
        return self.manner.rule("", self.title, self.count, self.size.width, focused=True)


class Words(LineWidget):
    """A wrapped text."""

    def __init__(self, text: str = "", ink: str = "text") -> None:
        super().__init__()
        self.text = text
        self.ink = ink

    def rows(self, columns: int) -> list[Line]:
        """Its rows at a width."""
        return wrap((Run(self.text, self.ink),), max(1, columns - MARGIN)) if self.text else []

    def line(self, y: int) -> Line:
        """A row."""
        rows = self.rows(self.size.width)
        return (Run(" "), *rows[y]) if y < len(rows) else ()


class Below(MarkedScreen[Result]):
    """Keys act on the rows at the bottom; what stands above them is the reader's, marking included."""

    def __init__(self, title: str) -> None:
        super().__init__()
        if not self.briefing_app.manner.linear:
            self.styles.background = "transparent"
        self.title_rule = Title(title)

    def rows(self, columns: int, most: int) -> list[tuple[Widget, int]]:
        """The widgets below the rule and their heights, at most `most` together."""
        raise NotImplementedError

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """At the bottom."""
        below = self.rows(columns, max(1, rows - 1))
        y = 0 if self.briefing_app.manner.linear else max(0, rows - sum(height for _, height in below) - 1)
        places: dict[Widget, Region] = {self.title_rule: Region(0, y, columns, 1)}
        y += 1
        for widget, height in below:
            places[widget] = Region(0, y, columns, height)
            y += height
        return places

    def markings(self) -> Iterable[Tlp | None]:
        """The reader's: it is in sight."""
        return self.briefing_app.reader.markings()
