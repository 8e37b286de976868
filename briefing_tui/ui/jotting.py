"""A note while it is being typed: what it hangs on, its text, and what saving it writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from ..i18n import _
from ..model.errors import NotSavedError
from ..model.marking import label, strictest
from ..model.note import Item, Note

if TYPE_CHECKING:
    from ..notes import Draft, Unsaved
    from ..notes.lines import Entry
    from .books import Book, Books

KEYS = 20
"""After how many changes a draft is kept, if that is before `SECONDS`."""
SECONDS = 1.0


@dataclass
class Jotting:
    """A new note, with the id it will have, or a note that is changed (`edits`); `item` is what it hangs on.

    It is `rehearsed` if it is typed in a rehearsal.
    """

    item: Item
    note: str
    at: datetime
    text: str = ""
    edits: Note | None = None
    rehearsed: bool = False
    tried: list[Entry] = field(default_factory=list)
    """What was to be saved and may or may not be."""
    tried_text: str = ""
    kept_text: str = ""
    """What the draft on the disk holds; empty where there is none."""
    saved: bool = False

    @classmethod
    def of(cls, left: Unsaved, note: Note | None) -> Jotting:
        """A text that was left unsaved; `note` is the note it was to change, if that is still there."""
        changed = (note or Note(left.note, left.time, left.item, "")) if left.edits else None
        return cls(left.item, left.note, left.time, left.text, changed, left.rehearsed)

    @property
    def wanted(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.text.strip()) and not (self.edits and self.text == self.edits.text)

    @property
    def unkept(self) -> bool:
        """Whether the text is nowhere but here: neither saved nor kept as a draft."""
        return self.wanted and not self.saved and self.text != self.kept_text

    def entries(self, at: datetime) -> list[Entry]:
        """What saving the text as it is now writes.

        The same again for the same text, so that trying again saves nothing twice. A text that was changed since the last try
        is saved on top of whatever that left.
        """
        from ..notes import added, edited

        if not self.tried and not self.edits:
            self.tried = [added(self.item, self.text, self.at, self.note, rehearsed=self.rehearsed)]
        elif not self.tried or self.text != self.tried_text:
            note = self.edits or Note(self.note, self.at, self.item, self.text)
            self.tried = [*self.tried, edited(note, self.text, at, rehearsed=self.rehearsed)]
        self.tried_text = self.text
        return self.tried


class Keeping:
    """Keeps a text that is being typed every second or twenty changes; `complain` is told, once, why it cannot."""

    def __init__(self, books: Books, book: Book, jotting: Jotting, draft: Draft, complain: Callable[[str], None]) -> None:
        self._books = books
        self._book = book
        self.jotting = jotting
        self.draft = draft
        self._complain = complain
        self._changes = 0
        self._waiting = False
        self._complained = False
        self._begun = False
        self._over = False

    def typed(self, text: str) -> None:
        """A key or a paste changed the text; it is this by now."""
        self.jotting.text = text
        self._changes += 1
        if self._changes >= KEYS or not self._begun:
            self._begun = True
            self.keep()
        elif not self._waiting:
            self._waiting = True
            self._books.after(SECONDS, self._second)

    def _second(self) -> None:
        self._waiting = False
        if self._changes and not self._over:
            self.keep()

    def end(self) -> None:
        """The text is saved or laid aside: nothing more is kept of its own accord."""
        self._over = True

    def keep(self, then: Callable[[str], None] | None = None) -> None:
        """Keep the text as it is, and tell `then` why it is not kept, if so; a text that says nothing is not kept."""
        self._changes = 0
        told = then or self._kept
        self._books.do(self._written(), lambda _, trouble: told(trouble))

    def keep_now(self) -> None:
        """Keep it before this returns: the program ends."""
        with suppress(NotSavedError):
            self._written()()

    def drop(self) -> None:
        """Forget it."""
        self.end()
        self._books.do(self.draft.drop, lambda _, trouble: None)

    def _written(self) -> Callable[[], None]:
        jotting, draft = self.jotting, self.draft
        text, wanted = jotting.text, jotting.wanted

        def write() -> None:
            if wanted and not jotting.saved:
                how = {"edits": jotting.edits is not None, "rehearsed": jotting.rehearsed}
                draft.keep(jotting.item, text, jotting.note, jotting.at, **how)
            else:
                draft.drop()
            jotting.kept_text = text

        return write

    @property
    def given_back(self) -> str:
        """The text for whoever would else lose it, with what it hangs on, between its marking."""
        from ..handout.marks import marked

        about, item = self._book.journal.about, self.jotting.item
        lines = ["", _("Not saved: note on {what}", what=item.title), "", self.jotting.text, ""]
        return marked(lines, label(strictest((about.tlp, item.tlp)), about.classification))

    def _kept(self, trouble: str) -> None:
        if trouble and not self._complained:
            self._complain(_("no draft is kept: {reason}", reason=trouble))
        self._complained = bool(trouble)
