"""Work done in a process of its own while this one does something else."""

import os
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def ahead(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin `work` in a forked process; call what is returned to wait for its result, or for the exception it raised.

    Call it early and before any thread is started. The result comes pickled through a pipe. Without `fork`, or if the
    process dies without a word, the work is done here when it is waited for.
    """
    if not hasattr(os, "fork"):
        return work
    source, sink = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(source)
        os.close(sink)
        return work
    if not child:
        os.close(source)
        _answer(work, sink)
    os.close(sink)
    return lambda: _received(work, source, child)


def _answer(work: Callable[[], object], sink: int) -> None:
    """In the child: send what the work gives or raises, and end without a trace."""
    import pickle

    try:
        try:
            answer: object = (True, work())
        except Exception as error:
            answer = (False, error)
        with os.fdopen(sink, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _received(work: Callable[[], Result], source: int, child: int) -> Result:
    """In the parent: what the child sent."""
    import pickle

    try:
        with os.fdopen(source, "rb") as pipe:
            done, answer = pickle.load(pipe)
    except (EOFError, pickle.UnpicklingError):
        return work()
    finally:
        os.waitpid(child, 0)
    if not done:
        raise answer
    result: Result = answer
    return result
