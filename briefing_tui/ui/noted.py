"""The user's notes and ticks on one briefing, as cards show them."""

from __future__ import annotations

from typing import NamedTuple

from ..model.fields import Ref
from ..model.links import Links
from ..model.note import Note, Tick, What
from ..model.noted import lines_of, local, sort_out, ticked


class Noted(NamedTuple):
    """Notes on what the briefing has and on what it no longer has; its lost ticks; all ticks in the order of record.

    `words` filter the section that lists the notes. `unsaved` are texts that were left while they were typed, as
    the notes that they are to be, in place of notes with their ids if there are any.
    """

    notes: tuple[Note, ...] = ()
    gone: tuple[Note, ...] = ()
    lost: tuple[Tick, ...] = ()
    ticks: tuple[Tick, ...] = ()
    words: str = ""
    unsaved: tuple[Note, ...] = ()

    @classmethod
    def of(cls, links: Links, notes: tuple[Note, ...], ticks: tuple[Tick, ...]) -> Noted:
        """What of notes and ticks belongs to a briefing, in the time of the meeting."""
        notes, ticks = local(links.briefing, notes), local(links.briefing, ticks)
        found = sort_out(links, notes, ticks)
        return cls(found.notes, found.gone_notes, found.gone_ticks, ticks)

    def ticked(self, links: Links, what: str, ref: Ref) -> dict[int, str]:
        """The lines of a list that are ticked, by their numbers: each with its words as ticked, if they are others by now."""
        if not self.ticks:
            return {}
        lines = lines_of(links, What(what), ref)
        return {number: tick.former(lines[number]) for number, tick in ticked(self.ticks, ref, lines).items()}

    def note(self, id: str) -> Note | None:
        """The note with an id."""
        return next((note for note in (*self.notes, *self.gone) if note.id == id), None)

    def on(self, ref: Ref) -> tuple[Note, ...]:
        """The notes that hang on something, oldest first."""
        return tuple(sorted((note for note in self.notes if note.item.ref == ref), key=lambda note: note.time))
