"""The section `[keys]`: a preset and keys of one's own, checked against one another and all others."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..i18n import _
from ..keys.keymap import Keymap, Keys
from ..keys.names import key_of
from ..keys.presets import DEFAULT, PRESETS
from ..keys.table import ROWS
from .values import meant, none_of

PRESET = "preset"
CLOSE, ESC = "close", "esc"
"""The command that always has its key: whatever is open closes with it."""

Complain = Callable[[str, str], None]
"""Takes the name of an entry and what is wrong with it."""


class Wish(NamedTuple):
    """A command and a key it is to have; `order` is that of the file."""

    id: str
    key: str
    order: int


def keys_of(section: object, complain: Complain) -> Mapping[str, Keys]:
    """The keys of commands that have others than in the table. A bad entry is left out, the rest holds."""
    if not isinstance(section, Mapping):
        complain("", _("a section is wanted: [keys], and the keys below it"))
        return {}
    preset = _preset(section.get(PRESET, DEFAULT), complain)
    wished: dict[str, list[str]] = {}
    for id, value in _flat(section):
        if id == PRESET:
            continue
        if id not in ROWS:
            complain(id, _("no such command") + meant(id, ROWS))
        elif (keys := _read(id, value, complain)) is not None:
            wished[id] = keys
    return _without_clashes(preset, wished, complain)


def _flat(section: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """The entries of a section; a key with dots, which TOML takes for sections in it, is one name."""
    found: list[tuple[str, object]] = []
    for name, value in section.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{before}{name}.")
        else:
            found.append((f"{before}{name}", value))
    return found


def _preset(value: object, complain: Complain) -> dict[str, Keys]:
    name = value if isinstance(value, str) and value in PRESETS else DEFAULT
    if name != value:
        complain(PRESET, none_of(value, PRESETS))
    return {id: tuple(keys.split()) for id, keys in PRESETS[name].items()}


def _read(id: str, value: object, complain: Complain) -> list[str] | None:
    """The keys an entry wishes; None if it is no entry, or none of its keys is one."""
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        complain(id, _('a key is wanted, like "x", or keys in brackets, like ["x", "ctrl+x"]'))
        return None
    keys: list[str] = []
    for word in words:
        try:
            keys.append(key_of(word))
        except ValueError as error:
            complain(id, str(error))
    if id == CLOSE and ESC not in keys:
        complain(id, _("{key} stays with it, for all that opens closes with that", key=ESC))
        keys.append(ESC)
    return list(dict.fromkeys(keys)) if keys or not words else None


def _without_clashes(preset: Mapping[str, Keys], wished: dict[str, list[str]], complain: Complain) -> Mapping[str, Keys]:
    """The keys of a preset with those wished in their place; of those two commands would share, one goes without."""
    while True:
        changed = {**preset, **{id: tuple(keys) for id, keys in wished.items()}}
        clash = _clash(Keymap(changed), wished)
        if clash is None:
            return changed
        id, key, other = clash
        complain(id, _("{key} is the key of {other} already; give that one another, too", key=key, other=other))
        wished[id].remove(key)
        if not wished[id]:
            del wished[id]


def _clash(keymap: Keymap, wished: Mapping[str, list[str]]) -> tuple[str, str, str] | None:
    """A command that cannot have a key it wishes, that key, and which command has it: one that keeps its own comes first."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for id in (*(id for id in ROWS if id not in wished), *wished):
        for key in keymap.of(id):
            owners[key].append(id)
    owners[ESC].sort(key=lambda id: id != CLOSE)
    return next(((ids[-1], key, ids[0]) for key, ids in owners.items() if len(ids) > 1), None)
