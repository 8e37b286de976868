"""`briefing index`: the index of a library, brought up to date, described, made anew or removed."""

import time
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from ..i18n import _, number, pgettext, several
from . import target
from .exits import Exit
from .indexed import check_named, indexed, progress, unread
from .out import complain, narrate, say

if TYPE_CHECKING:
    from ..library import Library


@click.command(name="index")
@click.argument("path", required=False)
@click.option("--status", is_flag=True, help="Say what is in the index, and change nothing.")
@click.option("--rebuild", is_flag=True, help="Make the index anew.")
@click.option("--clear", is_flag=True, help="Remove all that is kept of the library but its files.")
def command(path: str | None, status: bool, rebuild: bool, clear: bool) -> int:
    """Bring the index of your library, or of the one at PATH, up to date. The reader and `search` do so by themselves."""
    if status + rebuild + clear > 1:
        raise click.UsageError(_("--status, --rebuild and --clear are three different things; name one of them"))
    library = target.named(path) if path is not None else target.home()
    if status:
        return _status(library)
    if (rebuild or clear) and not _clear(library):
        complain(_("the index cannot be removed: another program works on it, or the cache folder cannot be written"))
        return Exit.PROBLEMS
    if clear:
        from ..library.last_read import forget_below

        forget_below(library.paths)
    return Exit.OK if clear else _build(library)


def _build(library: "Library") -> int:
    """Bring it up to date, with all that is usually left for later; raises UnreadableError for a file that is no briefing."""
    started = time.monotonic()
    with indexed(library) as upkeep:
        with progress(upkeep):
            upkeep.finish()
        check_named(upkeep)
        passages = sum(held.segment.size for held in upkeep.holdings.held.values())
        kept = "" if upkeep.cache or upkeep.following or not upkeep.folder else _("; nothing could be kept")
        files = several("{count} file", "{count} files", len(upkeep.keys))
        found = several("{count} passage", "{count} passages", passages)
        seconds = number(time.monotonic() - started, 1)
        narrate(_("{files}, {passages}, in {seconds} s{kept}", files=files, passages=found, seconds=seconds, kept=kept))
        if bad := unread(upkeep):
            paths = " ".join(quote(str(path)) for path in library.paths)
            narrate(
                _(
                    "{count} of the files could not be read; `briefing check {paths}` says why",
                    count=number(len(bad)),
                    paths=paths,
                )
            )
    return Exit.OK


def _clear(library: "Library") -> bool:
    from ..library.cache import clear, folder_of

    folder = folder_of(library.paths)
    return folder is None or clear(folder)


def _status(library: "Library") -> int:
    """What is kept, and how much of it is as the files are."""
    from ..library.cache import folder_of

    folder = folder_of(library.paths)
    stamps, look = library.stamps(), library.registries.now()
    fresh = sum(library.holds(stamps.get(library.place(entry.path)), entry.path, look) for entry in library.entries)
    counts = number(len(library.entries)), number(fresh)
    there = folder is not None and _is_there(folder)
    lines = {
        _("library"): ", ".join(str(path) for path in library.paths),
        _("files"): _("{count}, {fresh} of them in the index as they are", count=counts[0], fresh=counts[1]),
        _("cache"): str(folder) if there else pgettext("cache", "none"),
    }
    if folder and there:
        size = number(max(_size(folder) / 1e6, 0.1), 1)
        segments = several("{count} segment", "{count} segments", len(library.segments()))
        lines[_("size")] = _("{size} MB in {segments} and the catalog", size=size, segments=segments)
    width = max(map(len, lines)) + 3
    for name, words in lines.items():
        say(f"{name:{width}}{words}")
    return Exit.OK if fresh == len(library.entries) else Exit.PROBLEMS


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _size(folder: Path) -> int:
    """How many bytes the files in a folder have, from which another program may remove some meanwhile."""
    from ..library.memo import fingerprint

    prints = [fingerprint(path) for path in folder.iterdir()]
    return sum(print.size for print in prints if print)
