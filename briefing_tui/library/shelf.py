"""The files of a library, read when they are asked for and read again when they changed."""

import os
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..i18n import said as _
from ..model.briefing import Briefing
from ..model.errors import BriefingError, UnreadableError
from ..reading import clean
from .folders import UNOPENED, Entry, entries, is_table
from .memo import Memo, fingerprint
from .pace import Pace
from .registry import Look, Registries
from .shared import shared_by

if TYPE_CHECKING:
    from ..reading import Peek, Reading
    from .catalog import Catalog
    from .rows import Stamp


class Shelf:
    """The briefings under `paths`, each a folder (searched to its depths) or a file. Nothing is read until it is needed.

    What an earlier start has read and kept is taken from the cache for as long as its file is as it was. `start` is the id
    of the briefing to open whatever the date is.
    """

    def __init__(self, *paths: Path, start: str = "") -> None:
        self.paths = paths
        self.start = start
        self._entries: tuple[Entry, ...] | None = None
        self.registries = Registries(paths)
        self._readings: Memo[Reading] = Memo(self._read, self.registries.fingerprint_of)
        self._peeks: Memo[Peek | None] = Memo(_peek, _nothing)

    def __getstate__(self) -> dict[str, object]:
        """What goes with a library to another process: not what is found again sooner than sent, and no connection."""
        kept = {name: value for name, value in self.__dict__.items() if name != "catalog"}
        return kept | {"_entries": None, "_peeks": Memo(_peek, _nothing)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All files, sorted by path, those that cannot be read among them."""
        if self._entries is None:
            self._entries = entries(self.paths)
        return self._entries

    def rescan(self, pace: Pace = iter) -> bool:
        """Look for files that came or went; whether there are any."""
        before, self._entries = self._entries, entries(self.paths, pace)
        return before != self._entries

    def read(self, entry: Entry) -> "Reading":
        """The briefing as its file is now, with all messages, one object until that changes; raises UnreadableError."""
        return self._readings.get(entry.file)

    def peek(self, entry: Entry) -> "Peek | None":
        """Title, date and marking without reading the whole file; None where that cannot be done."""
        return self._peeks.get(entry.file)

    def briefings(self) -> Iterator[tuple[Entry, Briefing]]:
        """All briefings that can be read, one by one."""
        for entry in self.entries:
            try:
                yield entry, self.read(entry).briefing
            except BriefingError:
                continue

    def by_file(self) -> Callable[[str], tuple[str, Briefing] | None]:
        """Finds the briefing in the file at a real path, with its key: none if it is not here or cannot be read."""
        known = cache(lambda: {os.path.realpath(entry.file): entry for entry in self.entries})

        def find(path: str) -> tuple[str, Briefing] | None:
            entry = known().get(path)
            try:
                return (entry.key, self.read(entry).briefing) if entry else None
            except BriefingError:
                return None

        return find

    # --- what is kept

    @cached_property
    def catalog(self) -> "Catalog | None":
        """What earlier starts have kept; None where there is nothing."""
        if not any(path.is_dir() or is_table(path) for path in self.paths):
            return None
        from .cache import catalog_in, folder_of

        return catalog_in(folder_of(self.paths))

    def use(self, catalog: "Catalog | None") -> None:
        """Look things up in another catalog from now on."""
        self.catalog = catalog

    @cached_property
    def _roots(self) -> list[tuple[str, str]]:
        """Each folder as it was named, with a separator behind, and as it really is."""
        return [(os.path.join(path, ""), os.path.join(os.path.realpath(path), "")) for path in self.paths if path.is_dir()]

    @cached_property
    def roots(self) -> list[str]:
        """The places of what the library is made of."""
        return [os.path.realpath(path) if path.is_dir() else os.path.abspath(path) for path in self.paths]

    def place(self, path: Path | str) -> str:
        """A file as the cache names it: by the real path of the library's folder, however that was named."""
        name = str(path)
        for root, real in self._roots:
            if name.startswith(root):
                return name if root == real else real + name[len(root) :]
        return os.path.abspath(name)

    def stamps(self) -> "dict[str, Stamp]":
        """What is known of all files, by place, whether it still holds or not."""
        from .catalog import CatalogError

        try:
            return self.catalog.stamps() if self.catalog else {}
        except CatalogError:
            return {}

    def packed(self) -> dict[bytes, bytes]:
        """The stamps that are kept of all files, as they are stored."""
        from .catalog import CatalogError

        try:
            return self.catalog.packed() if self.catalog else {}
        except CatalogError:
            return {}

    def segments(self) -> "dict[str, frozenset[bytes]]":
        """The segments of the index that are kept."""
        from .catalog import CatalogError

        try:
            return self.catalog.segments() if self.catalog else {}
        except CatalogError:
            return {}

    def facts(self) -> "dict[str, memoryview]":
        """The facts that are kept of all files, by place: see `facts.load`."""
        from .catalog import CatalogError

        try:
            return self.catalog.facts() if self.catalog else {}
        except CatalogError:
            return {}

    def holds(self, stamp: "Stamp | None", path: Path, look: Look) -> bool:
        """Whether what is known of a file is still so; who asks for many has one look at the registries for all."""
        return stamp is not None and stamp.holds(fingerprint(path), shared_by(look.found(path)))

    def _read(self, file: str) -> "Reading":
        if is_table(file):
            raise UnreadableError(_("{file}: {why}", file=file, why=_(UNOPENED)))
        look = self.registries.now()
        kept = self._kept(file, look)
        if kept is None:
            from ..reading import read

            path = Path(file)
            return read(path, registry=look.of(path))
        return kept

    def _kept(self, file: str, look: Look) -> "Reading | None":
        """The reading in the cache, if the file is as it was."""
        if self.catalog is None:
            return None
        try:
            now = os.stat(file)
        except (OSError, ValueError):
            return None
        return self.catalog.reading(self.place(file), now, shared_by(look.found(file)), clean(file, newlines=False))


def _nothing(_: str) -> None:
    """What else a peek is made of."""


def _peek(file: str) -> "Peek | None":
    from ..reading import peek

    return peek(Path(file))
