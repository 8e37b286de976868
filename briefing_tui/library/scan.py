"""The files of a library as they are at one moment, to be compared with what is known of them."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from .folders import Entry, is_table
from .memo import Fingerprint, fingerprint
from .pace import Pace
from .rows import Stamp
from .shared import shared_by
from .shelf import Shelf
from .work import File


class Seen(NamedTuple):
    """A file: its entry, its fingerprint (None if it is gone), the mark and the place of the registry that lends to it."""

    entry: Entry
    print: Fingerprint | None
    shared: bytes
    registry: str

    def is_known(self, stamp: Stamp | None, indexed: set[bytes]) -> bool:
        """Whether the file is as it was when it was stamped, and its documents are among those indexed."""
        return stamp is not None and stamp.holds(self.print, self.shared) and stamp.batch in indexed


class Scan:
    """All files of a library, by place; looks are taken when it is made, and again at single files with `look`."""

    def __init__(self, shelf: Shelf, pace: Pace = iter) -> None:
        self._shelf = shelf
        self._look = shelf.registries.now()
        self._lent: dict[str, tuple[bytes, str]] = {}
        self.seen = {shelf.place(entry.file): self._see(entry) for entry in pace(shelf.entries)}
        self.keys = {place: seen.entry.key for place, seen in self.seen.items()}

    def look(self, place: str) -> None:
        """See how a file is now."""
        self._look = self._shelf.registries.now()
        self._lent.clear()
        self.seen[place] = self._see(self.seen[place].entry)

    def _see(self, entry: Entry) -> Seen:
        folder = os.path.dirname(entry.file)
        lent = self._lent.get(folder)
        if lent is None:
            found = self._look.found(entry.path)
            lent = self._lent[folder] = shared_by(found), self._shelf.place(found.path) if found else ""
        return Seen(entry, fingerprint(entry.file), *lent)

    def stale(self, stamps: dict[str, Stamp], indexed: set[bytes], pace: Pace = iter) -> Iterator[str]:
        """The places of files that are not as they are known to be, or not indexed."""
        return (place for place, seen in pace(self.seen.items()) if not seen.is_known(stamps.get(place), indexed))

    def file(self, place: str) -> File:
        """A file as a worker is told of it."""
        return File(place, self.seen[place].registry)

    def is_table(self, place: str) -> bool:
        """Whether a file is a table of quotes."""
        return is_table(self.seen[place].entry.file)

    def size(self, place: str) -> int:
        """How many bytes a file has."""
        print = self.seen[place].print
        return print.size if print else 0
