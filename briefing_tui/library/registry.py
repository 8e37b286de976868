"""Which registry lends to a briefing: the nearest `registry.yaml` in its folder or above, up to the library's own folder."""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from ..model.errors import BriefingError
from .folders import REGISTRY
from .memo import RACY

if TYPE_CHECKING:
    from ..reading.registry import Registry

_BELOW, _BARE = os.sep + REGISTRY, ("", os.sep)
"""What a folder's registry has behind the folder's name, and the names behind which no separator is missing."""
_LOOKS_AT_LINKS = os.access in os.supports_follow_symlinks
"""Whether the system can be asked for a link that leads nowhere without an error when there is none: in half the time."""
_KEPT = 64
"""How many registries are kept in memory."""


class Found(NamedTuple):
    """A registry's file and its mark, a word that is another one whenever the file changes."""

    path: Path
    mark: str


class Registries:
    """The registries of a library whose folders and files are `roots`; a file named alone has the one beside it."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = tuple(os.path.join(root, "") if root != Path() else "" for root in roots)

    def now(self) -> "Look":
        """The registries as they are now: for many files at once, because each folder is looked at once only."""
        return Look(self._roots)

    def of(self, path: Path) -> "Registry | None":
        """The registry that lends to the briefing at `path`; None if there is none, or none that can be read."""
        return self.now().of(path)

    def fingerprint_of(self, path: Path | str) -> str:
        """A word that is another one whenever another registry, or another state of it, lends to `path`; empty for none."""
        return self.now().fingerprint_of(path)


class Look:
    """What `Registries` gives, at one moment. Folders are texts here: opening a briefing takes no longer than it must."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._roots = roots
        self._nearest: dict[str, Found | None] = {}

    def found(self, path: Path | str) -> Found | None:
        """The file of the registry that lends to `path`."""
        folder = os.path.dirname(path)
        if folder not in self._nearest:
            self._nearest[folder] = self._search(folder)
        return self._nearest[folder]

    def of(self, path: Path) -> "Registry | None":
        """See `Registries.of`."""
        return lent(self.found(path), path)

    def fingerprint_of(self, path: Path | str) -> str:
        """See `Registries.fingerprint_of`."""
        found = self.found(path)
        return found.mark if found else ""

    def _search(self, folder: str) -> Found | None:
        """The registry in a folder, else in the nearest above it, up to the library's own."""
        found = found_at(folder + (REGISTRY if folder in _BARE else _BELOW))
        return found if found or not _is_below_any(folder, self._roots) else self.found(folder)


def _is_below_any(folder: str, roots: tuple[str, ...]) -> bool:
    return any(folder.startswith(root) if root else folder and not os.path.isabs(folder) for root in roots)


def found_at(path: Path | str) -> Found | None:
    """A registry's file, whatever it may be: a folder or a link to nowhere is found, and cannot be read."""
    try:
        if not (os.access(path, os.F_OK, follow_symlinks=False) if _LOOKS_AT_LINKS else os.path.lexists(path)):
            return None
    except ValueError:
        return None
    try:
        facts = os.stat(path)
    except OSError:
        return Found(Path(path), "lost")
    fresh = abs(time.time_ns() - facts.st_mtime_ns) < RACY
    return Found(Path(path), f"{facts.st_mtime_ns:x}.{facts.st_ctime_ns:x}.{facts.st_size:x}.{facts.st_ino:x}{'?' * fresh}")


_kept: dict[Path, tuple[str, "Registry | None", "Registry | None"]] = {}
_keeping = Lock()


def lent(found: Found | None, path: Path) -> "Registry | None":
    """What a registry lends to `path`; None if there is none, or it cannot be read.

    It is read once for all files until its mark changes. The copies of its sources lie in its own folder, to which no
    briefing may point but those beside it.
    """
    if found is None:
        return None
    with _keeping:
        kept = _kept.pop(found.path, None)
        if kept is None or kept[0] != found.mark:
            registry = _read(found.path)
            kept = found.mark, registry, registry and registry.without_copies()
        _kept[found.path] = kept
        if len(_kept) > _KEPT:
            del _kept[next(iter(_kept))]
    return kept[1] if path.parent == found.path.parent else kept[2]


def _read(path: Path) -> "Registry | None":
    from ..reading import read_registry

    try:
        return read_registry(path).registry
    except BriefingError:
        return None
