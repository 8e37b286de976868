"""How a key is written: by the user in `config.toml`, by Textual, and on the screen."""

import unicodedata

from ..i18n import _, later

_ALIASES = {
    "escape": "esc",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "page_down": "pgdn",
    "page_up": "pgup",
    "comma": ",",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "backtab": "shift+tab",
    " ": "space",
}
_TEXTUAL = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup"}
_SHOWN = {"down": "↓", "up": "↑", "left": "←", "right": "→"}
_MOVING = ("up", "down", "left", "right", "home", "end", "pgup", "pgdn", "insert", "delete")
_NAMED = ("enter", "esc", "tab", "space", "backspace", *_MOVING, *(f"f{number}" for number in range(1, 13)))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = (
    *_NAMED,
    "shift+tab",
    *(f"{held}+{name}" for held in ("shift", "ctrl", "ctrl+shift") for name in _MOVING),
    *(f"ctrl+{letter}" for letter in _LETTERS),
    *(f"alt+{letter}" for letter in _LETTERS),
)
"""The names of keys; besides them every sign is the key that types it."""

_OTHER_KEY = later("terminals send the same for it as for {other}")
RESERVED = {
    "ctrl+c": (later("it always closes or leaves"), ""),
    "ctrl+h": (_OTHER_KEY, "backspace"),
    "ctrl+i": (_OTHER_KEY, "tab"),
    "ctrl+j": (_OTHER_KEY, "enter"),
    "ctrl+m": (_OTHER_KEY, "enter"),
    "ctrl+[": (_OTHER_KEY, "esc"),
    "ctrl+s": (later("it makes many terminals stand still"), ""),
    "ctrl+q": (later("it is what lets a terminal go on that stands still"), ""),
    "ctrl+z": (later("it sends a program to the background"), ""),
    "ctrl+\\": (later("it ends programs"), ""),
}
"""Keys that nobody can have, why, and which other key comes into that."""

_UNICODE = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus"}
_UNICODE |= {"plus_sign": "plus", "low_line": "underscore"}


def key_of(text: str) -> str:
    """The key that somebody wrote, in the one way it is written here; raises ValueError, with the reason, if it is none."""
    key = unicodedata.normalize("NFC", text)
    if len(key) > 1:
        key = _lowered(key.strip())
    key = _ALIASES.get(key, key)
    if len(key) == len("shift+a") and key.startswith("shift+") and key[-1].isalpha():
        key = key[-1].upper()
    if key in RESERVED:
        why, other = RESERVED[key]
        raise ValueError(_("the key {key} is nobody’s: {why}", key=key, why=_(why, other=other)))
    if key in KNOWN or (len(key) == 1 and key.isprintable() and not unicodedata.combining(key)):
        return key
    raise ValueError(_("no key {given}", given=repr(text)) + _meant(key))


def _lowered(key: str) -> str:
    """Names and what is held down in small letters; `ctrl-d` and `control+d` are `ctrl+d`."""
    key = key.casefold().replace("control", "ctrl").replace("^", "ctrl+")
    for held in ("ctrl", "shift", "alt"):
        key = key.replace(f"{held}-", f"{held}+")
    *holding, name = key.split("+")
    return "+".join((*sorted(holding), _ALIASES.get(name, name)))


def _meant(key: str) -> str:
    from ..reading.nearest import did_you_mean, nearest

    return did_you_mean(nearest(key, (*KNOWN, *_ALIASES)))


def textual_name(key: str) -> str:
    """What Textual calls a key."""
    if len(key) > 1 or key.isalnum():
        *holding, name = key.split("+")
        return "+".join((*holding, _TEXTUAL.get(name, name)))
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _UNICODE.get(name, name)


def shown(key: str) -> str:
    """A key as it stands on the screen: arrows as signs."""
    *holding, name = key.split("+") if len(key) > 1 else (key,)
    return "+".join((*holding, _SHOWN.get(name, name)))
