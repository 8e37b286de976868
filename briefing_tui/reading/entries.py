"""The ways people write entries, made one: maps, lists, lone entries and bare texts."""

from collections.abc import Callable, Iterator

from ..i18n import said as _
from ..model import countries
from ..model.briefing import Delegation
from .findings import Findings
from .ids import Ids, slug
from .languages import is_language
from .nodes import Map, Node, Seq, line_of, shorten, texts, words
from .shapes import Shape


class Entry:
    """One entry of a section keyed by id, not yet built."""

    __slots__ = ("at", "id", "node")

    def __init__(self, id: str, node: Node, at: int) -> None:
        self.id = id
        self.node = node
        self.at = at


def listed(node: Node, at: int, shape: Shape, findings: Findings) -> Iterator[tuple[Node, int]]:
    """The entries of a list field with their places; the list is used up."""
    if type(node) is Seq:
        yield from node.consumed()
    elif type(node) is Map and not is_entry(node, shape) and node and all(type(value) is Map for value in node[2::4]):
        findings.problem(at, _("a list is expected here; start each entry with '- ' in place of its key"))
        yield from ((value, value_at) for _key, _at, value, value_at in node.entries())
    else:
        yield node, at


def is_entry(node: Map, shape: Shape) -> bool:
    """Whether a map is one entry of this shape, not several keyed by id."""
    keys = node.names()
    return any(key in shape.fields for key in keys) or all(is_language(key) for key in keys)


def keyed(node: Node, at: int, shape: Shape, findings: Findings, known: Callable[[Node], str] | None = None) -> list[Entry]:
    """The entries of a section keyed by id; an id is made where none is written, and none is there twice.

    `known` gives the id of a registered thing that an entry without an id names; the id alone is an entry, too.
    """
    ids = Ids()
    entries: list[Entry] = []
    for written, entry, entry_at in _pairs(node, at, shape):
        registered = known(entry) if known and not written else ""
        id = _normal(written or registered or _made(entry, shape), shape)
        if line := written and ids.line(id):
            findings.problem(
                entry_at, _("'{id}' is here twice, first on line {line}; rename one, or merge them", id=shorten(id), line=line)
            )
        if shape.record is Delegation and not written and type(entry) is str:
            entry = None if countries.alpha3(entry) or entry == id else entry
        if registered and entry == registered and not ids.line(id):
            entry = None
        entries.append(Entry(ids.take(id, line_of(entry_at)), entry, entry_at))
    return entries


def _pairs(node: Node, at: int, shape: Shape) -> Iterator[tuple[str, Node, int]]:
    """Id, entry and place of each; no id where none is written."""
    main = shape.main.name if shape.main else ""
    if type(node) is Map and main not in node.names():
        yield from ((key, value, key_at) for key, key_at, value, _ in node.entries())
        return
    for entry, entry_at in node.consumed() if type(node) is Seq else [(node, at)]:
        if type(entry) is not Map:
            yield "", entry, entry_at
        elif len(entry) == 4 and not is_entry(entry, shape) and entry[0] != "id":
            yield entry.names()[0], entry[2], entry_at
        else:
            yield _take_id(entry), entry, entry_at


def _take_id(entry: Map) -> str:
    for index in range(0, len(entry), 4):
        if entry[index] == "id":
            id = words(entry[index + 2])
            del entry[index : index + 4]
            return id
    return ""


def _made(entry: Node, shape: Shape) -> str:
    """An id made from an entry's main field."""
    value = entry
    if type(entry) is Map and shape.main:
        value = entry.get(shape.main.name)[0] or next((part for part in entry[2::4] if part), None)
    names = texts(value)
    return slug("-".join(names if type(value) is Seq else names[:1])) or "entry"


def _normal(id: str, shape: Shape) -> str:
    """A delegation's id is the country's code, however it was written."""
    return (countries.alpha3(id) or id) if shape.record is Delegation else id
