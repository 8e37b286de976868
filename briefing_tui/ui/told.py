"""What is said after copying: what, where to, whether that is known, and for how long."""

from typing import NamedTuple

from ..i18n import _, number


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
    cleared = _(", cleared in {seconds} s:", seconds=f"{copied.seconds:g}") if copied.seconds else ""
    if copied.tool:
        long = "" if copied.fits else _(" ({count} bytes: too long for OSC 52)", count=number(copied.size))
        return _("copied{cleared} {what} with {tool}{long}", cleared=cleared, what=copied.what, tool=copied.tool, long=long)
    if copied.sent:
        return _("sent, unconfirmed{cleared} {what} (OSC 52)", cleared=cleared or ":", what=copied.what)
    return _("not copied: {count} bytes are too long for OSC 52, and no clipboard tool took them", count=number(copied.size))


class Cleared(NamedTuple):
    """How taking it back went: `kept` if the clipboard holds something else by now; `sent` as in `Copied`."""

    tool: str = ""
    sent: bool = False
    kept: bool = False


def told_cleared(cleared: Cleared) -> str:
    """What to say of that."""
    if cleared.kept:
        return _("not cleared: something else is there")
    if cleared.tool:
        return _("clipboard cleared with {tool}", tool=cleared.tool)
    if cleared.sent:
        return _("clear sent, unconfirmed (OSC 52)")
    return _("not cleared: the copy may remain")
