"""Copying: to the terminal by OSC 52, and to the system's clipboard by its own tool where there is one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

SECONDS = 2.0


def tool(environ: Mapping[str, str] = os.environ) -> Sequence[str] | None:
    """The command that puts its input on the clipboard here, None if there is none."""
    candidates: list[Sequence[str]] = []
    if sys.platform == "darwin":
        candidates.append(("pbcopy",))
    if environ.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environ.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if "microsoft" in os.uname().release.lower():
        candidates.append(("clip.exe",))
    return next((command for command in candidates if shutil.which(command[0])), None)


def copy_with_tool(text: str) -> str:
    """Copy by the native tool; its name if it took the text, else empty."""
    command = tool()
    if not command:
        return ""
    try:
        done = subprocess.run(
            command, input=text.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return command[0] if done.returncode == 0 else ""


def told(what: str, name: str) -> str:
    """What to say after copying: only a native tool knows whether the text arrived."""
    if name:
        return f"copied {what} with {name}"
    return f"sent {what}, unconfirmed (OSC 52: the terminal does not say)"
