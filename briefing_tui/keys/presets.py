"""Sets of keys to choose from: what each has that the table has not."""

from collections.abc import Mapping

from .table import ROWS

DEFAULT = "vim"


def _besides(**more: str) -> dict[str, str]:
    """Keys besides those of the table."""
    ids = {name.replace("_", "-"): keys for name, keys in more.items()}
    return {id: f"{ROWS[id].keys} {keys}" for id, keys in ids.items()}


PRESETS: Mapping[str, Mapping[str, str]] = {
    "vim": {},
    "arrows": {
        "down": "down",
        "up": "up",
        "left": "left",
        "right": "right",
        "first": "home",
        "last": "end",
        "half-down": "shift+down",
        "half-up": "shift+up",
        "page-down": "pgdn",
        "page-up": "pgup",
        "history-back": "backspace H",
        "note-remove": "delete R",
    },
    "de": _besides(search="#", briefing_previous="ö", briefing_next="ä", palette="ü", help="ß", smaller="-"),
}
"""The keys of commands by id, where a preset has others than the table. `vim` is the table: vim's letters, and the arrows.
`arrows` has no letters to move by. `de` adds keys that one reaches without shift or AltGr on a German keyboard: `ö` and `ä`
side by side, `#` beside enter, and `-`, which belongs to `+`."""
