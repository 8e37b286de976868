"""The journals of the briefings that were open, and the one thread that reads and writes them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..model.errors import BriefingError
from ..notes import Draft, Journal, State, Unsaved, journal_of
from .timers import once

if TYPE_CHECKING:
    from textual.app import App

    from ..model.briefing import Briefing

Result = TypeVar("Result")


class Book(NamedTuple):
    """The journal of a briefing."""

    key: str
    journal: Journal

    def draft(self) -> Draft:
        """A place to keep one more text that is being typed."""
        return Draft(self.journal.path)

    def left(self, state: State) -> tuple[Unsaved, ...]:
        """Texts that programs which are no more left behind unsaved; those that were saved after all are removed."""
        draft = self.draft()
        found = draft.left()
        for each in found:
            if each.is_in(state):
                draft.discard(each)
        return tuple(each for each in found if not each.is_in(state))


class Books:
    """The books by the briefing's key. Work is done in its order, in one thread that the end of the program waits for."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._books: dict[str, Book] = {}
        self._pool = ThreadPoolExecutor(1, "notes")
        self.at_work = 0

    def of(self, key: str, briefing: Briefing, path: Path) -> Book:
        """The book of a briefing; nothing is read or made for it."""
        if key not in self._books:
            self._books[key] = Book(key, journal_of(briefing, path))
        return self._books[key]

    def do(self, work: Callable[[], Result], then: Callable[[Result | None, str], None]) -> None:
        """Do some work in the thread; then, in the app's own, hand on what it gave, or why it gave nothing."""
        self.at_work += 1
        self._pool.submit(self._done, work, then)

    def _done(self, work: Callable[[], Result], then: Callable[[Result | None, str], None]) -> None:
        result, trouble = None, ""
        try:
            result = work()
        except BriefingError as error:
            trouble = error.message
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
        with suppress(RuntimeError):
            self._app.call_later(self._hand_on, result, trouble, then)

    def _hand_on(self, result: Result | None, trouble: str, then: Callable[[Result | None, str], None]) -> None:
        self.at_work -= 1
        then(result, trouble)

    def finish(self) -> None:
        """Wait until all work is done; none is taken any more."""
        self._pool.shutdown()

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something later, in the app's own thread."""
        once(self._app, seconds, do)
