"""Changing a file that somebody else may be changing: read once, written whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...i18n import _
from ...model.errors import NotSavedError, UnreadableError, reason
from ...reading.clean import clean
from ...reading.files import slurp

_ANYBODY = 0o222
_BOM = "\ufeff".encode()
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read: where it really lies, whatever links lead there, what messages call it, and what is in it."""

    path: Path
    name: str
    data: bytes
    state: tuple[int, int, int]

    @property
    def text(self) -> str:
        """Its text without byte order mark; raises UnreadableError if it is not UTF-8, which is all that is written."""
        try:
            if not self.data.startswith(_WIDE):
                return self.data.removeprefix(_BOM).decode()
        except UnicodeDecodeError:
            pass
        raise UnreadableError(_("{name}: is not UTF-8, so nothing is changed in it; save it as UTF-8", name=self.name))

    def encoded(self, text: str) -> bytes:
        """A text as the bytes of this file, with its byte order mark."""
        return (_BOM if self.data.startswith(_BOM) else b"") + text.encode()


def original(path: Path) -> Original:
    """A file that is to be changed; raises UnreadableError, also if it may not be written to."""
    name = clean(str(path), newlines=False)
    data, _day = slurp(path, name)
    real = Path(os.path.realpath(path))
    try:
        facts = os.stat(real)
    except OSError as error:
        raise UnreadableError(f"{name}: {reason(error)}") from None
    if not facts.st_mode & _ANYBODY or not os.access(real, os.W_OK):
        raise UnreadableError(_("{name}: is read-only, so nothing is changed in it", name=name))
    return Original(real, name, data, _state(facts))


def replace(before: Original, data: bytes) -> None:
    """Put `data` in the place of a file, with its mode and owner; raises NotSavedError, and then it is as it was.

    Nothing is written if somebody changed the file since it was read.
    """
    try:
        facts = os.stat(before.path)
        if _state(facts) != before.state:
            raise NotSavedError(
                _("{name}: was changed by somebody else meanwhile; nothing was written, try again", name=before.name)
            )
        _swap(before.path, data, facts)
    except OSError as error:
        raise NotSavedError(_("{name}: nothing was written: {reason}", name=before.name, reason=reason(error))) from None


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole; raises NotSavedError, also if there is one."""
    name = clean(str(path), newlines=False)
    try:
        temporary = _written(path.parent, data)
        try:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
            os.link(temporary, path)
        finally:
            os.unlink(temporary)
    except FileExistsError:
        raise NotSavedError(_("{name}: is there already; name another file with -o", name=name)) from None
    except (OSError, ValueError) as error:
        raise NotSavedError(_("{name}: nothing was written: {reason}", name=name, reason=reason(error))) from None
    _settle(path.parent)


def _state(facts: os.stat_result) -> tuple[int, int, int]:
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def _swap(path: Path, data: bytes, facts: os.stat_result) -> None:
    temporary = _written(path.parent, data)
    try:
        with suppress(OSError):
            os.chown(temporary, facts.st_uid, facts.st_gid)
        os.chmod(temporary, stat.S_IMODE(facts.st_mode))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _settle(path.parent)


def _written(folder: Path, data: bytes) -> str:
    """A temporary file in a folder, on the disk with all of the data; hidden, so that no library takes it for a briefing."""
    handle, temporary = tempfile.mkstemp(prefix=".briefing-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _settle(folder: Path) -> None:
    """Have the disk remember the new name; some file systems cannot be asked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
