"""The talks before those of a briefing, for all of its talks at once: a library is looked through once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model.briefing import Briefing, Talk
from ..model.errors import BriefingError
from ..model.fields import Kind, Ref
from ..model.found import FoundTalk
from ..model.links import Links
from ..model.meetings import Meeting, Side, meetings, newest_before
from .facts import Facts
from .folders import Entry
from .names import resolve_previous
from .shelf import Shelf


class Before(NamedTuple):
    """The talk before another: the one that is `named` there, else the newest of the same parties; None if there is none.

    `missing` is the name of one that is nowhere in the library.
    """

    found: FoundTalk | None
    named: bool = False
    missing: str = ""


def talks_before(shelf: Shelf, known: Mapping[str, Facts], entry: Entry, briefing: Briefing) -> dict[str, Before]:
    """What was before each talk of a briefing, by the talk's id; `known` are the facts of all briefings, by key."""
    own = meetings(briefing, entry.key)
    alike = _of_sides(known.values(), own, entry.key)
    return {
        meeting.id: _before(shelf, known, entry, briefing.talks[meeting.id], meeting, alike[meeting.sides]) for meeting in own
    }


def _of_sides(known: Iterable[Facts], own: Iterable[Meeting], key: str) -> dict[tuple[Side, ...], list[Meeting]]:
    """The talks of the parties to those of one briefing, in it and all others, by their parties."""
    found: dict[tuple[Side, ...], list[Meeting]] = defaultdict(list)
    for meeting in own:
        found[meeting.sides].append(meeting)
    for facts in known:
        for talk in facts.briefing.talks if facts.briefing and facts.entry.key != key else ():
            if talk.sides in found:
                found[talk.sides].append(talk._replace(key=facts.entry.key))
    return found


def _before(
    shelf: Shelf, known: Mapping[str, Facts], entry: Entry, talk: Talk, meeting: Meeting, alike: Iterable[Meeting]
) -> Before:
    named = resolve_previous(shelf, talk.previous, entry) if talk.previous else None
    if named:
        return Before(_found(shelf, *named), named=True)
    before = newest_before(alike, meeting)
    where = entry if before and before.key == entry.key else known[before.key].entry if before else None
    found = _read(shelf, where, before.id) if before and where else None
    return Before(found, missing=talk.previous)


def _read(shelf: Shelf, entry: Entry, id: str) -> FoundTalk | None:
    try:
        talk = shelf.read(entry).briefing.talks.get(id)
        return _found(shelf, entry, talk) if talk else None
    except BriefingError:
        return None


def _found(shelf: Shelf, entry: Entry, talk: Talk) -> FoundTalk:
    links = Links(shelf.read(entry).briefing)
    return FoundTalk(entry.key, Ref(Kind.TALK, talk.id), talk.date or links.briefing.date, links, talk)
