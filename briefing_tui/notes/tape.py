"""An append-only file of entries that several programs write, each of which may die at any moment.

Whoever writes holds the lock, reads first what others wrote, and is done when the disk has it. The middle is never touched.
A torn end is kept in a file beside it and cut before something is appended.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..model.errors import UnreadableError, reason
from .disk import anchor, keep_private, lock, not_saved, opened, own, prepare, put, read_all, sync_folder, write_all
from .files import DISK, OWN_FILE, Files
from .lines import Damage, Entry, Scan, id_of, line, scan

PATIENCE = 5.0
"""Seconds to wait for another program to finish writing."""
_READERS_PATIENCE = 0.5
_KNOWN = 4096
"""How many of the last bytes read tell that a file is still the one that was read."""


class Tape:
    """The entries of one file as they were last read, each once however often it is written; see `lines`."""

    def __init__(self, path: Path, files: Files = DISK) -> None:
        self.path = path
        self.files = files
        self._anchored = False
        self._unsure: set[str] = set()
        self._rewind()

    def _rewind(self) -> None:
        """Know nothing of the file."""
        self.entries: list[Entry] = []
        self.damages: list[Damage] = []
        self._ids: set[str] = set()
        self._end = 0
        self._last = b""
        self._torn = b""
        self._unbroken = False
        self._stat: tuple[int, int, int] | None = None

    # --- reading

    def changed(self) -> bool:
        """Whether the file is another than was last read, at the cost of one look at it; false where that cannot be told."""
        try:
            return _facts(self.files.stat(self.path)) != self._stat
        except FileNotFoundError:
            return self._stat is not None
        except OSError:
            return False

    def follow(self) -> None:
        """Read what was written since; a file that is not there has no entries. Raises UnreadableError."""
        try:
            with opened(self.files, self.path, os.O_RDONLY) as file:
                with suppress(OSError):
                    lock(self.files, file, fcntl.LOCK_SH, _READERS_PATIENCE)
                self._read(file)
        except FileNotFoundError:
            self._rewind()
        except OSError as error:
            raise UnreadableError(f"{self.path}: {reason(error, within=True)}") from error

    def _read(self, file: int) -> None:
        facts = self.files.fstat(file)
        if self._stat and not self._goes_on(file, facts):
            self._rewind()
        self._take(read_all(self.files, file, self._end))
        self._stat = _facts(facts)

    def _goes_on(self, file: int, facts: os.stat_result) -> bool:
        """Whether the file is the one that was read, with more behind it at most."""
        if (self._stat and facts.st_ino != self._stat[0]) or facts.st_size < self._end:
            return False
        return self.files.read(file, len(self._last), self._end - len(self._last)) == self._last

    def _take(self, data: bytes) -> None:
        """Take in what stands behind the last entry."""
        found = scan(data)
        self._note(found)
        read = data[: found.end]
        self._torn = data[found.end :]
        self._last = (self._last + read)[-_KNOWN:]
        self._end += found.end
        self._unbroken = found.unbroken if read else self._unbroken

    def _note(self, found: Scan) -> None:
        self.damages += (Damage(self._end + at, size) for at, size in found.damages)
        for entry in found.entries:
            id = id_of(entry)
            if id not in self._ids:
                self._ids.add(id)
                self.entries.append(entry)

    # --- writing

    def append(self, entries: Sequence[Entry]) -> None:
        """Return when these entries are on the disk for good; those that are there by id already are not written again.

        Raises NotSavedError; whoever tries again with the same entries does not have them twice.
        """
        try:
            with self._claimed() as file:
                self._read(file)
                new = [entry for entry in entries if (id := id_of(entry)) not in self._ids or id in self._unsure]
                if new:
                    self._cut(file)
                    self._write(file, new)
                else:
                    self.files.fsync(file)
        except OSError as error:
            raise not_saved(error, self.path) from error

    @contextmanager
    def _claimed(self) -> Iterator[int]:
        """The file, made if need be, for as long as nobody else writes it."""
        folder = self.path.parent
        prepare(self.files, folder)
        with opened(self.files, self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND) as file:
            lock(self.files, file, fcntl.LOCK_EX, PATIENCE)
            if not self._anchored or not self.files.fstat(file).st_size:
                own(self.files, folder)
                keep_private(self.files, file, OWN_FILE)
                anchor(self.files, folder)
                self._anchored = True
            yield file

    def _cut(self, file: int) -> None:
        """Put a torn end aside, then cut it off."""
        if self._torn:
            keep_aside(self.files, self.path, self._torn)
            self.files.truncate(file, self._end)
            self._torn = b""

    def _write(self, file: int, entries: Sequence[Entry]) -> None:
        """Write behind the last entry, or leave the file as it is and be unsure of what the disk has."""
        ids = {id_of(entry) for entry in entries}
        data = (b"\n" if self._unbroken else b"") + b"".join(map(line, entries))
        try:
            write_all(self.files, file, data)
            self.files.fsync(file)
        except OSError:
            self._unsure |= ids
            with suppress(OSError):
                self.files.truncate(file, self._end)
                self.files.fsync(file)
            raise
        self._unsure -= ids
        self._take(data)
        self._stat = _facts(self.files.fstat(file))


def keep_aside(files: Files, path: Path, data: bytes) -> None:
    """Keep bytes in a new file beside another, for good."""
    number = 1
    while True:
        try:
            file = put(files, path.with_name(f"{path.name}.torn-{number}"), data)
            break
        except FileExistsError:
            number += 1
    with suppress(OSError):
        files.close(file)
    sync_folder(files, path.parent)


def _facts(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
