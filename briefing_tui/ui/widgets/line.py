"""The base of all our widgets: one that draws lines of runs, and refreshes only the rows that change."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from ..inks import Inked, Inks
from ..runs import Line, Run, breadth, cut, plain, width

if TYPE_CHECKING:
    from ..manner import Manner


class LineWidget(Widget):
    """A widget that draws itself line by line; subclasses say what stands in row `y` and on which ground."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    """Nothing scrolls: when Textual says the size, it has just laid out and drawn, and need not do so again."""
    lit = False
    """Whether keys act on this widget. Textual's own focus styles a whole screen anew at each change; this draws two rows."""

    @property
    def manner(self) -> Manner:
        """How things are shown."""
        return cast(Inked, self.app).manner

    def light(self, lit: bool) -> None:
        """Show that keys act on this widget, or no longer do."""
        if lit != self.lit:
            self.lit = lit
            self.relit()

    def relit(self) -> None:
        """Draw again what shows it."""

    def line(self, y: int) -> Line:
        """The runs of row `y`."""
        raise NotImplementedError

    def ground(self, y: int) -> str:
        """The ground of row `y`, as `Inks.style` names it."""
        return "background"

    def prepare(self) -> None:
        """Fit what is shown to the widget's size; called before rows are drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of `crop`, fitted to the size as it is now.

        Textual would ask the styles of each row for borders, paddings and hatches, of which there are none here.
        """
        self.prepare()
        strips = [self.render_line(y) for y in crop.line_range]
        if filters := self.get_line_filters():
            background = self.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips] if crop.width < self.size.width else strips

    def render_line(self, y: int) -> Strip:
        """Row `y`, cut or filled to the widget's width."""
        return paint(self.line(y), self.size.width, cast(Inked, self.app).inks, self.ground(y))

    def refresh_row(self, *rows: int) -> None:
        """Draw these rows again and no others."""
        seen = {row for row in rows if 0 <= row < self.size.height}
        if seen:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in sorted(seen)))


_BARE = {"text", "bold", "muted", "label", "accent", "key", "rule"}
"""Inks whose blanks look alike: a blank takes the ink before it, so that it costs no bytes of its own."""


def paint(line: Line, cells: int, inks: Inks, ground: str = "background") -> Strip:
    """A line as a strip of exactly `cells` cells; every text passes `plain` on its way to the terminal."""
    segments: list[Segment] = []
    used = 0
    ink, words = "text", ""
    style = inks.style(ink, ground)
    for run in cut(line, cells):
        text = plain(run.text)
        used += breadth(text)
        ink = ink if ink in _BARE and run.ink in _BARE and text.isspace() else run.ink
        before, style = style, inks.style(ink, ground)
        if words and style != before:
            segments.append(Segment(words, before))
            words = ""
        words += text
    if used < cells and ink not in _BARE:
        if words:
            segments.append(Segment(words, style))
        style, words = inks.style("text", ground), ""
    words += " " * (cells - used)
    if words:
        segments.append(Segment(words, style))
    return Strip(segments, max(used, cells))


def rule(digit: str, title: str, count: str, cells: int, *, focused: bool) -> Line:
    """A title rule: `─ 2 Talks ───── 1/7 ▾ ─`; the focused one is heavy and its title bold."""
    stroke, ink = ("━", "accent") if focused else ("─", "rule")
    left = (Run(f"{stroke} ", ink), Run(digit, "key"), Run(" " if digit else ""))
    right: Line = (Run(f" {count} ", "muted"), Run(stroke, ink)) if count else ()
    name = cut((Run(title, "title" if focused else "label"),), max(0, cells - width(left) - width(right) - 2))
    gap = cells - width(left) - width(name) - width(right) - 1
    return (*left, *name, Run(" "), Run(stroke * max(0, gap), ink), *right)
