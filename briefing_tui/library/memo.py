"""What was made from a file, kept for as long as the file stays as it was."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..model.errors import BriefingError

Made = TypeVar("Made")


RACY = 50_000_000
"""Nanoseconds: a file saved so shortly before it was read may be saved again without a newer time to show for it."""


_KEPT = (1 << 63) - 1
"""The bits of a number that are kept: a file may claim to be from the year 2500."""


class Fingerprint(NamedTuple):
    """What changes when a file does: saved in place, replaced by a new one, or given an old time. Times are nanoseconds."""

    changed: int
    size: int
    inode: int
    touched: int

    @classmethod
    def of(cls, facts: os.stat_result) -> "Fingerprint":
        """The fingerprint of a file of which the system says this."""
        return cls(facts.st_mtime_ns & _KEPT, facts.st_size & _KEPT, facts.st_ino & _KEPT, facts.st_ctime_ns & _KEPT)

    def racy(self, read: int) -> bool:
        """Whether it may hide a later change from who read the file at this time (nanoseconds): see RACY."""
        return abs(self.changed - read) < RACY


def fingerprint(path: Path | str) -> Fingerprint | None:
    """The fingerprint of a file; None if there is no such file."""
    try:
        return Fingerprint.of(os.stat(path))
    except (OSError, ValueError):
        return None


class _Kept(NamedTuple, Generic[Made]):
    """What was made of a file, or the error it gave; `read` is when, `beside` what else it was made of."""

    print: Fingerprint | None
    beside: object
    read: int
    made: Made | BriefingError

    def good(self, now: Fingerprint | None, beside: object) -> bool:
        """Whether it is what the file still holds; one read too soon after a save is asked again once time has passed."""
        if self.print != now or self.beside != beside:
            return False
        return now is None or not now.racy(self.read) or time.time_ns() < self.read + RACY


class Memo(Generic[Made]):
    """Remembers what `make` made of each file, or that it failed, by path; threads at worst make a thing twice.

    `beside` gives what else a thing is made of: as soon as that is another, it is made anew.
    """

    def __init__(self, make: Callable[[str], Made], beside: Callable[[str], object]) -> None:
        self._make = make
        self._beside = beside
        self._made: dict[str, _Kept[Made]] = {}

    def get(self, path: str) -> Made:
        """What is made of the file as it is now; raises the BriefingError that making it raised."""
        now, beside, read = fingerprint(path), self._beside(path), time.time_ns()
        before = self._made.get(path)
        if before is None or not before.good(now, beside):
            before = self._made[path] = _Kept(now, beside, read, self._attempt(path))
        if isinstance(before.made, BriefingError):
            raise before.made.with_traceback(None)
        return before.made

    def _attempt(self, path: str) -> Made | BriefingError:
        try:
            return self._make(path)
        except BriefingError as error:
            return error
