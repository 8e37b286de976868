"""The shape of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Command:
    """Something a user can do in the reader.

    `keys` are Textual's names, `shown` how help writes them; `words` say what it does; `offered` is its rank among the hints
    of the last row and the short word there, none if it is never hinted at.
    """

    id: ClassVar[str]
    group: ClassVar[str]
    words: ClassVar[str]
    keys: ClassVar[str] = ""
    shown: ClassVar[str] = ""
    offered: ClassVar[tuple[int, str] | None] = None

    @property
    def key(self) -> str:
        """The first of its keys, as it is written."""
        return (self.shown or self.keys.replace(",", " ")).partition(" ")[0]

    def run(self, reader: ReaderScreen) -> None:
        """Do it."""
        raise NotImplementedError

    def off(self, reader: ReaderScreen) -> str:
        """Why it cannot be done here; empty if it can."""
        return ""
