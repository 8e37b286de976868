"""Which words of a vocabulary a typed word can mean; what was worked out is kept, so a letter more costs only itself."""

from collections.abc import Container
from dataclasses import dataclass
from enum import IntEnum

from .kept import Kept
from .likeness import EXACT, START, literal, near, near_parts, other_spelling, pieces, slips, unspaced
from .query import Word
from .vocabulary import Vocabulary

_INSIDE_FROM = 4
_START_FROM = 3
_PART_FROM = 6
_TWO_SLIPS_FROM = 11


def may_slip(word: Word) -> bool:
    """Whether a word could be mistyped; one or two letters, and scripts of few letters a word, never are."""
    return len(word.text) >= _START_FROM and not unspaced(word.text)


class Reach(IntEnum):
    """Where in a word the typed letters may stand."""

    WHOLE = 0
    START = 1
    INSIDE = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words, by number, that a typed word can mean, each with its likeness, and where its letters stand in them."""

    words: dict[int, float]
    reach: Reach

    @property
    def sure(self) -> bool:
        """Whether some word is, or begins with, what was typed: then it hardly is a slip."""
        return max(self.words.values(), default=0) >= other_spelling(START)


class Lookup:
    """Looks words up in one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._containing: Kept[str, list[int]] = Kept()
        self._meanings: Kept[tuple[Word, bool], Meaning] = Kept()

    def meaning(self, word: Word, *, slipped: bool) -> Meaning:
        """What a word can mean, letter by letter; with `slipped` also if it was mistyped."""
        key = (word, slipped)
        return self._meanings.get(key) or self._meanings.keep(key, self._slipped(word) if slipped else self._literal(word))

    def _literal(self, word: Word) -> Meaning:
        found: dict[int, float] = {}
        known = self.vocabulary.get(word.text)
        short = len(word.text) < _START_FROM and not unspaced(word.text)
        if short and not word.typed and known is not None:
            return Meaning({known: EXACT}, Reach.WHOLE)
        for text in (*word.others, word.text):
            less = 0 if text == word.text else EXACT - other_spelling(EXACT)
            for number in self._beginning(text) if short else self.containing(text):
                found[number] = max(found.get(number, 0), literal(text, self.vocabulary.words[number]) - less)
        reach = _reach(word, max(found.values(), default=0))
        floor = {Reach.WHOLE: other_spelling(EXACT), Reach.START: other_spelling(START), Reach.INSIDE: 0}[reach]
        return Meaning({number: likeness for number, likeness in found.items() if likeness >= floor}, reach)

    def _slipped(self, word: Word) -> Meaning:
        meaning = self.meaning(word, slipped=False)
        found: dict[int, float] = {}
        for text in (word.text, *word.others):
            whole = near(text, self._alike(text), max(1, slips(text)))
            found |= zip(self.vocabulary.known(whole), whole.values(), strict=True)
            if len(text) >= _PART_FROM or (word.typed and len(text) >= _INSIDE_FROM):
                found = self._parts(text, {**found, **meaning.words}) | found
        return Meaning(found | meaning.words, meaning.reach)

    def _alike(self, text: str) -> list[str]:
        """The words of about this length; three letters can only lack one of four."""
        if not slips(text):
            return self.vocabulary.by_length.get(len(text) + 1, [])[:]
        return self.vocabulary.near_length(len(text), slips(text))

    def _parts(self, text: str, besides: Container[int]) -> dict[int, float]:
        """The longer words, `besides` those known, that begin with a text or hold it, with slips."""
        most = 2 if len(text) >= _TWO_SLIPS_FROM else 1
        inside = len(text) >= _PART_FROM
        words = self.vocabulary.words
        found: dict[int, float] = {}
        for place, piece in pieces(text, most):
            likely = [number for number in self.containing(piece) if len(words[number]) > len(text) and number not in besides]
            starts = [words[number].find(piece) - place for number in likely]
            likely = [number for number, start in zip(likely, starts, strict=True) if inside or start <= most]
            starts = [start if start > most else 0 for start in starts if inside or start <= most]
            near = near_parts(text, [words[number] for number in likely], starts, most)
            for at, likeness in near.items():
                found[likely[at]] = max(found.get(likely[at], 0), likeness)
        return found

    def _beginning(self, part: str) -> list[int]:
        """The numbers of all words that begin with these letters."""
        return [number for number, word in enumerate(self.vocabulary.words) if word.startswith(part)]

    def containing(self, part: str) -> list[int]:
        """The numbers of all words with these letters in a row."""
        known = self._containing.get(part)
        if known is None:
            fewer = self._containing.get(part[:-1]) if len(part) > 1 else None
            words = self.vocabulary.words
            if fewer is None:
                known = [number for number, word in enumerate(words) if part in word]
            else:
                known = [number for number in fewer if part in words[number]]
            self._containing.keep(part, known)
        return known


def _reach(word: Word, best: float) -> Reach:
    """One or two finished letters are a word of their own; three are part of another only if no word begins with them."""
    length = len(word.text)
    if unspaced(word.text) or length >= _INSIDE_FROM or (length == _START_FROM and best < other_spelling(START)):
        return Reach.INSIDE
    return Reach.START if word.typed or length == _START_FROM or best < other_spelling(EXACT) else Reach.WHOLE
