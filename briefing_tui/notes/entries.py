"""What is written in a journal: notes and their fate, ticks, which briefing it is, and what was answered about a moved one.

Every entry is whole in itself, so that one that is damaged takes nothing with it but what it says. Times have their zones.
"""

from datetime import datetime
from enum import StrEnum
from secrets import token_hex

from ..model.marking import Tlp
from ..model.note import Item, Line, Note
from ..model.records import record
from ..reading.clean import clean
from .lines import Entry

VERSION = 1


class Act(StrEnum):
    """The kinds of entries; a journal of a later version may have others, which are kept and say nothing here."""

    ABOUT = "about"
    NOTE = "note"
    EDIT = "edit"
    DELETE = "delete"
    TICK = "tick"
    ANSWER = "answer"


OWN_ACTS = (Act.ABOUT, Act.ANSWER)
"""What says something of the journal alone, and is nothing the user noted."""


@record()
class About:
    """The briefing a journal is of: its file, fully resolved, its id, and what it was called and marked then."""

    path: str
    briefing: str
    title: str = ""
    tlp: Tlp | None = None
    classification: str = ""
    timezone: str = ""


def new_id() -> str:
    """An id for a note or another entry, which nothing else has."""
    return token_hex(8)


def about(what: About) -> Entry:
    """Which briefing the journal is of, from here on."""
    return {
        "kind": Act.ABOUT,
        "version": VERSION,
        "path": what.path,
        "briefing": what.briefing,
        "title": what.title,
        "tlp": what.tlp,
        "classification": what.classification,
        "timezone": what.timezone,
        "id": new_id(),
    }


def added(item: Item, text: str, at: datetime, id: str = "", *, rehearsed: bool = False) -> Entry:
    """A new note; what its text holds that a terminal must not see is replaced. With the `id` of a draft, it is that note."""
    when = {"at": _time(at), **_mark(rehearsed)}
    return {"kind": Act.NOTE, **when, **_item(item), "text": clean(text), "id": id or new_id()}


def edited(note: Note, text: str, at: datetime, id: str = "", *, rehearsed: bool = False) -> Entry:
    """A note with another text."""
    written = {"note": note.id, "written": _time(note.time), **_mark(rehearsed or note.rehearsed)}
    return {"kind": Act.EDIT, "at": _time(at), **written, **_item(note.item), "text": clean(text), "id": id or new_id()}


def deleted(note: Note, at: datetime) -> Entry:
    """A note that is no longer wanted."""
    return {"kind": Act.DELETE, "at": _time(at), "note": note.id, "id": new_id()}


def ticked(item: Item, line: Line, at: datetime, *, on: bool = True, rehearsed: bool = False) -> Entry:
    """A line that was ticked, or no longer is."""
    words = {"what": line.what, "line": line.key, "number": line.number, "words": clean(line.words)}
    return {"kind": Act.TICK, "at": _time(at), **_mark(rehearsed), **_item(item), **words, "on": on, "id": new_id()}


def answered(journal: str, at: datetime, *, taken: bool) -> Entry:
    """Whether the notes in another journal, by its name, are those of this briefing under a former path."""
    return {"kind": Act.ANSWER, "at": _time(at), "journal": journal, "taken": taken, "id": new_id()}


def _item(item: Item) -> dict[str, object]:
    title = clean(item.title, newlines=False)
    return {"item": {"kind": item.ref.kind, "id": item.ref.id}, "title": title, "tlp": item.tlp}


def _mark(rehearsed: bool) -> dict[str, object]:
    """That the time is rehearsed; of any other, nothing is said."""
    return {"rehearsed": True} if rehearsed else {}


def _time(at: datetime) -> str:
    return (at if at.tzinfo else at.astimezone()).isoformat(timespec="seconds")
