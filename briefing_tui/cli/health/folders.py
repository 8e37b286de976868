"""Where settings, the cache and notes lie: whether they are the user's own and for nobody else, and have room."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from shlex import quote
from stat import S_ISDIR

from ... import places
from ...i18n import _, number
from ...settings import load
from .finding import Finding, advice, ok, problem

OTHERS = 0o077
"""What is not to be allowed to anybody but the owner."""
_SCANT, _NOTHING = 50_000_000, 1_000_000
"""Bytes free below which there is advice, and below which there is a problem."""


def folders() -> Iterator[Finding]:
    """The three folders, the settings in one of them, and the room on the disks."""
    yield from _folder("settings", places.config_folder, private=False)
    yield from settings()
    yield from _folder("cache", places.cache_folder)
    yield from _folder("notes and state", places.state_folder)


def settings() -> Iterator[Finding]:
    """What `config.toml` says that cannot be used."""
    try:
        complaints = load().complaints
    except (OSError, RuntimeError):
        return
    for complaint in complaints:
        yield advice("config.toml", complaint.said(), _("`briefing config` opens it; until then, the default is used"))


def _folder(about: str, place: Callable[[], Path], *, private: bool = True) -> Iterator[Finding]:
    try:
        path = place()
        facts = path.stat()
    except FileNotFoundError:
        yield _not_there(about, path)
        return
    except (OSError, RuntimeError) as error:
        yield problem(about, _("the folder cannot be reached: {error}", error=error), _("set HOME, or the XDG variable for it"))
        return
    yield _judged(about, path, facts, private=private)
    yield from _room(about, path)


def _not_there(about: str, path: Path) -> Finding:
    above = next(each for each in path.parents if os.path.lexists(each))
    if os.access(above, os.W_OK | os.X_OK):
        return ok(about, _("{path} is not there yet; it is made when it is needed", path=path))
    return problem(
        about,
        _("{path} cannot be made: you may not write in {above}", path=path, above=above),
        _("make it, or let yourself write in {above}", above=quote(str(above))),
    )


def _judged(about: str, path: Path, facts: os.stat_result, *, private: bool) -> Finding:
    name = quote(str(path))
    if not S_ISDIR(facts.st_mode):
        return problem(about, _("{path} is no folder", path=path), _("move it away: mv {name} {name}.old", name=name))
    if facts.st_uid != os.geteuid():
        return problem(
            about,
            _("{path} is another user's", path=path),
            _("have it yourself: sudo chown -R {user} {name}", user=os.geteuid(), name=name),
        )
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        return problem(about, _("you may not read and write {path}", path=path), f"chmod 700 {name}")
    open_to = _open_to_others(path) if private else []
    if open_to:
        more = _(" and {count} more", count=len(open_to) - 1) if len(open_to) > 1 else ""
        return advice(about, _("others may look into {open_to}{more}", open_to=open_to[0], more=more), f"chmod -R go= {name}")
    return ok(about, _("{path}, for you alone", path=path) if private else str(path))


def _open_to_others(folder: Path) -> list[str]:
    """What of a folder others may do something with; below one that is closed to them, nothing is."""
    if not folder.stat().st_mode & OTHERS:
        return []
    found = [str(folder)]
    for root, names, files in os.walk(folder):
        for name in (*names, *files):
            place = os.path.join(root, name)
            try:
                facts = os.lstat(place)
            except OSError:
                continue
            if facts.st_mode & OTHERS and not os.path.islink(place):
                found.append(place)
    return found


def _room(about: str, path: Path) -> Iterator[Finding]:
    """A word where the disk is full, or nearly."""
    try:
        free = shutil.disk_usage(path).free
    except OSError:
        return
    what = _("{free} MB are free at {path}", free=number(free / 1000000.0, 1), path=path)
    if free < _NOTHING:
        yield problem(about, what, _("free some space: nothing can be saved there"))
    elif free < _SCANT:
        yield advice(about, what, _("free some space before notes can no longer be saved"))
