"""What the banner says of a file with mistakes, or of a save that cannot be shown: the line and the mistake first."""

from __future__ import annotations

import re
from os.path import basename
from typing import TYPE_CHECKING

from ..i18n import _, later

if TYPE_CHECKING:
    from ..keys.keymap import Keymap
    from ..reading import Reading
    from ..reading.messages import Message

LAST = later("(shown as last read)")
"""What the banner ends with while it is not the file as saved that is shown."""
_UNTRUE = re.compile(r"; only what stands before it is shown$")
"""What reading adds to a mistake that hides the rest; while the last good version is shown, nothing is hidden."""
_PLACE = re.compile(r"(?P<path>.*?):(?P<line>\d+):\d+: (?P<why>.*)", re.DOTALL)


def warning(reading: Reading, keymap: Keymap) -> str:
    """The banner of a file with mistakes: how many, the key that lists them, the first; empty for a clean one."""
    problems = reading.problems
    if not problems:
        return ""
    first = reading.cut or problems[0]
    if len(problems) == 1:
        return _("a problem in line {line}: {what}", line=first.line, what=first.text)
    found = _("{count} problems ({key} lists them), the first in line {line}: {what}")
    return found.format(count=len(problems), key=keymap.way("summary"), line=first.line, what=first.text)


def listed(reading: Reading) -> tuple[str, ...]:
    """The mistakes in a file, a line of text each."""
    return tuple(_line(message) for message in reading.problems)


def broken(reading: Reading) -> tuple[str, ...]:
    """The mistakes of a save that is not shown, the one that cuts it first."""
    cut = [reading.cut] if reading.cut else []
    others = [message for message in reading.problems if message not in cut]
    return tuple(_UNTRUE.sub("", _line(message)) for message in (*cut, *others))


def unread(message: str) -> tuple[str, ...]:
    """Why a file cannot be read at all: the line of a mistake, or the name of the file, without the way to it."""
    if found := _PLACE.fullmatch(message):
        return (_("line {line}: {what}", line=found["line"], what=found["why"]),)
    path, colon, why = message.partition(": ")
    return (f"{basename(path)}: {why}" if colon else path,)


def _line(message: Message) -> str:
    return _("line {line}: {what}", line=message.line, what=message.text)
