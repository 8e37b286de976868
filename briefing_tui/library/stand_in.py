"""A stand-in for search: a process that looks things up in what earlier starts have indexed, until this one can.

It says nothing of a file that changed since: such a file is read again, and found, by the index that is kept up to date.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
from contextlib import suppress
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..search.index import Index
    from ..search.results import Results
    from .library import Library

_LISTED = 40
"""How many hits of a sort it sends: more than a screen shows."""
_NICENESS = 5
_WARMING = ("", "a zzyx")
"""Queries that load what is loaded when it is needed first, unless a real one waits; the second finds nothing."""


class StandIn:
    """The process as the one that asks sees it, from any thread."""

    def __init__(self, process: int, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._process = process
        self._questions = questions
        self._answers = answers
        self._turn = Lock()
        self.there = True
        """Whether it can be asked: it ends by itself where nothing is indexed."""

    def search(self, text: str, **options: Any) -> Results | None:
        """The results of `Index.search`, with fewer hits; None if the stand-in has ended."""
        with self._turn:
            if not self.there:
                return None
            try:
                pickle.dump((text, options), self._questions)
                self._questions.flush()
                results: Results = pickle.load(self._answers)
            except (OSError, EOFError, pickle.UnpicklingError):
                self.there = False
                return None
            return results

    def close(self) -> None:
        """End the process: it only reads. Who waits for an answer gets none."""
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with self._turn:
            self.there = False
            with suppress(OSError):
                self._questions.close()
            self._answers.close()
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def stand_in(library: Library, questions: IO[bytes], answers: IO[bytes]) -> None:
    """In the process: answer until nobody asks any more, or until something is wrong with the index.

    Where there are more processes than processors, the others come first: one of them draws the first frame.
    """
    os.nice(_NICENESS)
    index = _indexed(library)
    if index is None:
        return
    for query in _WARMING:
        if not select.select([questions], [], [], 0)[0]:
            index.search(query, limit=_LISTED).kept()
    while True:
        try:
            text, options = pickle.load(questions)
        except EOFError:
            return
        results = index.search(text, **options | {"limit": _LISTED})
        pickle.dump(results.kept(), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _indexed(library: Library) -> Index | None:
    """What is indexed of the files that are as they were; None if nothing is. Whatever is damaged ends this process."""
    from ..search.index import Index
    from .cache import folder_of
    from .holdings import Holdings
    from .scan import Scan

    folder = folder_of(library.paths)
    if library.catalog is None or folder is None:
        return None
    holdings = Holdings.load(library.catalog, folder, Holdings())
    if not holdings.held:
        return None
    indexed = holdings.indexed()
    seen = Scan(library).seen
    keys = {place: each.entry.key for place, each in seen.items() if each.is_known(holdings.stamps.get(place), indexed)}
    index = Index(lambda: os._exit(1))
    index.use([held.segment for held in holdings.held.values()], holdings.keys(keys))
    return index
