"""The title of the terminal's window, hidden and shown again: a shell may have put the name of a file there.

Source: xterm's control sequences, `CSI 22 ; 0 t` and `CSI 23 ; 0 t` for the stack of titles, `OSC 0` to set one.
"""

from collections.abc import Mapping

HIDING = "\x1b[22;0t\x1b]0;briefing\x07"
"""Puts the title on the terminal's stack and the program's name in its place."""
SHOWING = "\x1b[23;0t"
"""Takes the title back from the stack; a terminal without one keeps the program's name."""


def has_title(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has a title, or at least takes no harm from being given one: the console of Linux does."""
    return not environ.get("TERM", "").startswith(("linux", "dumb", "vt1", "vt2"))
