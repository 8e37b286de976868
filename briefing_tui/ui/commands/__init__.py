"""What a user can do: one small class a command, which does it; its keys and words are a row of the table of keys."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from ...keys.keymap import Keymap
from ...keys.names import textual_name
from ...keys.table import TABLE
from .about import ABOUT
from .command import Command
from .find import FIND
from .go import GO
from .leave import LEAVE
from .move import MOVE
from .note import NOTE
from .now import NOW
from .take import TAKE
from .view import VIEW

_CLASSES: tuple[type[Command], ...] = (*GO, *ABOUT, *NOW, *MOVE, *FIND, *NOTE, *TAKE, *VIEW, *LEAVE)

BY_ID = {each.id: each() for each in _CLASSES}

COMMANDS: tuple[Command, ...] = tuple(BY_ID[row.id] for row in TABLE)
"""All commands, in the order of the table."""


def bindings(keymap: Keymap) -> list[BindingType]:
    """The key bindings of all commands."""
    return [Binding(textual_name(key), f"do('{row.id}')", show=False) for row in TABLE for key in keymap.of(row.id)]
