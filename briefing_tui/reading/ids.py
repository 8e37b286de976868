"""Ids made from names, and kept apart."""

import re
import unicodedata
from functools import lru_cache


class Ids:
    """The ids given so far in one section, with their lines."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._next: dict[str, int] = {}

    def line(self, id: str) -> int:
        """The line that has this id already; 0 if none has."""
        return self._lines.get(id, 0)

    def take(self, id: str, line: int) -> str:
        """`id` for what stands on `line`, with the first free number after it if it is taken."""
        free = id
        while free in self._lines:
            self._next[id] = self._next.get(id, 1) + 1
            free = f"{id}-{self._next[id]}"
        self._lines[free] = line
        return free


@lru_cache(4096)
def slug(name: str) -> str:
    """A name as an id: small letters and digits of any script, joined by `-`."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name[:80]) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain).casefold()).strip("-")
