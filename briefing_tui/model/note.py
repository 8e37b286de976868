"""What the user leaves in a briefing: notes and ticks, each with the title of what it hangs on as it was then."""

from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from .fields import Kind, Ref
from .marking import Tlp
from .records import record

ITSELF = Ref(Kind.BRIEFING, "")
"""What a note hangs on that is about the whole briefing; ticks of its agenda, too."""


class Item(NamedTuple):
    """What a note or tick hangs on, what it was called then, and the strictest marking in it.

    Something without an id, such as an item of the agenda, is a `Kind.WORDS` with its words.
    """

    ref: Ref
    title: str
    tlp: Tlp | None = None


@record()
class Note:
    """A note; `time` is when it was written, with its zone, `edited` when its text was last changed.

    If it is `rehearsed`, one of these times was rehearsed.
    """

    id: str
    time: datetime
    item: Item
    text: str
    edited: datetime | None = None
    rehearsed: bool = False


class What(StrEnum):
    """What a tick says of its line."""

    POINT = "point"
    """A point was said."""
    RAISED = "if_raised"
    """They raised it, and the line for it was said."""
    ASK = "ask"
    """An ask was raised."""
    AGENDA = "agenda"
    """An item of the agenda is done."""


class Line(NamedTuple):
    """A line of a list that can be ticked: its words, by which it is known, and its number from 0, a hint."""

    what: What
    words: str
    number: int

    @property
    def key(self) -> str:
        """The same for the same words, however they are spaced."""
        return blake2b(" ".join(self.words.split()).encode(errors="replace"), digest_size=8).hexdigest()


@record()
class Tick:
    """A line that was ticked, or no longer is; `time` is when that was, with its zone, or was rehearsed to be."""

    item: Item
    line: Line
    on: bool
    time: datetime
    rehearsed: bool = False

    def former(self, line: Line) -> str:
        """The words that were ticked, where the line it is on by now has others; else nothing."""
        return "" if self.line.key == line.key else " ".join(self.line.words.split())
