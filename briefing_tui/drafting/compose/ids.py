"""One id for each person, talk and threat of a draft."""

from dataclasses import dataclass, field

from ...model.countries import codes
from ...reading.ids import Ids, slug
from ..people import Person
from ..resolve import Speaker
from ..talks import Talk
from ..threats import Threat

_KEPT = frozenset(("id", "text", "name", "title", "note", "tlp", "source", "locator", "de", "en"))
"""Words that mean something else where an id stands."""


@dataclass(slots=True)
class Names:
    """The ids given so far. Ids of people are their last names."""

    _people: Ids = field(default_factory=Ids)
    _talks: Ids = field(default_factory=Ids)
    _threats: Ids = field(default_factory=Ids)
    people: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    """Speakers who are no more than words of the text, by these words."""

    def person(self, person: Person) -> str:
        """The id of a person."""
        if person.name not in self.people:
            self.people[person.name] = self._free(person.short, person.name)
        return self.people[person.name]

    def speaker(self, speaker: Speaker | None, text: str) -> str:
        """The id of a speaker: a person's, a country's code, or one made of the words of the mention."""
        if speaker and speaker.person:
            return self.person(speaker.person)
        if speaker and speaker.code:
            return speaker.code
        words = " ".join(speaker.mention.text(text).split()) if speaker else "?"
        if words not in self.others:
            self.others[words] = self._free(words[:40], "unknown")
        return self.others[words]

    def _free(self, words: str, fallback: str) -> str:
        id = slug(words) or slug(fallback) or "person"
        taken = id in _KEPT or id.upper() in codes() or len(id) == 2
        return self._people.take(f"p-{id}" if taken else id, 1)

    def talk(self, talk: Talk) -> str:
        """The id of a talk: the countries of its parties, else their names."""
        sides = [person.delegation or person.name.split()[-1] for person in talk.parties]
        if sides[0] == sides[1]:
            sides = [person.name.split()[-1] for person in talk.parties]
        return self._talks.take(_kept(slug("-".join(sides)) or "talk"), 1)

    def threat(self, threat: Threat) -> str:
        """The id of a threat: what comes from whom."""
        return self._threats.take(_kept(slug("-".join([threat.key, *threat.actors])) or "threat"), 1)


def _kept(id: str) -> str:
    return f"t-{id}" if id in _KEPT or len(id) == 2 else id
