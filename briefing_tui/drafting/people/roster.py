"""Everybody in a document, each once, to be found by name or place."""

from bisect import bisect_left
from dataclasses import dataclass, field

from .person import Person


@dataclass(slots=True)
class Roster:
    """The people of a document in the order they are first named."""

    people: list[Person] = field(default_factory=list)
    by_word: dict[str, Person] = field(default_factory=dict)
    """Who is meant by the last or first word of a name, in small letters."""
    _places: list[tuple[int, int, int]] = field(default_factory=list)

    def named(self, words: str) -> Person | None:
        """The person that some words name, by the last of them that is somebody's."""
        for word in reversed(words.lower().replace(",", " ").split()):
            person = self.by_word.get(word) or self.by_word.get(bare(word))
            if person:
                return person
        return None

    def settle(self) -> None:
        """Takes note of where everybody is named; to be called when all places are known."""
        self._places = sorted((*place, index) for index, person in enumerate(self.people) for place in person.places)

    def between(self, start: int, end: int) -> list[tuple[int, int, Person]]:
        """Every mention that lies in a stretch of the text, in order."""
        first = bisect_left(self._places, (start, 0, 0))
        last = bisect_left(self._places, (end, 0, 0))
        return [(left, right, self.people[index]) for left, right, index in self._places[first:last] if right <= end]

    def at(self, start: int, end: int) -> Person | None:
        """The person named first within a stretch of the text."""
        return next((person for _, _, person in self.between(start, end)), None)


def bare(word: str) -> str:
    """A word without the ending of the genitive."""
    for ending in ("'s", "’s", "'", "’", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending)
    return word
