"""The threads that keep the index up to date behind the app. They are waited for by nobody, not even at the end."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App

    from ..library.upkeep import Upkeep


PATIENCE = 0.25
"""Seconds: what is loaded to keep an index up to date takes the interpreter from what is drawn."""


class Grew(Message):
    """More can be found than before."""

    def can_replace(self, message: Message) -> bool:
        """One of them is enough."""
        return isinstance(message, Grew)


class Done(Message):
    """A piece of work is done; `trouble` says why it is not. What watching has to say in between is not `counted`."""

    def __init__(self, trouble: str, *, counted: bool = True) -> None:
        super().__init__()
        self.trouble = trouble
        self.counted = counted


class Answered(Message):
    """Something was found out for who is looking; `trouble` says why it could not be."""

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self.trouble = trouble


class NotesFound(Message):
    """Search finds the notes as they are now, which may be `news`; `trouble` says why it does not."""

    def __init__(self, trouble: str, news: bool) -> None:
        super().__init__()
        self.trouble = trouble
        self.news = news


class Background:
    """Works on the index of an app and tells the app by messages. `at_work` counts what is going on, but for watching.

    If it is `patient`, it leaves the processor at first to who types already.
    """

    def __init__(self, app: App[None], index: Callable[[], Upkeep], *, patient: bool = False) -> None:
        self._app = app
        self._index = index
        self._patience = PATIENCE if patient else 0.0
        self._until = 0.0
        self._leaving = Event()
        self._watching = False
        self.at_work = 0

    def update(self) -> None:
        """Look at all files; from the first time on they are watched."""
        if self._watching:
            self._start(lambda index: index.update())
        else:
            self._watching = True
            self._until = monotonic() + self._patience
            self.at_work += 1
            Thread(target=self._attend, daemon=True).start()

    def changed(self, path: str) -> None:
        """Look at one file."""
        self._start(lambda index: index.changed([path]))

    def find_notes(self) -> None:
        """Let search find the user's notes as they are now."""
        self.at_work += 1
        Thread(target=self._find_notes, daemon=True).start()

    def ask(self, find: Callable[[], None]) -> None:
        """Find something out; the app hears `Answered`."""
        self.at_work += 1
        Thread(target=self._find, args=(find,), daemon=True).start()

    def done(self, done: Done | Answered | NotesFound) -> None:
        """A piece of work was done."""
        self.at_work -= done.counted if isinstance(done, Done) else 1

    def leave(self) -> None:
        """Stop as soon as possible, in the middle of reading too."""
        self._leaving.set()
        Thread(target=lambda: self._index().close(), daemon=True).start()

    def _start(self, work: Callable[[Upkeep], None]) -> None:
        self.at_work += 1
        Thread(target=self._work, args=(work,), daemon=True).start()

    def _work(self, work: Callable[[Upkeep], None]) -> None:
        trouble = ""
        try:
            index = self._index()
            index.tell = self._grew
            work(index)
        except Exception as error:
            trouble = _why(error)
        self._app.post_message(Done(trouble))

    def _rest(self) -> None:
        self._leaving.wait(max(0.0, self._until - monotonic()))

    def _find(self, find: Callable[[], None]) -> None:
        trouble = ""
        self._rest()
        try:
            find()
        except Exception as error:
            trouble = _why(error)
        self._app.post_message(Answered(trouble))

    def _find_notes(self) -> None:
        news, trouble = False, ""
        try:
            from ..notes import all_passages

            index = self._index()
            news = index.search_beside(all_passages(index.shelf.by_file()))
        except Exception as error:
            trouble = _why(error)
        self._app.post_message(NotesFound(trouble, news))

    def _grew(self) -> None:
        self._app.post_message(Grew())

    def _attend(self) -> None:
        """Watch; the first thing that is said of it is that the work of `update` is done."""
        first = True

        def said(trouble: str) -> None:
            nonlocal first
            counted, first = first, False
            self._app.post_message(Done(trouble, counted=counted))

        self._rest()
        try:
            from ..library.watch import attend

            index = self._index()
            index.tell = self._grew
            attend(index, self._leaving, said)
        except Exception as error:
            said(_why(error))


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
