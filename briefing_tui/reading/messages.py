"""What the reader has to say about a file: problems and advice, each with its place and how to mend it."""

from enum import StrEnum
from typing import NamedTuple

from ..model.briefing import Briefing
from ..model.records import record


class Weight(StrEnum):
    """A problem is a mistake; advice is harmless unless `--strict`."""

    PROBLEM = "problem"
    ADVICE = "advice"


class Message(NamedTuple):
    """One message; `line` and `column` count from 1, `path` is the file as it was named."""

    path: str
    line: int
    column: int
    weight: Weight
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.text}"


@record()
class Reading:
    """A briefing and all that was said while reading it, in order of place.

    `cut` is the message of a syntax error, itself one of `messages`, that hides what stands after its line.
    """

    briefing: Briefing
    messages: tuple[Message, ...] = ()
    cut: Message | None = None

    @property
    def problems(self) -> tuple[Message, ...]:
        """The messages that are mistakes."""
        return tuple(message for message in self.messages if message.weight is Weight.PROBLEM)
