"""Every way out of the program: asked for by a key or a signal, or because the terminal is gone or the program broke.

Whoever asks, the app ends itself. If it does not within some seconds, as it is blocked, a thread gives the terminal back and
ends the process. Only what was asked for ends the program: neither a blocked app nor a clock that jumps does.
"""

from __future__ import annotations

import os
import signal
import stat
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from .modes import line_settings
from .screens.blank import Blank
from .signals import listen
from .titles import HIDING, SHOWING, has_title

if TYPE_CHECKING:
    from .app import BriefingApp
    from .driver import TerminalDriver

SECONDS = 2.5
"""How long the app may take to end once it was asked."""
KEEPING_SECONDS = 0.3
"""How long what is being typed may take to be kept then."""
POINTER = "\x1b]22;default\x07"
"""Gives the mouse's pointer its shape back."""
NOT_STARTED = 127
"""The exit code of a program that cannot be started, as shells have it."""
STEP = 0.1
"""Seconds are counted in such steps: one in which the machine slept is one step."""
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
"""The signals that ask for the end; the exit code is 128 and their number."""
FOR_THE_BORROWER = (signal.SIGINT, signal.SIGQUIT)
"""What the terminal sends to all its programs, and what the one to which it is lent may use for something else."""


class Exits:
    """The ways out of an app. Until `begin`, as in tests, nothing ends the process."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._code = 0
        self._asked = Event()
        self._borrower: subprocess.Popen[bytes] | None = None
        self._begun = self._paused = False

    def begin(self) -> None:
        """Listen for signals, and watch over the end. Call it before the terminal is touched."""
        self._begun = True
        listen((*ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH), self._heard)
        Thread(target=self._watch, name="exits", daemon=True).start()

    # --- who asks

    def asked(self, code: int) -> None:
        """The app was asked to end, with this exit code; the first one counts."""
        if not self._asked.is_set():
            self._code = code
            self._asked.set()

    def interrupted(self) -> None:
        """`ctrl+c` was typed: an app that does not even take it up is to end."""
        if self._begun:
            taken = Event()
            self._in_app(taken.set)
            Thread(target=self._interrupt, args=(taken,), daemon=True).start()

    def _interrupt(self, taken: Event) -> None:
        if not _within(SECONDS, taken) and not self._asked.is_set():
            self._end(128 + signal.SIGINT)

    def gone(self) -> None:
        """The terminal is gone, as if its window had been closed."""
        self._leave(128 + signal.SIGHUP)

    def let_go(self) -> None:
        """Write no more to a terminal that is gone: the app has ended, and that it cannot say so is no error."""
        if self._code == 128 + signal.SIGHUP:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for fd in (1, 2):
                if line_settings(fd) is None and not _is_elsewhere(fd):
                    os.dup2(nowhere, fd)

    def _heard(self, number: int) -> None:
        """A signal came."""
        if number in ENDING:
            self._end_by(number)
        elif number == signal.SIGTSTP:
            self._stop()
        elif number == signal.SIGCONT:
            self._in_app(self._continue)
        elif self._driver:
            self._driver.resized()

    def _end_by(self, number: int) -> None:
        borrower = self._borrower
        if borrower:
            if number in FOR_THE_BORROWER:
                return
            with suppress(OSError):
                borrower.send_signal(number)
        self._leave(128 + number)

    def _leave(self, code: int) -> None:
        self.asked(code)
        self._in_app(partial(self._end_app, code))

    def _end_app(self, code: int) -> None:
        self._app.keep_typed()
        self._app.exit(return_code=code)

    def owed(self) -> str:
        """What leads the terminal back, beside its modes: its title, and the shape of the mouse's pointer."""
        screens = self._app.screen_stack
        shaped = any(screen._pointer_shape != "default" for screen in screens)
        return SHOWING * self._hides_title(screens) + POINTER * shaped

    def _hides_title(self, screens: Sequence[object]) -> bool:
        return has_title(os.environ) and any(isinstance(screen, Blank) for screen in screens)

    # --- the app's end

    def _in_app(self, do: Callable[[], object]) -> None:
        """Do something in the app's own thread."""
        loop = self._app._loop
        with suppress(RuntimeError):
            if loop:
                loop.call_soon_threadsafe(do)

    def _watch(self) -> None:
        self._asked.wait()
        _within(SECONDS, Event())
        self._end(self._code)

    def _end(self, code: int) -> None:
        """End the process here and now, with the terminal as it was found, and what is being typed kept if it can be."""
        keeping = Thread(target=self._app.keep_typed, daemon=True)
        keeping.start()
        keeping.join(KEEPING_SECONDS)
        with suppress(Exception):
            if self._driver:
                self._driver.abandon()
        os._exit(code)

    # --- stopped, and lending the terminal

    @property
    def _driver(self) -> TerminalDriver | None:
        """What drives the terminal, if there is one."""
        from .driver import TerminalDriver

        driver = self._app._driver
        return driver if isinstance(driver, TerminalDriver) else None

    def _stop(self) -> None:
        """Be stopped by a signal from outside, the terminal given back meanwhile."""
        if self._borrower:
            _stopped()
        else:
            self._in_app(self._pause)

    def _continue(self) -> None:
        """Take the terminal again after a stop that nobody announced."""
        if self._driver and not self._paused:
            self._driver.take_again()
        self._paused = False

    def _pause(self) -> None:
        driver = self._driver
        if driver and driver.inside:
            driver.stop_application_mode()
            _stopped()
            driver.settle()
            self._paused = True
            driver.start_application_mode()
            if self._hides_title(self._app.screen_stack):
                driver.write_whole(HIDING)
            self._app.refresh(layout=True)

    def lend(self, words: Sequence[str]) -> int:
        """Run a program in the terminal, which the app has left; its exit code."""
        try:
            self._borrower = subprocess.Popen(words)
            return self._borrower.wait()
        except OSError:
            return NOT_STARTED
        finally:
            self._borrower = None


def _within(seconds: float, event: Event) -> bool:
    """Whether something happens within some seconds of this process's time."""
    return any(event.wait(STEP) for _ in range(round(seconds / STEP)))


def _is_elsewhere(fd: int) -> bool:
    """Whether what is written there goes to a file or a pipe."""
    return not stat.S_ISCHR(os.fstat(fd).st_mode)


def _stopped() -> None:
    """Stop the process until somebody continues it; not where nobody could, as it has no shell above it."""
    with suppress(OSError):
        parent = os.getppid()
        if os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp():
            os.kill(os.getpid(), signal.SIGSTOP)
