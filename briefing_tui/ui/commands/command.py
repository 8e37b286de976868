"""The shape of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...i18n import pgettext
from ...keys.table import ROWS, KeyRow

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Command:
    """Something a user can do in the reader; its keys and words stand in the table of keys, under its `id`."""

    id: ClassVar[str]

    @property
    def row(self) -> KeyRow:
        """What the table says of it."""
        return ROWS[self.id]

    @property
    def words(self) -> str:
        """What it does."""
        return pgettext("command", self.row.words)

    def run(self, reader: ReaderScreen) -> None:
        """Do it."""
        raise NotImplementedError

    def off(self, reader: ReaderScreen) -> str:
        """Why it cannot be done here; empty if it can."""
        return ""
