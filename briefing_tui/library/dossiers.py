"""Dossiers and earlier talks of a library: outlines say which briefings matter, and no other is opened."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.briefing import Talk
from ..model.dossier import Dossier, dossier
from ..model.errors import BriefingError
from ..model.links import Links
from ..model.meetings import Meeting, newest_before
from ..model.note import Note
from ..model.who import Country, Parties, Person, Who
from .facts import Facts, Outline
from .folders import Entry
from .names import resolve_previous
from .shelf import Shelf

MOST = 100
"""How many briefings are opened for a dossier unless more are asked for: what one looks through, in the time one waits."""


class Gathered(NamedTuple):
    """A dossier, and how many older briefings there are beside those it is from."""

    dossier: Dossier
    left: int = 0


def gathered(
    shelf: Shelf, known: Iterable[Facts], who: Who, notes: Mapping[str, Sequence[Note]] | None = None, *, most: int = MOST
) -> Gathered:
    """The dossier from the newest briefings that matter, at most `most`; `known` are the facts of all, in any order."""
    matters = sorted(mattering(known, who), key=_date, reverse=True)
    opened = [(facts.entry.key, links) for facts in matters[:most] if (links := _links(shelf, facts.entry))]
    return Gathered(dossier(opened, who, notes), len(matters[most:]))


def mattering(known: Iterable[Facts], who: Who) -> Iterator[Facts]:
    """The facts of briefings that may say something of somebody; one who goes by the same id may turn out to be another."""
    return (facts for facts in known if facts.briefing and _may_tell(facts.briefing, who))


def _may_tell(outline: Outline, who: Who) -> bool:
    match who:
        case Person():
            return any(id == who.id for id, _ in outline.people)
        case Country():
            return who.code in outline.codes
        case Parties():
            return any(talk.sides == who.sides for talk in outline.talks)


def _date(facts: Facts) -> int:
    return facts.briefing.date.first.toordinal() if facts.briefing else 0


def _links(shelf: Shelf, entry: Entry) -> Links | None:
    try:
        return Links(shelf.read(entry).briefing)
    except BriefingError:
        return None


def all_meetings(known: Iterable[Facts]) -> Iterator[Meeting]:
    """All talks of a library."""
    return (meeting for facts in known for meeting in facts.meetings)


def last_time(shelf: Shelf, known: Mapping[str, Facts], entry: Entry, talk: Talk) -> tuple[Entry, Talk] | None:
    """The talk before one of the briefing `entry`: the one it names, else the newest of the same parties; `known` is by key.

    None if there is none. Whether it is the one that is named can be told from `talk.previous`.
    """
    named = resolve_previous(shelf, talk.previous, entry) if talk.previous else None
    return named or _newest_before(shelf, known, entry, talk)


def _newest_before(shelf: Shelf, known: Mapping[str, Facts], entry: Entry, talk: Talk) -> tuple[Entry, Talk] | None:
    own = known[entry.key].meetings if entry.key in known else ()
    meeting = next((each for each in own if each.id == talk.id), None)
    before = newest_before(all_meetings(known.values()), meeting) if meeting else None
    if before is None:
        return None
    where = known[before.key].entry
    try:
        found = shelf.read(where).briefing.talks.get(before.id)
    except BriefingError:
        return None
    return (where, found) if found else None
