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
from .signals import listen, stop
from .titles import HIDING, SHOWING, has_title

if TYPE_CHECKING:
    from .app import BriefingApp
    from .driver import TerminalDriver

SECONDS = 2.2
"""How long the app may take to end once it was asked."""
LAST_SECONDS = 0.3
"""How long the last things may take then: keeping what is being typed, giving the terminal back."""
POINTER = "\x1b]22;default\x07"
"""Gives the mouse's pointer its shape back."""
NOT_STARTED = 127
"""The exit code of a program that cannot be started, as shells have it."""
STEP = 0.1
"""Seconds are counted in such steps: one in which the machine slept is one step."""
_ENDING = ("TERM", "HUP", "QUIT", "INT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "POLL", "PWR")
ENDING = tuple(signal.Signals[f"SIG{name}"] for name in _ENDING if f"SIG{name}" in signal.Signals.__members__)
"""The signals that ask for the end, or would end the program if it did not listen; the exit code is 128 and their number."""
FOR_THE_BORROWER = (signal.SIGINT, signal.SIGQUIT)
"""What the terminal sends to all its programs, and what the one to which it is lent may use for something else."""


class Exits:
    """The ways out of an app. Until `begin`, as in tests, nothing ends the process."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._code = 0
        self._asked = Event()
        self._lent = False
        self._borrower: subprocess.Popen[bytes] | None = None
        self._begun = False
        self._catch_up: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Listen for signals, and watch over the end. Call it before the terminal is touched."""
        self._begun = True
        self._catch_up = listen((*ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH), self._heard)
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
        if self._lent and number in FOR_THE_BORROWER:
            return
        self._leave(128 + number)
        self._pass_on()

    def _pass_on(self) -> None:
        """Let the borrower end as well."""
        if self._borrower and self._asked.is_set() and self._code > 128:
            with suppress(OSError):
                self._borrower.send_signal(self._code - 128)

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
        for last in (self._app.keep_typed, self._abandon):
            doing = Thread(target=last, daemon=True)
            doing.start()
            doing.join(LAST_SECONDS)
        os._exit(code)

    def _abandon(self) -> None:
        if self._driver:
            self._driver.abandon()

    # --- stopped, and lending the terminal

    @property
    def _driver(self) -> TerminalDriver | None:
        """What drives the terminal, if there is one."""
        from .driver import TerminalDriver

        driver = self._app._driver
        return driver if isinstance(driver, TerminalDriver) else None

    def suspend(self) -> None:
        """Stop as every program of the terminal does at `ctrl+z`, and with all that was started together with this one."""
        if self._begun:
            os.kill(0, signal.SIGTSTP)

    def _stop(self) -> None:
        """Be stopped by a signal, the terminal given back meanwhile; whoever borrowed it decides itself."""
        if not self._lent:
            self._in_app(self._pause)

    def _continue(self) -> None:
        """Take the terminal again: a stop may not have been announced, or the shell may have used it since."""
        if self._driver:
            self._driver.take_again()

    def _pause(self) -> None:
        driver = self._driver
        if driver and driver.inside:
            driver.stop_application_mode()
            stop()
            driver.settle()
            driver.start_application_mode()
            if self._hides_title(self._app.screen_stack):
                driver.write_whole(HIDING)
            self._app.refresh(layout=True)

    def lend(self, words: Sequence[str]) -> int:
        """Run a program in the terminal, which the app has left; its exit code. Signals that came before its end are its."""
        self._lent = True
        try:
            self._borrower = subprocess.Popen(words)
            self._pass_on()
            return _ended(self._borrower)
        except OSError:
            return NOT_STARTED
        finally:
            self._catch_up()
            self._lent, self._borrower = False, None


def _within(seconds: float, event: Event) -> bool:
    """Whether something happens within some seconds of this process's time."""
    return any(event.wait(STEP) for _ in range(round(seconds / STEP)))


def _is_elsewhere(fd: int) -> bool:
    """Whether what is written there goes to a file or a pipe."""
    return not stat.S_ISCHR(os.fstat(fd).st_mode)


def _ended(program: subprocess.Popen[bytes]) -> int:
    """The exit code of a program, once it has ended; whenever it is stopped, so is this one: the shell waits for both."""
    with suppress(ChildProcessError):
        while program.returncode is None:
            _pid, status = os.waitpid(program.pid, os.WUNTRACED)
            if os.WIFSTOPPED(status):
                stop()
                program.send_signal(signal.SIGCONT)
            else:
                program.returncode = os.waitstatus_to_exitcode(status)
    return program.wait()
