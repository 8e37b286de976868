"""Which terms of a segment a typed word can mean; what was worked out is kept, so a letter more costs only itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .building import LONGEST
from .codes import ROLES, UNSAID
from .crowds import SHORT
from .kept import Kept
from .likeness import EXACT, START, literal, other_spelling, unspaced
from .places import Reach
from .slips import alike, held
from .words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .segment import Segment

    Likes = NDArray[np.uint8]

SCALE = 200
"""A likeness of 1 in whole numbers."""
_INSIDE_FROM = 4
_START_FROM = 3


def may_slip(word: Word) -> bool:
    """Whether a word could be mistyped; one or two letters, and scripts of few letters a word, never are."""
    return len(word.text) >= _START_FROM and not word.exact and not unspaced(word.text)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The terms a typed word can mean: `likes` has the likeness of every term, 0 for most, `terms` the numbers of the others.

    `count` is how many documents they have, those with two of them counted twice. `start` is set where all words that begin
    so are meant alike, but for the word itself.
    """

    likes: "Likes"
    terms: "NDArray[np.uint32]"
    reach: Reach
    count: int
    start: str = ""

    @property
    def sure(self) -> bool:
        """Whether some word is, or begins with, what was typed: then it hardly is a slip."""
        return bool(len(self.terms)) and int(self.likes[self.terms].max()) >= whole(other_spelling(START))


def whole(likeness: "float | NDArray[Any]") -> Any:
    """A likeness in whole numbers."""
    return np.rint(np.asarray(likeness) * SCALE).astype(np.uint8)


class Lookup:
    """Looks words up in one segment."""

    def __init__(self, segment: "Segment") -> None:
        self.segment = segment
        self._meanings: Kept[tuple[Word, bool], Meaning] = Kept(24)
        self._said = ~np.isin(segment.facet_role, [ROLES.index(role) for role in UNSAID])

    def meaning(self, word: Word, *, slipped: bool = False) -> Meaning:
        """What a word can mean, letter by letter; with `slipped` also if it was mistyped."""
        key = (word, slipped and may_slip(word))
        return self._meanings.get(key) or self._meanings.keep(key, self._slipped(word) if key[1] else self._literal(word))

    def words(self, word: Word, *, slipped: bool = False) -> "tuple[Likes, Reach]":
        """The likeness of every word of the lexicon."""
        meaning = self.meaning(word, slipped=slipped)
        return meaning.likes[: self.segment.words], meaning.reach

    def meant(self, likes: "Likes", reach: Reach, start: str = "") -> Meaning:
        """The meaning that the likeness of terms makes."""
        terms = np.flatnonzero(likes > 0).astype(np.uint32)
        return Meaning(likes, terms, reach, int(self.segment.counts(terms).sum()), start)

    def _named(self, likes: "Likes", reach: Reach, start: str = "") -> Meaning:
        """The same, with the facets that the words name."""
        words = np.flatnonzero(likes[: self.segment.words] > 0).astype(np.uint32)
        facets, places = self.segment.named(words)
        said = self._said[facets]
        np.maximum.at(likes, facets[said] + np.uint32(self.segment.words), likes[words[places[said]]])
        return self.meant(likes, reach, start)

    def _literal(self, word: Word) -> Meaning:
        likes = np.zeros(self.segment.terms + 1, np.uint8)
        text = word.text[:LONGEST]
        known = self.segment.lexicon.number(text)
        if word.exact or (len(text) < _START_FROM and not word.typed and known is not None and not unspaced(text)):
            likes[[] if known is None else [known]] = whole(EXACT)
            return self._named(likes, Reach.WHOLE)
        if len(text) <= SHORT and not unspaced(text) and not word.others:
            first, last = self.segment.lexicon.beginning(text)
            if first < last or len(text) < _START_FROM:
                likes[first:last] = whole(START)
                likes[[] if known is None else [known]] = whole(EXACT)
                return self._named(likes, Reach.START, text)
        for spelling in (*word.others, text):
            self._like(likes, spelling, less=EXACT - other_spelling(EXACT) if spelling != text else 0)
        reach = _reach(word, int(likes.max()))
        likes[likes < whole(_FLOORS[reach])] = 0
        return self._named(likes, reach)

    def _like(self, likes: "Likes", text: str, *, less: float) -> None:
        """Say how likely each word is that holds these letters."""
        lexicon = self.segment.lexicon
        words, places = lexicon.containing(text)
        found = literal(len(text.encode(errors="replace")), places.astype(np.int64), lexicon.lengths(words))
        np.maximum.at(likes, words, whole(found - less))

    def _slipped(self, word: Word) -> Meaning:
        meaning = self.meaning(word)
        likes = meaning.likes.copy()
        for text in (word.text[:LONGEST], *word.others):
            for words, found in (alike(self.segment.lexicon, text), held(self.segment.lexicon, text, typed=word.typed)):
                np.maximum.at(likes, words, whole(found))
        return self._named(likes, meaning.reach)


_FLOORS = {Reach.WHOLE: other_spelling(EXACT), Reach.START: other_spelling(START), Reach.INSIDE: 0.0}


def _reach(word: Word, best: int) -> Reach:
    """One or two finished letters are a word of their own; three are part of another only if no word begins with them."""
    length = len(word.text)
    if unspaced(word.text) or length >= _INSIDE_FROM or (length == _START_FROM and best < whole(other_spelling(START))):
        return Reach.INSIDE
    return Reach.START if word.typed or length == _START_FROM or best < whole(other_spelling(EXACT)) else Reach.WHOLE
