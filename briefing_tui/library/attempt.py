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
    smaller = parts(task) if whole.fate is Fate.FAILED else ()
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


def parts(task: Task) -> tuple[Task, ...]:
    """A task in two halves; nothing if it is a single file or line, or cannot be split."""
    if isinstance(task, Merge):
        return ()
    if isinstance(task, Chunk):
        return _halves(task)
    middle = len(task) // 2
    return (task[:middle], task[middle:]) if middle else ()


def _halves(chunk: Chunk) -> tuple[Chunk, ...]:
    lines = chunk.lines.split(b"\n")
    middle = len(lines) // 2
    if not middle:
        return ()
    first, rest = b"\n".join(lines[:middle]), b"\n".join(lines[middle:])
    return chunk._replace(lines=first), chunk._replace(first=chunk.first + middle, lines=rest)


def _blamed(task: Task, reason: str) -> Made:
    """A file that cannot be read is known as such; of a table, a line is left out."""
    if isinstance(task, Merge | Chunk):
        return failed(task, reason)
    now = time.time_ns()
    return Made(tuple(work.blamed(file, work.unread(reason), fingerprint(file.path), now) for file in task))
