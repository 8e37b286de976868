"""Which briefings a command line names: a path, or the library of the user, or the shipped one."""

import os
from pathlib import Path

from .. import places
from ..i18n import _
from ..library import Entry, Library
from ..model.errors import NotFoundError
from ..reading.nearest import nearest
from ..settings import Settings
from .names import COMMANDS
from .settings import loaded


def at(path: Path) -> Library:
    """The library in a folder or file; the shipped briefings know which of them to open."""
    shipped = path.is_dir() and places.SHIPPED.is_dir() and path.samefile(places.SHIPPED)
    return Library(path, start=places.SHIPPED_START if shipped else "")


def home(settings: Settings | None = None) -> Library:
    """The library that opens without being named; raises NotFoundError if what names it names nothing."""
    path, by = places.home((settings or configured()).library)
    if not _exists(path):
        if by:
            raise NotFoundError(_("{by} names {path!r}, which is not there", by=by, path=str(path)))
        raise NotFoundError(_("the briefings are not at {path}", path=path))
    return at(path)


def configured() -> Settings:
    """The user's settings; what is wrong with them is said."""
    return loaded().settings


def named(word: str) -> Library:
    """The library at a path; raises NotFoundError if there is nothing."""
    path = Path(word)
    if not _exists(path):
        raise NotFoundError(_("no file or folder {name!r}", name=word))
    return at(path)


def one(word: str, settings: Settings) -> tuple[Library, Entry]:
    """One briefing, by the path of a file or by a name in the user's library; raises NotFoundError."""
    path = Path(word)
    if _exists(path) and not path.is_dir():
        library = Library(path)
        return library, library.entries[0]
    library = home(settings)
    return library, library.find(word)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _by_name(word: str, settings: Settings) -> tuple[Library, Entry]:
    """One briefing of the user's library by its name; raises NotFoundError, with the command that may have been meant."""
    if word in COMMANDS:
        raise NotFoundError(_("{name} is a command, and comes first: briefing {name} …", name=word))
    ids: list[str] = []
    try:
        library = home(settings)
        ids = [entry.id for entry in library.entries]
        return library, library.find(word)
    except NotFoundError as error:
        near = nearest(word, (*COMMANDS, *ids))
        a_path = os.sep in word
        if word and not a_path and (not near or near[0] not in COMMANDS):
            raise
        meant = _("; did you mean {name}?", name=near[0]) if near and not a_path else ""
        raise NotFoundError(_("no file or command {name!r}", name=word) + meant) from error


def open_in(word: str, settings: Settings) -> tuple[Library, Entry | None]:
    """What the reader opens for a path: a folder as a library; a file in the user's library if it lies there, else alone.

    Files beside it are left alone because nobody asked for them. What is no path names a briefing of the user's library.
    Raises NotFoundError if it leads nowhere.
    """
    path = Path(word)
    if not word or not _exists(path):
        return _by_name(word, settings)
    if path.is_dir():
        return at(path), None
    folder, _ = places.home(settings.library)
    if _exists(folder) and folder.is_dir() and path.resolve().is_relative_to(folder.resolve()):
        library = at(folder)
        entry = next((entry for entry in library.entries if entry.path.resolve() == path.resolve()), None)
        if entry:
            return library, entry
    library = Library(path)
    return library, library.entries[0]
