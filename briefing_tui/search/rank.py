"""Which documents are the best: those with the same words before those with similar ones, then near together, then newer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model.records import record
from .finding import Crowd, Found
from .lookup import SCALE, Meaning
from .runs import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .segment import Segment

    Numbers = NDArray[np.uint32]
    Scores = NDArray[np.float64]

POOL = 300
"""How many of the best of a sort are looked at closely."""
_STEPS = 500
"""In how many steps likeness is told apart before a closer look."""

_PLACE_BITS = 24
"""How many bits a place among the looked at has, beside the eight of a likeness."""

_PREFERRED = 0.12
_IN_TEXT = 0.15
_NEAR = 0.02
_IN_ORDER = 0.03
_SHORT = 0.12


@record()
class Best:
    """Documents, each with the number of its segment, looked at closely, and what they are ordered by."""

    parts: "NDArray[np.uint32]"
    documents: "Numbers"
    scores: "Scores"
    days: "NDArray[np.int32]"

    def first(self, limit: int) -> "Best":
        """The best of them: the highest scores; of nearly equal ones the newest, then the highest, then the first."""
        keys = (self.documents, self.parts, -self.scores, -self.days, -np.round(self.scores, 2))
        order = np.lexsort(keys)[:limit]
        return Best(self.parts[order], self.documents[order], self.scores[order], self.days[order])


def joined(best: Sequence[Best]) -> Best:
    """The documents of several segments together."""
    if not best:
        return Best(np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros(0), np.zeros(0, np.int32))
    parts, documents, scores, days = zip(*((each.parts, each.documents, each.scores, each.days) for each in best), strict=True)
    return Best(np.concatenate(parts), np.concatenate(documents), np.concatenate(scores), np.concatenate(days))


def pool(
    segment: "Segment", found: Found | Crowd, weights: Sequence[float], preferred: "Numbers", size: int
) -> "tuple[Numbers, Scores]":
    """The documents that may be the best, at most so many, and their scores at first sight.

    `weights` say how much each word counts, `preferred` which documents come before others.
    """
    if isinstance(found, Crowd):
        return _of_crowd(segment, found, bool(weights), preferred, size)
    documents = found.documents
    scores = np.zeros(len(documents), np.float32)
    for weight, like in zip(weights, found.likes, strict=True):
        scores += np.float32(weight / SCALE) * like
    if len(preferred):
        scores += np.float32(_PREFERRED) * np.isin(documents, preferred, assume_unique=True)
    if len(documents) > size:
        kept = _highest(segment, documents, np.rint(scores * _STEPS).astype(np.int64), size)
        documents, scores = documents.take(kept), scores.take(kept)
    return documents, scores.astype(np.float64)


def _highest(segment: "Segment", documents: "Numbers", scores: "NDArray[np.int64]", size: int) -> "NDArray[np.int64]":
    """The places of the highest scores; of equal ones those that are listed first."""
    counts = np.cumsum(np.bincount(scores)[::-1])[::-1]
    floor = max(0, int(np.searchsorted(-counts, -size, side="right")) - 1)
    above, level = np.flatnonzero(scores > floor), np.flatnonzero(scores == floor)
    room = size - len(above)
    if len(level) > room:
        level = level.take(np.argpartition(segment.ranks.take(documents.take(level)), room)[:room])
    return np.sort(np.concatenate((above, level)))


def _of_crowd(segment: "Segment", crowd: Crowd, rated: bool, preferred: "Numbers", size: int) -> "tuple[Numbers, Scores]":
    """The same for a crowd with one of few likenesses each: level by level from the highest, each in the order of equals.

    If it is not `rated`, because no word is asked for, none is likelier than others.
    """
    likes = crowd.likes
    mine = preferred[likes[preferred] > 0]
    found = [mine[np.lexsort((mine, -likes[mine].astype(np.int16)))[:size]]]
    room = size
    for level in crowd.levels:
        found.append(_first(segment, likes == level, room))
        room -= len(found[-1])
        if room <= 0:
            break
    documents = distinct(np.concatenate(found))
    scores = rated * likes.take(documents) / SCALE + _PREFERRED * np.isin(documents, mine, assume_unique=True)
    return documents, scores


def _first(segment: "Segment", wanted: "NDArray[np.bool_]", size: int) -> "Numbers":
    """The first documents, in the order of equals, of those that are wanted; all if there are few."""
    if np.count_nonzero(wanted) <= size:
        return np.flatnonzero(wanted).astype(np.uint32)
    order = segment.stored.sound("best_first")
    found: list[Numbers] = []
    start, step = 0, 8 * size
    while size > 0 and start < len(order):
        chunk = order[start : start + step]
        found.append(chunk.compress(wanted.take(chunk))[:size])
        size -= len(found[-1])
        start, step = start + step, 2 * step
    return np.concatenate(found) if found else np.zeros(0, np.uint32)


def close(segment: "Segment", number: int, documents: "Numbers", scores: "Scores", words: Sequence[Meaning]) -> Best:
    """Documents of the segment with a number, looked at closely: more for words in the text than for names around it.

    A little more for words near together, in order, in a short text. Of a document's texts, the one where that is best counts.
    """
    days = segment.fact("first").take(documents)
    if words and len(documents):
        scores = scores + closeness(segment, documents, words)
    return Best(np.full(len(documents), number, np.uint32), documents, scores, days)


def closeness(segment: "Segment", documents: "Numbers", words: Sequence[Meaning]) -> "Scores":
    """What looking closely adds to each document."""
    rows, lengths = segment.rows(documents)
    starts = np.cumsum(lengths) - lengths
    texts, first_text = _texts(segment, rows, starts)
    likes, places = _first_places(rows, texts, words)
    first = rows.take(texts)
    likes[:, (first >= segment.words) & (first != segment.gap)] = 0
    count = (likes > 0).sum(axis=0)
    score = _IN_TEXT * count / len(words)
    if len(words) > 1:
        everything = count == len(words)
        span = places.max(axis=0) - places.min(axis=0) + 1
        score += _NEAR * np.where(everything, len(words) / np.maximum(span, len(words)), 0)
        score += _IN_ORDER * (everything & (np.diff(places, axis=0) > 0).all(axis=0))
    sizes = np.diff(np.append(texts, len(rows)))
    score = np.where(count > 0, score + _SHORT * np.sqrt(len(words) / sizes), 0)
    return np.maximum.reduceat(score, first_text)


def _texts(segment: "Segment", rows: "Numbers", starts: "NDArray[np.int64]") -> "tuple[Any, Any]":
    """Where texts begin in rows of terms, each with the gap behind it, and facets; and which are the first of a document."""
    begins = np.zeros(len(rows) + 1, bool)
    begins[1:] = rows == segment.gap
    begins[starts] = True
    texts = np.flatnonzero(begins[:-1])
    return texts, np.searchsorted(texts, starts)


def _first_places(rows: "Numbers", texts: Any, words: Sequence[Meaning]) -> "tuple[Any, Any]":
    """For each word and text, the best likeness there and the first place that has it."""
    last = (1 << _PLACE_BITS) - 1
    back = last - (np.arange(len(rows), dtype=np.uint32) & last)
    best = [np.maximum.reduceat((word.likes.take(rows).astype(np.uint32) << _PLACE_BITS) | back, texts) for word in words]
    found = np.array(best).astype(np.int64)
    return found >> _PLACE_BITS, last - (found & last)
