"""How the file of a segment is laid out, and whether one is as it was written: told without what searching it takes.

The file is the arrays one after the other, each at a multiple of 64 bytes; then the table of contents with a CRC-32 for each
64 KB block; then a tail with the place, length and CRC-32 of the table.
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from ..model.errors import BriefingError

if TYPE_CHECKING:
    import mmap

VERSION = 2
BLOCK = 1 << 16
ALIGN = 64
TAIL = struct.Struct("<QII8s")
MAGIC = b"BRFSEG%02d" % VERSION


class DamagedError(BriefingError):
    """A file of the index is not as it was written."""

    def __init__(self, why: str, place: Path | None = None) -> None:
        super().__init__(f"{place}: {why}" if place else why)


class Contents(NamedTuple):
    """The table of contents: where the arrays end, where each begins with its length and type, the sums, and some facts."""

    end: int
    arrays: Mapping[str, tuple[int, int, str]]
    crcs: list[int]
    facts: Mapping[str, Any]


def contents(data: "mmap.mmap | bytes", place: Path | None = None) -> Contents:
    """The table of contents of a file or of its image in memory; raises DamagedError."""
    import msgspec

    try:
        at, length, crc, magic = TAIL.unpack(data[-TAIL.size :])
        table = data[at : at + length]
        if magic != MAGIC or crc32(table) != crc or at + length + TAIL.size != len(data):
            raise DamagedError("not a segment of this version", place)
        known = msgspec.msgpack.decode(table)
    except (struct.error, msgspec.MsgspecError, ValueError, OverflowError) as error:
        raise DamagedError("not a segment", place) from error
    return Contents(at, known["contents"], known["crcs"], known["facts"])


def verify(path: Path) -> int:
    """Check all of a file, block by block, and give its size in bytes; raises DamagedError, or OSError if it cannot be read."""
    import mmap

    with path.open("rb") as file:
        try:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise DamagedError("empty", path) from error
        with mapped:
            known, size = contents(mapped, path), len(mapped)
        file.seek(0)
        for number, crc in enumerate(known.crcs):
            if crc32(file.read(min(BLOCK, known.end - number * BLOCK))) != crc:
                raise DamagedError(f"block {number} is damaged", path)
    return size
