"""Work done in a process of its own while this one does something else."""

import os
from collections.abc import Callable
from typing import IO, Generic, NamedTuple, TypeVar

Result = TypeVar("Result")
Stay = Callable[[Result, IO[bytes], IO[bytes]], None]


class Staying(NamedTuple):
    """A process that stays after its work: its number, and the ends of the pipes on which it is asked and answers."""

    process: int
    questions: IO[bytes]
    answers: IO[bytes]


class Ahead(Generic[Result]):
    """Work that was begun. Call it to wait for its result, or for the exception it raised; `staying` is set from then on."""

    def __init__(self, work: Callable[[], Result], child: Staying | None = None, *, stays: bool = False) -> None:
        self._work = work
        self._child = child
        self._stays = stays
        self.staying: Staying | None = None

    def __call__(self) -> Result:
        """The result."""
        child, self._child = self._child, None
        if child is None:
            return self._work()
        import pickle

        done = False
        try:
            done, answer = pickle.load(child.answers)
        except (EOFError, pickle.UnpicklingError):
            return self._work()
        finally:
            if done and self._stays:
                self.staying = child
            else:
                child.questions.close()
                child.answers.close()
                os.waitpid(child.process, 0)
        if not done:
            raise answer
        result: Result = answer
        return result


def ahead(work: Callable[[], Result], stay: Stay[Result] | None = None) -> Ahead[Result]:
    """Begin `work` in a forked process, which may `stay` with its result, to be asked and to answer on pipes.

    Call it early and before any thread is started. The result comes pickled through a pipe. Without `fork`, or if the
    process dies without a word, the work is done here when it is waited for.
    """
    if not hasattr(os, "fork"):
        return Ahead(work)
    heard, asked = os.pipe()
    source, sink = os.pipe()
    try:
        child = os.fork()
    except OSError:
        for end in (heard, asked, source, sink):
            os.close(end)
        return Ahead(work)
    if not child:
        os.close(asked)
        os.close(source)
        _answer(work, stay, heard, sink)
    os.close(heard)
    os.close(sink)
    return Ahead(work, Staying(child, os.fdopen(asked, "wb"), os.fdopen(source, "rb")), stays=stay is not None)


def _answer(work: Callable[[], Result], stay: Stay[Result] | None, heard: int, sink: int) -> None:
    """In the child: send what the work gives or raises, stay if that is wanted, and end without a trace."""
    import pickle

    try:
        with os.fdopen(heard, "rb") as questions, os.fdopen(sink, "wb") as answers:
            try:
                result = work()
            except Exception as error:
                pickle.dump((False, error), answers, pickle.HIGHEST_PROTOCOL)
                return
            pickle.dump((True, result), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            if stay:
                stay(result, questions, answers)
    finally:
        os._exit(0)
