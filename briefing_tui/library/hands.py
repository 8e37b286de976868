"""A worker seen from the program that started it: asked to do tasks, replaced when one killed it, ended at any moment."""

import os
import sys
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from ..i18n import _, later
from . import attempt
from .work import Fate

if TYPE_CHECKING:
    import subprocess

    from .work import Made, Task

LIVES = 48
"""How often a worker is replaced: often enough to find some files that kill it among thousands."""
TRIES = 2
"""How often what cannot be split is tried that a worker died of: it may have been killed for another reason."""
_ROOT = Path(__file__).resolve().parents[2]
_DIED = later("the program that read it was killed; it may need more memory than there is")


class EndedError(Exception):
    """A worker was let go: there is nothing more to do."""


class Worker:
    """One worker. It is started here; raises OSError if that cannot be done."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._ended = False
        self._lives = LIVES
        self._process = _begun()
        self._listens = False

    def do(self, task: "Task") -> "Made":
        """What is made of a task, for `attempt.made`; raises EndedError after `end`.

        What a worker died of is never done in this process, which would die as well. Tasks are done here by one that could
        not be a worker from the beginning.
        """
        for _try in range(TRIES if attempt.is_smallest(task) else 1):
            if not self._ready():
                alive = self._lives == LIVES
                return attempt.tried(task) if alive else attempt.failed(task, _("nobody could read it"), Fate.LOST)
            made = self._asked(task)
            if made is not None:
                return made
            self._replace()
        return attempt.failed(task, _(_DIED))

    def _ready(self) -> bool:
        """Whether there is a process that listens."""
        from .worker import READY, receive

        if self._ended:
            raise EndedError
        if self._listens and self._process.poll() is not None:
            self._replace()
        if not self._listens and self._lives > 0:
            assert self._process.stdout
            self._listens = receive(self._process.stdout) == READY
        return self._listens

    def _asked(self, task: "Task") -> "Made | None":
        """What the process makes of a task; None if it died of it."""
        from .worker import ask

        assert self._process.stdin
        assert self._process.stdout
        try:
            return ask(self._process.stdin, self._process.stdout, task)
        except OSError:
            return None

    def _replace(self) -> None:
        """Have another process in the place of a dead one; raises EndedError."""
        with self._guard:
            if self._ended:
                raise EndedError
            _ended(self._process)
            self._listens = False
            self._lives -= 1
            if self._lives > 0:
                try:
                    self._process = _begun()
                except OSError:
                    self._lives = 0

    def end(self) -> None:
        """Let it go, whatever it does."""
        with self._guard:
            self._ended = True
            _ended(self._process)


def _begun() -> "subprocess.Popen[bytes]":
    """A process that imports nothing from the folder somebody happens to be in."""
    import subprocess

    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "briefing_tui.library.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        start_new_session=True,
    )


def _ended(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:
                continue
