"""The catalog: what is known of each file, and which segments the index has, in SQLite.

SQLite keeps whole what was written and notices some damage, not all: so every value stands under a checksum of its own, and a
value that is damaged is as one that is not there.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from stat import S_ISREG
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from .rows import Row, Stamp, holds
from .stored import SpoiledError, load, seal, unseal

if TYPE_CHECKING:
    from ..reading import Reading

NAME = "catalog.db"
_FILES = (NAME, f"{NAME}-wal", f"{NAME}-shm")
PATIENCE = 2.0
"""Seconds to wait for another program that writes."""

_TABLES = """
create table meta (version text not null);
create table files (id integer primary key, path blob not null unique, stamp blob not null, facts blob not null);
create table readings (file integer primary key references files on delete cascade, mark blob not null, data blob not null);
create table lent (mark blob primary key, data blob not null);
create table segments (name text primary key, batches blob not null) without rowid;
"""

_READING = "select stamp, data, mark from files join readings on file = id where path = ?"
_LENT = "select data from lent where mark = ?"

Result = TypeVar("Result")


_RUIN = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
}
"""What SQLite says of a file that is damaged, or has not the tables it should have. See https://sqlite.org/rescode.html."""
_UNREAD = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}
"""What it says of one that ends too soon, or lies on a disk that is damaged."""


class CatalogError(Exception):
    """The catalog cannot be used: there is none, another program has locked it, or it cannot be written."""


class RuinedError(CatalogError):
    """The catalog is damaged, of another version or another user's: it will never be of use again."""


