"""Named arrays in one immutable file that is mapped, not read, and never believed unchecked.

How it is laid out says `layout`. A block is checked when it is first looked at.
"""

import mmap
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zlib import crc32

import numpy as np

from .layout import ALIGN, BLOCK, MAGIC, TAIL, DamagedError, contents

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

_MADV_POPULATE_READ = 22
"""Of Linux 5.14 and later; `mmap` has no name for it."""

__all__ = ["DamagedError", "Stored", "Writer"]


class Writer:
    """Writes arrays into a file or buffer, one by one, each in as many pieces as is convenient."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._at = 0
        self._open = 0
        self._crcs: list[int] = []
        self._contents: dict[str, tuple[int, int, str]] = {}

    def add(self, name: str, *pieces: "Array | bytes", dtype: str = "") -> None:
        """Write an array; bytes are an array of `uint8`."""
        self._write(b"\0" * (-self._at % ALIGN))
        start = self._at
        for piece in pieces:
            if not isinstance(piece, bytes):
                dtype = piece.dtype.str
                piece = np.ascontiguousarray(piece).data.cast("B") if piece.size else b""  # type: ignore[assignment]
            self._write(piece)  # type: ignore[arg-type]
        self._contents[name] = (start, self._at - start, dtype or "|u1")

    def close(self, **facts: object) -> None:
        """Write the table of contents; `facts` are small values to find again in it."""
        import msgspec

        if self._at % BLOCK:
            self._crcs.append(self._open)
        table = msgspec.msgpack.encode({"contents": self._contents, "crcs": self._crcs, "facts": facts})
        at = self._at
        self._sink.write(table)
        self._sink.write(TAIL.pack(at, len(table), crc32(table), MAGIC))

    def _write(self, data: "bytes | memoryview") -> None:
        self._sink.write(data)
        view = memoryview(data)
        while view:
            piece = view[: BLOCK - self._at % BLOCK]
            self._open = crc32(piece, self._open)
            self._at += len(piece)
            view = view[len(piece) :]
            if not self._at % BLOCK:
                self._crcs.append(self._open)
                self._open = 0


class Stored:
    """The arrays of one file or of its image in memory."""

    def __init__(self, data: "mmap.mmap | bytes", read: Callable[[int, int], bytes], place: Path | None = None) -> None:
        self.place = place
        self._data = data
        self._read = read
        known = contents(data, place)
        self.facts = known.facts
        self._crcs = known.crcs
        self._end = known.end
        self._unchecked = set(range(len(self._crcs)))
        self._sound: set[str] = set()
        """The arrays that were checked from end to end."""
        whole = np.frombuffer(data, np.uint8, known.end)
        self._arrays = {name: _view(whole, *entry) for name, entry in known.arrays.items()}
        self._starts = {name: entry[0] for name, entry in known.arrays.items()}

    @classmethod
    def open(cls, path: Path) -> "Stored":
        """The arrays of a file, mapped; raises DamagedError, or FileNotFoundError if it is gone."""
        with path.open("rb") as file:
            descriptor = _Descriptor(os.dup(file.fileno()))
        try:
            mapped = mmap.mmap(descriptor.number, 0, access=mmap.ACCESS_READ)
        except (ValueError, OSError) as error:
            raise DamagedError("cannot be mapped", path) from error
        return cls(mapped, descriptor.read, path)

    @classmethod
    def load(cls, image: bytes) -> "Stored":
        """The arrays of an image that was made just now in this process: nothing to be checked."""
        stored = cls(image, lambda start, length: image[start : start + length])
        stored._unchecked.clear()
        stored._sound.update(stored._arrays)
        return stored

    def array(self, name: str) -> "Array":
        """A whole array, unchecked: see `check`."""
        return self._arrays[name]

    def sound(self, name: str) -> "Array":
        """A whole array, checked; raises DamagedError."""
        array = self._arrays[name]
        if name not in self._sound:
            self.check(name, 0, len(array))
            self._sound.add(name)
        return array

    def check(self, name: str, start: int, end: int) -> None:
        """Check the part of an array that is looked at now; raises DamagedError."""
        if name not in self._sound and end > start:
            size = self._arrays[name].itemsize
            base = self._starts[name]
            for block in range((base + start * size) // BLOCK, (base + end * size - 1) // BLOCK + 1):
                if block in self._unchecked:
                    self._check_block(block)

    def check_at(self, name: str, places: "NDArray[np.int64]") -> None:
        """Check the parts of an array at some places; raises DamagedError."""
        if name not in self._sound and len(places):
            looked_at = np.zeros(len(self._crcs), bool)
            looked_at[(self._starts[name] + places * self._arrays[name].itemsize) // BLOCK] = True
            for block in self._unchecked.intersection(np.flatnonzero(looked_at).tolist()):
                self._check_block(block)

    def read(self, name: str, start: int, length: int) -> bytes:
        """Bytes of an array that are to be read, not mapped: texts, of which few are looked at."""
        return self._read(self._starts[name] + start, length)

    def whole(self) -> bool:
        """Whether the file still reaches as far as it did: looking at what it lost would end the process."""
        return bool(self._read(len(self._data) - 1, 1))

    def release(self) -> None:
        """Let go of the memory that what was looked at takes; it is looked up again when it is needed."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

    def verify(self) -> None:
        """Check whatever has not been looked at yet, without keeping it in memory; raises DamagedError."""
        for block in sorted(self._unchecked):
            self._check_block(block)
        self._sound.update(self._arrays)

    def warm(self, besides: str) -> None:
        """Check all arrays but one, and have them in memory, so that the first who looks need not wait; raises DamagedError."""
        first = self._starts[besides] // BLOCK
        last = (self._starts[besides] + self._arrays[besides].nbytes) // BLOCK
        for block in sorted(self._unchecked):
            if not first < block < last:
                self._check_block(block)
        self._sound.update(self._arrays.keys() - {besides})
        for start, end in ((0, first * BLOCK), (last * BLOCK, len(self._data))):
            self._populate(start // mmap.PAGESIZE * mmap.PAGESIZE, end)

    def _populate(self, start: int, end: int) -> None:
        """Map a part of the file at once, where the system can, not page by page as they are looked at."""
        if sys.platform == "linux" and isinstance(self._data, mmap.mmap) and start < end:
            with suppress(OSError):
                self._data.madvise(_MADV_POPULATE_READ, start, end - start)

    def _check_block(self, block: int) -> None:
        start = block * BLOCK
        if crc32(self._read(start, min(BLOCK, self._end - start))) != self._crcs[block]:
            raise DamagedError(f"block {block} is damaged", self.place)
        self._unchecked.discard(block)


class _Descriptor:
    """A file descriptor that is closed when nobody needs it any more."""

    def __init__(self, number: int) -> None:
        self.number = number

    def read(self, start: int, length: int) -> bytes:
        return os.pread(self.number, length, start)

    def __del__(self) -> None:
        os.close(self.number)


def _view(whole: "Array", start: int, length: int, dtype: str) -> "Array":
    return whole[start : start + length].view(dtype)
