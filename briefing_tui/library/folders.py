"""The files of a folder that may be briefings, and the keys by which a library knows them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..i18n import _, later
from ..model.errors import reason
from ..reading import clean, id_of
from .pace import Pace

SUFFIXES = (".yaml", ".yml")
TABLES = (".tsv", ".tsv.gz", ".tsv.xz")
"""A table of quotes, which is part of a library only if it is named."""
UNOPENED = later("is a table of quotes; it can be searched, there is no briefing in it to open")
"""What is said of a table where a briefing is wanted."""
REGISTRY = "registry.yaml"
"""Holds what briefings share, and is none itself."""
DEEPEST = 16
"""How far below the library's folder briefings are looked for."""


class Entry(NamedTuple):
    """One file of a library. `id` is its name without suffix; `key` is the id, or its path in the library if two are alike."""

    key: str
    id: str
    file: str

    @property
    def path(self) -> Path:
        """The path of the file."""
        return Path(self.file)


def entries(paths: Iterable[Path], pace: Pace = iter) -> tuple[Entry, ...]:
    """The entries of folders and files, sorted by path within each; a file named twice is there once."""
    found: dict[str, str] = {}
    for path in paths:
        if path.is_dir():
            root = "" if path == Path() else os.path.join(path, "")
            for relative in sorted(pace(_walk(str(path)))):
                found.setdefault(root + relative, relative)
        else:
            found.setdefault(str(path), str(path))
    return tuple(_named(found, pace))


def lack(paths: Iterable[Path]) -> str:
    """Why there are no entries: the first folder that cannot be listed, else that there are no briefings in any."""
    paths = list(paths)
    for path in paths:
        try:
            os.scandir(path).close()
        except OSError as error:
            return _("{path} cannot be read: {reason}", path=clean(str(path), newlines=False), reason=reason(error))
    return _("no briefings in {paths}", paths=", ".join(clean(str(path), newlines=False) for path in paths))


def is_table(file: str | Path) -> bool:
    """Whether a file is a table of quotes, by its name."""
    return str(file).endswith(TABLES)


def _id(file: str) -> str:
    """What a file is known by: its name without suffix."""
    name = os.path.basename(file)
    if is_table(name):
        return clean(name.removesuffix(".xz").removesuffix(".gz").removesuffix(".tsv"), newlines=False)
    return id_of(name)


def _named(found: dict[str, str], pace: Pace) -> Iterator[Entry]:
    """Entries with unique keys: the id where it is, else the path, numbered in case cleaning made two alike."""
    ids = [_id(file) for file in pace(found)]
    count = Counter(ids)
    taken: set[str] = set()
    for id, (file, relative) in pace(zip(ids, found.items(), strict=True)):
        key = id if count[id] == 1 else clean(relative.replace(os.sep, "/"), newlines=False)
        free, number = key, 1
        while free in taken:
            number += 1
            free = f"{key} ({number})"
        taken.add(free)
        yield Entry(free, id, file)


def _walk(root: str) -> Iterator[str]:
    """The paths, relative to `root`, of all briefings below it: no hidden file or folder, no folder twice, so no loop.

    A folder that must not be looked into is named itself, so that it is listed among what cannot be read.
    """
    waiting = [("", 0)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        below, depth = waiting.pop()
        try:
            folder = os.stat(os.path.join(root, below))
            if (folder.st_dev, folder.st_ino) in seen:
                continue
            seen.add((folder.st_dev, folder.st_ino))
            listing = list(os.scandir(os.path.join(root, below)))
        except PermissionError:
            if below:
                yield below
            continue
        except OSError:
            continue
        for item in listing:
            if item.name.startswith("."):
                continue
            path = os.path.join(below, item.name) if below else item.name
            if _is_folder(item):
                waiting += [(path, depth + 1)] if depth < DEEPEST else []
            elif item.name.endswith(SUFFIXES) and item.name != REGISTRY:
                yield path


def _is_folder(item: "os.DirEntry[str]") -> bool:
    """Whether it is a folder or leads to one; a link that leads to itself is a file that cannot be read."""
    try:
        return item.is_dir()
    except OSError:
        return False
