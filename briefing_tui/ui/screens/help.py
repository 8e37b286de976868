"""All keys, generated from the commands, searchable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.geometry import Region
from textual.widget import Widget

from ..commands import COMMANDS
from ..commands.command import Command
from ..runs import Line, Run, cut, width, wrap
from ..widgets.line import LineWidget
from .finder import Finder

_KEYS = 11
_LEAST = 8
"""Cells that what a key does has on the narrowest screen."""


class HelpPage(LineWidget):
    """The commands by group, in columns: three from 110 cells, two from 72, else one."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: Sequence[Command] = COMMANDS
        self.top = 0
        self.lines: list[Line] = []

    def show(self, commands: Sequence[Command]) -> None:
        """Show these."""
        self.commands, self.top = commands, 0
        self.refresh()

    def scroll(self, steps: int) -> None:
        """Scroll by rows."""
        self.top = max(0, min(self.top + steps, len(self.lines) - self.size.height))
        self.refresh()

    def prepare(self) -> None:
        """Lay out for the width."""
        self._lay_out()
        self.top = max(0, min(self.top, len(self.lines) - self.size.height))

    def line(self, y: int) -> Line:
        """A row of all columns."""
        row = y + self.top
        if not self.lines and not y:
            return (Run(" no key does that; try fewer letters", "muted"),)
        return self.lines[row] if row < len(self.lines) else ()

    def _lay_out(self) -> None:
        cells = max(1, self.size.width)
        columns = 3 if cells >= 110 else 2 if cells >= 72 else 1
        room = cells // columns - 1
        groups = _groups(self.commands, room - 1)
        heights = [len(lines) + 1 for lines in groups]
        stacks: list[list[Line]] = [[] for _ in range(columns)]
        share = -(-sum(heights) // columns)
        index = 0
        for lines in groups:
            if stacks[index] and index < columns - 1 and len(stacks[index]) + len(lines) > share + 2:
                index += 1
            stacks[index] += [*([()] if stacks[index] else []), *lines]
        rows = max(map(len, stacks))
        self.lines = [_row([stack[row] if row < len(stack) else () for stack in stacks], room) for row in range(rows)]


def _groups(commands: Iterable[Command], cells: int) -> list[list[Line]]:
    """A heading and the commands of each group, what they do wrapped beside their keys."""
    groups: dict[str, list[Line]] = {}
    for command in commands:
        lines = groups.setdefault(command.group, [(Run(command.group, "label"),)])
        keys = command.shown or command.keys.replace(",", " ") or ":"
        for number, words in enumerate(wrap((Run(command.words),), max(_LEAST, cells - _KEYS))):
            lines.append((Run(f"{'' if number else keys:<{_KEYS}}", "key"), *words))
    return list(groups.values())


def _row(cells: list[Line], room: int) -> Line:
    line: list[Run] = [Run(" ")]
    for cell in cells:
        kept = cut(cell, room - 1)
        line += [*kept, Run(" " * (room - width(kept)))]
    return tuple(line)


class Help(Finder[None]):
    """The keys; typing narrows them, `esc` closes."""

    PROMPT, VERB = "Keys", "close"

    def __init__(self) -> None:
        super().__init__()
        self.page = HelpPage()

    def body(self) -> Iterable[Widget]:
        """The page instead of a list."""
        return (self.prompt, self.input, self.count, self.ruler, self.page)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The page where the list would be."""
        places = super().places(columns, rows)
        places[self.page] = places.pop(self.found)
        return places

    def look(self, query: str) -> None:
        """Show the commands whose words or keys match."""
        from ...search.match import matches

        found = [
            each
            for each in COMMANDS
            if not query.strip() or matches(query, f"{each.words} {each.shown or each.keys} {each.group}")
        ]
        self.page.show(found)
        self.count.say(f"{len(found)} keys")

    def choose(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_move(self, steps: int) -> None:
        """Scroll."""
        self.page.scroll(steps)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.page.scroll(pages * max(1, self.page.size.height - 1))

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [("type", "to search"), ("↑↓", "scroll"), ("esc", "close")]
