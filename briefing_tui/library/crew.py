"""Workers at work: tasks go to whoever is free, and what they make comes back in any order."""

import os
import sys
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from . import attempt
from .hands import EndedError, Worker

if TYPE_CHECKING:
    from .work import Made, Task

MOST = 2
"""How many workers there are at most: reading is for the background."""


def workers() -> int:
    """How many workers this machine is good for."""
    return min(MOST, os.cpu_count() or 1)


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

    Tasks are taken when somebody is free to do them, and split if they fail: see `attempt`. Stop early and the workers are
    killed in the middle of what they do; no other task is taken, or done here instead. Raises what making the tasks raises.
    """
    crew = started(count)
    if not crew:
        for task in tasks:
            yield from attempt.here(task)
        return
    supply = _Supply(tasks)
    results: SimpleQueue[Made | BaseException | None] = SimpleQueue()
    for worker in crew:
        Thread(target=_serve, args=(worker, supply, results), daemon=True).start()
    try:
        for _ in crew:
            while (made := results.get()) is not None:
                if isinstance(made, BaseException):
                    raise made
                yield made
    finally:
        supply.leaving.set()
        for worker in crew:
            worker.end()


class _Supply:
    """Tasks for several threads, until somebody leaves."""

    def __init__(self, tasks: "Iterable[Task]") -> None:
        self.leaving = Event()
        self._tasks = iter(tasks)
        self._one_by_one = Lock()

    def __iter__(self) -> "Iterator[Task]":
        return self

    def __next__(self) -> "Task":
        with self._one_by_one:
            if self.leaving.is_set():
                raise StopIteration
            return next(self._tasks)


def _serve(worker: Worker, supply: _Supply, results: "SimpleQueue[Made | BaseException | None]") -> None:
    """Do tasks until there are no more; None says that this is so."""
    try:
        for task in supply:
            for made in attempt.made(task, worker.do):
                results.put(made)
    except EndedError:
        pass
    except BaseException as error:
        results.put(error)
    results.put(None)
