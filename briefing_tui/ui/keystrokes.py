"""What a terminal sends beside pastes: keys, the mouse, and answers to what it was asked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

_SEQUENCES = re.compile("(?<=.)(?=\x1b)", re.DOTALL)


class Keystrokes:
    """Reads them, whatever comes; pastes are taken out before."""

    def __init__(self, debug: bool = False) -> None:
        self._parser = XTermParser(debug)

    @property
    def patience(self) -> float | None:
        """For how many seconds the next letter is waited for until an `esc` is a key; None if no sequence has begun."""
        due = self._parser._timeout_time
        return None if due is None else max(0.0, due - time.monotonic())

    def typed(self, letters: str) -> Iterator[Message]:
        """What these letters mean."""
        for sequence in _SEQUENCES.split(letters):
            yield from self._tried(partial(self._parser.feed, sequence))

    def waited(self) -> Iterator[Message]:
        """What it means that no letter came."""
        yield from self._tried(self._parser.tick)

    def _tried(self, parse: Callable[[], Iterable[Message]]) -> Iterator[Message]:
        """What the parser makes of it; nothing of a sequence that it stumbles over, as over numbers that are no letters."""
        try:
            for message in parse():
                if not isinstance(message, events.Paste):
                    yield message
        except (ArithmeticError, ValueError):
            self._parser = _like(self._parser)


def _like(parser: XTermParser) -> XTermParser:
    """A parser that has read nothing yet and knows what this one does of the terminal."""
    fresh = XTermParser()
    fresh.mouse_pixels, fresh.terminal_size = parser.mouse_pixels, parser.terminal_size
    fresh.terminal_pixel_size = parser.terminal_pixel_size
    return fresh
