"""Timers that fire once, however late."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer


def once(of: MessagePump, seconds: float, do: Callable[[], object]) -> Timer:
    """Do something later, in the app's own thread.

    Textual's timers skip what they are too late for. For one that fires once, that is all there is: a machine that is busy
    for `seconds` while the timer begins would keep it from ever firing.
    """
    timer = of.set_timer(seconds, do)
    timer._skip = False
    return timer
