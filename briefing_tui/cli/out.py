"""The way out of the program: what is printed is clean, and a terminal or pipe that takes less than UTF-8 is no error."""

import os
import sys
from io import StringIO
from typing import TextIO

from ..i18n import _
from ..model.errors import BriefingError, reason


def clean(text: str, *, newlines: bool = True) -> str:
    """The gate of `reading`, loaded at the first text that is to pass it."""
    from ..reading.clean import clean

    return clean(text, newlines=newlines)


def ready() -> None:
    """Make both streams take any text: what their encoding lacks is printed as `?`, or as `\\u2026` among the errors.

    A stream that the shell closed is none; a command prints there all the same, and is told.
    """
    sys.stdout = sys.stdout or Nowhere()
    sys.stderr = sys.stderr or StringIO()
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=errors)


class PipeClosedError(Exception):
    """Whoever read the output has seen enough."""


class UnwritableError(BriefingError):
    """The output has no room left, or goes nowhere."""


class Nowhere(StringIO):
    """What stands for standard output where the shell closed it."""

    def write(self, text: str) -> int:
        """Refuse any text."""
        if text:
            raise UnwritableError(_("the output cannot be written: {reason}", reason=_("it is closed")))
        return 0


def flush(text: str = "", stream: TextIO | None = None) -> None:
    """Print text that is clean already, and all that waits.

    Raises PipeClosedError, or UnwritableError where it can go nowhere; then nothing more is printed.
    """
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _print_no_more(stream)
        raise PipeClosedError from None
    except OSError as error:
        raise unwritable(error, stream) from None


def unwritable(error: OSError, stream: TextIO) -> UnwritableError:
    """What to say of a stream that takes no more; nothing is printed there from here on, nor when the program ends."""
    _print_no_more(stream)
    return UnwritableError(_("the output cannot be written: {reason}", reason=reason(error)))


def _print_no_more(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
