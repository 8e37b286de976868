"""The cache folder of a library: made for its owner only, written by one program at a time, gone when the library is.

What is in it is worth nothing by itself: whatever is wrong with it, it is emptied and filled again, or done without.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from secrets import token_hex
from weakref import finalize

from .. import places
from ..model.errors import failed
from .catalog import Catalog, CatalogError, RuinedError
from .folders import is_table

_LOCK = "lock"
_GONE = ".gone"
"""The end of the name of what is being removed."""
_PATHS = "paths"
SEGMENT = ".segment"
_FRESH = 3600.0
"""Seconds for which a folder without a list of its paths may be one in the making."""


class CacheError(Exception):
    """There is no cache to work with: the folder cannot be made, is another's, cannot be written, or the disk is full."""


def folder_of(paths: Sequence[Path]) -> Path | None:
    """Where the cache of a library is, whether it exists or not; None for a few single files, which need none."""
    if not any(path.is_dir() or is_table(path) for path in paths):
        return None
    from hashlib import sha256

    try:
        return places.cache_folder() / sha256(_signature(paths)).hexdigest()[:24]
    except (OSError, RuntimeError):
        return None


def _signature(paths: Sequence[Path]) -> bytes:
    """The real paths of a library, which tell whose cache it is."""
    return b"\0".join(os.fsencode(os.path.realpath(path)) for path in paths)


def catalog_in(folder: Path | None) -> Catalog | None:
    """The catalog in a folder, to look things up; None if it cannot be used."""
    try:
        return Catalog(folder) if folder and _is_ours(folder) else None
    except (CatalogError, OSError):
        return None


def _is_ours(path: Path) -> bool:
    """Whether this is a folder of ours, and no link to one."""
    import stat

    try:
        facts = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid()


