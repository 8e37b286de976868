"""The user's editor, opened at a line."""

import os
import shlex
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from .i18n import _
from .model.errors import NotFoundError

_PLUS = (
    "editor", "sensible-editor", "vi", "vim", "nvim", "view", "elvis", "vis", "kak", "nano", "pico", "rnano", "emacs",
    "emacsclient", "mg", "zile", "jed", "joe", "jmacs", "jstar", "jpico", "ne", "micro", "tilde", "dte", "mcedit", "gedit",
    "pluma", "xed",
)  # fmt: skip
"""Editors that are told a line as `+7`; what is not known may take that for a file."""
_GOTO = ("code", "code-insiders", "codium", "cursor", "zed", "subl", "hx", "helix")


def command(path: Path, line: int, environ: Mapping[str, str] = os.environ) -> Sequence[str]:
    """The command that opens `path` at `line` (from 1) in $VISUAL, $EDITOR, or what is installed; raises NotFoundError."""
    setting = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(setting)
    except ValueError as error:
        raise NotFoundError(_("$EDITOR is no command: {command}", command=setting)) from error
    if not words:
        words = next(([name] for name in ("nano", "vim", "vi") if shutil.which(name)), [])
    if not words or not shutil.which(words[0]):
        what = _("{command} is not installed", command=words[0]) if words else _("no editor is installed")
        raise NotFoundError(_("{what}: set $EDITOR", what=what))
    name = Path(words[0]).name
    if name in _GOTO:
        flags = ["--goto"] if name.startswith("cod") or name == "cursor" else []
        return [*words, *flags, f"{path}:{max(1, line)}"]
    return [*words, *([f"+{max(1, line)}"] if name in _PLUS else []), str(path)]
