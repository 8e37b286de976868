"""Taking something out of the program: a copy, or the file into an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Copy(Command):
    """Copy what one stands on."""

    id = "copy"

    def run(self, reader: ReaderScreen) -> None:
        """Copy it, and say what was done."""
        if (stop := reader.standing) and (stop.note or stop.what == "agenda"):
            reader.briefing_app.take_away.copy_entry(stop)
            return
        subject = reader.selected()
        if subject is not None:
            reader.briefing_app.copy(subject)


class CopyAs(Command):
    """Copy what one stands on in another form."""

    id = "copy-as"

    def run(self, reader: ReaderScreen) -> None:
        """Let the user pick the form."""
        subject = reader.selected()
        if subject is not None:
            reader.briefing_app.copy_as(subject)


class Edit(Command):
    """Edit the file where one stands."""

    id = "edit"

    def run(self, reader: ReaderScreen) -> None:
        """Change the note one stands on, else open $EDITOR."""
        if reader.standing and reader.standing.note:
            reader.briefing_app.notebook.edit(reader.standing.note)
            return
        reader.briefing_app.edit(reader.selected())


class Reload(Command):
    """Read the file again."""

    id = "reload"

    def run(self, reader: ReaderScreen) -> None:
        """Read it, whether it changed or not."""
        reader.briefing_app.reload(force=True)


TAKE = (Copy, CopyAs, Edit, Reload)
