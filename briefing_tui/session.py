"""Where the reader was left, kept in the state folder: a start soon after goes on there. Ids alone, no text of a briefing."""

import os
import stat
import time
from pathlib import Path
from typing import Any, NamedTuple

from . import places

NAME = "session.json"
VERSION = 1
LASTS = 12 * 3600
"""For how many seconds a start goes on where the last one was left."""
LARGEST = 65_536
"""No session takes more bytes than this."""
MOST = 1_000_000
"""No row or link has a higher number than this."""

Thing = tuple[str, str]
"""The kind and the id of a thing; a section's kind is `page`."""


class Session(NamedTuple):
    """The state of a reader: its file, fully resolved, what the card shows, where the cursors are, what has the focus."""

    file: str
    subject: Thing | None = None
    pane: int = 1
    on_card: bool = False
    cursors: tuple[Thing | None, ...] = ()
    top: int = 0
    link: int = -1


def path() -> Path:
    """The file it is kept in."""
    return places.state_folder() / NAME


def left(now: float | None = None) -> Session | None:
    """Where the reader was left, if that is not too long ago; None if it is, or if what is kept is no session."""
    import json

    try:
        data = json.loads(_read(path()))
        age = (time.time() if now is None else now) - float(data["at"])
        return _session(data) if data["version"] == VERSION and abs(age) <= LASTS else None
    except (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError):
        return None


def keep(session: Session, now: float | None = None) -> None:
    """Keep where the reader is, whole or not at all, for the user's eyes only; raises OSError if that cannot be done."""
    import json

    place = path()
    place.parent.mkdir(0o700, parents=True, exist_ok=True)
    new = place.with_name(f".{NAME}.new")
    data = {"version": VERSION, "at": time.time() if now is None else now, **session._asdict()}
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(file, "wb") as out:
        out.write(json.dumps(data).encode(errors="surrogateescape"))
    new.replace(place)


def _read(place: Path) -> bytes:
    """What is in a file of ours; raises OSError for anything else."""
    file = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(file, "rb") as source:
        about = os.fstat(source.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.getuid() or about.st_size > LARGEST:
            raise OSError("no session of this user")
        return source.read(LARGEST)


def _session(data: dict[str, Any]) -> Session:
    """The session that was written; raises ValueError or TypeError where something else was."""
    cursors = tuple(_thing(each) for each in data["cursors"])
    pane, top, link = (_number(data[name]) for name in ("pane", "top", "link"))
    return Session(_text(data["file"]), _thing(data["subject"]), pane, data["on_card"] is True, cursors, top, link)


def _thing(value: object) -> Thing | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise TypeError("no thing")
    kind, id = value
    return _text(kind), _text(id)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or not -1 <= value <= MOST:
        raise ValueError("no number")
    return value
