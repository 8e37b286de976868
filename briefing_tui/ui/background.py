"""The threads that keep the index up to date behind the app. They are waited for by nobody, not even at the end."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App

    from ..library.upkeep import Upkeep


class Grew(Message):
    """More can be found than before."""

    def can_replace(self, message: Message) -> bool:
        """One of them is enough."""
        return isinstance(message, Grew)


class Done(Message):
    """A piece of work is done; `trouble` says why it is not."""

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self.trouble = trouble


class Background:
    """Works on the index of an app and tells the app by messages. `at_work` counts what is going on, but for watching."""

    def __init__(self, app: App[None], index: Callable[[], Upkeep]) -> None:
        self._app = app
        self._index = index
        self._leaving = Event()
        self._watching = False
        self.at_work = 0

    def update(self) -> None:
        """Look at all files."""
        self._start(lambda index: index.update())

    def changed(self, path: str) -> None:
        """Look at one file."""
        self._start(lambda index: index.changed([path]))

    def done(self) -> None:
        """A piece of work was done: see `Done`. After the first, files are watched."""
        self.at_work -= 1
        if not self._watching:
            self._watching = True
            Thread(target=self._attend, daemon=True).start()

    def leave(self) -> None:
        """Stop as soon as possible."""
        self._leaving.set()
        if not self._watching:
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
            trouble = f"{type(error).__name__}: {error}"
        self._app.post_message(Done(trouble))

    def _grew(self) -> None:
        self._app.post_message(Grew())

    def _attend(self) -> None:
        from ..library.watch import attend

        attend(self._index(), self._leaving)
