"""Opening a file that came from somewhere: regular files only, never more than the limit, never a wait."""

import os
import stat
from datetime import date
from pathlib import Path

from ..i18n import said as _
from ..model.errors import UnreadableError, reason

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def slurp(path: Path, name: str) -> tuple[bytes, date]:
    """The bytes of a file and the day it was last changed; raises UnreadableError, with `name` for the file, if it has none.

    It is opened without blocking, so that a FIFO is refused and not waited for.
    """
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise UnreadableError(_("{name}: is not a regular file; name a YAML file", name=name))
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(_("{name}: {reason}", name=name, reason=reason(error))) from None
    if len(data) > MOST_BYTES:
        raise UnreadableError(_("{name}: is larger than {most_bytes} MB; split it", name=name, most_bytes=MOST_BYTES >> 20))
    return data, saved_on(facts)


def saved_on(facts: os.stat_result) -> date:
    """The day a file was last changed; the first or the last there is for a time that no calendar knows."""
    try:
        return date.fromtimestamp(facts.st_mtime)
    except (OSError, OverflowError, ValueError):
        return date.max if facts.st_mtime > 0 else date.min


def head(path: Path, size: int) -> bytes:
    """The first `size` bytes of a regular file; empty if it cannot be read."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return b""
    try:
        return os.read(handle, size) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(handle)
