"""The tools of the system that hold a clipboard: which there are here, and whether here is where the user sits."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple


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
