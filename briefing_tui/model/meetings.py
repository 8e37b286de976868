"""Talks as who met whom and when: all that is to be known of them without opening their briefings."""

from collections.abc import Iterable
from typing import NamedTuple

from .briefing import Briefing, TalkStatus
from .dates import Period
from .fields import Kind, Ref
from .marking import Tlp
from .spelling import spelling


class Side(NamedTuple):
    """A party to a talk, the same in every briefing: a country or organisation, or a person who speaks for none.

    `person` is the id and the name as names are compared: an equal id with another name is another person.
    """

    code: str
    person: str = ""


class Meeting(NamedTuple):
    """A talk: `key` is its briefing's in the library, `sides` are in one order whoever is named first."""

    key: str
    id: str
    date: Period
    status: TalkStatus
    sides: tuple[Side, ...]
    tlp: Tlp | None = None

    @property
    def link(self) -> Ref:
        """The reference to it from outside of its briefing."""
        return Ref(Kind.BRIEFING, f"{self.key}/{self.id}")

    @property
    def order(self) -> tuple[int, int]:
        """By date, in a day by time: what is not known to the minute comes first."""
        return when(self.date)

    @property
    def codes(self) -> tuple[str, ...]:
        """The countries and organisations that met, each once, in the order of the alphabet."""
        return tuple(dict.fromkeys([code for code, _ in self.sides if code]))


def when(date: Period) -> tuple[int, int]:
    """What dates are ordered by: the first day, and the minute of the day, -1 where none is known."""
    clock = date.start.clock
    return date.first.toordinal(), clock.hour * 60 + clock.minute if clock else -1


def meetings(briefing: Briefing, key: str) -> tuple[Meeting, ...]:
    """The talks of a briefing, which the library knows by `key`."""
    return tuple(
        Meeting(key, id, talk.date or briefing.date, talk.status, sides(briefing, talk.parties), talk.tlp or briefing.tlp)
        for id, talk in briefing.talks.items()
    )


def sides(briefing: Briefing, parties: Iterable[Ref]) -> tuple[Side, ...]:
    """The parties of a talk as they are compared with those of others."""
    return tuple(sorted(side(briefing, party) for party in parties))


def side(briefing: Briefing, party: Ref) -> Side:
    """A party as the same in every briefing."""
    if party.kind is Kind.DELEGATION:
        return Side(party.id)
    person = briefing.participants.get(party.id) if party.kind is Kind.PERSON else None
    if person and person.delegation:
        return Side(person.delegation.id)
    return Side("", f"{party.id}/{spelling(str(person.name))}" if person else spelling(party.id))


def newest_before(known: Iterable[Meeting], meeting: Meeting) -> Meeting | None:
    """The newest held talk of the same parties before this one; None if there is none."""
    before = (
        each
        for each in known
        if each.sides == meeting.sides
        and each.status is TalkStatus.HELD
        and (each.key, each.id) != (meeting.key, meeting.id)
        and each.order < meeting.order
    )
    return max(before, key=lambda each: (each.order, each.key, each.id), default=None)
