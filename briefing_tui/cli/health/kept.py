"""The library that opens by itself, what is kept of it, and the notes: all checked from end to end."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from ... import places
from ...i18n import _, number, several
from ...library import Library
from ...library.health import Health, health
from ...model.errors import BriefingError
from ...notes.folder import Kept, kept, notes_folder
from ...settings import load
from .. import target
from .finding import Finding, advice, ok, problem


def library() -> Iterator[Finding]:
    """The library, and how its index is."""
    try:
        found = target.home(load().settings)
    except (BriefingError, OSError, RuntimeError) as error:
        yield problem(
            "library",
            str(error),
            _(
                "name a folder of briefings: ${library_variable}, or library in config.toml",
                library_variable=places.LIBRARY_VARIABLE,
            ),
        )
        return
    where, count = ", ".join(str(path) for path in found.paths), len(found.entries)
    if not count:
        yield advice("library", found.lack, _("`briefing new TITLE` begins one"))
        return
    yield ok("library", f"{where}: {several('{count} file', '{count} files', count)}")
    yield from _index(health(found), found, count)


def _index(state: Health, library: Library, count: int) -> Iterator[Finding]:
    again = f"briefing index --rebuild {' '.join(quote(str(path)) for path in library.paths)}"
    for damage in state.damages:
        yield problem(
            "index",
            _("not as it was written: {damage}", damage=damage),
            _("{again}; if it happens again, the disk is failing", again=again),
        )
    if state.outdated:
        yield ok("index", _("is of another version; it is made anew when it is needed"))
    elif state.trouble:
        yield problem(
            "index",
            f"{state.folder}: {state.trouble}",
            _("close other programs that use it, or make it anew: {again}", again=again),
        )
    elif not state.kept:
        yield ok("index", _("none yet; it is made when it is needed"))
    elif not state.damages:
        files = several("{count} file", "{count} files", state.files)
        segments = several("{count} segment", "{count} segments", state.segments)
        later = "" if state.files == count else _(", {count} to be read again", count=number(count - state.files))
        told = _(
            "as it was written: {files}, {size} MB in {segments}{later}",
            files=files,
            size=number(max(state.size / 1e6, 0.1), 1),
            segments=segments,
            later=later,
        )
        yield ok("index", told)


def notes() -> Iterator[Finding]:
    """All journals, read from end to end."""
    try:
        folder = notes_folder()
        found = list(kept(folder))
    except (OSError, RuntimeError) as error:
        yield problem("notes", _("cannot be reached: {error}", error=error), _("set HOME, or XDG_STATE_HOME"))
        return
    troubles = [finding for each in found for finding in _journal(each)]
    yield from troubles
    written = sum(len(each.state.notes) for each in found)
    ticks = sum(len(each.state.set_ticks) for each in found)
    if not troubles and found:
        counts = (
            several("{count} journal", "{count} journals", len(found)),
            several("{count} note", "{count} notes", written),
            several("{count} tick", "{count} ticks", ticks),
        )
        yield ok("notes", _("whole: {counts}", counts=", ".join(counts)))
    elif not troubles:
        yield ok("notes", _("none yet"))
    yield from _put_aside(folder)


def _journal(each: Kept) -> Iterator[Finding]:
    """What is wrong with one."""
    if each.trouble:
        yield problem("notes", each.trouble, _("let yourself read it; nothing is lost by that"))
    if each.state.damages:
        size, first = sum(damage.size for damage in each.state.damages), each.state.damages[0].at
        what = several(
            "{path}: {count} damaged byte from byte {first} on; all else is read",
            "{path}: {count} damaged bytes from byte {first} on; all else is read",
            size,
            path=each.path,
            first=first,
        )
        yield problem("notes", what, _("keep a copy of the file; what stood there is lost unless a backup has it"))
    if each.state.unknown:
        what = several(
            "{path}: {count} entry of a later version",
            "{path}: {count} entries of a later version",
            each.state.unknown,
            path=each.path,
        )
        yield advice("notes", what, _("a newer briefing shows them"))


def _put_aside(folder: Path) -> Iterator[Finding]:
    """Ends that were torn off when a program died while it wrote."""
    torn = sorted(folder.glob("*.torn-*")) if folder.is_dir() else []
    if torn:
        more = _(" and {count} more", count=len(torn) - 1) if len(torn) > 1 else ""
        what = _("{torn}{more}: the torn end of a journal, never acknowledged as saved", torn=torn[0], more=more)
        yield advice("notes", what, _("look into it, and remove it"))
