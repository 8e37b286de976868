"""The notes and ticks of one briefing: saved for good, and those of another program that writes them as well.

Every call may take as long as the disk does, so it is made in a thread; calls from several threads wait for each other.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock

from ..i18n import _
from ..model.errors import NotSavedError, UnreadableError
from .entries import OWN_ACTS, About, about, answered
from .files import DISK, Files
from .fold import Fold, State
from .lines import Entry
from .tape import Tape


class Journal:
    """The journal at `path`, of the briefing that `about` names; nothing is read or made until it is asked for."""

    def __init__(self, path: Path, about: About, files: Files = DISK) -> None:
        self.path = path
        self.about = about
        self._tape = Tape(path, files)
        self._one = Lock()
        self._folded: list[Entry] = []
        self._fold = Fold()
        self._count = 0
        self.state = State()
        """What it came to when it was last read or written."""

    def changed(self) -> bool:
        """Whether somebody wrote since it was last read: one look at the file, cheap enough to be asked every second."""
        return self._tape.changed()

    def refresh(self) -> State:
        """What it comes to now; raises UnreadableError."""
        with self._one:
            self._tape.follow()
            return self._read()

    def append(self, *entries: Entry) -> State:
        """Save entries and give what the journal comes to with them; when this returns, the disk has them.

        Raises NotSavedError; to try again, pass the same entries: none is saved twice.
        """
        with self._one:
            return self._append(entries)

    def adopt(self, other: Path, at: datetime) -> State:
        """Take over all that the journal at `other` holds, which is left as it is; raises NotSavedError, UnreadableError."""
        former = Tape(other, self._tape.files)
        former.follow()
        entries = [entry for entry in former.entries if entry.get("kind") not in OWN_ACTS]
        return self.append(*entries, answered(other.name, at, taken=True))

    def decline(self, other: Path, at: datetime) -> State:
        """Remember that the journal at `other` is of another briefing; raises NotSavedError."""
        return self.append(answered(other.name, at, taken=False))

    def _append(self, entries: Sequence[Entry]) -> State:
        if self.state.about != self.about and self._is_news():
            entries = [about(self.about), *entries]
        self._tape.append(entries)
        return self._read()

    def _is_news(self) -> bool:
        """Whether the journal, now that others may have written, says something else of the briefing than is known of it."""
        try:
            self._tape.follow()
        except UnreadableError as error:
            raise NotSavedError(_("nothing was saved: {message}", message=error.message)) from error
        return self._read().about != self.about

    def _read(self) -> State:
        """Fold what is new on the tape, or all of it if the tape was begun anew."""
        entries = self._tape.entries
        if entries is not self._folded:
            self._folded, self._fold, self._count = entries, Fold(), 0
        for entry in entries[self._count :]:
            self._fold.take(entry)
        self._count = len(entries)
        self.state = self._fold.state(tuple(self._tape.damages))
        return self.state
