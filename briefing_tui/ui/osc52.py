"""Copying by the terminal: the escape sequence OSC 52, wrapped for tmux and screen. Whether it was heeded cannot be known.

Sources: XTerm Control Sequences, "Manipulate Selection Data"; tmux(1), `set-clipboard` and `allow-passthrough`;
screen(1), "Virtual Terminal", device control strings.
"""

import base64
from collections.abc import Mapping

MOST = 74_994
"""How many bytes of base64 the strictest of the usual terminals takes; longer ones are cut or dropped without a word."""
_CHUNK = 76
"""How many bytes go into one string for screen, which drops strings of more than some hundreds."""
_BLANK = " "


def fits(text: str) -> bool:
    """Whether terminals take a text."""
    return len(_payload(text)) <= MOST


def copying(text: str, environ: Mapping[str, str]) -> str:
    """What to write to the terminal so that its clipboard holds a text; nothing if the text is too long for it."""
    return _wrapped(_payload(text), environ) if fits(text) else ""


def clearing(environ: Mapping[str, str]) -> str:
    """What to write so that its clipboard holds nothing: a blank first, because some terminals ignore an empty text."""
    return copying(_BLANK, environ) + _wrapped("", environ)


def _payload(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")


def _wrapped(payload: str, environ: Mapping[str, str]) -> str:
    """The sequence as what is around the program takes it.

    tmux takes the bare one for itself and passes it on where `set-clipboard` is on; else it passes on the wrapped one where
    `allow-passthrough` is. screen passes on what is in device control strings.
    """
    bare = f"\x1b]52;c;{payload}\x07"
    if environ.get("TMUX"):
        return f"{bare}\x1bPtmux;{bare.replace(chr(27), chr(27) * 2)}\x1b\\"
    if environ.get("STY"):
        return "".join(f"\x1bP{bare[at : at + _CHUNK]}\x1b\\" for at in range(0, len(bare), _CHUNK))
    return bare
