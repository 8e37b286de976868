"""The clock of the reader, handed to all that ask for the time: the real one, or one that rehearses another day."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""What gives the instant it is."""


def real() -> datetime:
    """What the clock of the system shows."""
    return datetime.now(UTC)


def running_from(start: datetime) -> Clock:
    """A clock that shows the instant `start` now and runs on; where no later time can be written it stands still."""
    ahead = start - real()

    def rehearsed() -> datetime:
        try:
            return real() + ahead
        except OverflowError:
            return start

    return rehearsed
