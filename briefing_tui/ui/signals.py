"""Signals, heard in a thread: whatever the program's main one is busy with."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterable
from threading import Thread


def _noted(_number: int, _frame: object) -> None:
    """What is done about a signal in the main thread, as soon as that is free: nothing. `listen` has heard it long before."""


def listen(numbers: Iterable[int], heard: Callable[[int], None]) -> None:
    """From now on, call `heard` with the number of each of these signals, in a thread of its own; of a burst, with each once.

    A signal that is ignored, as by `nohup`, stays so. Call it in the main thread.
    """
    ear, mouth = socket.socketpair()
    mouth.setblocking(False)
    signal.set_wakeup_fd(mouth.detach(), warn_on_full_buffer=False)
    for number in numbers:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _noted)
    Thread(target=_hear, args=(ear, heard), name="signals", daemon=True).start()


def _hear(ear: socket.socket, heard: Callable[[int], None]) -> None:
    while burst := ear.recv(4096):
        for number in dict.fromkeys(burst):
            heard(number)


def stop() -> None:
    """Be stopped, as by a SIGTSTP that is not heard: not where nobody could continue it. Call it in the main thread."""
    heard = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    signal.raise_signal(signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, heard)
