"""All keys, generated from the commands: searchable, and each of them runs."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from ...i18n import later, several
from ..commands import COMMANDS
from ..commands.command import Command
from ..widgets.keys import Entry, KeyPage
from .finder import Finder

_CELLS = 10
"""What keys of a command are written in; those that have no room are in `briefing keys`."""


class Help(Finder[str]):
    """The keys; typing narrows them, `enter` runs what is under the cursor: the result is its id. `esc` closes."""

    PROMPT, VERB = later("Keys"), later("run")

    def __init__(self) -> None:
        super().__init__()
        self.page = KeyPage()

    def body(self) -> Iterable[Widget]:
        """The page instead of a list."""
        return (self.prompt, self.input, self.count, self.ruler, self.page)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The page where the list would be."""
        places = super().places(columns, rows)
        places[self.page] = places.pop(self.found)
        return places

    def look(self, query: str) -> None:
        """Show the commands whose words, keys or names match, with the cursor on the one that does best."""
        from ...search.match import matches

        entries = [self._entry(command) for command in COMMANDS]
        if not query.strip():
            self._show(entries, 0)
            return
        scored = [(self._score(each, query, matches(query, _text(each))), each) for each in entries]
        found = [(score, each) for score, each in scored if score]
        best = max((score for score, _ in found), default=0.0)
        self._show([each for _, each in found], next((at for at, (score, _) in enumerate(found) if score == best), 0))

    def choose(self) -> None:
        """Run what is under the cursor, or say why it cannot be done now."""
        entry = self.page.entry
        if entry and entry.off:
            self.hints.say(entry.off)
        elif entry:
            self.dismiss(entry.id)

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self.listing = True
        self.page.move(steps)

    def action_page(self, pages: int) -> None:
        """Move it by a page."""
        self.listing = True
        self.page.page(pages)

    def _entry(self, command: Command) -> Entry:
        keymap = self.briefing_app.keymap
        keys = keymap.written(command.id, _CELLS) or keymap.key("palette")
        return Entry(command.id, command.row.group, keys, command.words, command.off(self.briefing_app.reader))

    def _score(self, entry: Entry, query: str, match: tuple[float, object] | None) -> float:
        """How well an entry matches; a key that was typed does best, 0 is not at all."""
        if query.strip() in self.briefing_app.keymap.of(entry.id):
            return 2.0
        return match[0] if match else 0.0

    def _show(self, entries: list[Entry], cursor: int) -> None:
        self.page.show(entries, cursor)
        self.count.say(several("{count} key", "{count} keys", len(entries)))


def _text(entry: Entry) -> str:
    """What is searched of an entry."""
    return f"{entry.words} {entry.keys} {entry.group} {entry.id}"
