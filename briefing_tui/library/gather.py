"""Files that are to be read, made into tasks, and read: a few here, many by workers."""

import lzma
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from secrets import token_bytes

from ..i18n import said as _
from ..model.errors import reason
from ..reading.files import saved_on
from . import attempt, crew, facts, table, work
from .folders import UNOPENED
from .memo import RACY, Fingerprint, fingerprint
from .rows import NOTHING, Row, Stamp
from .scan import Scan
from .work import Chunk, Fate, File, Made, Task

FEW = 1 << 19
"""Up to so many bytes are read here: two workers would not be ready before it is done."""
FIRST, MOST = 1 << 19, 1 << 23
"""How many bytes the first task has, so that something is found soon, and how many the last."""


def gather(scan: Scan, places: Iterable[str]) -> Iterator[Made]:
    """What is made of files; a large file alone is read here too, because nothing would be gained elsewhere."""
    files = [place for place in places if not scan.is_table(place)]
    tables = [place for place in places if scan.is_table(place)]
    if len(files) == 1 or sum(map(scan.size, files)) <= FEW:
        for task in _tasks(scan, files):
            yield from attempt.here(task)
        files = []
    if files or tables:
        readers = [_Table(place, scan) for place in tables]
        yield from (Made((reader.row(None),)) for reader in readers)
        tasks = (task for tasks in (_tasks(scan, files), *(reader.tasks() for reader in readers)) for task in tasks)
        for made in crew.done(tasks, crew.workers()):
            for reader in readers:
                reader.heed(made)
            yield made
        yield from (Made((reader.row(reader.trusted()),)) for reader in readers)


def _tasks(scan: Scan, places: Iterable[str]) -> Iterator[tuple[File, ...]]:
    """Files in groups that grow, so that what is read first is found soon, and the rest is in few segments."""
    group: list[File] = []
    size, most = 0, FIRST
    for place in places:
        group.append(scan.file(place))
        size += scan.size(place)
        if size >= most:
            yield tuple(group)
            group, size, most = [], 0, min(most * 2, MOST)
    if group:
        yield tuple(group)


class _Table:
    """A table of quotes while it is read."""

    def __init__(self, place: str, scan: Scan) -> None:
        self.place = place
        self.batch = token_bytes(8)
        self.print, self.read = _settled(place)
        self.shared = scan.seen[place].shared
        self.day = _day(place).toordinal()
        self.failed = ""
        self.lost = False
        self.chunks = 0

    def tasks(self) -> Iterator[Task]:
        """Its lines; what cannot be unpacked ends it."""
        try:
            for first, lines in table.chunks(Path(self.place), self._note):
                self.chunks += 1
                yield Chunk(self.place, self.batch, self.day, first, lines)
        except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
            self._note(_("not all of it could be read: {error}", error=reason(error)))

    def heed(self, made: Made) -> None:
        """Take notice of a part of it that failed."""
        if made.path == self.place:
            self._note(_("not all of it could be read: {reason}", reason=made.reason))
            self.lost = self.lost or made.fate is Fate.LOST

    def _note(self, words: str) -> None:
        """The first thing that is wrong with it is said."""
        self.failed = self.failed or _("; {words}", words=words)

    def trusted(self) -> Fingerprint | None:
        """The fingerprint to know it by, now that it is read; none if it is to be read again."""
        return None if self.lost else work.trusted(Path(self.place), self.print, self.read)

    def row(self, print: Fingerprint | None) -> Row:
        """What is kept of it; with no fingerprint until all of it is read."""
        stamp = Stamp(print, self.shared, self.batch if self.chunks or not print else NOTHING)
        return Row(self.place, stamp, facts.dump_reason(_(": {why}{failed}", why=_(UNOPENED), failed=self.failed)))


def _settled(place: str) -> tuple[Fingerprint | None, int]:
    """The fingerprint of a table, and when it was taken: so long after a save that a large table is read once, not twice."""
    print, now = fingerprint(place), time.time_ns()
    if print is None or not print.racy(now):
        return print, now
    time.sleep(2 * RACY / 1e9)
    return fingerprint(place), time.time_ns()


def _day(place: str) -> date:
    """The day a table was saved; the first there is if it is gone."""
    try:
        return saved_on(os.stat(place))
    except OSError:
        return date.min