class Catalog:
    """One connection to the catalog in a folder; threads may share it. All methods raise CatalogError, as RuinedError too."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._lock = RLock()
        path = folder / NAME
        if create:
            _check(folder)
            self._make(path)
        elif not path.exists():
            raise CatalogError("no catalog")
        self._connection = self._try(lambda: _connected(path))
        try:
            self._try(lambda: self._begin(create))
        except CatalogError:
            self._connection.close()
            raise

    def _make(self, path: Path) -> None:
        """The empty file, for nobody else to read; SQLite gives its other files the same rights."""
        try:
            handle = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
            os.fchmod(handle, 0o600)
            os.close(handle)
        except OSError as error:
            raise CatalogError(str(error)) from error

    def _begin(self, create: bool) -> None:
        run = self._connection.execute
        if create:
            run("pragma journal_mode = wal")
        for pragma in ("synchronous = normal", "foreign_keys = on", "secure_delete = on", "temp_store = memory"):
            run(f"pragma {pragma}")
        if create and not run("select count(*) from sqlite_master").fetchone()[0]:
            with self._connection:
                self._connection.executescript(f"begin; {_TABLES}")
                run("insert into meta values (?)", (version(),))
        found = run("select version from meta").fetchall()
        if found != [(version(),)]:
            raise RuinedError("of another version")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _try(self, work: Callable[[], Result]) -> Result:
        with self._lock:
            try:
                return work()
            except sqlite3.Error as error:
                raise (RuinedError if _is_ruin(error) else CatalogError)(str(error)) from error

    def _all(self, query: str, values: Sequence[object] = ()) -> list[tuple[bytes, ...]]:
        return self._try(lambda: self._connection.execute(query, values).fetchall())

    # --- looking

    def stamps(self) -> dict[str, Stamp]:
        """The stamps of all files, by path."""
        return {os.fsdecode(path): stamp for path, stamp in _sound(self._all("select path, stamp from files"), Stamp.unpack)}

    def packed(self) -> dict[bytes, bytes]:
        """The stamps of all files as they are stored, unchecked: see `rows.days_in`."""
        return dict(self._all("select path, stamp from files"))  # type: ignore[arg-type]

    def facts(self) -> dict[str, memoryview]:
        """The facts of all files, by path."""
        return {os.fsdecode(path): facts for path, facts in _sound(self._all("select path, facts from files"), unseal)}

    def reading(self, path: str, now: os.stat_result, shared: bytes, name: str) -> "Reading | None":
        """The reading of a file that messages call `name`, if it is still of the file of which the system says this now.

        Raises nothing: None if there is none to be used. This is where opening a briefing takes its time.
        """
        key = os.fsencode(path)
        try:
            with self._lock:
                row = self._connection.execute(_READING, (key,)).fetchone()
                lent = row and row[2] and self._connection.execute(_LENT, (row[2],)).fetchone()
            if not row or (row[2] and not lent) or not holds(row[0], key, now, shared):
                return None
            return load(unseal(row[1], key + row[2]), name, unseal(lent[0], row[2]) if lent else b"")
        except (sqlite3.Error, SpoiledError, TypeError):
            return None

    def segments(self) -> dict[str, frozenset[bytes]]:
        """The segments by name, each with the batches that are in it."""
        rows = self._all("select cast(name as blob), batches from segments")
        found = _sound(rows, unseal)
        return {name.decode(errors="replace"): frozenset(_cut(bytes(batches), 8)) for name, batches in found}

    def turn(self) -> object:
        """Another value whenever another connection has written."""
        return self._all("pragma data_version")

    # --- writing

    def put(self, rows: Iterable[Row], segments: Iterable[tuple[str, Iterable[bytes]]] = (), gone: Iterable[str] = ()) -> None:
        """Write what is known of some files, with the segments that hold their documents, and forget the segments `gone`."""

        def write() -> None:
            with self._connection:
                self._connection.executemany("delete from segments where name = ?", [(name,) for name in gone])
                for row in rows:
                    self._put(row)
                for name, batches in segments:
                    sealed = seal(b"".join(batches), name.encode())
                    self._connection.execute("insert or replace into segments values (?, ?)", (name, sealed))

        self._try(write)

    def _put(self, row: Row) -> None:
        key = os.fsencode(row.path)
        run = self._connection.execute
        query = (
            "insert into files (path, stamp, facts) values (?, ?, ?) "
            "on conflict (path) do update set stamp = excluded.stamp, facts = excluded.facts returning id"
        )
        (file,) = run(query, (key, row.stamp.pack(key), seal(row.facts, key))).fetchone()
        if row.reading:
            run("insert or replace into readings values (?, ?, ?)", (file, row.mark, seal(row.reading, key + row.mark)))
            if row.lent:
                run("insert or replace into lent values (?, ?)", (row.mark, seal(row.lent, row.mark)))
        else:
            run("delete from readings where file = ?", (file,))

    def restamp(self, stamps: Mapping[str, Stamp]) -> None:
        """Write new stamps for files of which nothing else is new."""
        values = [(stamp.pack(os.fsencode(path)), os.fsencode(path)) for path, stamp in stamps.items()]

        def write() -> None:
            with self._connection:
                self._connection.executemany("update files set stamp = ? where path = ?", values)

        self._try(write)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget some files."""

        def write() -> None:
            with self._connection:
                self._connection.executemany("delete from files where path = ?", [(os.fsencode(path),) for path in paths])

        self._try(write)
        self.shrink()

    def shrink(self) -> None:
        """Leave nothing of what is forgotten: neither terms that are lent to no file nor what the log still holds."""

        def write() -> None:
            with self._connection:
                self._connection.execute("delete from lent where mark not in (select mark from readings)")
            self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()

        self._try(write)


def _is_ruin(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF in _RUIN or code in _UNREAD


def _check(folder: Path) -> None:
    """Raise RuinedError if one of the files of a catalog is there and is no file, or not ours."""
    for name in _FILES:
        try:
            facts = (folder / name).lstat()
        except OSError:
            continue
        if not S_ISREG(facts.st_mode) or facts.st_uid != os.geteuid():
            raise RuinedError(f"{name} is no file of ours")


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)


def _sound(rows: Iterable[tuple[bytes, ...]], read: Callable[[bytes, bytes], Result]) -> Iterator[tuple[bytes, Result]]:
    """Those of the rows whose value is as it was written."""
    for key, value in rows:
        try:
            yield key, read(value, key)
        except (SpoiledError, TypeError):
            continue


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@cache
def version() -> str:
    """What the bytes in the cache depend on: this program's own code, as its files are."""
    package = Path(__file__).parent.parent
    files = [file for floor in ("model", "reading", "search", "library") for file in os.scandir(package / floor)]
    facts = sorted((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files if file.name.endswith(".py"))
    from hashlib import sha256

    return sha256(repr(facts).encode()).hexdigest()
