"""A library: what its shelf holds, and which briefing of it is meant."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..model.briefing import Talk
from .folders import Entry, lack
from .shelf import Shelf

if TYPE_CHECKING:
    from .facts import Facts


class Library(Shelf):
    """The briefings under some paths: folders, searched to their depths, and files."""

    def opening(self, today: date) -> Entry | None:
        """The briefing to open first: see `opening`; None if there is none that can be read."""
        from .opening import opening

        return opening(self, today)

    @property
    def lack(self) -> str:
        """Why there is nothing in it."""
        return lack(self.paths)

    def find(self, name: str) -> Entry:
        """The briefing that a key, id, path or title means; raises NotFoundError with what may have been meant."""
        from .names import find

        return find(self, name)

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one."""
        at = self.entries.index(entry)
        return self.entries[at - 1] if at else None, self.entries[at + 1] if at + 1 < len(self.entries) else None

    def listing(self) -> "Iterator[Facts]":
        """What a list says of each file, one by one."""
        from .facts import listing

        return listing(self)

    def resolve_previous(self, name: str, beside: Entry | None = None) -> tuple[Entry, Talk] | None:
        """The talk that BRIEFING/TALK means, of like ids the one beside `beside` first; None if it is nowhere here."""
        from .names import resolve_previous

        return resolve_previous(self, name, beside)
