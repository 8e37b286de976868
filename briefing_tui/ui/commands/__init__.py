"""What a user can do: one small class a command gives the key binding, the palette entry, the help row and the keymap id."""

from __future__ import annotations

from textual.binding import Binding, BindingType

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

COMMANDS: tuple[Command, ...] = tuple(command() for command in _CLASSES)
"""All commands, by group."""

BY_ID = {command.id: command for command in COMMANDS}


def bindings(commands: tuple[Command, ...]) -> list[BindingType]:
    """The key bindings of commands; each has its command's id, so that a keymap can change its keys."""
    return [
        Binding(command.keys, f"do('{command.id}')", command.words, show=False, id=command.id)
        for command in commands
        if command.keys
    ]
