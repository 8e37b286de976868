"""How wide the terminal draws what terminals disagree on: it is asked where its cursor stands after each.

Source: XTerm Control Sequences, "Device Status Report", CPR.
"""

import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from ...i18n import _, later, several
from .finding import Finding, advice, ok
from .terminal import is_there

PATIENCE = 1.0
"""Seconds in which a terminal must have answered."""
AMBIGUOUS = "▌━─┃·…–“”•×→¶Δ✓≠"
"""Signs of the reader that Unicode calls ambiguous, which some terminals draw in two cells."""
SAMPLES: Mapping[str, tuple[str, int]] = {
    **{sign: (sign, 1) for sign in AMBIGUOUS},
    "CJK": ("漢", 2),
    later("combining marks"): ("e\u0301", 1),
    "emoji": ("👍", 2),
    later("joined emoji"): ("👩\u200d💻", 2),
}
"""What is drawn, by what it is called, with the cells the reader gives it."""

_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def widths(environ: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """What the terminal says; nothing where there is none to be asked."""
    if not is_there() or environ.get("TERM", "") in ("", "dumb"):
        return
    found = asked([text for text, _cells in SAMPLES.values()])
    if found is None:
        yield advice("widths", _("the terminal does not say where its cursor stands"), _("look whether columns are straight"))
        return
    yield from judged(dict(zip(SAMPLES, found, strict=True)))


def judged(found: Mapping[str, int]) -> Iterator[Finding]:
    """What the width of each sample says."""
    wrong = {name: width for name, width in found.items() if width != SAMPLES[name][1]}
    signs = "".join(name for name in wrong if name in AMBIGUOUS)
    if signs:
        mend = _('set the terminal to draw characters of ambiguous width "narrow"')
        yield advice("widths", _("{signs} take two cells here", signs=" ".join(signs)), mend)
    for name, width in wrong.items():
        if name not in AMBIGUOUS:
            what = several(
                "{name} take {count} cell here, not {cells}",
                "{name} take {count} cells here, not {cells}",
                width,
                name=_(name),
                cells=SAMPLES[name][1],
            )
            yield advice("widths", what, _("columns are crooked where they stand; a newer terminal may draw them right"))
    if not wrong:
        yield ok(
            "widths",
            _("as they should be: {samples}, signs", samples=", ".join(_(name) for name in SAMPLES if name not in AMBIGUOUS)),
        )


def asked(texts: list[str], patience: float = PATIENCE) -> list[int] | None:
    """The cells that each text takes; None if the terminal does not say so in time, or is not ours to ask."""
    try:
        tty = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        if os.tcgetpgrp(tty) != os.getpgrp():
            return None
        with _listening(tty):
            return _answers(tty, texts, time.monotonic() + patience)
    except (OSError, termios.error):
        return None
    finally:
        os.close(tty)


def _answers(tty: int, texts: list[str], end: float) -> list[int] | None:
    """What the terminal says before `end`; what it says later is thrown away, lest the shell take it for typed."""
    question = "".join(f"\r{text}\x1b[6n" for text in texts) + "\r\x1b[K"
    os.write(tty, question.encode())
    heard = b""
    while len(found := _ANSWER.findall(heard)) < len(texts):
        if not select.select([tty], [], [], max(0.0, end - time.monotonic()))[0]:
            termios.tcflush(tty, termios.TCIFLUSH)
            return None
        heard += os.read(tty, 4096)
    return [int(column) - 1 for column in found[: len(texts)]]


@contextmanager
def _listening(tty: int) -> Iterator[None]:
    """Have what the terminal says come at once and unseen; its modes are as they were afterwards, whatever ends this."""
    before = termios.tcgetattr(tty)
    modes = termios.tcgetattr(tty)
    modes[3] &= ~(termios.ICANON | termios.ECHO)
    modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
    ours = [number for number in _ENDINGS if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _leave)
    try:
        termios.tcsetattr(tty, termios.TCSANOW, modes)
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(tty, termios.TCSANOW, before)
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _: object) -> None:
    sys.exit(128 + number)
