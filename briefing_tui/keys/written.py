"""The whole table of keys, as text and as Markdown."""

from collections.abc import Iterator
from itertools import groupby

from ..i18n import _, pgettext
from .keymap import Keymap
from .names import shown
from .table import TABLE, KeyRow

_WIDEST = 54
"""Where names of commands begin, unless what stands before is longer."""


def plain(keymap: Keymap) -> Iterator[str]:
    """The lines of a text: by group, the keys of each command, what it does, and its name in `config.toml`."""
    keys = max(len(_keys(keymap, row.id)) for row in TABLE)
    for number, (group, rows) in enumerate(_groups()):
        yield from [""] * bool(number)
        yield group
        for row in rows:
            does = f"  {_keys(keymap, row.id):<{keys}}  {_words(row)}"
            yield f"{does:<{keys + _WIDEST}}  {row.id}"


def markdown(keymap: Keymap) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield _("| keys | what they do | name |")
    yield "|---|---|---|"
    for group, rows in _groups():
        yield f"| | **{group}** | |"
        for row in rows:
            keys = " ".join(_coded(shown(key)) for key in keymap.of(row.id))
            yield f"| {keys or _('in the palette')} | {_words(row)} | `{row.id}` |"


def _groups() -> Iterator[tuple[str, list[KeyRow]]]:
    for group, rows in groupby(TABLE, lambda row: row.group):
        yield pgettext("group", group), list(rows)


def _words(row: KeyRow) -> str:
    return pgettext("command", row.words)


def _keys(keymap: Keymap, id: str) -> str:
    return keymap.written(id) or "–"


def _coded(key: str) -> str:
    """A key as code in a cell of a table, where a stroke would end the cell and a backtick the code."""
    fence = "``" if "`" in key else "`"
    gap = " " if "`" in key else ""
    return f"{fence}{gap}{key}{gap}{fence}".replace("|", "\\|")
