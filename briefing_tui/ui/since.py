"""What changed in briefings since they were last read. Knows nothing of Textual; what takes time is called in a thread.

The version last read is the one on the screen when a file was first opened, then the one whose changes were looked at and
left: nothing else counts as reading them, so that no change is missed because a file was open while it was saved.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from ..model.briefing import Briefing
from ..model.changes import ItemChange, changes
from ..model.errors import BriefingError
from ..model.links import Links

if TYPE_CHECKING:
    from ..library import Entry, Library
    from ..reading import Reading


class Changed(NamedTuple):
    """What changed between two versions of a briefing; `read` is whether that was looked at already."""

    old: Links
    new: Links
    changes: tuple[ItemChange, ...]
    read: bool = False


class Since:
    """Compares briefings with their versions last read; each is asked for with the reading that is shown."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[str, Changed] = {}
        self._readings: dict[str, Reading] = {}
        self._working = Lock()

    def known(self, key: str, briefing: Briefing) -> Changed | None:
        """What is known of the version shown; None if `look` has not been at it."""
        found = self._known.get(key)
        return found if found and found.new.briefing is briefing else None

    def look(self, entry: Entry, reading: Reading) -> None:
        """Find out what changed. A briefing that was never read is read now."""
        with self._working:
            before = self._known.get(entry.key)
            if before and before.new.briefing is reading.briefing:
                return
            if before:
                self._know(entry.key, before.new if before.read else before.old, reading)
                return
            old = self._last_read(entry, reading)
            self._know(entry.key, old or Links(reading.briefing), reading)
            if old is None:
                self._keep(entry)

    def _know(self, key: str, old: Links, reading: Reading) -> None:
        new = reading.briefing
        found = changes(old.briefing, new) if old.briefing is not new else ()
        self._readings[key] = reading
        self._known[key] = Changed(old, Links(new), found, read=not found)

    def read(self, key: str) -> bool:
        """The changes have been looked at; whether that is news. They stay to be looked at until there are others."""
        found = self._known.get(key)
        if found is None or found.read:
            return False
        self._known[key] = found._replace(read=True)
        return True

    def keep(self, entry: Entry) -> None:
        """Keep the version that was looked at last as the one last read, also for later starts."""
        with self._working:
            self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        from ..library.last_read import keep_as_read

        try:
            data = entry.path.read_bytes()
            if self.library.read(entry).briefing == self._readings[entry.key].briefing:
                keep_as_read(entry.path, data)
        except (OSError, BriefingError):
            return

    def _last_read(self, entry: Entry, reading: Reading) -> Links | None:
        """The version last read; the one shown, if it is the same to the byte."""
        from ..library.last_read import last_read
        from ..reading import read_bytes

        data = last_read(entry.path)
        if data is None:
            return None
        try:
            if data == entry.path.read_bytes():
                return Links(reading.briefing)
        except OSError:
            return None
        try:
            registry = self.library.registries.of(entry.path)
            return Links(read_bytes(data, entry.file, entry.id, registry=registry).briefing)
        except BriefingError:
            return None
