"""The keys as the user has them."""

from collections.abc import Mapping
from typing import NamedTuple

from .names import shown
from .table import ROWS

Keys = tuple[str, ...]


class Keymap(NamedTuple):
    """The keys of all commands: the table's, where `changed` has no others for an id."""

    changed: Mapping[str, Keys] = {}

    def of(self, id: str) -> Keys:
        """The keys of a command, the main one first; none if it has none."""
        return self.changed[id] if id in self.changed else tuple(ROWS[id].keys.split())

    def key(self, id: str) -> str:
        """The main key of a command as it stands on the screen; empty if it has none."""
        keys = self.of(id)
        return shown(keys[0]) if keys else ""

    def way(self, id: str) -> str:
        """The main key of a command as it stands on the screen; the palette's, if it has none of its own."""
        return self.key(id) or self.key("palette")

    def written(self, id: str, cells: int = 0) -> str:
        """Its keys as they stand on the screen, as many as `cells` hold if that is not 0, the main one always."""
        text = ""
        for key in map(shown, self.of(id)):
            longer = f"{text} {key}".strip()
            if text and cells and len(longer) > cells:
                break
            text = longer
        return text


PLAIN = Keymap()
"""The keys of the table."""
