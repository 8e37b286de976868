"""A YAML file as a tree of nodes that know where they stand, so that text can be put in beside them.

Nothing is composed or constructed: see `reading.events`, whose limits a file has met before it comes here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...reading.decode import decode
from ...reading.findings import Findings

SHALLOW = 2
"""As deep as one must look to add to a section: the sections, their entries, and where these begin."""

_EMPTY = re.compile(r"(?<=[\r\n])(?<!\r(?=\n))[\r\n]*\Z|\Z")


@dataclass(slots=True, eq=False)
class Node:
    """A part of a file from `start` to `end`, in characters; `end` is that of the last thing in it.

    `kind` is scalar, map, seq or alias; `style` the mark a scalar begins with, or `{` for what stands in brackets. `column`
    is that of a map's first key, or of a list's dashes. `parts` are keys and values in turn, or items.
    """

    kind: str
    start: int
    end: int
    column: int
    style: str = ""
    value: str = ""
    parts: list["Node"] = field(default_factory=list)

    @property
    def flow(self) -> bool:
        """Whether it is a map or list in brackets."""
        return self.kind in ("map", "seq") and self.style == "{"

    @property
    def nothing(self) -> bool:
        """Whether it is no value at all: see SCHEMA, principle 7."""
        return self.kind == "scalar" and not self.style and self.value in ("", "~", "null")

    def entries(self) -> Iterator[tuple["Node", "Node"]]:
        """The keys and values of a map."""
        parts = iter(self.parts)
        return zip(parts, parts, strict=False)

    def get(self, key: str) -> "Node | None":
        """The value of a key, the last if the key is there more than once."""
        found = [value for name, value in self.entries() if name.value == key] if self.kind == "map" else []
        return found[-1] if found else None


def grow(text: str, depth: int = 32) -> Node | None:
    """The root of `text`, with nodes down to `depth` levels below it; None for an empty file. Raises yaml.YAMLError."""
    growth = Growth(text, depth)
    for event in events(text):
        growth.take(event)
    return growth.root


def events(text: str) -> Iterator[Any]:
    """The YAML events of a text, whose places are those of its characters. Raises yaml.YAMLError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield from yaml.parse(decode(text.encode(), Findings("")), Loader=loader)


class Growth:
    """The open nodes while a tree grows; those below `depth` are one node that is written over again and again."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.depth = depth
        self.root: Node | None = None
        self.open: list[Node] = []
        self.last = 0

    def take(self, event: Any) -> None:
        """Grow by one event."""
        kind = type(event).__name__
        if kind in ("ScalarEvent", "AliasEvent"):
            scalar = kind == "ScalarEvent"
            self.last = max(self.last, self._end(event) if scalar else event.end_mark.index)
            style, value = (event.style or "", event.value) if scalar else ("*", event.anchor)
            self._add(
                Node("scalar" if scalar else "alias", event.start_mark.index, self.last, event.start_mark.column, style, value)
            )
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            node = self._collection(event, "map" if kind == "MappingStartEvent" else "seq")
            self._add(node)
            self.open.append(node)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            node = self.open.pop()
            if node.style:
                self.last = event.end_mark.index
            node.end = max(self.last, node.start)

    def _end(self, event: Any) -> int:
        """Where a scalar ends: what is indented under `|` or `>`, without the empty lines below it unless they count."""
        start, end = event.start_mark.index, int(event.end_mark.index)
        if event.style not in ("|", ">") or "+" in self.text[start : start + 3] or end == len(self.text):
            return end
        return end - len(_EMPTY.search(self.text[start:end])[0])  # type: ignore[index]

    def _collection(self, event: Any, kind: str) -> Node:
        start, flow = event.start_mark, bool(event.flow_style)
        column = start.column if kind == "seq" and not flow and event.anchor is None and event.tag is None else -1
        return Node(kind, start.index, start.index, column, "{" if flow else "")

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if parent.column < 0 and not parent.flow:
            parent.column = node.column if parent.kind == "map" else self._dash(node)
        if len(self.open) <= self.depth:
            parent.parts.append(node)

    def _dash(self, first: Node) -> int:
        """The column of the dash before the first item of a list that starts with an anchor."""
        dash = self.text.rfind("-", 0, first.start)
        return dash - max(self.text.rfind("\n", 0, dash), self.text.rfind("\r", 0, dash)) - 1