class Cache:
    """The cache folder of a library, claimed for writing until `release`, or until nobody knows it any more; see `claim`."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self.catalog: Catalog = self._opened()
        self._unlock = finalize(self, os.close, lock)

    @classmethod
    def claim(cls, folder: Path, paths: Sequence[Path]) -> "Cache | None":
        """The cache at a folder, made if need be; None while another program has claimed or removes it; raises CacheError."""
        try:
            _prepare(folder)
            lock = _lock(folder)
        except OSError as error:
            raise CacheError(failed(error)) from error
        if lock is None:
            return None
        try:
            os.fchmod(lock, 0o600)
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            cache = cls(folder, lock) if _is_in(folder, lock) else None
        except BlockingIOError:
            cache = None
        except (OSError, CatalogError) as error:
            os.close(lock)
            raise CacheError(failed(error)) from error
        if cache is None:
            os.close(lock)
            return None
        try:
            cache.sign(paths)
        except CacheError:
            cache.release()
            raise
        return cache

    def sign(self, paths: Sequence[Path]) -> None:
        """Write down whose cache it is, so that it goes when they do; raises CacheError."""
        names = _signature(paths)
        try:
            signed = (self.folder / _PATHS).read_bytes() == names
        except OSError:
            signed = False
        if not signed:
            self.write(_PATHS, names)

    def _opened(self) -> Catalog:
        """The catalog; one that is of no use is thrown away, with all segments, and made anew. Raises CatalogError."""
        try:
            return Catalog(self.folder, create=True)
        except RuinedError:
            self._empty()
            return Catalog(self.folder, create=True)

    def rebuild(self) -> None:
        """Throw everything away and begin with an empty catalog; raises CacheError."""
        try:
            self.catalog.close()
            self._empty()
            self.catalog = Catalog(self.folder, create=True)
        except (OSError, CatalogError) as error:
            raise CacheError(failed(error)) from error

    def _empty(self) -> None:
        for item in list(os.scandir(self.folder)):
            if item.name not in (_LOCK, _PATHS):
                _remove(Path(item.path))

    def write(self, name: str, *pieces: bytes) -> Path:
        """Write a file so that it is there whole or not at all; raises CacheError."""
        return self.place(self.draft(*pieces), name)

    def draft(self, *pieces: bytes) -> Path:
        """A file that has no name yet, with some bytes in it; raises CacheError."""
        path = self.folder / f"{token_hex(8)}.draft"
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                os.fchmod(handle, 0o600)
                for piece in pieces:
                    file.write(piece)
        except OSError as error:
            _remove(path)
            raise CacheError(failed(error)) from error
        return path

    def place(self, draft: Path, name: str) -> Path:
        """Give a draft its name, once it is on the disk for good; raises CacheError."""
        try:
            with draft.open("rb") as file:
                os.fsync(file.fileno())
            return draft.rename(self.folder / name)
        except OSError as error:
            _remove(draft)
            raise CacheError(failed(error)) from error

    def swap(self, gone: Sequence[str], segments: Iterable[tuple[str, Iterable[bytes]]] = ()) -> None:
        """Have some segments, whose files are here, in the place of others; raises CatalogError."""
        self.catalog.put((), segments, gone)
        self.remove(gone)

    def remove(self, names: Iterable[str]) -> None:
        """Remove some files; what cannot be removed now is swept at the next start."""
        for name in names:
            _remove(self.folder / name)

    def sweep(self, kept: Collection[str]) -> None:
        """Remove drafts that nobody finished, and the segments that are not among those to keep."""
        with os.scandir(self.folder) as items:
            for item in list(items):
                if item.name not in kept and item.name.endswith((SEGMENT, ".draft")):
                    _remove(Path(item.path))

    def release(self) -> None:
        """Let another program write."""
        self.catalog.close()
        self._unlock()


def _lock(folder: Path) -> int | None:
    """The file in a folder that is locked by who writes, open; None if the folder is being removed. Raises OSError."""
    try:
        return os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    except FileNotFoundError:
        return None


def _is_in(folder: Path, lock: int) -> bool:
    """Whether an open lock is the one that is in a folder now: the folder may have been removed meanwhile."""
    try:
        return os.path.samestat(os.fstat(lock), os.lstat(folder / _LOCK))
    except OSError:
        return False


def _prepare(folder: Path) -> None:
    """Make the folder, for its owner only; one of somebody else is put out of the way. Raises OSError."""
    own_folder(folder.parent)
    if os.path.lexists(folder) and not _is_ours(folder):
        _remove(_aside(folder))
    own_folder(folder)


def own_folder(folder: Path) -> None:
    """Make a folder for its owner only, and those it is in if they are not there; raises OSError."""
    for above in reversed(folder.parents):
        if not above.is_dir():
            above.mkdir(exist_ok=True)
            above.chmod(0o700)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_mode & 0o777 != 0o700:
        folder.chmod(0o700)


def _aside(folder: Path) -> Path:
    """Give a folder another name, so that it is gone at once and can be removed piece by piece; raises OSError."""
    return folder.rename(folder.with_name(f"{folder.name}.{token_hex(4)}{_GONE}"))


def _remove(path: Path) -> None:
    """Remove a file or folder as far as that is possible."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return


def clear(folder: Path) -> bool:
    """Remove a cache; whether it is gone: not while another program has claimed it."""
    lock = None
    try:
        if not folder.exists() or (lock := _lock(folder)) is None:
            return True
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not _is_in(folder, lock):
            return False
        aside = _aside(folder)
    except OSError:
        return False
    else:
        _remove(aside)
        return not aside.exists()
    finally:
        if lock is not None:
            os.close(lock)


def clear_gone() -> None:
    """Remove the caches of libraries that are no more: nothing derived outlives what it was derived from."""
    try:
        folders = [Path(item.path) for item in os.scandir(places.cache_folder()) if item.is_dir(follow_symlinks=False)]
    except (OSError, RuntimeError):
        return
    for folder in folders:
        if folder.name.endswith(_GONE):
            _remove(folder)
        elif not _is_wanted(folder):
            clear(folder)


def _is_wanted(folder: Path) -> bool:
    """Whether a library is there that has this cache, or may be: its cache may be in the making, or another user's."""
    try:
        paths = (folder / _PATHS).read_bytes().split(b"\0")
    except OSError:
        try:
            return not _is_ours(folder) or time.time() - folder.stat().st_mtime < _FRESH
        except OSError:
            return True
    return any(os.path.lexists(path) for path in paths)
