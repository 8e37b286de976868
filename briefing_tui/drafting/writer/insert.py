"""Where a new entry goes, and how it is written there, so that nothing else in the file changes.

An entry is written as its neighbour is: a line in brackets or a block of lines, as deep, as far from the one before it. In a
file of blocks whole lines are added; between brackets, an entry behind the last one.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ...i18n import _
from ...model.errors import BriefingError
from .scalars import Value, inline, scalar
from .tree import Node

LONGEST = 128
"""As long as a line in brackets may be before an entry is written as a block."""

_STEP = 2
_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"\r\n|\r|\n")


class Entry(NamedTuple):
    """What is to be added: its fields in order, and its id where entries are keyed."""

    fields: Mapping[str, Value]
    id: str = ""


class Edit(NamedTuple):
    """What stands from `start` to `end` is to be `text`."""

    start: int
    end: int
    text: str


class LayoutError(BriefingError):
    """A section is written in a way that nothing can be added to."""

    title = "Not added"


def applied(text: str, edits: list[Edit]) -> str:
    """`text` after edits that do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:]))


def insertion(text: str, root: Node, section: str, entry: Entry) -> Edit:
    """The edit that adds an entry to a section, which is made where it is missing; raises LayoutError."""
    place = Place(text, root)
    node = root.get(section) if root.kind == "map" else None
    if node is None:
        return place.section(section, entry)
    if node.nothing:
        return place.first(node, entry)
    if node.kind not in ("map", "seq") or (entry.id == "" and node.kind == "map"):
        raise LayoutError(_("{section}: holds one entry that is no list; start it with '- ', then add to it", section=section))
    return place.between(node, entry) if node.flow else place.below(node, entry)


class Place:
    """The places of one file where something can be put in."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.root = root
        found = _BREAK.search(text)
        self.newline = found[0] if found else "\n"

    def section(self, name: str, entry: Entry) -> Edit:
        """The section itself, after all others."""
        if self.root.flow:
            return self.behind(self.root, f"{name}: {_collection(entry)}")
        lines = ["", f"{name}:", *_block(entry, _STEP, _STEP, dashed=not entry.id)]
        return self._lines(self._end(self.root), [" " * self.root.column * bool(line) + line for line in lines])

    def first(self, node: Node, entry: Entry) -> Edit:
        """The first entry of a section that has no value yet; comments below its key stay above."""
        if self.root.flow:
            return Edit(node.start, node.end, f" {_collection(entry)}")
        if node.value:
            return Edit(node.start, node.end, _collection(entry))
        column = self.root.column + _STEP
        return self._lines(self._end(node), _block(entry, column, _STEP, dashed=not entry.id))

    def below(self, node: Node, entry: Entry) -> Edit:
        """Behind the last entry of a block."""
        last = node.parts[-1]
        dashed = node.kind == "seq"
        column, step = max(node.column, 0), _STEP
        if last.kind == "map" and not last.flow and last.column > column:
            step = last.column - column
        lines = _block(entry, column, step, dashed=dashed)
        if last.flow and len(line := _line(entry, column, dashed=dashed)) <= LONGEST:
            lines = [line]
        return self._lines(self._end(node), [""] * self._apart(node) + lines)

    def between(self, node: Node, entry: Entry) -> Edit:
        """Behind the last entry in brackets."""
        fields = {"id": entry.id, **entry.fields} if node.kind == "seq" and entry.id else entry.fields
        return self.behind(node, inline(fields) if node.kind == "seq" else f"{scalar(entry.id)}: {inline(fields)}")

    def behind(self, node: Node, words: str) -> Edit:
        """Words behind all that is in the brackets of a node, on a line of their own if the last thing in it is."""
        if not node.parts:
            at = min(found for bracket in "{[" if (found := self.text.find(bracket, node.start)) >= 0) + 1
            return Edit(at, at, words)
        last = node.parts[-2] if node.kind == "map" else node.parts[-1]
        lead = self.text[self._line_start(last.start) : last.start]
        alone = not lead.strip() and self._line_start(last.start) > node.start
        at = node.parts[-1].end
        return Edit(at, at, f",{self.newline}{lead}{words}" if alone else f", {words}")

    def under(self, node: Node, lines: list[str]) -> Edit:
        """Lines behind all that is in a block, as deep as what is in it."""
        return self._lines(self._end(node), [" " * max(node.column, 0) + line for line in lines])

    def _apart(self, node: Node) -> bool:
        """Whether an empty line stands between the entries of a section."""
        firsts = node.parts[::2] if node.kind == "map" else node.parts
        if len(firsts) < 2:
            return False
        gap = self.text[node.parts[-3 if node.kind == "map" else -2].end : firsts[-1].start]
        return any(not line.strip() for line in _BREAK.split(gap)[1:-1])

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def _end(self, node: Node) -> int:
        """Where the lines of a node end, with the comments that are indented as what is in it."""
        at = self._line_end(node.end)
        while (line := _LINE.match(self.text, at)) and line[0].lstrip(" \t").startswith("#"):
            if len(line[0]) - len(line[0].lstrip(" \t")) <= self.root.column:
                break
            at = line.end()
        return at

    def _line_end(self, at: int) -> int:
        """The start of the next line, which is `at` itself behind a text of several lines."""
        line = _LINE.match(self.text, at)
        return at if at == self._line_start(at) or not line else line.end()

    def _lines(self, at: int, lines: list[str]) -> Edit:
        """Whole lines at the start of a line, or behind a last line that has no end."""
        joined = self.newline.join(lines)
        if at == self._line_start(at):
            return Edit(at, at, joined + self.newline)
        return Edit(at, at, self.newline + joined)


def _collection(entry: Entry) -> str:
    """A section in brackets with one entry."""
    return f"{{{scalar(entry.id)}: {inline(entry.fields)}}}" if entry.id else f"[{inline(entry.fields)}]"


def _line(entry: Entry, column: int, *, dashed: bool) -> str:
    """An entry as one line of a block."""
    fields = {"id": entry.id, **entry.fields} if dashed and entry.id else entry.fields
    return f"{' ' * column}{'- ' if dashed else f'{scalar(entry.id)}: '}{inline(fields)}"


def _block(entry: Entry, column: int, step: int, *, dashed: bool) -> list[str]:
    """An entry as lines, a field each."""
    fields = {"id": entry.id, **entry.fields} if dashed and entry.id else entry.fields
    inner = [f"{scalar(key)}: {inline(value)}" for key, value in fields.items()]
    if not dashed:
        return [f"{' ' * column}{scalar(entry.id)}:", *(" " * (column + step) + line for line in inner)]
    leads = ["-".ljust(step), *[" " * step] * (len(inner) - 1)]
    return [f"{' ' * column}{lead}{line}" for lead, line in zip(leads, inner, strict=True)]
