"""Messages as annotations of a GitHub workflow: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""

import re

from ..reading import Message, Weight

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<text>.*)", re.DOTALL)
_KINDS = {Weight.PROBLEM: "error", Weight.ADVICE: "warning"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def annotation(message: Message) -> str:
    """One line for a message, at its place in its file."""
    return _line(_KINDS[message.weight], message.path, message.line, message.column, message.text)


def unreadable(reason: str) -> str:
    """One line for a file that cannot be read; at its place, if the reason names one."""
    found = _PLACE.fullmatch(reason)
    if found:
        return _line("error", found["path"], int(found["line"]), int(found["column"]), found["text"])
    return f"::error title=briefing::{reason.translate(_IN_MESSAGE)}"


def _line(kind: str, path: str, line: int, column: int, text: str) -> str:
    place = f"file={path.translate(_IN_PROPERTY)},line={line},col={column}"
    return f"::{kind} {place},title=briefing::{text.translate(_IN_MESSAGE)}"
