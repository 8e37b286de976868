"""A version of a briefing that a command line names: a file as it is, or as it was in a revision that git knows."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from ..i18n import _
from ..library import Library
from ..model.errors import NotFoundError, UnreadableError
from ..reading import Reading, clean, id_of, read_bytes
from ..reading.files import MOST_BYTES
from . import target

_QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""What keeps git from asking, from fetching, and from writing."""


class Version(NamedTuple):
    """What one word means: a file of this library, or the bytes of a revision."""

    name: str
    path: Path
    data: bytes | None = None

    def read(self, beside: Path) -> Reading:
        """The reading; raises UnreadableError. A revision borrows from the registry that lends to the file `beside`."""
        if self.data is None:
            library = Library(self.path)
            return library.read(library.entries[0])
        return read_bytes(self.data, self.name, id_of(self.path), Library(beside).registries.of(beside))


def version(word: str) -> Version:
    """What `word` names: a path that is there, else REVISION:PATH; raises NotFoundError or UnreadableError."""
    name = clean(word, newlines=False)
    try:
        target.named(word)
    except NotFoundError:
        revision, colon, path = word.partition(":")
        if not (revision and colon and path):
            raise NotFoundError(_("no file {name!r}; an earlier version is written REVISION:PATH", name=name)) from None
        return Version(name, Path(path), _blob(word, name))
    if Path(word).is_dir():
        raise NotFoundError(_("{name!r} is a folder; name a briefing in it", name=name))
    return Version(name, Path(word))


def _blob(word: str, name: str) -> bytes:
    """The bytes of a file in a revision, as it was committed."""
    if word.startswith("-"):
        raise NotFoundError(_("no revision {name!r}", name=name))
    try:
        process = subprocess.Popen(
            ["git", "cat-file", "blob", word],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | _QUIET,
        )
    except OSError:
        raise NotFoundError(_("no file {name!r}, and no git to look for it in a revision", name=name)) from None
    with process:
        assert process.stdout
        assert process.stderr
        data = process.stdout.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            process.kill()
            raise UnreadableError(_("{name}: is larger than {most_bytes} MB", name=name, most_bytes=MOST_BYTES >> 20))
        why = process.stderr.read().decode(errors="replace")
    if process.returncode:
        raise NotFoundError(f"{name}: {_reason(why)}")
    return data


def _reason(said: str) -> str:
    """The first line of what git says went wrong."""
    first = said.strip().partition("\n")[0].removeprefix("fatal: ")
    return clean(first, newlines=False) or _("git does not know it")
