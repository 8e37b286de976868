"""A question that only a typed yes answers with yes."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from ...i18n import _, later
from ..runs import Line, Run, wrap
from ..widgets.line import LineWidget
from .finder import Finder

YES = later("yes")


class _Reason(LineWidget):
    """Says what is at stake."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason

    def line(self, y: int) -> Line:
        """The rule, and what insisting does."""
        said = (
            Run(self.reason, "bold"),
            Run(_("Copying it names who spoke to everybody who reads it."), "text"),
            Run(_("Type yes to copy it all the same; the rule is copied with a quote."), "muted"),
        )
        rows = [(), *(row for run in said for row in wrap((run,), max(self.size.width - 4, 8)))]
        return (Run("  "), *rows[y]) if y < len(rows) else ()


class Insist(Finder[bool]):
    """Asks whether to copy in spite of a rule; the result is True after `yes` and `enter`, else None."""

    PROMPT, PLACEHOLDER, VERB = later("copy it?"), later("yes, or esc"), later("answer")

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.page = _Reason(reason)

    def body(self) -> Iterable[Widget]:
        """The reason instead of a list."""
        return (self.prompt, self.input, self.count, self.ruler, self.page)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The reason where the list would be."""
        places = super().places(columns, rows)
        places[self.page] = places.pop(self.found)
        return places

    def look(self, query: str) -> None:
        """Nothing is looked for."""

    def choose(self) -> None:
        """Go by what is typed."""
        if self.input.value.strip().casefold() in (YES, _(YES)):
            self.dismiss(True)
        else:
            self.hints.say(_("not copied; type yes, or esc"))

    def action_move(self, steps: int) -> None:
        """There is nothing to move in."""

    def action_page(self, pages: int) -> None:
        """There is nothing to move in."""

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [(_("yes enter"), _("copy")), ("esc", _("close"))]
