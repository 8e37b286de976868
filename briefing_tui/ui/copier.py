"""Puts text on the clipboard, in a thread, and takes back after a while what is not for everybody."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ..model.marking import Tlp
from . import clipboard, due, osc52, tmux
from .taken import Taken
from .told import Cleared, Copied, told, told_cleared

if TYPE_CHECKING:
    from .clipboard import Tool

SECONDS = 45.0
"""How long a clipboard holds what is AMBER or stricter."""
_FOR_EVERYBODY = (None, Tlp.CLEAR, Tlp.GREEN)


class _Lying(NamedTuple):
    """Where a text lies: with the tool that took it, with the terminal, through tmux or not."""

    text: str
    by: Tool | None
    sent: bool
    by_tmux: bool


class Desktop(Protocol):
    """What a copier needs of the app. Threads call nothing but `call_from_thread`."""

    def write_to_terminal(self, sequence: str) -> None:
        """Write an escape sequence."""

    def say(self, message: str) -> None:
        """Say something on the last row."""

    def hold(self, text: str) -> None:
        """Keep what was copied for pasting within the program."""

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something later, in the app's own thread."""

    def in_thread(self, do: Callable[[], None]) -> None:
        """Do something at once, in another thread."""

    def call(self, do: Callable[[], None]) -> None:
        """Do something in the app's own thread."""


class Copier:
    """Copies for an app. Only the newest copy counts: an older one that still waits for its tool is dropped."""

    def __init__(self, desktop: Desktop, environ: Mapping[str, str] = os.environ) -> None:
        self.desktop = desktop
        self.environ = environ
        self._order = 0
        self._busy = Lock()
        self._left = False
        self._owed: Callable[[], Cleared] | None = None
        """How to take back what lies on the clipboard, if that has to be done; known as soon as it lies there."""

    def copy(self, taken: Taken) -> None:
        """Copy, and say truthfully what was done."""
        self._order += 1
        order = self._order
        self.desktop.hold(taken.text)
        self.desktop.in_thread(lambda: self._put(taken, order))

    def _put(self, taken: Taken, order: int) -> None:
        """Copy by the terminal and by the tool; of a terminal elsewhere, by the tool only what it cannot take."""
        sequence = osc52.copying(taken.text, self.environ)
        native = clipboard.tool(self.environ)
        marked = None if taken.tlp in _FOR_EVERYBODY else due.due(taken.text)
        with self._busy:
            if order != self._order:
                return
            by_tmux = bool(sequence) and tmux.pass_on(taken.text, self.environ)
            if sequence and not by_tmux:
                self.desktop.call(lambda: self.desktop.write_to_terminal(sequence))
            if native and sequence and clipboard.remote(self.environ):
                native = None
            by = native if native and clipboard.put(native, taken.text) else None
            owed = self._owe(_Lying(taken.text, by, bool(sequence), by_tmux), marked)
        size = len(taken.text.encode("utf-8", "replace"))
        seconds = SECONDS if owed else 0
        copied = Copied(taken.what, by.name if by else "", bool(sequence), bool(sequence), size, seconds)
        self.desktop.call(lambda: self._done(copied, owed, order))

    def _owe(self, lying: _Lying, marked: due.Due | None) -> Callable[[], Cleared] | None:
        """How to take back what lies there now, if it may not stay. Where it lies nowhere, what lay there before still does."""
        if not (lying.by or lying.sent):
            return None
        owed = None if marked is None else lambda: self._take_back(lying)
        self._owed = owed
        _remember(lying, marked)
        if owed and self._left:
            self._owed = None
            owed()
        return owed

    def _done(self, copied: Copied, owed: Callable[[], Cleared] | None, order: int) -> None:
        if order == self._order:
            self.desktop.say(told(copied))
        if owed:
            self.desktop.after(copied.seconds, lambda: self._expire(owed))

    # --- taking back

    def _expire(self, owed: Callable[[], Cleared]) -> None:
        """The time of a copy is over; if another lies there by now, that one counts."""
        if self._owed is owed:
            self.desktop.in_thread(lambda: self._pay(owed))

    def _pay(self, owed: Callable[[], Cleared]) -> None:
        with self._busy:
            if self._owed is not owed:
                return
            self._owed = None
            cleared = owed()
        self.desktop.call(lambda: self.desktop.say(told_cleared(cleared)))

    def _take_back(self, lying: _Lying) -> Cleared:
        """Empty the clipboard, unless it is known to hold something else."""
        by = lying.by
        if by and clipboard.holds(by, lying.text) is False:
            if lying.by_tmux:
                tmux.forget()
            due.forget()
            return Cleared(kept=True)
        emptied = by is not None and clipboard.clear(by)
        if emptied or not by:
            due.forget()
        if lying.sent and not (lying.by_tmux and tmux.take_back()):
            self.desktop.call(lambda: self.desktop.write_to_terminal(osc52.clearing(self.environ)))
        self.desktop.call(lambda: self.desktop.hold(""))
        return Cleared(by.name if by and emptied else "", lying.sent)

    def leave(self) -> None:
        """Take back what is owed at once, because nobody will be there to do it; called in the app's own thread.

        What a tool is just putting there is taken back once it lies there.
        """
        self._left = True
        owed, self._owed = self._owed, None
        self._order += 1
        if owed:
            owed()


def _remember(lying: _Lying, marked: due.Due | None) -> None:
    """Remember for the next start what is to be taken back, where it will be able to see whether it lies there still."""
    tool = lying.by.name if lying.by and lying.by.shows else ""
    buffer = tmux.BUFFER if lying.by_tmux else ""
    if marked and (tool or buffer):
        due.keep(marked._replace(tool=tool, buffer=buffer, sent=lying.sent, until=time.time() + SECONDS))
    else:
        due.forget()
