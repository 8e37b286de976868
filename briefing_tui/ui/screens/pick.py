"""Overlays to pick from a short list: a briefing, a command, the words to filter a pane by."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...i18n import later
from ...keys.keymap import Keymap
from ...model.fields import Kind, Ref
from ...model.marking import Tlp
from ..commands import COMMANDS
from ..items import Item
from ..manner import Manner
from ..rows import Row
from ..runs import Line, Run, marked
from ..widgets.pane import Pane
from .finder import Finder


class Picker(Finder[str]):
    """Picks one of some items by a fuzzy match; the result is its id."""

    def __init__(self, prompt: str, items: Callable[[], Sequence[Item]], verb: str, current: str = "") -> None:
        self.PROMPT, self.VERB = prompt, verb
        super().__init__()
        self.items = items
        self.current = current
        self.shown: Sequence[Item] = ()

    def look(self, query: str) -> None:
        """Show the items that match, best first; all, in their order, if nothing is typed."""
        from ...search.match import matches

        items = self.items()
        ranked: list[tuple[float, int, Row, Item]] = []
        for order, item in enumerate(items):
            match = matches(query, item.text) if query.strip() else (0.0, ())
            if match is None:
                continue
            ink = "muted" if item.broken else "text"
            row = Row(Ref(Kind.WORDS, item.id), marked(item.text, match[1], ink), (Run(item.tag, "muted"),) if item.tag else ())
            ranked.append((-match[0], order, row, item))
        ranked.sort(key=lambda entry: entry[:2])
        self.shown = [item for *_, item in ranked]
        self.show([row for _, _, row, _ in ranked], f"{len(ranked)}/{len(items)}")
        if query:
            self.found.go(0)
        elif self.current:
            self.found.find(Ref(Kind.WORDS, self.current))
            self.current = ""
        self.remark()

    def again(self) -> None:
        """More is known of the items: show them anew, the cursor on the one it stood on."""
        row = self.found.row
        self.look(self.input.value)
        if row:
            self.found.find(row.ref)

    def choose(self) -> None:
        """Give the id of the row under the cursor."""
        if self.found.row:
            self.dismiss(self.found.row.ref.id)

    def markings(self) -> list[Tlp | None]:
        """Those of the items listed, and of the briefing named above."""
        return [self.briefing_app.reader.view.links.briefing.tlp, *(item.tlp for item in self.shown)]


def command_items(keymap: Keymap, manner: Manner) -> list[Item]:
    """Every command that the palette can run."""
    return [Item(command.id, command.words, manner.keys(keymap.written(command.id))) for command in COMMANDS]


class Filter(Finder[None]):
    """Filters a pane while typing: the list is the pane's own rows. `enter` keeps the filter, `esc` drops it."""

    PROMPT, PLACEHOLDER, VERB = later("filter"), later("words in the row"), later("keep")

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane.filtered)
        self.pane = pane

    def look(self, query: str) -> None:
        """Show the rows that match."""
        from ..filtering import filtered

        rows = filtered(self.pane.everything, query)
        self.show(rows, f"{len(rows)}/{len(self.pane.everything)}")

    def choose(self) -> None:
        """Keep the filter, and stand on the row."""
        reader = self.briefing_app.reader
        row = self.found.row
        reader.set_filter(self.pane, self.input.value)
        self.dismiss(None)
        if row:
            reader.follow(row.ref)

    def action_close(self) -> None:
        """Drop the filter."""
        self.briefing_app.reader.set_filter(self.pane, "")
        self.dismiss(None)

    def heading(self) -> Line:
        """The briefing, and which pane."""
        return (*super().heading(), Run(f" · {self.pane.title}", "muted"))
