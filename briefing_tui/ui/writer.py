"""The thread that writes to the terminal, which may be slow, be read by nobody, or be gone."""

from __future__ import annotations

import os
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread

from .modes import CANCEL

MOST = 1 << 14
"""How many bytes may wait when a frame begins: 7 s of a line of 2,400 B/s. Further behind, the newest state is shown later."""
UPDATE, UPDATED = "\x1b[?2026h", "\x1b[?2026l"
"""What is round a frame if the terminal knows synchronized output; else each write is one."""
AT_ONCE = 4096
"""How many bytes are given to the terminal at once."""
SECONDS = 0.1
"""How long the thread waits for a terminal until it looks whether it is to go on."""


class Writer:
    """Writes what it is given, in a thread. Nobody ever waits for the terminal but who closes this, and only so long.

    What comes while too much waits is dropped; when all is written, `caught_up` is called, to show what was missed. If the
    terminal is gone, `gone` is called. Both are called in the thread.
    """

    def __init__(self, fd: int, caught_up: Callable[[], None], gone: Callable[[], None]) -> None:
        self._fd = _opened_anew(fd)
        self._caught_up = caught_up
        self._gone = gone
        self._waiting = bytearray()
        self._behind = self._closed = self._left = False
        self._taken: bool | None = None
        """Whether the frame that has begun is taken; None outside of one."""
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, text: str, *, frame: bool = True) -> None:
        """Write some text, soon; a part of a `frame` may be dropped instead, as the next whole one shows the same."""
        data = text.encode("utf-8", "replace")
        with self._changed:
            if frame and not self._takes(text):
                self._behind = True
            elif not self._closed:
                self._waiting += data
                self._changed.notify_all()

    def _takes(self, text: str) -> bool:
        """Whether a part of a frame is taken: all parts of one, or none."""
        taken = not self._behind and len(self._waiting) <= MOST if self._taken is None else self._taken
        if text in (UPDATE, UPDATED):
            self._taken = taken if text == UPDATE else None
        return taken

    def close(self, last: str, patience: float) -> None:
        """Write `last` instead of what still waits, for so many seconds at most; then nothing any more."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            self._waiting[:] = (CANCEL * bool(self._waiting) + last).encode()
            self._changed.notify_all()
        self._thread.join(patience)
        if self._thread.is_alive():
            self.abandon(last)

    def abandon(self, last: str) -> None:
        """Write `last`, from whatever thread, and let go of all that the terminal has not taken; the first call counts."""
        self._closed = True
        mine = self._changed.acquire(timeout=SECONDS)
        already, self._left = self._left, True
        if not already:
            with suppress(OSError, termios.error):
                self._waiting.clear()
                termios.tcflush(self._fd, termios.TCOFLUSH)
                os.write(self._fd, (CANCEL + last).encode())
        if mine:
            self._changed.release()

    def _run(self) -> None:
        try:
            while self._next():
                if not self._written():
                    select.select([], [self._fd], [], SECONDS)
        except OSError:
            self._closed = True
            self._gone()
        finally:
            with self._changed:
                os.close(self._fd)
                self._fd = -1

    def _next(self) -> bool:
        """Wait until there is something to write; False at the end."""
        with self._changed:
            while not self._waiting and not self._closed:
                if self._behind:
                    self._behind = False
                    self._caught_up()
                self._changed.wait()
            return bool(self._waiting)

    def _written(self) -> int:
        """Write what the terminal takes, and say how much that was."""
        with self._changed:
            try:
                written = os.write(self._fd, self._waiting[:AT_ONCE])
            except BlockingIOError:
                written = 0
            del self._waiting[:written]
            return written


def _opened_anew(fd: int) -> int:
    """The same terminal, where writing never waits; set on `fd` itself, that would hold for the shell, too.

    Where it is another user's and cannot be opened, as after `su`, writing to one that nobody reads does wait.
    """
    try:
        return os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return os.dup(fd)
