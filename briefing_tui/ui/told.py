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
    """What to say of it: only a native tool knows whether the text arrived."""
    cleared = f"; cleared in {copied.seconds:g} s" if copied.seconds else ""
    if copied.tool:
        long = "" if copied.fits else f" ({copied.size:,} bytes: too long for OSC 52)"
        return f"copied {copied.what} with {copied.tool}{long}{cleared}"
    if copied.sent:
        if cleared:
            return f"sent {copied.what}, unconfirmed (OSC 52); a clear follows in {copied.seconds:g} s"
        return f"sent {copied.what}, unconfirmed (OSC 52: the terminal does not say)"
    return f"not copied: {copied.size:,} bytes are too long for OSC 52, and no clipboard tool took them"


class Cleared(NamedTuple):
    """How taking it back went: `kept` if the clipboard holds something else by now; `sent` as in `Copied`."""

    tool: str = ""
    sent: bool = False
    kept: bool = False


def told_cleared(cleared: Cleared) -> str:
    """What to say of that."""
    if cleared.kept:
        return "not cleared: the clipboard holds something else by now"
    if cleared.tool:
        return f"clipboard cleared with {cleared.tool}"
    if cleared.sent:
        return "asked the terminal to clear its clipboard, unconfirmed (OSC 52)"
    return "the clipboard could not be cleared: it may still hold what was copied"
