"""What is kept of a file from one start to the next, and how it is known to be of the file as it is."""

import os
import struct
from typing import NamedTuple
from zlib import crc32

from .memo import Fingerprint
from .stored import SpoiledError

_STAMP = struct.Struct("<I4q8s8sii")
_SUM = 4
_PRINT, _MADE_OF, _DAYS = struct.Struct("<4q"), slice(4, 44), struct.Struct("<ii")
UNSHARED = b"\0" * 8
"""The mark of no registry."""
UNINDEXED = b"\0" * 8
"""The batch of what has not been indexed."""
NOTHING = b"\xff" * 8
"""The batch of what has nothing to index."""
NEVER = 0


class Stamp(NamedTuple):
    """A file at one reading.

    `print` is the file's fingerprint, None if it was read too soon after a save to be trusted; `shared` marks the registries
    it was read with, `batch` its documents in the index; `first` and `last` are days by number, NEVER for what has none.
    """

    print: Fingerprint | None
    shared: bytes = UNSHARED
    batch: bytes = UNINDEXED
    first: int = NEVER
    last: int = NEVER

    def pack(self, path: bytes) -> bytes:
        """As bytes, under a checksum that holds for this path only."""
        data = _STAMP.pack(0, *(self.print or (0, 0, 0, 0)), *self[1:])
        return crc32(data[_SUM:], crc32(path)).to_bytes(_SUM, "little") + data[_SUM:]

    @classmethod
    def unpack(cls, data: bytes, path: bytes) -> "Stamp":
        """The stamp that was packed; raises SpoiledError for other bytes."""
        try:
            crc, changed, size, inode, touched, *rest = _STAMP.unpack(data)
        except (struct.error, TypeError) as error:
            raise SpoiledError("no stamp") from error
        if crc != crc32(data[_SUM:], crc32(path)):
            raise SpoiledError("not as it was written")
        return cls(Fingerprint(changed, size, inode, touched) if inode else None, *rest)

    def holds(self, print: Fingerprint | None, shared: bytes) -> bool:
        """Whether the file, with this fingerprint now and these registries, is as it was."""
        return self.print is not None and self.print == print and self.shared == shared


def holds(data: bytes, path: bytes, now: os.stat_result, shared: bytes) -> bool:
    """Whether a packed stamp holds for the file of which the system says this.

    This is `unpack` and `Stamp.holds` for who asks for ten thousand before the first screen.
    """
    if data[_MADE_OF] != _PRINT.pack(*Fingerprint.of(now)) + shared:
        return False
    return int.from_bytes(data[:_SUM], "little") == crc32(data[_SUM:], crc32(path))


def days_in(data: bytes, path: bytes, now: os.stat_result, shared: bytes) -> tuple[int, int] | None:
    """The first and last day in a packed stamp; None if it does not hold."""
    if not holds(data, path, now, shared):
        return None
    first, last = _DAYS.unpack_from(data, len(data) - _DAYS.size)
    return first, last


class Row(NamedTuple):
    """All that is kept of a file: its stamp, the facts a list shows, the reading; no reading if it could not be read.

    `mark` names the terms that are lent to it, `lent` is these, in one row of all that are written together.
    """

    path: str
    stamp: Stamp
    facts: bytes
    reading: bytes = b""
    mark: bytes = b""
    lent: bytes = b""
