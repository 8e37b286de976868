"""The library that opens by itself, what is kept of it, and the notes: all checked from end to end."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from ... import places
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
            "library", str(error), f"name a folder of briefings: ${places.LIBRARY_VARIABLE}, or library in config.toml"
        )
        return
    where, count = ", ".join(str(path) for path in found.paths), len(found.entries)
    if not count:
        yield advice("library", f"no briefings in {where}", "`briefing new TITLE` begins one")
        return
    yield ok("library", f"{where}: {_count(count, 'file')}")
    yield from _index(health(found), found, count)


def _index(state: Health, library: Library, count: int) -> Iterator[Finding]:
    again = f"briefing index --rebuild {' '.join(quote(str(path)) for path in library.paths)}"
    for damage in state.damages:
        yield problem("index", f"not as it was written: {damage}", f"{again}; if it happens again, the disk is failing")
    if state.outdated:
        yield ok("index", "is of another version; it is made anew when it is needed")
    elif state.trouble:
        yield problem(
            "index", f"{state.folder}: {state.trouble}", f"close other programs that use it, or make it anew: {again}"
        )
    elif not state.kept:
        yield ok("index", "none yet; it is made when it is needed")
    elif not state.damages:
        size = f"{state.size / 1e6:,.1f} MB in {_count(state.segments, 'segment')}"
        later = "" if state.files == count else f", {count - state.files} to be read again"
        yield ok("index", f"as it was written: {_count(state.files, 'file')}, {size}{later}")


def notes() -> Iterator[Finding]:
    """All journals, read from end to end."""
    try:
        folder = notes_folder()
        found = list(kept(folder))
    except (OSError, RuntimeError) as error:
        yield problem("notes", f"cannot be reached: {error}", "set HOME, or XDG_STATE_HOME")
        return
    troubles = [finding for each in found for finding in _journal(each)]
    yield from troubles
    written = sum(len(each.state.notes) for each in found)
    ticks = sum(len(each.state.set_ticks) for each in found)
    if not troubles:
        whole = f"whole: {_count(len(found), 'journal')}, {_count(written, 'note')}, {_count(ticks, 'tick')}"
        yield ok("notes", whole if found else "none yet")
    yield from _put_aside(folder)


def _journal(each: Kept) -> Iterator[Finding]:
    """What is wrong with one."""
    if each.trouble:
        yield problem("notes", each.trouble, "let yourself read it; nothing is lost by that")
    if each.state.damages:
        size, first = sum(damage.size for damage in each.state.damages), each.state.damages[0].at
        what = f"{each.path}: {_count(size, 'damaged byte')} from byte {first} on; all else is read"
        yield problem("notes", what, "keep a copy of the file; what stood there is lost unless a backup has it")
    if each.state.unknown:
        what = f"{each.path}: {_count(each.state.unknown, 'entry', 'entries')} of a later version"
        yield advice("notes", what, "a newer briefing shows them")


def _put_aside(folder: Path) -> Iterator[Finding]:
    """Ends that were torn off when a program died while it wrote."""
    torn = sorted(folder.glob("*.torn-*")) if folder.is_dir() else []
    if torn:
        more = f" and {len(torn) - 1} more" if len(torn) > 1 else ""
        what = f"{torn[0]}{more}: the torn end of a journal, never acknowledged as saved"
        yield advice("notes", what, "look into it, and remove it")


def _count(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
