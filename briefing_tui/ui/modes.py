"""What a full-screen program changes about a terminal, and the way back: escape sequences and line settings.

Sources: xterm's control sequences; the kitty keyboard protocol, for `CSI > flags u`; the specifications of synchronized output
(mode 2026) and in-band resizing (mode 2048).
"""

from __future__ import annotations

import errno
import os
import termios
import tty
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import Any

_KEYS = 0b11001
"""What kitty's protocol is asked for: escape codes that mean one key, all keys as such codes, and the text they make."""
_MOUSE = ("1000", "1003", "1015", "1006")
_MOUSE_PIXELS = "1016"
_PLAIN = ("linux", "vt", "ansi", "cons25", "dumb")
"""Beginnings of the names of terminals that know neither mouse nor keyboard protocol, and print a question they do not know."""
_LOCAL = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR

CANCEL = "\x18\x1b\\"
"""Ends a sequence that was cut off in the middle, whatever it was."""


def is_plain(environ: Mapping[str, str]) -> bool:
    """Whether the terminal understands no more than moving, colours and clearing."""
    return environ.get("TERM", "").startswith(_PLAIN)


def _set(*modes: str) -> str:
    return "".join(f"\x1b[?{mode}h" for mode in modes)


def _reset(*modes: str) -> str:
    return "".join(f"\x1b[?{mode}l" for mode in modes)


def entering(environ: Mapping[str, str], *, again: bool = False) -> str:
    """The alternate screen, without cursor and wrapping; keys, pastes and the mouse reported; what the terminal can do, asked.

    `again` is for one that may still be entered: what is kept on a stack is not put there a second time.
    """
    if is_plain(environ):
        return _set("1049", "2004") + _reset("25", "7")
    ask = "" if environ.get("TERM_PROGRAM") == "Apple_Terminal" else "\x1b[?2026$p\x1b[?2048$p"
    keys = f"\x1b[{'=' if again else '>'}{_KEYS}u"
    return _set("1049", *_MOUSE) + _reset("25") + _set("1004") + keys + ask + _set("2004") + _reset("7") + _set(*_MOUSE)


def leaving(environ: Mapping[str, str], *, in_band: bool = False) -> str:
    """Everything that `entering` did undone, in an order in which nothing is reported any more when the other screen is back.

    `in_band` undoes what was set when the terminal said that it reports its size itself.
    """
    if is_plain(environ):
        return "\x1b[0m" + _reset("2004") + _set("7") + _reset("1049") + _set("25")
    own = _reset("2048", _MOUSE_PIXELS) if in_band else ""
    return f"{_reset('2026', '2004')}{own}{_reset(*_MOUSE, '1004')}\x1b[0m{_set('7')}\x1b[<u{_reset('1049')}{_set('25')}"


def line_settings(fd: int) -> list[Any] | None:
    """The line settings of a terminal; None if it has none, or is gone."""
    try:
        return termios.tcgetattr(fd)
    except termios.error:
        return None


def raw(settings: list[Any]) -> list[Any]:
    """Line settings in which every key comes as it is pressed, and none is a signal; what is written is treated as before."""
    changed = list(settings)
    changed[tty.LFLAG] &= ~_LOCAL
    changed[tty.IFLAG] &= ~_INPUT
    changed[tty.CC] = list(settings[tty.CC])
    changed[tty.CC][termios.VMIN] = 1
    changed[tty.CC][termios.VTIME] = 0
    return changed


def set_line(fd: int, settings: list[Any] | None) -> None:
    """Give a terminal line settings. In the background this stops the program until it is in the foreground."""
    while settings is not None:
        try:
            termios.tcsetattr(fd, termios.TCSANOW, settings)
        except InterruptedError:
            continue
        except termios.error as error:
            if error.args and error.args[0] == errno.EINTR:
                continue
        return


def give_up_input(fd: int) -> None:
    """Forget what the terminal sent and nobody read: a shell would take moves of the mouse for words."""
    with suppress(termios.error):
        termios.tcflush(fd, termios.TCIFLUSH)


def size_of(fd: int, environ: Mapping[str, str]) -> tuple[int, int]:
    """The columns and rows of a terminal: as it says, else as the environment does, else 80 × 24; never absurd ones."""
    columns = rows = 0
    with suppress(OSError):
        columns, rows = os.get_terminal_size(fd)
    return clamped(columns or _number(environ.get("COLUMNS")) or 80, rows or _number(environ.get("LINES")) or 24)


MOST_COLUMNS, MOST_ROWS = 1000, 400
"""Beyond this a size is a mistake: no screen is so large, and drawing it would take the memory."""


def forget_absurd(environ: MutableMapping[str, str]) -> None:
    """Take sizes out of an environment that no screen has: they are believed before the terminal is."""
    for name in ("COLUMNS", "LINES"):
        if name in environ and not 0 < _number(environ[name]) <= MOST_COLUMNS:
            del environ[name]


def clamped(columns: int, rows: int) -> tuple[int, int]:
    """A size that can be drawn."""
    return min(max(columns, 1), MOST_COLUMNS), min(max(rows, 1), MOST_ROWS)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0
