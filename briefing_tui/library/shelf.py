"""The files of a library, read when they are asked for and read again when they changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.briefing import Briefing
from ..model.errors import BriefingError
from .folders import Entry, entries
from .memo import Memo

if TYPE_CHECKING:
    from ..reading import Peek, Reading


class Shelf:
    """The briefings under `paths`, each a folder (searched to its depths) or a file. Nothing is read until it is needed.

    `start` is the id of the briefing to open whatever the date is.
    """

    def __init__(self, *paths: Path, start: str = "") -> None:
        self.paths = paths
        self.start = start
        self._entries: tuple[Entry, ...] | None = None
        self._readings: Memo[Reading] = Memo(_read)
        self._peeks: Memo[Peek | None] = Memo(_peek)

    def __getstate__(self) -> dict[str, object]:
        """What goes with a library to another process: not the entries and peeks, which are found again sooner than sent."""
        return self.__dict__ | {"_entries": None, "_peeks": Memo(_peek)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All files, sorted by path, those that cannot be read among them."""
        if self._entries is None:
            self._entries = entries(self.paths)
        return self._entries

    def rescan(self) -> bool:
        """Look for files that came or went; whether there are any."""
        before, self._entries = self._entries, entries(self.paths)
        return before != self._entries

    def read(self, entry: Entry) -> "Reading":
        """The briefing as its file is now, with all messages; raises UnreadableError."""
        return self._readings.get(entry.path)

    def changed(self, entry: Entry) -> bool:
        """Whether the file changed since it was last read."""
        return self._readings.changed(entry.path)

    def peek(self, entry: Entry) -> "Peek | None":
        """Title, date and marking without reading the whole file; None where that cannot be done."""
        return self._peeks.get(entry.path)

    def briefings(self) -> Iterator[tuple[Entry, Briefing]]:
        """All briefings that can be read, one by one."""
        for entry in self.entries:
            try:
                yield entry, self.read(entry).briefing
            except BriefingError:
                continue


def _read(path: Path) -> "Reading":
    from ..reading import read

    return read(path)


def _peek(path: Path) -> "Peek | None":
    from ..reading import peek

    return peek(path)
