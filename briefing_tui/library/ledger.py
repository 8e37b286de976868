"""What is known of a library, in memory and in its cache: loaded, written down, followed while another program writes.

One program at a time writes to a cache. The others take in what it has written.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from .cache import Cache, CacheError, catalog_in, folder_of
from .catalog import NAME, Catalog, CatalogError, RuinedError
from .holdings import Holdings, held_by
from .rows import UNINDEXED, Row, Stamp

if TYPE_CHECKING:
    from ..model.passage import Passage
    from ..search.results import Results
    from ..search.segment import Segment
    from ..search.source import Source
    from .shelf import Shelf

LARGE = 1 << 20
"""How many bytes of a segment are rather mapped from its file than kept in memory."""


class Ledger:
    """The holdings of a library and the index over them; whatever happens to the cache, the two go on in memory.

    `cache` is there while this program may write. `alone` is whether there is no cache to be had: nothing is written.
    Threads that change something wait for each other; who searches waits for nobody.
    """

    def __init__(self, shelf: "Shelf") -> None:
        from ..search.index import Index

        self.shelf = shelf
        self.index: Index = Index(self._notice)
        self.holdings = Holdings()
        self.keys: Mapping[str, str] = {}
        """The keys of all files, by place."""
        self.damaged: frozenset[str] = frozenset()
        """Segments in which a search has found damage."""
        self.suspect = False
        """Whether a hit that somebody looked at was damaged: some segment is."""
        self.folder = folder_of(shelf.paths)
        self.cache: Cache | None = None
        self.alone = self.folder is None
        self._followed: Catalog | None = None
        self._turn: object = None
        self._lies: tuple[int, int] | None = None
        self._own: set[str] = set()
        """The places of files that were read here although another program writes, as long as it has not."""
        self._busy = RLock()
        """Held by who brings something up to date."""
        self._using = RLock()
        """Held for the moment in which the holdings change and are put to use; who searches may find that it has to."""
        self._uses = 0
        self._passages_beside: tuple[Passage, ...] = ()
        self._beside: tuple[tuple[Segment, ...], Mapping[Source, str]] = (), {}

    @property
    def following(self) -> bool:
        """Whether another program writes, and this one follows."""
        return self.cache is None and not self.alone

    # --- reading the cache

    def claim(self) -> bool:
        """Get the right to write, if nobody has it, and load what was written before; whether it was got just now."""
        with self._busy:
            cache = self._claimed()
            if cache is None:
                return False
            self.cache = cache
            self._own.clear()
            try:
                self.holdings = Holdings.load(cache.catalog, cache.folder, self.holdings)
            except RuinedError:
                self.begin_anew()
            except CatalogError:
                self.do_without()
            if self.cache:
                self.cache.sweep(self.holdings.held)
                self.shelf.use(catalog_in(self.folder))
                self._strike(self.holdings.missing)
            return True

    def _claimed(self) -> Cache | None:
        """The cache, if it was to be had; without one from now on if there is none to be had at all."""
        if not self.following or self.folder is None:
            return None
        try:
            return Cache.claim(self.folder, self.shelf.paths)
        except CacheError:
            self.do_without()
            return None

    def follow(self) -> bool:
        """Take in what the program that writes has written since; whether there is anything new."""
        with self._busy:
            try:
                catalog = self._current()
                turn = catalog and catalog.turn()
                if catalog is None or self.folder is None or turn == self._turn:
                    return False
                holdings = Holdings.load(catalog, self.folder, self.holdings)
            except CatalogError:
                self._followed = None
                return False
            self._turn = turn
            self._own = holdings.carry(self.holdings, self._own)
            self.holdings = holdings
            self.shelf.use(catalog)
            self.use()
            return True

    def _current(self) -> Catalog | None:
        """The catalog that is followed: another one as soon as another lies in its place."""
        lies = _place_of(self.folder)
        if self._followed is None or lies != self._lies:
            self._followed, self._lies, self._turn = catalog_in(self.folder), lies, None
        return self._followed

    def begin_anew(self) -> None:
        """Throw away all that is known."""
        self.holdings = Holdings()
        try:
            if self.cache:
                self.cache.rebuild()
        except CacheError:
            self.do_without()

    def do_without(self) -> None:
        """From now on nothing is written: the disk is full, or the catalog damaged. What is known stays known."""
        self.let_go()
        self.alone = True

    def let_go(self) -> None:
        """Let another program write."""
        self.shelf.use(None)
        if self.cache:
            self.cache.release()
        self.cache = None

    # --- writing

    def write(self, work: Callable[[Cache], object]) -> None:
        """Write something, if there is a cache; if that fails, do without from now on."""
        if self.cache:
            try:
                work(self.cache)
            except (CacheError, CatalogError, OSError):
                self.do_without()

    def keep(self, rows: Collection[Row], image: bytes = b"", gone: Iterable[str] = ()) -> None:
        """Take in rows and the segment of their documents, which replaces others: searchable first, then written."""
        from ..search.segment import Segment

        segment = Segment.load(image) if image else None
        with self._using:
            self.holdings.know(rows)
            name = self.holdings.hold(segment) if segment else ""
            names = [each for each in gone if self.holdings.held.pop(each, None)]
            self.use()
        if self.following:
            self._own.update(row.path for row in rows)
        self.write(lambda cache: self._written(cache, rows, name, image, names))

    def _written(self, cache: Cache, rows: Iterable[Row], name: str, image: bytes, gone: Iterable[str]) -> None:
        from ..search.segment import Segment

        path = cache.write(name, image) if name else None
        cache.catalog.put(rows, [(name, self.holdings.held[name].batches)] if name else [], gone)
        if path and len(image) > LARGE:
            with self._using:
                self.holdings.held[name] = held_by(Segment.open(path))
                self.use()
        cache.remove(gone)

    def replace(self, gone: Iterable[str], segment: "Segment", name: str) -> None:
        """Take in a segment that is in the cache already, in the place of others."""
        with self._using:
            self.holdings.hold(segment, name)
            names = [each for each in gone if self.holdings.held.pop(each, None)]
            self.use()
            held = self.holdings.held[name]
        self.write(lambda cache: cache.swap(names, [(name, held.batches)]))

    def forget(self, places: list[str]) -> None:
        """Know nothing of some files any more."""
        with self._using:
            self.holdings.forget(places)
            self.use()
        self.write(lambda cache: cache.catalog.drop(places))

    def restamp(self, stamps: Mapping[str, Stamp]) -> None:
        """Know of some files, of which nothing else is new, that they are as they are now."""
        with self._using:
            self.holdings.restamp(stamps)
        self.write(lambda cache: cache.catalog.restamp(stamps))

    def lose(self, names: Iterable[str]) -> None:
        """Do without some segments, whose documents have to be made again."""
        names = list(names)
        with self._using:
            self.holdings.lose(names)
            self.damaged -= set(names)
        self._strike(names)

    def _strike(self, names: Sequence[str]) -> None:
        """Strike out segments that are no more, once it is written of all files they held that they are to be read again."""
        lost = {place: stamp for place, stamp in self.holdings.stamps.items() if stamp.batch in self.holdings.lost}

        def strike(cache: Cache) -> None:
            cache.catalog.restamp({place: stamp._replace(batch=UNINDEXED) for place, stamp in lost.items()})
            cache.swap(names)

        if names:
            self.write(strike)

    # --- searching

    def use(self) -> None:
        """Search what is held now."""
        with self._using:
            self._uses += 1
            held = [held.segment for name, held in self.holdings.held.items() if name not in self.damaged]
            beside, keys = self._beside
            self.index.use([*held, *beside], {**self.holdings.keys(self.keys), **keys})

    def search_beside(self, passages: "Iterable[Passage]") -> bool:
        """Search these as well, in place of those named before: what no file of the library holds, such as notes.

        Gives whether they are others than before.
        """
        from ..search.index import held

        passages = tuple(passages)
        if passages == self._passages_beside:
            return False
        segment, keys = held(passages)
        with self._using:
            self._passages_beside = passages
            self._beside = ((segment,), keys) if passages else ((), {})
            self.use()
        return True

    def search(self, text: str, **options: Any) -> "Results":
        """The results of `Index.search`.

        If there is damage, this searches without the segment it is in, which the next update makes anew. Damage in a hit is
        found when somebody looks at it: see `suspect`.
        """
        from ..search.storage import DamagedError

        touched = {name for name, held in self.holdings.held.copy().items() if held.touched} - self.damaged
        if touched:
            self._avoid(touched)
        while True:
            uses = self._uses
            try:
                return self.index.search(text, **options)
            except DamagedError:
                self._find_damage(uses)

    def find_damage(self) -> None:
        """Find out which segments are damaged, and search without them."""
        self.suspect = False
        self._find_damage(self._uses)

    def _find_damage(self, uses: int) -> None:
        """The same, unless something else is searched by now than was after so many uses."""
        with self._using:
            if uses == self._uses:
                known = [name for name in self.holdings.held if name not in self.damaged]
                self._avoid(damaged_among(self, known) or known)

    def _avoid(self, names: Iterable[str]) -> None:
        """Search without some segments, because they are damaged."""
        with self._using:
            self.damaged |= frozenset(names)
            self.use()

    def warm(self) -> None:
        """Check what is searched, and have it in memory, before somebody waits for it."""
        from ..search import slips
        from ..search.storage import DamagedError

        for name, held in self.holdings.held.copy().items():
            try:
                held.segment.warm()
            except DamagedError:
                self._avoid([name])
        slips.load()

    def _notice(self) -> None:
        self.suspect = True


def _place_of(folder: Path | None) -> tuple[int, int] | None:
    """Which file the catalog of a folder is now; None if there is none."""
    try:
        facts = os.stat(folder / NAME) if folder else None
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if facts else None


def damaged_among(ledger: Ledger, names: Iterable[str]) -> list[str]:
    """Those of some segments that are not as they were written."""
    from ..search.storage import DamagedError

    damaged = []
    for name in names:
        held = ledger.holdings.held.get(name)
        try:
            if held:
                held.segment.verify()
        except (DamagedError, OSError):
            damaged.append(name)
    return damaged
