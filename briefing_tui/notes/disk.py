"""What the file calls are put together to: whole reads and writes, locks that are waited for, folders that last."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..i18n import _, later
from ..model.errors import NotSavedError, reason
from .files import OWN_FILE, OWN_FOLDER, Files

PAUSE = 0.002
"""Seconds between two tries to get a lock."""
_PIECE = 1 << 20
_OTHERS = 0o077
_MADE = 3
"""How many folders above that of notes may not have been there before."""

_REASONS = {
    errno.ENOSPC: later("the disk is full; free some space and save again"),
    errno.EDQUOT: later("your share of the disk is full; free some space and save again"),
    errno.EROFS: later("the disk can only be read"),
    errno.EACCES: later("you may not write there"),
    errno.EPERM: later("you may not write there"),
    errno.EAGAIN: later("another program does not let go of it; save again"),
}


def not_saved(error: OSError, path: Path) -> NotSavedError:
    """What to tell the user of a call that failed on the way to `path`."""
    known = _REASONS.get(error.errno or 0)
    why = _(known) if known else reason(error, within=True)
    return NotSavedError(_("nothing was saved in {path}: {reason}", path=path, reason=why))


def read_all(files: Files, file: int, at: int = 0) -> bytes:
    """All bytes of a file from an offset on."""
    pieces = []
    while piece := files.read(file, _PIECE, at):
        pieces.append(piece)
        at += len(piece)
    return b"".join(pieces)


def write_all(files: Files, file: int, data: bytes) -> None:
    """Write all of the data, however little the system takes at once."""
    rest = memoryview(data)
    while rest:
        done = files.write(file, bytes(rest) if len(rest) < len(data) else data)
        if done <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[done:]


def lock(files: Files, file: int, how: int, patience: float) -> None:
    """Lock a file once whoever has it lets go; raises BlockingIOError if that takes more than `patience` seconds."""
    end = time.monotonic() + patience
    while True:
        try:
            files.flock(file, how | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= end:
                raise
            time.sleep(PAUSE)


@contextmanager
def opened(files: Files, path: Path, flags: int) -> Iterator[int]:
    """A file for as long as it is needed; what closing it has to complain of comes too late to matter."""
    file = files.open(path, flags)
    try:
        yield file
    finally:
        with suppress(OSError):
            files.close(file)


def keep_private(files: Files, file: int, mode: int) -> None:
    """Take from others what they may do with a file, where the disk knows of that at all."""
    if files.fstat(file).st_mode & _OTHERS:
        with suppress(OSError):
            files.chmod(file, mode)


def sync_folder(files: Files, folder: Path) -> None:
    """Return when the names in a folder are on the disk for good, where the disk has a way to say so."""
    with opened(files, folder, os.O_RDONLY | os.O_DIRECTORY) as file:
        try:
            files.fsync(file)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise


def prepare(files: Files, folder: Path) -> None:
    """Make a folder, and those above it, for their owner only."""
    try:
        files.stat(folder)
    except FileNotFoundError:
        prepare(files, folder.parent)
        with suppress(FileExistsError):
            files.mkdir(folder)


def anchor(files: Files, folder: Path) -> None:
    """Have a file in a folder, and the folders that `prepare` may have made, be there for good, whoever made them."""
    sync_folder(files, folder)
    for above in tuple(folder.parents)[:_MADE]:
        with suppress(PermissionError):
            sync_folder(files, above)


def own(files: Files, folder: Path) -> None:
    """Keep others out of a folder that is there."""
    with opened(files, folder, os.O_RDONLY | os.O_DIRECTORY) as file:
        keep_private(files, file, OWN_FOLDER)


def put(files: Files, path: Path, data: bytes) -> int:
    """A new file with this data in it, open and on the disk for good but for its name; raises FileExistsError."""
    file = files.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR)
    try:
        keep_private(files, file, OWN_FILE)
        write_all(files, file, data)
        files.fsync(file)
    except OSError:
        with suppress(OSError):
            files.close(file)
        with suppress(OSError):
            files.unlink(path)
        raise
    return file
