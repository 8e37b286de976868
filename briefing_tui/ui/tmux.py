"""Copying by tmux: it asks the terminal around it by OSC 52 itself, also where it hands on no sequence of a program's.

A buffer with a name of ours leaves those that the user pastes from alone, and can be deleted: what tmux takes from a
program's own OSC 52 stays in its list of buffers. `load-buffer -w` is there since tmux 3.2.
"""

import os
from collections.abc import Mapping

from .clipboard import run

_BUFFER = ("-b", f"briefing-{os.getpid()}")


def pass_on(text: str, environ: Mapping[str, str]) -> bool:
    """Let tmux ask its terminal to hold a text; whether it did ask. What the terminal makes of it is not known."""
    return bool(environ.get("TMUX")) and run(("tmux", "load-buffer", "-w", *_BUFFER, "-"), text.encode("utf-8", "replace"))


def take_back() -> bool:
    """Let the terminal hold a blank instead, and the buffer be no more; whether tmux did both."""
    blank = run(("tmux", "load-buffer", "-w", *_BUFFER, "-"), b" ")
    return forget() and blank


def forget() -> bool:
    """Delete the buffer, whatever the terminal holds; whether tmux did."""
    return run(("tmux", "delete-buffer", *_BUFFER), b"")
