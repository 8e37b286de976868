"""A YAML file as a tree of texts, each with its place, and nothing else.

A node is a text, None for no value, a `Map` or a `Seq`. Both hold their nodes flat, each followed by its place, so that a
`Map` reads key, place, value, place, … and a `Seq` node, place, …: large files stay small. A place is line and column in
one int.
"""

from collections.abc import Iterator

COLUMN_BITS = 25
"""How many bits of a place are its column: enough for the largest file in one line."""


class Map(list["Node"]):
    """Keys and values in file order; equal keys are all there."""

    __slots__ = ()

    def entries(self) -> Iterator[tuple[str, int, "Node", int]]:
        """Key, its place, value, its place. A key that is no text is given in words."""
        parts = iter(self)
        for key, key_at, value, at in zip(parts, parts, parts, parts, strict=True):
            yield key if type(key) is str else words(key), key_at, value, at  # type: ignore[misc]

    def names(self) -> list[str]:
        """The keys in file order."""
        return [key if type(key) is str else words(key) for key in self[::4]]

    def get(self, key: str) -> tuple["Node", int]:
        """The value of a key and its place, taken at the first of equal keys; (None, 0) if the key is absent."""
        return next(((value, at) for name, _, value, at in self.entries() if name == key), (None, 0))


class Seq(list["Node"]):
    """The entries of a list."""

    __slots__ = ()

    def entries(self) -> Iterator[tuple["Node", int]]:
        """Node and place of each."""
        parts = iter(self)
        yield from zip(parts, parts, strict=True)

    def consumed(self) -> Iterator[tuple["Node", int]]:
        """Node and place of each, given away: the list forgets a node once it is handed out."""
        for index in range(0, len(self), 2):
            node, self[index] = self[index], None
            yield node, self[index + 1]  # type: ignore[misc]


Node = str | int | None | Map | Seq
"""What stands in a `Map` or `Seq`; the ints are places."""


def place(line: int, column: int) -> int:
    """The place of a line and column that count from 0; no file is large enough for a column to need more."""
    return line << COLUMN_BITS | column


def line_of(at: int) -> int:
    """The line of a place, from 1."""
    return (at >> COLUMN_BITS) + 1


def column_of(at: int) -> int:
    """The column of a place, from 1."""
    return (at & (1 << COLUMN_BITS) - 1) + 1


def words(node: Node) -> str:
    """A node as words in one line for people: maps as `key: value; …`, lists as `a, b`."""
    if type(node) is str:
        return node
    if type(node) is Map:
        return "; ".join([f"{words(key)}: {words(value)}" for key, value in zip(node[::4], node[2::4], strict=True)])
    if type(node) is Seq:
        return ", ".join([words(item) for item in node[::2]])
    return "" if node is None else str(node)


def texts(node: Node) -> list[str]:
    """All texts of a node but the keys: the names in a language map, the entries of a list."""
    if type(node) is Map:
        return [text for _, _, value, _ in node.entries() for text in texts(value)]
    if type(node) is Seq:
        return [text for item, _ in node.entries() for text in texts(item)]
    return [node] if isinstance(node, str) else []


def shorten(text: str, most: int = 40) -> str:
    """A text short enough to be named in a message, in one line."""
    text = " ".join(text[: most * 4].split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
