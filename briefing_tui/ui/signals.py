"""Signals, heard in a thread: whatever the program's main one is busy with."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event, Thread

_MARK = 0
"""No signal has this number."""
_SECONDS = 1.0


def _noted(_number: int, _frame: object) -> None:
    """What is done about a signal in the main thread, as soon as that is free: nothing. `listen` has heard it long before."""


def listen(numbers: Iterable[int], heard: Callable[[int], None]) -> Callable[[], None]:
    """From now on, call `heard` with the number of each of these signals, in a thread of its own; of a burst, with each once.

    A signal that is ignored, as by `nohup`, stays so. Call it in the main thread. What it gives waits until all that came
    before has been heard.
    """
    ear, mouth = socket.socketpair()
    mouth.setblocking(False)
    fd = mouth.detach()
    signal.set_wakeup_fd(fd, warn_on_full_buffer=False)
    marked = Event()
    for number in numbers:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _noted)
    Thread(target=_hear, args=(ear, heard, marked), name="signals", daemon=True).start()

    def catch_up() -> None:
        marked.clear()
        with suppress(BlockingIOError):
            os.write(fd, bytes([_MARK]))
            marked.wait(_SECONDS)

    return catch_up


def _hear(ear: socket.socket, heard: Callable[[int], None], marked: Event) -> None:
    while burst := ear.recv(4096):
        for number in dict.fromkeys(burst):
            if number == _MARK:
                marked.set()
            else:
                heard(number)


def stop() -> None:
    """Be stopped, as by a SIGTSTP that is not heard: not where nobody could continue it. Call it in the main thread."""
    heard = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    signal.raise_signal(signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, heard)
