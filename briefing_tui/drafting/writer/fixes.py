"""What is certain to be meant and written otherwise: words in the wrong case, codes of countries, marks round a quote.

A value that YAML stops at is put in quotes first. A fix changes scalars alone. What comes of it is read again: every other
scalar must be as it was, and no problem be new.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...model.briefing import Delegation, Quote
from ...model.countries import alpha3
from ...model.fields import Kind
from ...model.marking import Tlp
from ...reading.shapes import Field, Shape, Sort, shape_of
from ...reading.values import tlp_label
from .adding import Read, fresh, root_of
from .insert import Edit, LayoutError, applied
from .quoting import quoted
from .scalars import scalar
from .tree import Node

MARKS = {"„": "“”", "“": "”", "«": "»", "»": "«", '"': '"'}
"""What opens a quotation, and what may close it."""

_BREAK = re.compile(r"[\r\n]")
_DEEP = 32


class Fix(NamedTuple):
    """A scalar, what it is to say, and how that is written."""

    node: Node
    value: str
    edits: tuple[Edit, ...]


def fixed(text: str, file: type[Any], read: Callable[[str], Read]) -> str:
    """`text`, of a file of the class `file`, with all that can be put right; `read` reads a text.

    Raises UnreadableError if there is nothing to read, LayoutError if there is no YAML even with values in quotes.
    """
    before = read(text)
    if (new := quoted(text)) != text:
        after = read(new)
        text, before = (text, before) if fresh(before.messages, after.messages) else (new, after)
    root = root_of(text, _DEEP)
    finder = _Finder(text, before.record)
    finder.record(root, shape_of(file))
    return _applied(text, _safe(text, root, [], finder.found, read, before))


def _applied(text: str, found: list[Fix]) -> str:
    return applied(text, [edit for fix in found for edit in fix.edits])


def _safe(text: str, root: Node, kept: list[Fix], found: list[Fix], read: Callable[[str], Read], before: Read) -> list[Fix]:
    """Those of the fixes that do no harm together with those that are kept, found by halves."""
    if _harmless(text, root, kept + found, read, before):
        return found
    if len(found) == 1:
        return []
    half = len(found) // 2
    first = _safe(text, root, kept, found[:half], read, before)
    return first + _safe(text, root, kept + first, found[half:], read, before)


def _harmless(text: str, root: Node, found: list[Fix], read: Callable[[str], Read], before: Read) -> bool:
    """Whether these fixes change what they say and nothing else, and no problem comes of them."""
    if not found:
        return True
    new = _applied(text, found)
    meant = {id(fix.node): fix.value for fix in found}
    wanted = [(node.kind, meant.get(id(node), node.value)) for node in _all(root)]
    try:
        made = root_of(new, _DEEP)
    except LayoutError:
        return False
    if [(node.kind, node.value) for node in _all(made)] != wanted:
        return False
    return not fresh(before.messages, read(new).messages)


def _all(root: Node) -> Iterator[Node]:
    """All nodes of a tree, in file order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.parts)


class _Finder:
    """Walks a file along the shapes of its records."""

    def __init__(self, text: str, record: Any) -> None:
        self.text = text
        self.record_read = record
        self.found: list[Fix] = []

    def record(self, node: Node, shape: Shape) -> None:
        """One record: a map of fields, or its main field alone."""
        if node.kind != "map":
            if shape.main and shape.main.sort is Sort.REFS:
                self._field(node, shape.main, shape)
            return
        for key, value in node.entries():
            field = shape.fields.get(key.value)
            if field:
                self._field(value, field, shape)

    def _field(self, node: Node, field: Field, shape: Shape) -> None:
        match field.sort:
            case Sort.CHOICE:
                self._set(node, _tlp(node.value) if field.of is Tlp else _choice(node.value, field))
            case Sort.REF | Sort.REFS if Kind.DELEGATION in field.refers.kinds:
                for each in node.parts if node.kind == "seq" else (node,):
                    self._set(each, self._code(each.value, field.refers.kinds == (Kind.DELEGATION,)))
            case Sort.RECORDS | Sort.KEYED:
                self._entries(node, shape_of(field.of), keyed=field.sort is Sort.KEYED)
            case Sort.STRING if shape.record is Quote and field.name == "text":
                self._unmark(node)

    def _entries(self, node: Node, shape: Shape, *, keyed: bool) -> None:
        """The records of a section, however they are listed."""
        if node.kind == "seq":
            for item in node.parts:
                self.record(item, shape)
        elif node.kind == "map" and any(key.value in shape.fields for key, _ in node.entries()):
            self.record(node, shape)
        elif node.kind == "map" and keyed:
            for key, value in node.entries():
                if shape.record is Delegation:
                    self._set(key, self._code(key.value, True))
                self.record(value, shape)

    def _code(self, word: str, only: bool) -> str:
        """The code of the country that a code means; in small letters only where nothing but a delegation can be meant."""
        code = alpha3(word) if len(word) <= 4 and " " not in word else None
        certain = word.isupper() or (only and word.islower() and word.upper() == code)
        return code if code and certain and not self._known(word) else ""

    def _known(self, word: str) -> bool:
        """Whether somebody or something of the file goes by this word."""
        own = self.record_read
        people = getattr(own, "participants", {}).values()
        if any(word == person.id or word in person.aliases or word in map(_words, person.name.wordings) for person in people):
            return True
        others = getattr(own, "delegations", {}).values()
        return any(each.name and word in map(_words, each.name.wordings) for each in others)

    def _set(self, node: Node, value: str) -> None:
        """Another value for a scalar of one line."""
        written = self.text[node.start : node.end]
        plain = written.startswith(node.style) if node.style in ("'", '"') else not node.style and written == node.value
        if not value or value == node.value or node.kind != "scalar" or not plain or _BREAK.search(written):
            return
        quoted = {"": scalar(value), "'": "'" + value.replace("'", "''") + "'", '"': json.dumps(value, ensure_ascii=False)}
        self.found.append(Fix(node, value, (Edit(node.start, node.end, quoted[node.style]),)))

    def _unmark(self, node: Node) -> None:
        """The words of a quote without the marks round them, if these belong together and no others are of their kind."""
        value = node.value.rstrip()
        inner, end = value[1:-1], node.value[len(value) :]
        if node.kind != "scalar" or len(value) < 3 or value[-1] not in MARKS.get(value[0], ""):
            return
        if not inner.strip() or any(mark in inner for mark in value[0] + MARKS[value[0]]):
            return
        before = len(self.found)
        self._set(node, inner + end)
        first, last = self.text.find(value[0], node.start), self.text.rfind(value[-1], node.start, node.end)
        if len(self.found) == before and inner[0].isalnum() and 0 <= first < last:
            self.found.append(Fix(node, inner + end, (Edit(first, first + 1, ""), Edit(last, last + 1, ""))))


def _words(wording: Any) -> str:
    return str(wording.text)


def _choice(word: str, field: Field) -> str:
    """The word of a field that differs in case, blanks or underlines alone."""
    near = word.casefold().replace(" ", "-").replace("_", "-")
    return next((choice.value for choice in field.of if choice.value.casefold() == near), "")


def _tlp(word: str) -> str:
    return tlp_label(word) or ""
