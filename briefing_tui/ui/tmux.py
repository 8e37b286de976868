"""Copying by tmux: it asks the terminal around it by OSC 52 itself, also where it hands on no sequence of a program's.

A buffer with a name of ours leaves those that the user pastes from alone, and can be deleted: what tmux takes from a
program's own OSC 52 stays in its list of buffers. `load-buffer -w` is there since tmux 3.2.
"""

import os
import subprocess
from collections.abc import Mapping

from .clipboard import SECONDS, run

BUFFER = f"briefing-{os.getpid()}"


def pass_on(text: str, environ: Mapping[str, str]) -> bool:
    """Let tmux ask its terminal to hold a text; whether it did ask. What the terminal makes of it is not known."""
    return bool(environ.get("TMUX")) and run(("tmux", "load-buffer", "-w", "-b", BUFFER, "-"), text.encode("utf-8", "replace"))


def shown(buffer: str, environ: Mapping[str, str]) -> bytes | None:
    """What a buffer holds, nothing where there is none of this name; None outside tmux."""
    if not environ.get("TMUX"):
        return None
    try:
        done = subprocess.run(
            ("tmux", "show-buffer", "-b", buffer), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else b""


def take_back(buffer: str = BUFFER) -> bool:
    """Let the terminal hold a blank instead, and the buffer be no more; whether tmux did both."""
    blank = run(("tmux", "load-buffer", "-w", "-b", buffer, "-"), b" ")
    return forget(buffer) and blank


def forget(buffer: str = BUFFER) -> bool:
    """Delete the buffer, whatever the terminal holds; whether tmux did."""
    return run(("tmux", "delete-buffer", "-b", buffer), b"")
