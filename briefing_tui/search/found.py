"""The entries that hold one word of a query, and which of their words say so."""

from dataclasses import dataclass
from math import log

from .likeness import LITERAL
from .lookup import Lookup, Meaning
from .query import Word
from .store import Entry, Store

_ALIKE = 0.1


@dataclass(frozen=True, slots=True)
class Found:
    """For one word of a query: what it can mean, and the best likeness in each entry that holds such a word."""

    word: Word
    meaning: Meaning
    entries: dict[int, float]
    weight: float

    def mistyped(self, entry: Entry) -> list[int]:
        """The numbers of the words in an entry that the word is a slip of, the likeliest; none if its letters stand there."""
        likeness = {number: self.meaning.words[number] for number in entry.words if number in self.meaning.words}
        best = max(likeness.values(), default=LITERAL)
        return [number for number, each in likeness.items() if each >= best - _ALIKE] if best < LITERAL else []


def find(store: Store, lookup: Lookup, word: Word, *, slipped: bool) -> Found:
    """Look a word up; a word that few entries hold weighs more."""
    meaning = lookup.meaning(word, slipped=slipped)
    entries: dict[int, float] = {}
    for number, likeness in sorted(meaning.words.items(), key=lambda item: item[1]):
        entries.update(dict.fromkeys(store.holding[number], likeness))
    return Found(word, meaning, entries, log(1 + (len(store.entries) + 1) / (len(entries) + 1)))
