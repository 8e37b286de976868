"""Files made into what the cache keeps of them: a row each, and one segment for all. Done here or in a worker."""

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, NamedTuple

from ..model.errors import BriefingError
from ..search.source import Source
from . import facts, stored, table
from .memo import Fingerprint, fingerprint
from .registry import found_at, lent
from .rows import NOTHING, Row, Stamp
from .shared import shared_by

if TYPE_CHECKING:
    from ..model.passage import Passage


class File(NamedTuple):
    """A file to be read: where it is, and where the registry is that lends to it, if there is one."""

    path: str
    registry: str = ""


class Chunk(NamedTuple):
    """Some lines of a table; the first has the number `first`. All chunks of a table share a batch."""

    path: str
    batch: bytes
    day: int
    first: int
    lines: bytes


class Merge(NamedTuple):
    """Segments to be made one, in the file `target`, of what is left of these sources."""

    segments: tuple[str, ...]
    living: tuple[tuple[str, str], ...]
    target: str


class Made(NamedTuple):
    """What became of a task: rows, the image of a segment, how many passages it has; `failed` says why there is none."""

    rows: tuple[Row, ...] = ()
    image: bytes = b""
    passages: int = 0
    failed: str = ""


Task = tuple[File, ...] | Chunk | Merge


def source(path: str, batch: bytes) -> Source:
    """What the documents of a file at one reading come from, as the index names it."""
    return Source(path.encode(errors="surrogateescape").decode(errors="backslashreplace"), batch.hex())


def do(task: Task) -> Made:
    """What a task gives; raises DamagedError and OSError."""
    if isinstance(task, Merge):
        return _merged(task)
    if isinstance(task, Chunk):
        said = table.passages(task.first, task.lines, "", date.fromordinal(task.day))
        return Made((), *_segment([(source(task.path, task.batch), said)]))
    return _read(task)


def _read(files: Sequence[File]) -> Made:
    read = [_one(file) for file in files]
    image, passages = _segment((source(row.path, row.stamp.batch), found) for row, found in read if found)
    return Made(tuple(_once(row for row, _ in read)), image, passages)


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each lot of terms in the first that has it."""
    seen: set[bytes] = set()
    for row in rows:
        yield row._replace(lent=b"") if row.mark in seen else row
        seen.add(row.mark)


def _one(file: File) -> "tuple[Row, list[Passage]]":
    """What is kept of a file, and its passages: none if it cannot be read."""
    from ..model.passage import passages
    from ..reading import clean, read

    path = Path(file.path)
    name = clean(file.path, newlines=False)
    registry = found_at(Path(file.registry)) if file.registry else None
    print, now = fingerprint(path), time.time_ns()
    try:
        reading = read(path, name, lent(registry, path))
    except BriefingError as error:
        stamp = Stamp(trusted(path, print, now), shared_by(registry), NOTHING)
        return Row(file.path, stamp, facts.dump_reason(error.message.removeprefix(name))), []
    found = passages(reading.briefing, "")
    days = reading.briefing.date.first.toordinal(), reading.briefing.date.last.toordinal()
    stamp = Stamp(trusted(path, print, now), shared_by(registry), token_bytes(8) if found else NOTHING, *days)
    whole, terms = stored.dump(reading)
    mark = blake2b(terms, digest_size=16).digest() if terms else b""
    return Row(file.path, stamp, facts.dump(reading), whole, mark, terms), found


def trusted(path: Path, before: Fingerprint | None, read: int) -> Fingerprint | None:
    """The fingerprint to know a file by that was read at a time; None if it may have been saved while or since."""
    return before if before and before == fingerprint(path) and not before.racy(read) else None


def _segment(sources: "Iterable[tuple[Source, Iterable[Passage]]]") -> tuple[bytes, int]:
    """The image of a segment, and how many passages it has; empty if there are no sources."""
    from ..search.building import build

    count = 0

    def counted(passages: "Iterable[Passage]") -> "Iterator[Passage]":
        nonlocal count
        for passage in passages:
            count += 1
            yield passage

    image = build((each, counted(passages)) for each, passages in sources)
    return (image, count) if count else (b"", 0)


def _merged(task: Merge) -> Made:
    from ..search.merging import merge
    from ..search.segment import Segment

    segments = [Segment.open(Path(path)) for path in task.segments]
    with open(task.target, "r+b") as sink:
        merge(segments, {Source(*each) for each in task.living}, sink)
    return Made()
