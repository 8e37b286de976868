"""What the tests of notes share: an invented briefing's journal, and what was noted in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.note import Item
from briefing_tui.notes import About, Journal, State
from briefing_tui.notes.files import DISK, Files

ABOUT = About("/nowhere/moon.yaml", "moon", "Meeting on the Moon")
TALK = Item(Ref(Kind.TALK, "deu-fra"), "DEU–FRA")
NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


def journal(folder: Path, files: Files = DISK, about: About = ABOUT) -> Journal:
    """A journal in a folder that need not be there."""
    return Journal(folder / "notes" / "moon.journal", about, files)


def at(minutes: int) -> datetime:
    """Some minutes past noon."""
    return NOON + timedelta(minutes=minutes)


def texts(state: State) -> list[str]:
    """The texts of the notes in the order of record."""
    return [note.text for note in state.notes]
