"""What is said after copying: what, where to, whether that is known, and for how long."""

from typing import NamedTuple


class Copied(NamedTuple):
    """How copying went: which tool took the text, whether it was sent to the terminal, whether that takes so much.

    `size` is in bytes; `seconds` is when it is taken back, 0 if never.
    """

    what: str
    tool: str = ""
    sent: bool = False
    fits: bool = True
    size: int = 0
    seconds: float = 0


def told(copied: Copied) -> str:
    """What to say of it, how it went first: only a native tool knows whether the text arrived."""
    cleared = f", cleared in {copied.seconds:g} s:" if copied.seconds else ""
    if copied.tool:
        long = "" if copied.fits else f" ({copied.size:,} bytes: too long for OSC 52)"
        return f"copied{cleared} {copied.what} with {copied.tool}{long}"
    if copied.sent:
        return f"sent, unconfirmed{cleared or ':'} {copied.what} (OSC 52)"
    return f"not copied: {copied.size:,} bytes are too long for OSC 52, and no clipboard tool took them"


class Cleared(NamedTuple):
    """How taking it back went: `kept` if the clipboard holds something else by now; `sent` as in `Copied`."""

    tool: str = ""
    sent: bool = False
    kept: bool = False


def told_cleared(cleared: Cleared) -> str:
    """What to say of that."""
    if cleared.kept:
        return "not cleared: something else is there"
    if cleared.tool:
        return f"clipboard cleared with {cleared.tool}"
    if cleared.sent:
        return "clear sent, unconfirmed (OSC 52)"
    return "not cleared: the copy may remain"
