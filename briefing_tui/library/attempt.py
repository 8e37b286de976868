"""Tasks that may fail: one that does is split until what is to blame is alone, and the rest is made as if it were not there."""

import time
from collections.abc import Callable, Iterator

from . import work
from .memo import fingerprint
from .work import Chunk, Fate, Made, Merge, Task


def here(task: Task) -> Iterator[Made]:
    """What is made of a task in this process. Raises nothing."""
    return made(task, tried)


def made(task: Task, attempt: Callable[[Task], Made]) -> Iterator[Made]:
    """What is made of a task, in one piece if the attempt at it does not fail, else in parts."""
    whole = attempt(task)
    smaller = _halves(task) if whole.fate is Fate.FAILED else ()
    for part in smaller:
        yield from made(part, attempt)
    if not smaller:
        yield _blamed(task, whole.reason) if whole.fate is Fate.FAILED else whole


def tried(task: Task) -> Made:
    """What a task gives, or why it gives nothing. Raises nothing."""
    try:
        return work.do(task)
    except Exception as error:
        return failed(task, work.why(error))


def failed(task: Task, reason: str, fate: Fate = Fate.FAILED) -> Made:
    """What is made of a task of which nothing is made."""
    return Made(fate=fate, reason=reason, path=task.path if isinstance(task, Chunk) else "")


def is_smallest(task: Task) -> bool:
    """Whether a task is a single file or line, or cannot be split."""
    if isinstance(task, Chunk):
        return b"\n" not in task.lines
    return isinstance(task, Merge) or len(task) < 2


def _halves(task: Task) -> tuple[Task, ...]:
    """A task in two; nothing if it is the smallest."""
    if is_smallest(task) or isinstance(task, Merge):
        return ()
    if not isinstance(task, Chunk):
        return task[: len(task) // 2], task[len(task) // 2 :]
    lines = task.lines.split(b"\n")
    middle = len(lines) // 2
    first, rest = b"\n".join(lines[:middle]), b"\n".join(lines[middle:])
    return task._replace(lines=first), task._replace(first=task.first + middle, lines=rest)


def _blamed(task: Task, reason: str) -> Made:
    """A file that cannot be read is known as such; of a table, a line is left out."""
    if isinstance(task, Merge | Chunk):
        return failed(task, reason)
    now = time.time_ns()
    return Made(tuple(work.blamed(file, work.unread(reason), fingerprint(file.path), now) for file in task))
