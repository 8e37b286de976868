"""Which terms of a segment a typed word can mean; what was worked out is kept, so a letter more costs only itself."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ..model.records import record
from .building import LONGEST
from .codes import ROLES, UNSAID
from .crowds import SHORT
from .kept import Kept
from .likeness import EXACT, START, literal, other_spelling, unspaced
from .places import Reach
from .runs import distinct
from .slips import alike, held
from .words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .segment import Segment

    Likes = NDArray[np.uint8]
    Numbers = NDArray[np.uint32]

SCALE = 200
"""A likeness of 1 in whole numbers."""
_START_FROM = 3


def may_slip(word: Word) -> bool:
    """Whether a word could be mistyped; one or two letters, and scripts of few letters a word, never are."""
    return len(word.text) >= _START_FROM and not word.exact and not unspaced(word.text)


@record()
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


def whole(likeness: "float | NDArray[Any]") -> Any:
    """A likeness in whole numbers."""
    return np.rint(np.asarray(likeness) * SCALE).astype(np.uint8)


def _liked(likes: "Likes") -> "Numbers":
    """The numbers of what has any likeness."""
    return (likes > 0).nonzero()[0].astype(np.uint32)


class Lookup:
    """Looks words up in one segment."""

    def __init__(self, segment: "Segment") -> None:
        self.segment = segment
        self._meanings: Kept[tuple[Word, Reach, bool], Meaning] = Kept(24)
        self._said = ~np.isin(segment.facet_role, [ROLES.index(role) for role in UNSAID])

    def meaning(self, word: Word, reach: Reach, *, slipped: bool = False) -> Meaning:
        """What a word can mean if its letters may stand so; with `slipped` also if it was mistyped."""
        key = (word, reach, slipped and may_slip(word))
        known = self._meanings.get(key)
        return known or self._meanings.keep(key, (self._slipped if key[2] else self._literal)(word, reach))

    def words(self, word: Word, reach: Reach, *, slipped: bool = False) -> "Likes":
        """The likeness of every word of the lexicon."""
        return self.meaning(word, reach, slipped=slipped).likes[: self.segment.words]

    def meant(self, likes: "Likes", reach: Reach, start: str = "") -> Meaning:
        """The meaning that the likeness of terms makes."""
        return self._meant(likes, _liked(likes), reach, start)

    def _meant(self, likes: "Likes", terms: "Numbers", reach: Reach, start: str) -> Meaning:
        return Meaning(likes, terms, reach, int(self.segment.counts(terms).sum()), start)

    def called(self, words: "Numbers") -> "Numbers":
        """The terms of the facets that words name, those that a plain word can mean."""
        facets, _ = self.segment.named(words)
        return facets.compress(self._said.take(facets)) + np.uint32(self.segment.words)

    def _named(self, likes: "Likes", reach: Reach, start: str = "") -> Meaning:
        """The same, with the facets that the words name."""
        words = _liked(likes[: self.segment.words])
        facets, places = self.segment.named(words)
        said = self._said.take(facets)
        called = facets.compress(said) + np.uint32(self.segment.words)
        np.maximum.at(likes, called, likes.take(words.take(places.compress(said))))
        return self._meant(likes, np.concatenate((words, distinct(called))), reach, start)

    def _literal(self, word: Word, reach: Reach) -> Meaning:
        likes = np.zeros(self.segment.terms + 1, np.uint8)
        text = word.text[:LONGEST]
        if reach is Reach.START and len(text) <= SHORT and not word.others:
            likes[slice(*self.segment.lexicon.beginning(text))] = whole(START)
            self._be(likes, text, EXACT)
            return self._named(likes, reach, text)
        like = {Reach.WHOLE: self._be, Reach.START: self._begin, Reach.INSIDE: self._hold}[reach]
        for other in word.others:
            like(likes, other, other_spelling(EXACT))
        like(likes, text, EXACT)
        return self._named(likes, reach)

    def _be(self, likes: "Likes", text: str, likeness: float) -> None:
        """Say that the word itself is meant."""
        number = self.segment.lexicon.number(text)
        if number is not None:
            likes[number] = whole(likeness)

    def _begin(self, likes: "Likes", text: str, most: float) -> None:
        """Say how likely each word is that begins with these letters."""
        words = np.arange(*self.segment.lexicon.beginning(text), dtype=np.uint32)
        self._like(likes, text, words, np.zeros(len(words), np.int64), most)

    def _hold(self, likes: "Likes", text: str, most: float) -> None:
        """Say how likely each word is that holds these letters."""
        words, places = self.segment.lexicon.containing(text)
        self._like(likes, text, words, places.astype(np.int64), most)

    def _like(self, likes: "Likes", text: str, words: "Numbers", places: "NDArray[np.int64]", most: float) -> None:
        found = literal(len(text.encode(errors="replace")), places, self.segment.lexicon.lengths(words))
        np.maximum.at(likes, words, whole(found - EXACT + most))

    def _slipped(self, word: Word, reach: Reach) -> Meaning:
        likes = self.meaning(word, reach).likes.copy()
        for text in (word.text[:LONGEST], *word.others):
            for words, found in (alike(self.segment.lexicon, text), held(self.segment.lexicon, text, typed=word.typed)):
                np.maximum.at(likes, words, whole(found))
        return self._named(likes, reach)
