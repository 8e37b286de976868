"""The system's clipboard by its own tools: no shell, text on standard input, a limit of time.

A tool that took a text knows that it did. Where another tool shows what the clipboard holds, a text is taken off it only
if nobody has put something else there since.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from ..tools import Tool, remote, tool

__all__ = ["Tool", "clear", "holds", "put", "remote", "run", "shown", "tool"]

SECONDS = 2.0
"""How long a tool may take."""


def put(by: Tool, text: str) -> bool:
    """Put a text on the clipboard; whether the tool says that it did."""
    return run(by.puts, text.encode(by.encoding, "replace"))


def holds(by: Tool, text: str) -> bool | None:
    """Whether the clipboard still holds a text; None where that cannot be told."""
    held = shown(by)
    return None if held is None else held == text.encode()


def shown(by: Tool) -> bytes | None:
    """What the clipboard holds, nothing where it is empty; None where that cannot be told."""
    if not by.shows or not shutil.which(by.shows[0]):
        return None
    try:
        done = subprocess.run(
            by.shows, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False, env=_environment(),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else b""


def clear(by: Tool) -> bool:
    """Empty the clipboard; whether the tool says that it did."""
    return run(by.clears, b"")


def run(command: Sequence[str], given: bytes) -> bool:
    """Give a tool its input; whether it says, within SECONDS, that it did its work.

    What it leaves behind to serve the clipboard keeps no pipe of ours open and outlives our terminal.
    """
    try:
        done = subprocess.run(
            command, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False, env=_environment(), start_new_session=True,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _environment() -> dict[str, str]:
    """Ours, in UTF-8 for the tools of macOS, which otherwise take text for Mac Roman."""
    return {**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else dict(os.environ)
