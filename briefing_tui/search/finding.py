"""Which documents of one segment meet a query, and how well each of its words is met there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model.passage import Sort
from ..model.records import record
from .codes import SORTS, TLPS, USES
from .grammar import Query
from .likeness import EXACT, START
from .lookup import Meaning, whole
from .runs import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .segment import Segment

    Numbers = NDArray[np.uint32]
    Kept = NDArray[np.bool_]

_FEW_TERMS = 50_000
"""So few terms of documents are always walked along."""
_LAYING = 0.6
"""What it costs to lay out a posting, if walking along a term costs 1; and to look at a document whose bits are known."""
_LAYING_BITS = 0.05
_CROWD = 12_000
"""With so many postings, a word is looked at in all documents at once."""
_MOST_LAID = 2_500_000
"""How many postings of a word are looked at: where it has more, those of the less likely meanings are left out."""
_HEAVY = 2_000


@record()
class Found:
    """Documents, ascending, the likeness (see `lookup.SCALE`) of each word in each; `more` if some were left out."""

    documents: "Numbers"
    likes: "NDArray[np.uint8]"
    more: bool = False

    def __len__(self) -> int:
        return len(self.documents)

    def split(self, segment: "Segment") -> "dict[Sort, Found]":
        """Those of each sort of which there are any."""
        kinds = segment.fact("sort").take(self.documents)
        there = np.flatnonzero(np.bincount(kinds, minlength=len(SORTS))).tolist()
        if len(there) == 1:
            return {SORTS[there[0]]: self}
        places = {SORTS[kind]: np.flatnonzero(kinds == kind) for kind in there}
        return {
            sort: Found(self.documents.take(each), self.likes.take(each, axis=1), self.more) for sort, each in places.items()
        }


@record()
class Asked:
    """A query in the numbers of one segment: words as they are meant, terms and runs of them that must be there or must not."""

    query: Query
    words: tuple[Meaning, ...]
    wanted: tuple[Meaning, ...] = ()
    barred: tuple[Meaning, ...] = ()
    runs: tuple["Numbers", ...] = ()
    barred_runs: tuple[tuple[Meaning, ...], ...] = ()

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """All that must be there."""
        return (*self.words, *self.wanted)


@dataclass(frozen=True)
class Crowd:
    """So many documents that they are not listed: for every document of the segment its likeness, 0 if it was not found.

    `levels` are the likenesses there may be, the highest first.
    """

    likes: "NDArray[np.uint8]"
    levels: tuple[int, ...]
    more: bool = False

    def __len__(self) -> int:
        return self.count

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.likes))

    def split(self, segment: "Segment") -> "dict[Sort, Crowd]":
        """Those of each sort of which there are any."""
        if len(segment.sorts) == 1:
            return dict.fromkeys(segment.sorts, self)
        crowds = {sort: Crowd(self.likes * only, self.levels, self.more) for sort, only in segment.sorts.items()}
        return {sort: crowd for sort, crowd in crowds.items() if crowd.count}


Finding = Found | Crowd


def find(segment: "Segment", asked: Asked, living: "Kept | None") -> Finding:
    """The documents, of the `living` if not all are, that meet what is asked."""
    search = _Search(segment, asked, living)
    return search.crowd() if search.crowded else search.found()


class _Search:
    def __init__(self, segment: "Segment", asked: Asked, living: "Kept | None") -> None:
        self.segment = segment
        self.asked = asked
        self.living = living
        self.more = False
        self._laid: dict[int, NDArray[np.uint8]] = {}
        self._measured: tuple[Numbers, int] = np.zeros(0, np.uint32), 0

    @property
    def crowded(self) -> bool:
        """Whether nothing is asked for that few documents have."""
        asked = self.asked
        few = len(asked.meanings) > 1 or asked.runs or asked.barred_runs
        return not few and self.segment.size > _CROWD and all(each.start and each.count > _CROWD for each in asked.meanings)

    def crowd(self) -> Crowd:
        """All documents that have the one word that is asked for, if one is."""
        meaning = next(iter(self.asked.meanings), None)
        likes = self._lay(meaning) if meaning else np.full(self.segment.size, whole(EXACT), np.uint8)
        levels = distinct(meaning.likes.take(meaning.terms))[::-1].tolist() if meaning else [int(whole(EXACT))]
        barred = (self._lay(meaning) == 0 for meaning in self.asked.barred)
        for kept in (*self._allowed(slice(None)), *barred):
            likes = likes * kept.view(np.uint8)
        return Crowd(likes, tuple(levels), self.more)

    def found(self) -> Found:
        meanings = self.asked.meanings
        order = sorted(range(len(meanings)), key=lambda number: meanings[number].count)
        if order and not meanings[order[0]].count:
            return self._nothing()
        documents = self._first(meanings[order[0]] if order else None)
        for number in order[1:]:
            if self._walks(documents, meanings[number]):
                break
            documents = documents.compress(self._lay(meanings[number]).take(documents) > 0)
        documents, likes = self._met(documents)
        return Found(documents, likes, self.more)

    def _nothing(self) -> Found:
        return Found(np.zeros(0, np.uint32), np.zeros((len(self.asked.words), 0), np.uint8))

    def _walks(self, documents: "Numbers", meaning: Meaning) -> bool:
        """Whether it is better to walk along the terms of documents than to lay out the postings of a word."""
        if id(meaning) in self._laid:
            return False
        known = meaning.start in self.segment.starts
        laying = self.segment.size * _LAYING_BITS if known else min(meaning.count, _MOST_LAID) * _LAYING
        terms = self._length(documents)
        return terms < _FEW_TERMS or terms < laying

    def _length(self, documents: "Numbers") -> int:
        """How many terms documents have together."""
        if self._measured[0] is not documents:
            self._measured = documents, int(self.segment.lengths(documents).sum())
        return self._measured[1]

    # --- which documents

    def _first(self, meaning: Meaning | None) -> "Numbers":
        """The documents with the rarest of what is asked, all if nothing is, as far as the facts allow."""
        if meaning is None:
            documents = np.arange(self.segment.size, dtype=np.uint32)
        elif meaning.count > _CROWD:
            documents = np.flatnonzero(self._lay(meaning) > 0).astype(np.uint32)
        else:
            documents = distinct(self.segment.having(meaning.terms))
        kept = list(self._allowed(documents))
        return documents.compress(np.logical_and.reduce(kept)) if kept else documents

    def _allowed(self, documents: Any) -> Iterator["Kept"]:
        """Whether documents live and are of the sorts, markings, ground rules and days asked for."""
        query = self.asked.query
        if self.living is not None:
            yield self.living[documents]
        for name, wanted, known in (("sort", query.sorts, SORTS), ("tlp", query.tlps, TLPS), ("use", query.uses, USES)):
            if wanted:
                yield np.array([each in wanted for each in known], bool)[self.segment.fact(name)[documents]]
        for first, last in query.days:
            yield (self.segment.fact("first")[documents] <= last) & (self.segment.fact("last")[documents] >= first)

    def _lay(self, meaning: Meaning) -> "NDArray[np.uint8]":
        """The best likeness of a word in every document, from its postings; the rarest meanings are read in one go."""
        laid = self._laid.get(id(meaning))
        if laid is not None:
            return laid
        laid = self._laid[id(meaning)] = self._started(meaning)
        if meaning.start:
            return laid
        terms = meaning.terms.take(np.argsort(meaning.likes.take(meaning.terms), kind="stable"))
        counts = self.segment.counts(terms)
        if meaning.count > _MOST_LAID:
            kept = np.cumsum(counts[::-1])[::-1] <= _MOST_LAID
            kept[-1] = True
            self.more |= not kept.all()
            terms, counts = terms[kept], counts[kept]
        heavy = counts > _HEAVY
        light = terms[~heavy]
        laid[self.segment.documents(light)] = np.repeat(meaning.likes.take(light), counts[~heavy])
        for term in terms[heavy].tolist():
            documents = self.segment.postings(term, term + 1)
            laid[documents] = np.maximum(laid.take(documents), meaning.likes[term])
        return laid

    def _started(self, meaning: Meaning) -> "NDArray[np.uint8]":
        """The same for all words that begin alike; nothing yet for others."""
        segment = self.segment
        if not meaning.start:
            return np.zeros(segment.size, np.uint8)
        known = segment.start(meaning.start)
        laid: NDArray[np.uint8]
        if known is not None:
            laid = known.view(np.uint8) * whole(START)
        else:
            laid = np.zeros(segment.size, np.uint8)
            laid[segment.having(meaning.terms)] = whole(START)
        exact = meaning.terms.compress(meaning.likes.take(meaning.terms) == whole(EXACT))
        laid[segment.having(exact)] = whole(EXACT)
        return laid

    # --- how well

    def _met(self, documents: "Numbers") -> "tuple[Numbers, NDArray[np.uint8]]":
        """Those that meet all of it, with the likeness of each word."""
        asked = self.asked
        if len(documents) and (asked.runs or any(self._walks(documents, meaning) for meaning in asked.meanings)):
            rows, starts = self._rows(documents)
            likes = [_best(meaning, rows, starts) for meaning in asked.meanings]
            kept = np.logical_and.reduce([np.ones(len(documents), bool), *(_has(run, rows, starts) for run in asked.runs)])
        else:
            kept = np.ones(len(documents), bool)
            likes = [self._lay(meaning).take(documents) for meaning in asked.meanings]
        for each in likes:
            kept &= each > 0
        kept[kept] = self._unbarred(documents.compress(kept))
        documents = documents.compress(kept)
        rated = np.zeros((len(asked.words), len(documents)), np.uint8)
        for number in range(len(asked.words)):
            rated[number] = likes[number].compress(kept)
        return documents, rated

    def _unbarred(self, documents: "Numbers") -> "Kept":
        """Which documents have nothing that must not be there."""
        kept = np.ones(len(documents), bool)
        for meaning in self.asked.barred:
            kept &= ~self._having(documents, meaning)
        for run in self.asked.barred_runs:
            near: Kept = np.logical_and.reduce([self._having(documents, meaning) for meaning in run])
            if near.any():
                terms = np.array([int(meaning.terms[0]) for meaning in run], np.uint32)
                near[near] = _has(terms, *self._rows(documents[near]))
            kept &= ~near
        return kept

    def _having(self, documents: "Numbers", meaning: Meaning) -> "Kept":
        if not len(documents) or not self._walks(documents, meaning):
            return self._lay(meaning).take(documents) > 0
        return _best(meaning, *self._rows(documents)) > 0

    def _rows(self, documents: "Numbers") -> "tuple[Numbers, NDArray[np.int64]]":
        """The terms of documents, one document after the other, and where each begins."""
        rows, lengths = self.segment.rows(documents)
        return rows, np.cumsum(lengths) - lengths


def _best(meaning: Meaning, rows: "Numbers", starts: "NDArray[np.int64]") -> "NDArray[np.uint8]":
    best: NDArray[np.uint8] = np.maximum.reduceat(meaning.likes.take(rows), starts)
    return best


def _has(run: "Numbers", rows: "Numbers", starts: "NDArray[np.int64]") -> "Kept":
    found: Kept = np.logical_or.reduceat(_stands(run, rows), starts)
    return found


def _stands(run: "Numbers", rows: "Numbers") -> "Kept":
    """Where in rows of terms a run begins; the gap between texts, and the facets behind them, keep it within one text."""
    stands = np.zeros(len(rows), bool)
    last = len(rows) - len(run) + 1
    if last > 0 and len(run):
        stands[:last] = np.logical_and.reduce([rows[place : last + place] == term for place, term in enumerate(run.tolist())])
    return stands
