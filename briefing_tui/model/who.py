"""Who is who across briefings: what in another file is the same person, the same country, a talk of the same parties."""

from collections.abc import Iterable
from typing import NamedTuple

from .briefing import Participant
from .fields import Kind, Ref
from .links import Links
from .meetings import Side, sides
from .spelling import spellings


class Person(NamedTuple):
    """A person: whoever has the id and one of the names, as names are compared."""

    id: str
    names: frozenset[str]


class Country(NamedTuple):
    """A country or organisation, with all who speak for it."""

    code: str


class Parties(NamedTuple):
    """Those who meet in a talk."""

    sides: tuple[Side, ...]


Who = Person | Country | Parties


def who_is(links: Links, ref: Ref) -> Who | None:
    """Whom a reference of a briefing means in all others: a person, a delegation, the parties of a talk; else None."""
    match ref.kind:
        case Kind.PERSON:
            person = links.participant(ref)
            return Person(ref.id, names_of(person)) if person else None
        case Kind.DELEGATION:
            return Country(ref.id)
        case Kind.TALK:
            talk = links.briefing.talks.get(ref.id)
            return Parties(sides(links.briefing, talk.parties)) if talk else None
    return None


def names_of(person: Participant) -> frozenset[str]:
    """All names of a person, those that a registry knows among them, as names are compared."""
    return spellings((*(wording.text for wording in person.name.wordings), person.native, *person.aliases))


def known_by(who: Who, everywhere: Iterable[Links]) -> Who:
    """The same with all names: who shares one with somebody of the same id is known by the names of both."""
    if not isinstance(who, Person):
        return who
    people = (links.briefing.participants.get(who.id) for links in everywhere)
    others = [names_of(person) for person in people if person]
    names = who.names
    while more := [each for each in others if each & names and not each <= names]:
        names = names.union(*more)
    return Person(who.id, names)


def refs_to(who: Who, links: Links) -> tuple[Ref, ...]:
    """Those of a briefing who are meant: a person, a delegation and its people, all parties."""
    match who:
        case Person():
            person = links.briefing.participants.get(who.id)
            return (Ref(Kind.PERSON, who.id),) if person and names_of(person) & who.names else ()
        case Country():
            delegation = Ref(Kind.DELEGATION, who.code)
            return delegation, *links.delegates(delegation)
        case Parties():
            talks = (talk for talk in links.briefing.talks.values() if sides(links.briefing, talk.parties) == who.sides)
            return tuple(dict.fromkeys(party for talk in talks for party in talk.parties))
