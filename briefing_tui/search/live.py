"""A segment as it is now: which of its documents are still there, and so which of its words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .building import LONGEST
from .kept import Kept
from .likeness import unspaced
from .lookup import Lookup
from .places import Reach
from .source import Source
from .words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .segment import Segment

    Numbers = NDArray[np.uint32]

_CHUNK = 4096
_INSIDE_FROM = 4
_START_FROM = 3


class Live:
    """A segment with the keys of the briefings that its sources are now; None for a source that is gone."""

    def __init__(self, segment: "Segment", keys: Mapping[Source, str], lookup: Lookup | None = None) -> None:
        self.segment = segment
        self.lookup = lookup or Lookup(segment)
        self.keys = tuple(keys.get(source) for source in segment.sources)
        self._preferred = "", np.zeros(0, np.uint32)
        self._stands: Kept[Word, Reach] = Kept(24)

    @cached_property
    def living(self) -> "NDArray[np.bool_] | None":
        """Which documents are there; None if all are."""
        if None not in self.keys:
            return None
        living: NDArray[np.bool_] = np.array([key is not None for key in self.keys], bool)[self.segment.fact("source")]
        return living

    def preferred(self, key: str) -> "NDArray[np.uint32]":
        """The documents of the briefing with a key."""
        if self._preferred[0] != key:
            sources = np.array([bool(key) and each == key for each in self.keys], bool)
            documents = np.flatnonzero(sources[self.segment.fact("source")]) if sources.any() else np.zeros(0)
            self._preferred = key, documents.astype(np.uint32)
        return self._preferred[1]

    def key(self, document: int) -> str:
        """The key of the briefing a document is of."""
        return self.keys[int(self.segment.fact("source")[document])] or ""

    def stands(self, word: Word) -> Reach:
        """Whether a word stands in a living document as it is, or only begins one that does, or neither."""
        known = self._stands.get(word)
        return self._stands.keep(word, self._standing(word)) if known is None else known

    def _standing(self, word: Word) -> Reach:
        lexicon = self.segment.lexicon
        spellings = (word.text[:LONGEST], *word.others)
        numbers = [number for number in map(lexicon.number, spellings) if number is not None]
        if any(self._live(number, number + 1) for number in numbers):
            return Reach.WHOLE
        return Reach.START if any(self._live(*lexicon.beginning(spelling)) for spelling in spellings) else Reach.INSIDE

    def _live(self, first: int, last: int) -> bool:
        """Whether some document that lives has a word of a range, or is called so."""
        living = self.living
        return any(living is None or bool(living[documents].any()) for documents in self._having(first, last))

    def _having(self, first: int, last: int) -> "Iterator[Numbers]":
        """The documents of a range of words, few at a time."""
        yield from self._postings(first, last)
        if first < last:
            for facet in self.lookup.called(np.arange(first, last, dtype=np.uint32)).tolist():
                yield from self._postings(facet, facet + 1)

    def _postings(self, first: int, last: int) -> "Iterator[Numbers]":
        at = self.segment.posting_at
        for start in range(int(at[first]), int(at[last]), _CHUNK):
            yield self.segment.posted(start, min(start + _CHUNK, int(at[last])))


def stands(parts: Sequence[Live], word: Word) -> Reach:
    """The same for all parts together."""
    return min((part.stands(word) for part in parts), default=Reach.INSIDE)


def reach(parts: Sequence[Live], word: Word) -> Reach:
    """Where in words the letters of one may stand.

    One or two finished letters are a word of their own if there is such a word; three are part of another only if no word
    begins with them.
    """
    if word.exact:
        return Reach.WHOLE
    length = len(word.text)
    if unspaced(word.text) or length >= _INSIDE_FROM:
        return Reach.INSIDE
    if length == _START_FROM:
        return max(Reach.START, stands(parts, word))
    return Reach.START if word.typed else min(Reach.START, stands(parts, word))
