"""A text that is being typed, kept so that it survives whatever ends the program; and those that another program left behind.

Each keeping is a new small file, put in its place by a rename and locked for as long as the program lives; the one with the
highest number counts. So no keeping ever waits for another one, and a signal handler may keep what a thread is just keeping.
"""

import fcntl
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from ..model.note import Item
from .disk import lock, not_saved, opened, prepare, put, read_all, sync_folder
from .entries import added
from .files import DISK, Files
from .fold import Fold, State
from .lines import line, scan

SUFFIX = ".draft"
_PART = ".part"


class Unsaved(NamedTuple):
    """A text that was never saved as a note: of the note with the id `note`, which it would have changed if `edits`.

    If it is `rehearsed`, so is its `time`.
    """

    note: str
    time: datetime
    item: Item
    text: str
    edits: bool
    owner: str
    """The program that typed it."""
    rehearsed: bool = False

    def is_in(self, state: State) -> bool:
        """Whether it was saved after all, and only whoever typed it was not told."""
        return any(note.id == self.note and (not self.edits or note.text == self.text) for note in state.notes)


class Draft:
    """What one program is typing into the notes of the journal at `journal`."""

    def __init__(self, journal: Path, files: Files = DISK) -> None:
        self._folder = journal.parent
        self._journal = journal.stem
        self._owner = token_hex(4)
        self._files = files
        self._numbers = count(1)
        self._held: dict[int, int] = {}
        self._newest = self._dropped = 0

    def keep(self, item: Item, text: str, note: str, at: datetime, *, edits: bool = False, rehearsed: bool = False) -> None:
        """Keep the text as it is now, in place of what was kept before; `note` is the id that it will be saved with.

        May be called from a signal handler, whatever is going on. Raises NotSavedError, and then the text before is kept.
        """
        number = next(self._numbers)
        path = self._path(number)
        data = line({**added(item, "", at, note, rehearsed=rehearsed), "text": text, "edits": edits})
        try:
            self._put(path, number, data)
        except OSError as error:
            raise not_saved(error, path) from error
        self._newest = max(self._newest, number)
        self._forget(earlier for earlier in [*self._held, number] if earlier < self._newest or earlier <= self._dropped)

    def drop(self) -> None:
        """Forget what was kept: it is saved, or not wanted."""
        self._dropped = next(self._numbers)
        self._forget(list(self._held))

    def left(self) -> tuple[Unsaved, ...]:
        """The texts that programs left behind which are no more; those of programs that live are theirs."""
        own, found = f"{self._journal}.{self._owner}", []
        owners = dict.fromkeys(name.split(".")[1] for name in self._names() if not name.startswith(own))
        for owner in owners:
            unsaved = self._last(owner)
            found += [unsaved] if unsaved else []
        return tuple(sorted(found, key=lambda each: each.time))

    def take(self, unsaved: Unsaved) -> None:
        """Go on with a text that was left behind: it is kept as one's own before it goes. Raises NotSavedError."""
        note, time, item, text, edits, _owner, rehearsed = unsaved
        self.keep(item, text, note, time, edits=edits, rehearsed=rehearsed)
        self.discard(unsaved)

    def discard(self, unsaved: Unsaved) -> None:
        """Remove a text that was left behind."""
        for name in self._names():
            if name.startswith(f"{self._journal}.{unsaved.owner}."):
                with suppress(OSError):
                    self._files.unlink(self._folder / name)

    # --- files

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._journal}.{self._owner}.{number}{SUFFIX}"

    def _names(self) -> list[str]:
        """The files of all drafts of this journal."""
        try:
            names = self._files.names(self._folder)
        except OSError:
            return []
        return [name for name in names if name.startswith(f"{self._journal}.") and name.endswith((SUFFIX, _PART))]

    def _put(self, path: Path, number: int, data: bytes) -> None:
        """A locked file under its name."""
        prepare(self._files, path.parent)
        part = path.with_suffix(_PART)
        file = put(self._files, part, data)
        self._held[number] = file
        with suppress(OSError):
            lock(self._files, file, fcntl.LOCK_EX, 0)
        try:
            self._files.rename(part, path)
            sync_folder(self._files, path.parent)
        except OSError:
            self._forget([number])
            with suppress(OSError):
                self._files.unlink(part)
            raise

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            file = self._held.pop(number, None)
            with suppress(OSError):
                self._files.unlink(self._path(number))
            if file is not None:
                with suppress(OSError):
                    self._files.close(file)

    def _last(self, owner: str) -> Unsaved | None:
        """The last text a program kept, if it is no more and left one that can be read."""
        names = [name for name in self._names() if name.startswith(f"{self._journal}.{owner}.") and name.endswith(SUFFIX)]
        for name in sorted(names, key=_number, reverse=True):
            try:
                with opened(self._files, self._folder / name, os.O_RDONLY) as file:
                    lock(self._files, file, fcntl.LOCK_SH, 0)
                    if not self._files.fstat(file).st_nlink:
                        continue  # its program, which lives, let go of it just now
                    unsaved = _unsaved(read_all(self._files, file), owner)
            except BlockingIOError:
                return None
            except OSError:
                continue
            if unsaved:
                return unsaved
        return None


def _number(name: str) -> int:
    number = name.split(".")[-2]
    return int(number) if number.isdecimal() and number.isascii() else 0


def _unsaved(data: bytes, owner: str) -> Unsaved | None:
    """The text in a file, which may hold anything."""
    for entry in scan(data).entries:
        fold = Fold()
        fold.take(entry)
        for note in fold.state().notes:
            edits = entry.get("edits") is True
            return Unsaved(note.id, note.time, note.item, note.text, edits, owner, note.rehearsed)
    return None
