"""A fuzzy matcher for short lists, such as pickers, the palette and filters: no index, one candidate at a time."""

import re
from functools import lru_cache

from .fold import WORD, Folded, fold
from .likeness import slips
from .places import merged
from .results import Spans
from .words import LETTERS, WORDS, Word, read

_EXACT, _START, _INSIDE, _INITIALS, _SLIP = 1.0, 0.9, 0.6, 0.4, 0.3
_MOST_LETTERS = 2000

Match = tuple[float, Spans]


def matches(query_text: str, candidate: str) -> Match | None:
    """How well a candidate matches, higher is better, and the letters that did; None if a word of the query is not in it.

    Words come in any order; each is a word, the beginning or a part of one, some initials, or mistyped.
    """
    chunks = query_text[:LETTERS].split()[:WORDS]
    target = _target(candidate[:_MOST_LETTERS])
    score = 0.0
    spans: list[tuple[int, int]] = []
    for chunk in chunks:
        found = target.find(chunk)
        if not found:
            return None
        score += found[0]
        spans += found[1]
    return score / (len(chunks) or 1), merged(target.folded.span(*span) for span in spans)


class _Target:
    """A candidate, folded, with the places of its words."""

    def __init__(self, text: str) -> None:
        self.folded = Folded(text)
        self.words = [each.span() for each in WORD.finditer(self.folded.text)]
        self.initials = "".join(self.folded.text[start] for start, _ in self.words)

    def find(self, chunk: str) -> Match | None:
        """One word of a query; one with signs in it is looked for as it is, then in parts."""
        whole = fold(chunk)
        words = read(chunk)
        if len(words) == 1 and words[0].text == whole:
            return self._word(words[0])
        at = self.folded.text.find(whole) if whole else 0
        if at >= 0:
            return _INSIDE, ((at, at + len(whole)),) if whole else ()
        parts = [self._word(word) for word in words]
        found = [part for part in parts if part]
        if not words or len(found) < len(parts):
            return None
        return min(score for score, _ in found), tuple(span for _, spans in found for span in spans)

    def _word(self, word: Word) -> Match | None:
        literal = [match for text in (word.text, *word.others) if (match := self._literal(text))]
        return max(literal, default=None) or self._initials(word.text) or self._slip(word.text)

    def _literal(self, word: str) -> Match | None:
        text = self.folded.text
        first = text.find(word)
        if first < 0:
            return None
        for start, end in self.words:
            if text.startswith(word, start):
                place = 0.05 / (1 + start)
                return (_EXACT if end == start + len(word) else _START) + place, ((start, start + len(word)),)
        return _INSIDE, ((first, first + len(word)),)

    def _initials(self, word: str) -> Match | None:
        """The initials of words in a row, one left out here and there."""
        found = re.search(".?".join(f"({letter})" for letter in map(re.escape, word)), self.initials)
        if not found or len(word) < 2:
            return None
        starts = [self.words[found.start(group)][0] for group in range(1, len(word) + 1)]
        return _INITIALS, tuple((start, start + 1) for start in starts)

    def _slip(self, word: str) -> Match | None:
        most = slips(word)
        if not most:
            return None
        from rapidfuzz.distance import OSA

        best: tuple[int, int, int] | None = None
        for start, end in self.words:
            for length in {end - start, min(end - start, len(word))}:
                distance = OSA.distance(word, self.folded.text[start : start + length], score_cutoff=most)
                if distance <= most and (best is None or distance < best[0]):
                    best = distance, start, end
        return (_SLIP / best[0], ((best[1], best[2]),)) if best else None


@lru_cache(2048)
def _target(text: str) -> _Target:
    return _Target(text)
