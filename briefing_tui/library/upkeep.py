"""Keeping index and catalog up to date with the files: what is new is read, what is gone forgotten, the rest left alone."""

import os
import time
from collections.abc import Callable, Collection
from hashlib import blake2b
from threading import RLock
from typing import TYPE_CHECKING

from . import attempt
from .cache import clear_gone
from .gather import gather
from .ledger import Ledger
from .memo import RACY
from .merger import Merger
from .outlines import Outlines, outlined
from .progress import Progress
from .scan import Scan
from .work import Made

if TYPE_CHECKING:
    from .rows import Row
    from .shelf import Shelf

PATIENCE = 3.0
"""Seconds without a word from the program that writes after which another one reads for itself what is new."""
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
        self._young: dict[str, bytes] = {}
        """Files that were read too soon after a save, each with the sum of what was made of it."""
        self._busy = RLock()

    def update(self) -> None:
        """Look at all files and bring everything up to date; returns when all is searchable."""
        with self._busy:
            self.shelf.rescan()
            scan = self._scan = Scan(self.shelf)
            self.keys = scan.keys
            self.claim()
            if self.following:
                self._wait(scan)
            self._lose_damaged()
            gone = [place for place in self.holdings.stamps if place not in scan.seen]
            self.forget(gone) if gone else self.use()
            self.outline()
            if gone:
                self.tell()
            stale = list(scan.stale(self.holdings.stamps, self.holdings.indexed()))
            self._read(scan, stale)
            if stale:
                self.write(lambda cache: cache.catalog.shrink())
            self.tidy()
            if not self.ready:
                self.ready = True
                clear_gone()

    def changed(self, places: Collection[str]) -> None:
        """Bring some files up to date; if one is new or gone, or is no briefing, all."""
        with self._busy:
            scan = self._scan
            if scan is None or self.damaged or self.suspect or not all(self._is_there(scan, place) for place in places):
                self.update()
                return
            known, indexed = self.holdings.stamps, self.holdings.indexed()
            self._read(scan, [place for place in places if not scan.seen[place].is_known(known.get(place), indexed)])
            self.tidy()

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
            for place, digest in young.items():
                if place not in self._scan.seen:
                    continue
                (made,) = attempt.here((self._scan.file(place),))
                if all(_digest(row) == digest for row in made.rows):
                    stamps = [row.stamp._replace(batch=self.holdings.stamps[row.path].batch) for row in made.rows]
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
                self._young[row.path] = _digest(row)

    # --- others

    def _wait(self, scan: Scan) -> None:
        """Wait for the program that writes for as long as it does something, or until there is nothing to wait for."""
        heard = time.monotonic()
        while time.monotonic() - heard < PATIENCE:
            if self.claim() or self.follow():
                heard = time.monotonic()
                self.tell()
            if not self.following or not any(scan.stale(self.holdings.stamps, self.holdings.indexed())):
                return
            time.sleep(LOOK)

    def _lose_damaged(self) -> None:
        if self.suspect:
            self.find_damage()
        if self.damaged:
            self.lose(self.damaged)
            self.damaged.clear()


def _digest(row: "Row") -> bytes:
    return blake2b(row.facts + row.reading + row.mark).digest()
