"""The versions of briefings that were last read, to tell what changed since: the bytes of their files, under a checksum.

They outlive a new version of this program and an index made anew, which the catalog does not; like it they are for their
owner alone, may be deleted at any time, and are gone soon after the file is.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from .. import places
from .cache import own_folder
from .stored import SpoiledError, seal, unseal

NAME = "last-read.db"
PATIENCE = 1.0
"""Seconds to wait for another program that writes."""
_TABLE = "create table if not exists versions (path blob primary key, sum blob not null, data blob not null) without rowid"

Result = TypeVar("Result")


def last_read(path: Path | str) -> bytes | None:
    """The bytes of the version of a file that was last read; None if there is none to be used."""
    key = _key(path)
    row = _with(lambda db: db.execute("select data from versions where path = ?", (key,)).fetchone())
    try:
        return zlib.decompress(unseal(row[0], key)) if row else None
    except (SpoiledError, zlib.error, TypeError):
        return None


def keep_as_read(path: Path | str, data: bytes) -> bool:
    """Keep the bytes of a file as the version last read; whether they could be kept."""
    key, digest = _key(path), sha256(data).digest()

    def write(db: sqlite3.Connection) -> bool:
        if db.execute("select sum from versions where path = ?", (key,)).fetchone() != (digest,):
            with db:
                values = (key, digest, seal(zlib.compress(data), key))
                db.execute("insert or replace into versions values (?, ?, ?)", values)
        return True

    return bool(_with(write, create=True))


def forget_gone() -> None:
    """Keep nothing of files that are no more."""
    _forget(lambda path: not os.path.lexists(path))


def forget_below(paths: Iterable[Path]) -> None:
    """Keep nothing of the files of a library."""
    roots = [os.path.realpath(path) for path in paths]
    _forget(lambda path: any(path == root or path.startswith(os.path.join(root, "")) for root in roots))


def _forget(unwanted: Callable[[str], bool]) -> None:
    def write(db: sqlite3.Connection) -> None:
        keys = [key for (key,) in db.execute("select path from versions") if unwanted(os.fsdecode(key))]
        if keys:
            with db:
                db.executemany("delete from versions where path = ?", [(key,) for key in keys])

    _with(write)


def _key(path: Path | str) -> bytes:
    return os.fsencode(os.path.realpath(path))


def _with(work: Callable[[sqlite3.Connection], Result], *, create: bool = False) -> Result | None:
    """What some work on the table gives; None where there is none to be had. One that is damaged is thrown away."""
    try:
        file = places.cache_folder() / NAME
        if create:
            own_folder(file.parent)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))
            file.chmod(0o600)
        elif not file.exists():
            return None
        with closing(sqlite3.connect(file, timeout=PATIENCE)) as db:
            db.execute("pragma secure_delete = on")
            db.execute(_TABLE)
            return work(db)
    except sqlite3.OperationalError:
        return None
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)
        return None
    except (OSError, RuntimeError):
        return None
