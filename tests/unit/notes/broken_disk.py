"""A disk on which one call goes wrong, and which knows what it would have after a power cut."""

import errno
import os
from collections import defaultdict
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path

from briefing_tui.notes.files import Files

CALLS = ("open", "read", "write", "fsync", "flock", "truncate", "fstat", "stat", "mkdir", "rename", "unlink", "chmod", "names")


class KilledError(BaseException):
    """The program is no more: nothing it does afterwards is done."""


class How(StrEnum):
    """What happens at the call."""

    KILL = "killed before it"
    KILL_AFTER = "killed after it"
    TEAR = "killed in the middle of a write"
    SHORT = "a short write"
    SHORT_FULL = "a short write, and then the disk is full"
    EIO = "an I/O error"
    ENOSPC = "no space"
    EIO_ON = "an I/O error of this call and all after it"
    ENOSPC_ON = "no space for this call and all after it"


class BrokenDisk(Files):
    """Does what it is asked to, but for call number `fails_at`."""

    def __init__(self, fails_at: int = -1, how: How = How.KILL) -> None:
        self.fails_at, self.how = fails_at, how
        self.calls: list[str] = []
        self.dead = False
        self.full = 0
        self._open: dict[int, Path] = {}
        self._safe: dict[Path, bytes] = {}
        self._named: dict[Path, set[str]] = defaultdict(set)
        self._lost: dict[Path, list[tuple[int, int]]] = defaultdict(list)
        for name in CALLS:
            setattr(self, name, partial(self._call, name, getattr(self, name)))

    def _call(self, name, real, *args):
        if self.dead:
            raise KilledError
        number = len(self.calls)
        self.calls.append(name)
        if self.full and name in ("write", "fsync", "truncate", "mkdir"):
            raise OSError(self.full, os.strerror(self.full))
        if number == self.fails_at:
            return self._fail(name, real, *args)
        return self._done(name, real, *args)

    def _fail(self, name, real, *args):
        writes = name == "write"
        match self.how:
            case How.KILL_AFTER:
                self._done(name, real, *args)
            case How.SHORT | How.SHORT_FULL | How.TEAR if writes:
                done = self._done(name, real, args[0], args[1][: max(1, len(args[1]) // 2)])
                self.full = errno.ENOSPC if self.how is How.SHORT_FULL else 0
                if self.how is not How.TEAR:
                    return done
            case How.SHORT | How.SHORT_FULL:
                return self._done(name, real, *args)
            case How.EIO | How.ENOSPC | How.EIO_ON | How.ENOSPC_ON:
                code = errno.EIO if self.how in (How.EIO, How.EIO_ON) else errno.ENOSPC
                self.full = code if self.how in (How.EIO_ON, How.ENOSPC_ON) else 0
                if name == "fsync":
                    self._lose(args[0])
                raise OSError(code, os.strerror(code))
        self.dead = True
        raise KilledError

    def _done(self, name, real, *args):
        result = real(*args)
        if name == "open":
            self._open[result] = args[0]
        elif name == "truncate":
            path = self._open[args[0]]
            self._lost[path] = [(start, min(end, args[1])) for start, end in self._lost[path] if start < args[1]]
        elif name == "fsync":
            self._save(self._open[args[0]])
        return result

    def _save(self, path: Path) -> None:
        """What is on the disk for good after an fsync: not what an fsync before it failed to write."""
        if path.is_dir():
            self._named[path] = set(os.listdir(path))
            return
        data = bytearray(path.read_bytes())
        for start, end in self._lost[path]:
            data[start:end] = bytes(end - start)
        self._safe[path] = bytes(data)

    def _lose(self, file: int) -> None:
        """An fsync that fails: what was written since the last one is taken for written, and never is."""
        path = self._open[file]
        if not path.is_dir():
            self._lost[path].append((len(self._safe.get(path, b"")), path.stat().st_size))

    def close(self, file: int) -> None:
        """A program that is killed holds its files until the system closes them."""
        if not self.dead:
            self._open.pop(file, None)
            super().close(file)

    def bury(self) -> None:
        """Close what a dead program held."""
        for file in self._open:
            with suppress(OSError):
                os.close(file)
        self._open.clear()

    def after_power_cut(self, path: Path, to: Path) -> None:
        """Write to another place what a file would hold after a power cut, if it had its name at all."""
        if path.name in self._named[path.parent] and path.parent.name in self._named[path.parent.parent]:
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(self._safe.get(path, b""))
