"""Passages taken apart into words.

A store only grows and marks what is gone, so threads may read it while one writes: a passage is there before its words.
"""

from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from ..model.passage import Passage, Role
from .fold import WORD, fold
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as it is searched: its `texts` folded, the original first; the numbers of its words; its day as a number."""

    passage: Passage
    texts: tuple[str, ...]
    words: tuple[int, ...]
    day: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as words: the numbers of all names' words, and of these and the code among the `names` of a store."""

    code: str
    words: tuple[int, ...]
    names: frozenset[int]
    spoken: list[int]


class State(NamedTuple):
    """How many entries have been added with all their words, and which of them are gone."""

    added: int
    gone: frozenset[int]


class Store:
    """The entries by number; for each word, and each speaker, the numbers of the entries that have it, ascending."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.names = Vocabulary()
        self.entries: list[Entry] = []
        self.holding: list[list[int]] = []
        self.speakers: list[Speaker] = []
        self.gone: frozenset[int] = frozenset()
        self._added = 0
        self._known: dict[tuple[tuple[str, ...], str], Speaker] = {}

    @property
    def state(self) -> State:
        """Differs when the store does."""
        return State(self._added, self.gone)

    def add(self, passage: Passage) -> None:
        """Take a passage in."""
        texts = tuple(fold(text) for text in (passage.text, *(wording.text for wording in passage.translations)))
        speaker = self._speaker(passage)
        words = dict.fromkeys(chain.from_iterable(WORD.findall(text) for text in texts))
        around = (
            word
            for facet in passage.facets
            if facet.role is not Role.SPEAKER
            for name in facet.names
            for word in name_words(fold(name))
        )
        numbers = tuple(dict.fromkeys((*map(self._number, chain(words, around)), *speaker.words)))
        place = len(self.entries)
        self.entries.append(Entry(passage, texts, numbers, passage.date.first.toordinal()))
        for number in numbers:
            self.holding[number].append(place)
        speaker.spoken.append(place)
        self._added = place + 1

    def remove(self, briefing: str) -> None:
        """Mark the entries of a briefing as gone."""
        self.gone |= {place for place, entry in enumerate(self.entries) if entry.passage.briefing == briefing}

    def living(self) -> list[Passage]:
        """The passages that are not gone."""
        return [entry.passage for place, entry in enumerate(self.entries) if place not in self.gone]

    def _number(self, word: str) -> int:
        number = self.vocabulary.get(word)
        if number is None:
            self.holding.append([])
            number = self.vocabulary.number(word)
        return number

    def _speaker(self, passage: Passage) -> Speaker:
        names = next((facet.names for facet in passage.facets if facet.role is Role.SPEAKER), ())
        speaker = self._known.get((names, passage.code))
        if speaker is None:
            words = [word for name in names for word in name_words(fold(name))]
            numbers = frozenset(map(self.names.number, (*words, *WORD.findall(fold(passage.code)))))
            speaker = Speaker(passage.code, tuple(map(self._number, words)), numbers, [])
            self._known[names, passage.code] = speaker
            self.speakers.append(speaker)
        return speaker


def name_words(name: str) -> list[str]:
    """The words of a folded name, and the name in one word: `gyuback` finds `Gyu-back`."""
    words = WORD.findall(name)
    return [*words, "".join(words)] if len(words) > 1 else words
