"""Reading the settings: what is right counts, what is wrong is said with its line and left at its default."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from .. import places
from ..i18n import _
from ..model.errors import reason
from .fields import Settings

FILE = "config.toml"
KEYS = "keys"
"""The section of keys."""


class Complaint(NamedTuple):
    """What is wrong in the file, and in which line, from 1; 0 if it is the file itself."""

    line: int
    text: str

    def said(self, file: str = FILE) -> str:
        """In a line of text: `config.toml:3: …`."""
        return f"{file}:{self.line}: {self.text}" if self.line else f"{file}: {self.text}"


class Loaded(NamedTuple):
    """The settings, and what is wrong in their file, line by line."""

    settings: Settings = Settings()
    complaints: tuple[Complaint, ...] = ()


DEFAULTS = Loaded()
"""What holds where there is no file."""


def path() -> Path:
    """The file of the settings."""
    return places.config_folder() / FILE


def load(file: Path | None = None) -> Loaded:
    """The settings in a file, the user's unless another is named; of a file that is not there or broken, the defaults."""
    from .file import contents

    file = file or path()
    try:
        data = contents(file)
    except FileNotFoundError:
        return DEFAULTS
    except (OSError, ValueError) as error:
        why = reason(error)
        return Loaded(Settings(), (Complaint(0, _("{why}; using the defaults", why=why)),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Loaded(Settings(), (Complaint(line, _("is not UTF-8; using the defaults")),))
    return _read(text, file.parent)


def _read(text: str, folder: Path) -> Loaded:
    """The settings in a text; a relative path is taken from `folder`."""
    from .toml import parse

    table = parse(text)
    values: dict[str, Any] = {}
    said: list[tuple[str, str]] = []
    for name, value in table.values.items():
        try:
            values |= _setting(name, value, folder, lambda id, why: said.append((f"keys.{id}".rstrip("."), why)))
        except ValueError as error:
            said.append((name, str(error)))
    broken = [Complaint(each.line, _("cannot be read: {why}", why=each.text)) for each in table.broken]
    wrong = [Complaint(table.line(name), f"{name.removeprefix('keys.')}: {why}") for name, why in said]
    return Loaded(Settings(**values), tuple(sorted((*broken, *wrong))))


def _setting(name: str, value: object, folder: Path, complain: Callable[[str, str], None]) -> dict[str, object]:
    """A setting with its value; raises ValueError for one that there is not, and for a value that it cannot be."""
    from .values import CHECKS, unknown

    if name == KEYS:
        from .wishes import keys_of

        return {KEYS: keys_of(value, complain)}
    if name not in CHECKS:
        raise ValueError(unknown(name))
    return {name: CHECKS[name](value, folder)}
