"""The ways to copy: by the terminal, by tmux, by a tool of the system."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping

from ...i18n import _
from ...tools import remote, tool
from .finding import Finding, advice, ok

_SECONDS = 2.0
_TMUX = (3, 2)
"""The version of tmux since which it hands a text to the terminal around it when it is asked."""


def clipboard(environ: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Which way a copy goes."""
    native = tool(environ)
    if remote(environ):
        yield ok("clipboard", _("by the terminal (OSC 52): over SSH, a tool would reach the wrong machine"))
    elif native:
        yield ok("clipboard", _("by {name} and by the terminal (OSC 52)", name=native.name))
    elif missing := _missing(environ):
        yield advice(
            "clipboard",
            _("by the terminal (OSC 52) alone; whether it heeds that is not known"),
            _("install {missing}", missing=missing),
        )
    elif environ.get("TERM") == "linux":
        yield advice(
            "clipboard", _("none: the Linux console has no clipboard"), _("run the reader inside tmux, and paste there")
        )
    else:
        yield ok("clipboard", _("by the terminal (OSC 52) alone; whether it heeds that is not known"))
    if environ.get("TMUX"):
        yield from _through_tmux()


def _missing(environ: Mapping[str, str]) -> str:
    """The tool that would do for the display there is; empty without one."""
    if environ.get("WAYLAND_DISPLAY"):
        return "wl-clipboard"
    return _("xclip or xsel") if environ.get("DISPLAY") else ""


def _through_tmux() -> Iterator[Finding]:
    mend = _("update tmux to 3.2 or later, or set its option set-clipboard to on")
    if not shutil.which("tmux"):
        yield advice("tmux", _("is around the program, but not on the PATH"), _("add the folder of tmux to the PATH"))
        return
    try:
        said = subprocess.run(
            ("tmux", "-V"), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_SECONDS, check=False
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        said = ""
    version = re.search(r"(\d+)\.(\d+)", said)
    if version and (int(version[1]), int(version[2])) < _TMUX:
        yield advice("tmux", _("{said} does not hand copies on when it is asked", said=said), mend)
    elif version:
        yield ok("tmux", _("{said} hands copies on to the terminal around it", said=said))
    else:
        yield advice("tmux", _("does not say its version"), mend)
