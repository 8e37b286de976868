"""The way out of the program: what is printed is clean, and a terminal or pipe that takes less than UTF-8 is no error."""

import os
import sys
from typing import TextIO


def clean(text: str, *, newlines: bool = True) -> str:
    """The gate of `reading`, loaded at the first text that is to pass it."""
    from ..reading.clean import clean

    return clean(text, newlines=newlines)


def ready() -> None:
    """Make both streams take any text: what their encoding lacks is printed as `?`, or as `\\u2026` among the errors."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=errors)


class PipeClosedError(Exception):
    """Whoever read the output has seen enough."""


def flush(text: str = "", stream: TextIO | None = None) -> None:
    """Print text that is clean already, and all that waits; raises PipeClosedError, and then nothing more is printed."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise PipeClosedError from None


def say(line: str = "") -> None:
    """Print text as data."""
    flush(f"{clean(line)}\n")


def say_json(data: object, *, line: bool = False) -> None:
    """Print JSON, on one line if it is to be; letters as they are, if the encoding has them and `clean` would let them out."""
    import json

    indent = None if line else 2
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    flush((text if unicode and clean(text) == text else json.dumps(data, indent=indent)) + "\n")


def narrate(line: str) -> None:
    """Print talk: what was done, not what was asked for."""
    flush(f"{clean(line)}\n", sys.stderr)


def complain(line: str) -> None:
    """Print what went wrong, in one line."""
    narrate(f"briefing: {clean(line, newlines=False)}")


def bold(text: str, stream: TextIO | None = None) -> str:
    """`text` in bold on a terminal that wants it, else as it is. See https://no-color.org."""
    return f"\x1b[1m{text}\x1b[22m" if _wants_colour(stream or sys.stdout) else text


def coloured(text: str, colour: str) -> str:
    """`text`, which is clean, in `red` or `green` on a terminal that wants colour, else as it is."""
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[39m" if colour and _wants_colour(sys.stdout) else text


_COLOURS = {"red": 31, "green": 32}


def _wants_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
