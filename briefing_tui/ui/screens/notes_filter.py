"""Filtering the section of notes."""

from __future__ import annotations

from ...i18n import _, later
from ...model.fields import Kind, Ref
from ..noted import Noted
from ..rows import Row
from ..runs import Line, Run, plain
from .finder import Finder


class NotesFilter(Finder[None]):
    """Filters the notes while typing. `enter` keeps the filter and stands on the note, `esc` drops it."""

    PROMPT, PLACEHOLDER, VERB = later("filter"), later("words in the note"), later("keep")

    def __init__(self, noted: Noted) -> None:
        super().__init__(noted.words)
        self.all = [
            Row(Ref(Kind.WORDS, note.id), (Run(plain(note.text)),), (Run(note.item.title, "muted"),))
            for note in sorted((*noted.notes, *noted.gone), key=lambda note: note.time)
        ]

    def look(self, query: str) -> None:
        """Show the notes that match."""
        from ..filtering import filtered

        rows = filtered(self.all, query)
        self.show(rows, f"{len(rows)}/{len(self.all)}")

    def choose(self) -> None:
        """Keep the filter, and stand on the note."""
        row = self.found.row
        self._filter(self.input.value)
        if row:
            self.briefing_app.reader.stand_on_note(row.ref.id)

    def action_close(self) -> None:
        """Drop the filter."""
        self._filter("")

    def _filter(self, words: str) -> None:
        self.dismiss(None)
        self.briefing_app.notebook.filter(words)

    def heading(self) -> Line:
        """The briefing, and that it is about its notes."""
        return (*super().heading(), Run(_(" · notes"), "muted"))
