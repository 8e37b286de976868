"""The terminal as Textual drives it: entered, read, written and left again, whatever it sends or does not take."""

from __future__ import annotations

import os
import select
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from .keystrokes import Keystrokes
from .modes import clamped, entering, give_up_input, leaving, line_settings, raw, set_line, size_of
from .pastes import Pasted, Pastes
from .writer import Writer

if TYPE_CHECKING:
    from textual.app import App

PATIENCE = 1.0
"""For how many seconds the end waits for the terminal to take what leads it back."""
AT_ONCE = 1 << 16
"""How many bytes are read at once."""
INTERRUPT = "ctrl+c"


class Hears(Protocol):
    """Who is told what the terminal says beside the keys."""

    def interrupted(self) -> None:
        """`ctrl+c` was typed."""

    def gone(self) -> None:
        """There is no terminal any more."""

    def owed(self) -> str:
        """What else leads the terminal back."""


class TerminalDriver(Driver):
    """Reads standard input and paints on standard error. Threads read and write; nothing here waits for a terminal."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._in = sys.__stdin__.fileno() if sys.__stdin__ else 0
        self._out = sys.__stderr__.fileno() if sys.__stderr__ else 2
        self._exits = cast(Hears, getattr(app, "exits"))  # noqa: B009 - not every app has them
        self._found = line_settings(self._in)
        self._writer: Writer | None = None
        self._reader: Thread | None = None
        self._ended, self._end = os.pipe()
        self._in_band = False
        self.inside = False
        """Whether the terminal is ours."""

    @property
    def can_suspend(self) -> bool:
        """It can be lent."""
        return True

    # --- in and out

    def start_application_mode(self) -> None:
        """Take the terminal."""
        if self._found is not None:
            set_line(self._in, raw(self._found))
        self.inside = True
        self._writer = Writer(self._out, self._soon(self._missed), self._exits.gone)
        self.write_whole(entering(os.environ))
        self.resized()
        self._reader = Thread(target=self._read, name="terminal-input", daemon=True)
        self._reader.start()

    def take_again(self) -> None:
        """Take the terminal, which another program may have changed while this one was stopped without being asked."""
        if self.inside and self._found is not None:
            set_line(self._in, raw(self._found))
            self.write_whole(entering(os.environ, again=True))
            self.resized()
            self._missed()

    def disable_input(self) -> None:
        """Read no more."""
        reader, self._reader = self._reader, None
        if reader and reader.is_alive():
            os.write(self._end, b".")
            reader.join(PATIENCE)
            os.read(self._ended, 1)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was found."""
        self.disable_input()
        if self.inside and self._writer:
            self._writer.close(self._last(), PATIENCE)
            self._returned()

    def abandon(self) -> None:
        """Give it back at once, from whatever thread, even if nobody reads what is written."""
        if self.inside and self._writer:
            self._writer.abandon(self._last())
            self._returned()

    def _last(self) -> str:
        return self._exits.owed() + leaving(os.environ, in_band=self._in_band)

    def _returned(self) -> None:
        self.inside = self._in_band = False
        give_up_input(self._in)
        set_line(self._in, self._found)

    def settle(self) -> None:
        """Look at the line settings that are found now: they are those to give back."""
        if not self.inside:
            self._found = line_settings(self._in)

    # --- writing

    def write(self, data: str) -> None:
        """Write a part of a frame, which is dropped if the terminal is far behind."""
        if self._writer:
            self._writer.write(data)

    def write_whole(self, data: str) -> None:
        """Write what no later frame writes again."""
        if self._writer:
            self._writer.write(data, frame=False)

    def _missed(self) -> None:
        """Show everything again."""
        self._app.refresh(layout=True)

    def _soon(self, do: Callable[[], None]) -> Callable[[], None]:
        """Do something in the app's own thread."""

        def later() -> None:
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(do)

        return later

    # --- saying

    def send_message(self, message: Message) -> None:
        """Tell the app, unless it has ended."""
        if not self._loop.is_closed():
            super().send_message(message)

    def resized(self) -> None:
        """Tell the app the size of the terminal, from whatever thread; one that reports it itself is not asked."""
        if not self._in_band:
            size = Size(*size_of(self._out, os.environ))
            self.send_message(events.Resize(size, size))

    # --- reading

    def _read(self) -> None:
        keys = Keystrokes(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        pastes = Pastes()
        while True:
            ready = select.select([self._in, self._ended], [], [], keys.patience)[0]
            if self._ended in ready:
                return
            if ready:
                try:
                    data = os.read(self._in, AT_ONCE)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                if not data:
                    self._exits.gone()
                    return
                for part in pastes.taken_out(decode(data)):
                    self._said([events.Paste(part.text)] if isinstance(part, Pasted) else keys.typed(part))
            self._said(keys.waited())

    def _said(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, InBandWindowResize):
                self._reports_size(message)
            elif isinstance(message, events.Resize):
                size = Size(*clamped(*message.size))
                self.process_message(events.Resize(size, size, pixel_size=message.pixel_size))
            else:
                if isinstance(message, events.Key) and message.key == INTERRUPT:
                    self._exits.interrupted()
                self.process_message(message)

    def _reports_size(self, message: InBandWindowResize) -> None:
        """The terminal says whether it reports its size itself; it also gives places of the mouse as pixels then."""
        if message.supported:
            self._in_band = True
            self.write_whole(("" if message.enabled else "\x1b[?2048h") + "\x1b[?1016h")
            self.process_message(InBandWindowResize(True, True))
        else:
            self.process_message(message)
