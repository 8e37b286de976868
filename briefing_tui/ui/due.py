"""What is still to be taken off the clipboard, kept in the state folder for as long as it is: whoever is killed cannot do it.

Kept are a salted hash of the text and the way it was copied, never the text. The next start compares, and clears only what
still lies there.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .. import places
from . import clipboard, tmux

_PREFIX, _SUFFIX = "clipboard-", ".json"
_ROUNDS = 100_000
"""Rounds of PBKDF2: some 50 ms for whoever tries what the text may have been."""
GRACE = 5.0
"""Seconds after its time in which a program that still runs clears by itself."""
LASTS = 7 * 86_400
"""For how many seconds it is tried where a clipboard cannot be read."""
_LARGEST = 4096


class Due(NamedTuple):
    """A text by its hash, hexadecimal, the tool and the tmux buffer that hold it (empty: none), and when its time is over."""

    salt: str
    digest: str
    tool: str = ""
    buffer: str = ""
    sent: bool = False
    until: float = 0.0


def due(text: str) -> Due:
    """The hash of a text under a new salt."""
    salt = os.urandom(16)
    return Due(salt.hex(), _digest(text.encode("utf-8", "replace"), salt))


def keep(owed: Due) -> None:
    """Remember it, for the user's eyes only; what cannot be written is not remembered."""
    with suppress(OSError):
        place = _path()
        place.parent.mkdir(0o700, parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(file, "w", encoding="utf-8") as out:
            json.dump(owed._asdict(), out)


def forget() -> None:
    """Nothing is owed any more by this program."""
    with suppress(OSError):
        _path().unlink(missing_ok=True)


def pay(began: float, environ: Mapping[str, str] = os.environ) -> tuple[bool, bool]:
    """Clear what programs that were killed left on the clipboard; whether anything was, and whether a terminal holds it too.

    `began` is when this one started, in seconds since the epoch: what it copied itself, it will clear itself.
    """
    cleared = sent = False
    for place, owed in _left(began):
        done = [paid for paid in (_by_tool(owed, environ), _by_tmux(owed, environ)) if paid is not None]
        if done or time.time() - owed.until > LASTS:
            with suppress(OSError):
                place.unlink(missing_ok=True)
        if any(done):
            cleared, sent = True, sent or (owed.sent and not owed.buffer)
    return cleared, sent


def _by_tool(owed: Due, environ: Mapping[str, str]) -> bool | None:
    """Whether the tool held the text and holds it no more; None where that cannot be told or done."""
    by = clipboard.tool(environ)
    if not by or by.name != owed.tool:
        return None
    held = clipboard.shown(by)
    if held is None:
        return None
    return (clipboard.clear(by) or None) if _is(owed, held) else False


def _by_tmux(owed: Due, environ: Mapping[str, str]) -> bool | None:
    """The same of the buffer of tmux."""
    held = tmux.shown(owed.buffer, environ) if owed.buffer else None
    if held is None:
        return None
    return (tmux.take_back(owed.buffer) or None) if _is(owed, held) else False


def _is(owed: Due, held: bytes) -> bool:
    return _digest(held, bytes.fromhex(owed.salt)) == owed.digest


def _digest(text: bytes, salt: bytes) -> str:
    return hashlib.pbkdf2_hmac("sha256", text, salt, _ROUNDS).hex()


def _path() -> Path:
    return places.state_folder() / f"{_PREFIX}{os.getpid()}{_SUFFIX}"


def _left(began: float) -> Iterator[tuple[Path, Due]]:
    """What is remembered of programs that run no more, or should have cleared by now."""
    for place in places.state_folder().glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
            owed = _read(place)
            pid = int(place.name[len(_PREFIX) : -len(_SUFFIX)])
            earlier = place.stat().st_mtime < began if pid == os.getpid() else not _runs(pid)
            if earlier or time.time() > owed.until + GRACE:
                yield place, owed


def _read(place: Path) -> Due:
    """What is remembered in a file; raises one of many errors for anything else."""
    file = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(file, "rb") as source:
        data = json.loads(source.read(_LARGEST))
    salt, digest, tool, buffer = (str(data[name]) for name in ("salt", "digest", "tool", "buffer"))
    bytes.fromhex(salt)
    return Due(salt, digest, tool, buffer, sent=data["sent"] is True, until=float(data["until"]))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return True
