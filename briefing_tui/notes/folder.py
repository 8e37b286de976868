"""The folder of all journals: which is whose, and which have lost their briefing."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from .. import places
from ..model.briefing import Briefing
from ..model.errors import UnreadableError
from .entries import OWN_ACTS, About
from .files import DISK, Files
from .fold import Fold, State
from .journal import Journal
from .lines import id_of
from .tape import Tape

SUFFIX = ".journal"
_LETTERS = 24


class Kept(NamedTuple):
    """A journal, what it comes to, the ids of all that was ever noted in it; `trouble` says why it cannot be read."""

    path: Path
    state: State
    ids: frozenset[str] = frozenset()
    trouble: str = ""

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.state.notes or self.state.set_ticks)

    @property
    def has_file(self) -> bool:
        """Whether its briefing is where it was."""
        return self.state.about is not None and os.path.exists(self.state.about.path)

    def took(self, other: "Kept") -> bool:
        """Whether all that was noted in the other was taken over into this one."""
        return self.state.answers.get(other.path.name, False) and other.ids <= self.ids


def notes_folder() -> Path:
    """The folder of all journals, which need not be there."""
    return places.state_folder() / "notes"


def journal_path(briefing: Path, folder: Path | None = None) -> Path:
    """Where the notes on a briefing's file are kept: the same wherever it is called from, whatever links lead to it."""
    name = sha256(os.fsencode(os.path.realpath(briefing))).hexdigest()[:_LETTERS]
    return (folder or notes_folder()) / f"{name}{SUFFIX}"


def about(briefing: Briefing, path: Path) -> About:
    """What a journal says of the briefing it is of."""
    title = " ".join(str(briefing.title).split())
    return About(os.path.realpath(path), briefing.id, title, briefing.tlp, briefing.classification, briefing.timezone)


def journal_of(briefing: Briefing, path: Path, folder: Path | None = None, files: Files = DISK) -> Journal:
    """The journal of the briefing in the file at `path`."""
    return Journal(journal_path(path, folder), about(briefing, path), files)


def kept(folder: Path | None = None, files: Files = DISK) -> Iterator[Kept]:
    """All journals, one by one, those that cannot be read among them."""
    for path in _journals(folder or notes_folder(), files):
        try:
            yield read(path, files)
        except UnreadableError as error:
            yield Kept(path, State(), trouble=error.message)


def read(path: Path, files: Files = DISK) -> Kept:
    """One journal; of one that is not there, nothing is kept. Raises UnreadableError."""
    tape = Tape(path, files)
    tape.follow()
    fold = Fold()
    for entry in tape.entries:
        fold.take(entry)
    ids = frozenset(id_of(entry) for entry in tape.entries if entry.get("kind") not in OWN_ACTS)
    return Kept(path, fold.state(tuple(tape.damages)), ids)


def noted(folder: Path | None = None, files: Files = DISK) -> list[Kept]:
    """The journals that have notes or ticks, the newest first, without those that lost their file and were taken over.

    Those that cannot be read come last.
    """
    all = list(kept(folder, files))
    found = [each for each in all if each.has_notes]
    found.sort(key=lambda each: (each.has_file, len(each.ids), len(each.state.answers)), reverse=True)
    shown: list[Kept] = []
    for each in found:
        if each.has_file or not any(other.took(each) for other in shown):
            shown.append(each)
    shown.sort(key=lambda each: each.state.last or datetime.min.replace(tzinfo=UTC), reverse=True)
    return shown + [each for each in all if each.trouble]


def moved(journal: Journal, files: Files = DISK) -> list[Kept]:
    """Journals of briefings with the same id whose files are gone: perhaps this one's, under a former path. Ask, then adopt.

    One that was declined is not named again; one that was taken over is, if something was noted in it since. Looks at all
    journals. Raises UnreadableError if the journal itself cannot be read.
    """
    own = read(journal.path, files)
    return [each for each in kept(journal.path.parent, files) if each.path != own.path and _may_be(own, journal.about, each)]


def _may_be(own: Kept, about: About, other: Kept) -> bool:
    same = other.state.about is not None and other.state.about.briefing == about.briefing and not other.has_file
    declined = own.state.answers.get(other.path.name) is False
    return same and not declined and other.has_notes and not other.ids <= own.ids


def _journals(folder: Path, files: Files) -> list[Path]:
    try:
        return [folder / name for name in files.names(folder) if name.endswith(SUFFIX)]
    except OSError:
        return []
