"""What was made from a file, kept for as long as the file stays as it was."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..model.errors import BriefingError

Made = TypeVar("Made")


class Fingerprint(NamedTuple):
    """What changes when a file does: saved in place, or replaced by a new one."""

    changed: int
    size: int
    inode: int


def fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint of a file; None if there is no such file."""
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return None
    return Fingerprint(facts.st_mtime_ns, facts.st_size, facts.st_ino)


class Memo(Generic[Made]):
    """Remembers what `make` made of each path, and also that it failed; threads at worst make a thing twice."""

    def __init__(self, make: Callable[[Path], Made]) -> None:
        self._make = make
        self._made: dict[Path, tuple[Fingerprint | None, Made | BriefingError]] = {}

    def get(self, path: Path) -> Made:
        """What is made of the file as it is now; raises the BriefingError that making it raised."""
        now = fingerprint(path)
        before = self._made.get(path)
        if before is None or before[0] != now:
            before = self._made[path] = now, self._attempt(path)
        if isinstance(before[1], BriefingError):
            raise before[1].with_traceback(None)
        return before[1]

    def changed(self, path: Path) -> bool:
        """Whether the file is no longer what it was when it was last asked for; True if it never was."""
        before = self._made.get(path)
        return before is None or before[0] != fingerprint(path)

    def _attempt(self, path: Path) -> Made | BriefingError:
        try:
            return self._make(path)
        except BriefingError as error:
            return error
