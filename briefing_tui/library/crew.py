"""Workers at work: tasks go to whoever is free, and what they make comes back in any order."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING

from . import work

if TYPE_CHECKING:
    from .work import Made, Task

MOST = 2
"""How many workers there are at most: reading is for the background."""
_ROOT = Path(__file__).resolve().parents[2]


def workers() -> int:
    """How many workers this machine is good for."""
    return min(MOST, os.cpu_count() or 1)


class Worker:
    """One worker. It is started here; raises OSError if that cannot be done."""

    def __init__(self) -> None:
        environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "briefing_tui.library.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            start_new_session=True,
        )

    def do(self, task: "Task") -> "Made":
        """What the worker makes of a task, or this process if the worker is dead; raises DamagedError and OSError."""
        from .worker import ask

        assert self._process.stdin
        assert self._process.stdout
        try:
            made = ask(self._process.stdin, self._process.stdout, task) if self._process.poll() is None else None
        except OSError:
            made = None
        return work.do(task) if made is None else made

    def end(self) -> None:
        """Let it go, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue


def started(count: int) -> list[Worker]:
    """Some workers; fewer, or none, where they cannot be started."""
    crew = []
    for _ in range(count if sys.executable else 0):
        try:
            crew.append(Worker())
        except OSError:
            break
    return crew


def done(tasks: "Iterable[Task]", count: int) -> "Iterator[Made]":
    """What becomes of tasks, done by `count` workers at once, as it comes; without workers they are done here.

    Tasks are taken when somebody is free to do them. Stop early and the workers end. Raises what making the tasks raises.
    """
    crew = started(count)
    if not crew:
        yield from map(work.do, tasks)
        return
    supply, lock = iter(tasks), Lock()
    results: SimpleQueue[Made | BaseException | None] = SimpleQueue()

    def serve(worker: Worker) -> None:
        try:
            while True:
                with lock:
                    task = next(supply, None)
                if task is None:
                    break
                results.put(worker.do(task))
        except BaseException as error:
            results.put(error)
        results.put(None)

    for worker in crew:
        Thread(target=serve, args=(worker,), daemon=True).start()
    try:
        for _ in crew:
            while (made := results.get()) is not None:
                if isinstance(made, BaseException):
                    raise made
                yield made
    finally:
        for worker in crew:
            worker.end()
