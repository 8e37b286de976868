"""The clock of the reader, handed to all that ask for the time: the real one, or one that rehearses another day."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""What gives the instant it is."""


def real() -> datetime:
    """What the clock of the system shows."""
    return datetime.now(UTC)


class Rehearsal:
    """A clock that shows the instant `start` now and runs on; where no later time can be written it stands still."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._ahead = start - real()

    def __call__(self) -> datetime:
        """What it shows."""
        try:
            return real() + self._ahead
        except OverflowError:
            return self._start
