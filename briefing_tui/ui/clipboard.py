"""The system's clipboard by its own tools: no shell, text on standard input, a limit of time.

A tool that took a text knows that it did. Where another tool shows what the clipboard holds, a text is taken off it only
if nobody has put something else there since.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

SECONDS = 2.0
"""How long a tool may take."""


class Tool(NamedTuple):
    """The commands that put text on the clipboard, show what it holds, and empty it; `shows` is () if that cannot be done."""

    puts: Sequence[str]
    shows: Sequence[str]
    clears: Sequence[str]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.puts[0]


_PASTEBOARD = Tool(("pbcopy",), ("pbpaste",), ("pbcopy",))
_WAYLAND = Tool(("wl-copy",), ("wl-paste", "--no-newline"), ("wl-copy", "--clear"))
_XCLIP = Tool(
    ("xclip", "-selection", "clipboard"), ("xclip", "-selection", "clipboard", "-o"), ("xclip", "-selection", "clipboard")
)
_XSEL = Tool(("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output"), ("xsel", "--clipboard", "--clear"))
_WINDOWS = Tool(("clip.exe",), (), ("clip.exe",), "utf-16-le")


def tool(environ: Mapping[str, str] = os.environ) -> Tool | None:
    """The tool for the clipboard here, None if there is none; those of a display only where there is that display."""
    candidates: list[Tool] = []
    if sys.platform == "darwin":
        candidates.append(_PASTEBOARD)
    if environ.get("WAYLAND_DISPLAY"):
        candidates.append(_WAYLAND)
    if environ.get("DISPLAY"):
        candidates += [_XCLIP, _XSEL]
    if "microsoft" in os.uname().release.lower():
        candidates.append(_WINDOWS)
    return next((each for each in candidates if shutil.which(each.name)), None)


def remote(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal is on another machine, where a tool run here would reach the wrong clipboard."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def put(by: Tool, text: str) -> bool:
    """Put a text on the clipboard; whether the tool says that it did."""
    return run(by.puts, text.encode(by.encoding, "replace"))


def holds(by: Tool, text: str) -> bool | None:
    """Whether the clipboard still holds a text; None where that cannot be told."""
    if not by.shows or not shutil.which(by.shows[0]):
        return None
    try:
        done = subprocess.run(
            by.shows, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False, env=_environment(),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout == text.encode() if done.returncode == 0 else False


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
