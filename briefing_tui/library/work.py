"""Files made into what the cache keeps of them: a row each, and one segment for all. Done here or in a worker."""

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, NamedTuple

from ..i18n import Said
from ..i18n import said as _
from ..model.errors import BriefingError
from ..reading import clean
from ..search.source import Source
from . import facts, stored, table
from .memo import Fingerprint, fingerprint
from .registry import Found, found_at, lent
from .rows import NOTHING, Row, Stamp
from .shared import shared_by

if TYPE_CHECKING:
    from ..model.passage import Passage

_WORDS = 200
"""How many letters of an error are repeated."""


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


class Fate(Enum):
    """How a task ended."""

    DONE = "done"
    FAILED = "failed"
    """It would fail again."""
    UNWRITTEN = "unwritten"
    """What it made could not be written."""
    LOST = "lost"
    """Nobody could try it: it may be tried again another time."""


class Made(NamedTuple):
    """What became of a task: rows, the image of a segment, how many passages it has.

    If there is none of this, `reason` says why, and `path` names the table of which it is a part.
    """

    rows: tuple[Row, ...] = ()
    image: bytes = b""
    passages: int = 0
    fate: Fate = Fate.DONE
    reason: str = ""
    path: str = ""


Task = tuple[File, ...] | Chunk | Merge


def source(path: str, batch: bytes) -> Source:
    """What the documents of a file at one reading come from, as the index names it."""
    return Source(path.encode(errors="surrogateescape").decode(errors="backslashreplace"), batch.hex())


def do(task: Task) -> Made:
    """What a task gives; raises whatever goes wrong with it: see `attempt`."""
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
    """What is kept of a file, and its passages; of one that cannot be read the reason, and none."""
    before, now = fingerprint(file.path), time.time_ns()
    name = clean(file.path, newlines=False)
    try:
        return _known(file, name, before, now)
    except BriefingError as error:
        reason = _behind(name, error.message)
    except Exception as error:
        reason = unread(why(error))
    return blamed(file, reason, before, now), []


def _behind(name: str, message: str) -> str:
    """What a message says behind the name of its file."""
    return message.without(name) if isinstance(message, Said) else message.removeprefix(name)


def _known(file: File, name: str, before: Fingerprint | None, now: int) -> "tuple[Row, list[Passage]]":
    from ..model.passage import passages
    from ..reading import read

    path, registry = Path(file.path), _registry(file)
    reading = read(path, name, lent(registry, path))
    found = passages(reading.briefing, "")
    days = reading.briefing.date.first.toordinal(), reading.briefing.date.last.toordinal()
    stamp = Stamp(trusted(path, before, now), shared_by(registry), token_bytes(8) if found else NOTHING, *days)
    whole, terms = stored.dump(reading)
    mark = blake2b(terms, digest_size=16).digest() if terms else b""
    return Row(file.path, stamp, facts.dump(reading), whole, mark, terms), found


def _registry(file: File) -> Found | None:
    return found_at(Path(file.registry)) if file.registry else None


def blamed(file: File, reason: str, before: Fingerprint | None, now: int) -> Row:
    """What is kept of a file that cannot be read; it is not tried again for as long as it stays as it was."""
    stamp = Stamp(trusted(Path(file.path), before, now), shared_by(_registry(file)), NOTHING)
    return Row(file.path, stamp, facts.dump_reason(reason))


def unread(reason: str) -> str:
    """What the message on a file says behind its name, if something went wrong that nobody has thought of."""
    return _(": could not be read: {reason}", reason=reason)


def why(error: Exception) -> str:
    """What went wrong, in a line; it may quote the file."""
    words = clean(str(error), newlines=False)[:_WORDS]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


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
    try:
        with open(task.target, "r+b") as sink:
            merge(segments, {Source(*each) for each in task.living}, sink)
    except OSError as error:
        return Made(fate=Fate.UNWRITTEN, reason=why(error))
    return Made()
