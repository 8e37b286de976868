"""Keeping index and catalog up to date with the files: what is new is read, what is gone forgotten, the rest left alone."""

import os
import time
from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from . import attempt
from .cache import clear_gone
from .gather import gather
from .last_read import forget_gone
from .ledger import Ledger
from .memo import RACY
from .merger import Merger
from .outlines import Outlines, outlined
from .pace import gently
from .progress import Progress
from .scan import Scan
from .work import Made

if TYPE_CHECKING:
    from .rows import Row
    from .shelf import Shelf

PATIENCE = 3.0
"""Seconds after which another program than the one that writes reads for itself what that one has not."""
LOOK = 0.05
"""Seconds between two looks at what another program has written, for one who waits for it."""


class Upkeep(Ledger):
    """The index of a library, kept up to date whenever somebody says so; threads wait for each other.

    `tell` is called when something new is searchable, from the thread that updates; `progress` says how far that is.
    A program that ends as soon as it has searched is not `lasting`: what takes longer is left to others.
    """

    def __init__(self, shelf: "Shelf", tell: Callable[[], None] = lambda: None, *, lasting: bool = True) -> None:
        super().__init__(shelf)
        self._lasting = lasting
        self.tell = tell
        self.progress: Progress | None = None
        self.outlines = Outlines()
        self.ready = False
        """Whether everything was up to date once."""
        self._stopped = False
        self._scan: Scan | None = None
        self._merger = Merger(self)
        self._strict = True
        self._young: dict[str, tuple[bytes, bytes]] = {}
        """Files that were read too soon after a save, each with the sum of what was made of it, and its batch."""

    def update(self) -> None:
        """Look at all files and bring everything up to date; returns when all is searchable."""
        with self._busy:
            self.shelf.rescan()
            self._take(Scan(self.shelf))

    def look(self) -> float:
        """The same, so slowly that who types meanwhile does not feel it; how many seconds the looking took.

        If another thread has looked at all files meanwhile, it has seen more.
        """
        before, begun = self._scan, time.monotonic()
        self.shelf.rescan(gently)
        scan = Scan(self.shelf, gently)
        took = time.monotonic() - begun
        with self._busy:
            if self._scan is before and self._is_news(scan):
                self._take(scan)
        return took

    def _is_news(self, scan: Scan) -> bool:
        """Whether files are not as they were seen before, or something is not up to date with them."""
        if self.damaged or self.suspect or self._scan is None or scan.seen != self._scan.seen:
            return True
        stale = scan.stale(self.holdings.stamps, self.holdings.indexed(), gently)
        return any(stale) or not scan.seen.keys() >= self.holdings.stamps.keys()

    def _take(self, scan: Scan) -> None:
        """Bring everything up to date with all files as they were seen."""
        self._scan, self.keys = scan, scan.keys
        self.claim()
        if self.following:
            self._wait(scan, self._stale(scan, scan.seen))
        self._lose_damaged()
        gone = [place for place in self.holdings.stamps if place not in scan.seen]
        self.forget(gone) if gone else self.use()
        self.outline()
        if gone:
            self.tell()
        stale = self._stale(scan, scan.seen)
        self._read(scan, stale)
        if stale:
            self.write(lambda cache: cache.catalog.shrink())
        self.tidy()
        if not self.ready:
            self.ready = True
            clear_gone()
            forget_gone()

    def changed(self, places: Collection[str]) -> None:
        """Bring some files up to date; if one is new or gone, or is no briefing, all."""
        with self._busy:
            scan, wrote = self._scan, self.cache
            if scan is None or self.damaged or self.suspect or not all(self._is_there(scan, place) for place in places):
                self.update()
                return
            stale = self._wait(scan, self._stale(scan, places))
            if self.cache is not wrote:
                self.update()
                return
            self._read(scan, stale)
            self.tidy()

    def heed(self) -> None:
        """Take in what the program that writes has written, and take its place once it has ended."""
        with self._busy:
            if self.claim():
                self.update()
            elif self.follow():
                self.outline()
                self.tell()

    def _stale(self, scan: Scan, places: Iterable[str]) -> list[str]:
        """Those of some files that are not as they are known to be, or not indexed."""
        known, indexed = self.holdings.stamps, self.holdings.indexed()
        return [place for place in places if not scan.seen[place].is_known(known.get(place), indexed)]

    def _is_there(self, scan: Scan, place: str) -> bool:
        if place not in scan.seen:
            return False
        scan.look(place)
        return scan.seen[place].print is not None

    def close(self) -> None:
        """Stop reading, and let another program write."""
        self._stopped = True
        with self._busy:
            self.let_go()

    def knows(self, place: str) -> bool:
        """Whether this is a file of the library."""
        return place in self.keys

    def knows_below(self, folder: str) -> bool:
        """Whether there are files of the library in a folder."""
        return any(place.startswith(folder + os.sep) for place in self.keys)

    def tidy(self) -> None:
        """Merge segments; what takes longer goes on in the background and is taken in when this is called again."""
        with self._busy:
            self._merger.tidy(strict=self._strict, lasting=self._lasting)
            self._strict = self._strict and self._merger.working

    def finish(self) -> None:
        """Merge all there is to merge, and wait for it."""
        self.tidy()
        while self._merger.working:
            self._merger.wait()
            self.tidy()

    @property
    def restless(self) -> bool:
        """Whether something is not finished: call `tidy` and `settle` again soon."""
        return self._merger.working or bool(self._young) or bool(self.damaged) or self.suspect

    def settle(self) -> None:
        """Look again at files that were read too soon after a save; those that are as they were are only stamped anew."""
        with self._busy:
            if self._scan is None or not self._young:
                return
            young, self._young = self._young, {}
            for place, (digest, batch) in young.items():
                known = self.holdings.stamps.get(place)
                if place not in self._scan.seen or known is None or known.batch != batch:
                    continue
                (made,) = attempt.here((self._scan.file(place),))
                if all(_digest(row) == digest for row in made.rows):
                    stamps = [row.stamp._replace(batch=batch) for row in made.rows]
                    self.restamp(dict(zip((row.path for row in made.rows), stamps, strict=True)))
                else:
                    self._accept(made)
                    self.outline()
                    self.tell()

    # --- reading

    def _read(self, scan: Scan, stale: list[str]) -> None:
        progress = self.progress = Progress(of=len(stale), of_bytes=sum(map(scan.size, stale)))
        try:
            for made in gather(scan, stale):
                self._accept(made)
                progress.add(len(made.rows), made.passages, sum(scan.size(row.path) for row in made.rows))
                self.tell()
                if self._stopped:
                    break
        finally:
            self.progress = None
        if stale:
            self.outline()
            self.tell()

    def outline(self) -> None:
        """Let lists and cards say what is known now."""
        with self._busy:
            if self._scan:
                self.outlines = outlined(self.holdings, self._scan, self.outlines)

    def _accept(self, made: Made) -> None:
        self.keep(made.rows, made.image)
        now = time.time_ns()
        for row in made.rows:
            self._young.pop(row.path, None)
            print = self._scan.seen[row.path].print if self._scan and row.path in self._scan.seen else None
            table = self._scan is not None and row.path in self._scan.seen and self._scan.is_table(row.path)
            if not table and row.stamp.print is None and print and now - print.changed < 100 * RACY:
                self._young[row.path] = _digest(row), row.stamp.batch

    # --- others

    def _wait(self, scan: Scan, stale: list[str]) -> list[str]:
        """Wait for the program that writes, if there is one, while it reads some of these files; those that it has not read."""
        until = time.monotonic() + PATIENCE
        while stale and self.following and time.monotonic() < until and not self._stopped:
            if not (claimed := self.claim()) and not self.follow():
                time.sleep(LOOK)
                continue
            if claimed:
                self.use()
            before, stale = stale, self._stale(scan, stale)
            if len(stale) < len(before):
                until = time.monotonic() + PATIENCE
            self.outline()
            self.tell()
        return stale

    def _lose_damaged(self) -> None:
        if self.suspect:
            self.find_damage()
        if self.damaged:
            self.lose(self.damaged)


def _digest(row: "Row") -> bytes:
    return blake2b(row.facts + row.reading + row.mark).digest()
