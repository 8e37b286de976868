"""Who is in the briefings of a library, each person once: see SCHEMA, principle 12."""

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..i18n import language
from ..model.briefing import Participant
from ..model.spelling import spelling, spellings
from ..reading.spelling import names_in
from .folders import REGISTRY, Entry
from .shelf import Shelf


@dataclass(slots=True, eq=False)
class Known:
    """A person of a library: where they are, and all they are called there and in the registry.

    `places` are the briefings, each with the line of the person's entry, 0 where a registry lends it.
    """

    id: str
    name: str
    names: dict[str, None] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    role: str = ""
    codes: set[str] = field(default_factory=set)
    places: list[tuple[Entry, int]] = field(default_factory=list)
    listed: bool = False
    """Whether the registry of the library's folder lists them."""

    def take(self, person: Participant) -> None:
        """Know what an entry says of them, too."""
        names = names_in(person.facts(), Participant)
        self.names |= dict.fromkeys(names)
        self.spelled |= spellings(names)
        self.role = self.role or (person.role.pick(language()).text if person.role else "")
        self.roles |= spellings(wording.text for wording in person.role.wordings) if person.role else set()
        self.codes |= {person.delegation.id} if person.delegation else set()

    def join(self, other: "Known") -> None:
        """They are one."""
        self.names |= other.names
        self.spelled |= other.spelled
        self.roles |= other.roles
        self.role = self.role or other.role
        self.codes |= other.codes
        self.places += other.places
        self.listed |= other.listed


def registry_of(shelf: Shelf) -> Path:
    """Where the registry of a library's own folder is, or would be."""
    path = shelf.paths[0]
    return (path if path.is_dir() else path.parent) / REGISTRY


def people(shelf: Shelf) -> list[Known]:
    """All people of a library and of the registry in its folder, by name."""
    registry = shelf.registries.of(registry_of(shelf))
    by_id: dict[str, list[Known]] = {}
    for person in registry.participants.values() if registry else ():
        _meet(by_id, person).listed = True
    for entry, briefing in shelf.briefings():
        for person in briefing.participants.values():
            _meet(by_id, person).places.append((entry, person.lineno))
    return sorted((each for known in by_id.values() for each in known), key=lambda each: (spelling(each.name), each.id))


def _meet(by_id: dict[str, list[Known]], person: Participant) -> Known:
    """The person of an entry: whoever has its id and one of its names, all of whom are one then."""
    known = by_id.setdefault(person.id, [])
    fresh = Known(person.id, str(person.name))
    fresh.take(person)
    same = [each for each in known if each.spelled & fresh.spelled]
    if not same:
        known.append(fresh)
        return fresh
    for other in same[1:]:
        same[0].join(other)
        known.remove(other)
    same[0].take(person)
    return same[0]


def word_for(known: Iterable[Known], person: Known) -> str:
    """What means a person and no other of these: the id, else the name."""
    return person.id if sum(each.id == person.id for each in known) == 1 else person.name


def offer(known: Iterable[Known], kept: Known, gone: Known) -> str:
    """The command that makes two people one."""
    return shlex.join(("briefing", "people", "--merge", word_for(known, kept), word_for(known, gone)))


def found(known: Iterable[Known], word: str) -> Iterator[Known]:
    """Those whom an id, else a name, means."""
    listed = list(known)
    wanted = spellings((word,))
    by_id = [each for each in listed if each.id == word]
    yield from by_id or (each for each in listed if each.spelled & wanted)
