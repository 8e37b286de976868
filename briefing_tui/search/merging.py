"""Several segments made into one, without what is gone. Arrays are streamed: no list of all texts is ever in memory."""

from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from .building import FACTS, FacetRow, write_facets, write_facts, write_naming
from .crowds import Terms, write_best_first, write_starts
from .lexicon import write_lexicon
from .runs import distinct, runs
from .segment import Segment
from .source import Source
from .storage import Writer

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHUNK = 1 << 20
"""How many entries of an array are moved at a time."""


def merge(segments: Sequence[Segment], living: Container[Source], sink: BinaryIO) -> None:
    """Write one segment that holds what `living` sources have in some; raises DamagedError."""
    for segment in segments:
        segment.verify()
    _Merge([_Part(segment, living) for segment in segments], Writer(sink)).write()


class _Part:
    """One of the segments: which of its documents live, which terms they use, and what their numbers become."""

    def __init__(self, segment: Segment, living: Container[Source]) -> None:
        self.segment = segment
        self.sources = [source for source in segment.sources if source in living]
        lives = np.array([source in living for source in segment.sources], bool)
        self.kept = lives[segment.fact("source")] if segment.size else np.zeros(0, bool)
        self.numbers = np.cumsum(self.kept, dtype=np.int64) - 1
        self.documents = int(self.kept.sum())
        self.counts = self._counts()
        self.used = self._used()
        segment.stored.release()
        self.words = [word for word, used in zip(segment.lexicon.all(), self.used.tolist(), strict=False) if used]
        self.facets = [self._facet(number) for number in np.flatnonzero(self.used[segment.words :]).tolist()]
        self.terms = np.zeros(segment.terms, np.uint32)

    def _counts(self) -> "NDArray[np.int64]":
        """In how many living documents each term is."""
        at = self.array("posting_at")
        if self.whole:
            return np.diff(at).astype(np.int64)
        lives = np.concatenate((np.zeros(1, np.int64), np.cumsum(self.kept[self.array("postings")])))
        counts: NDArray[np.int64] = np.diff(lives[at])
        return counts

    def _used(self) -> "NDArray[np.bool_]":
        """The terms that living documents have, and the words that name such facets."""
        words = self.segment.words
        used = self.counts > 0
        naming = used[words:][self.array("naming")]
        used[:words][_owners(self.array("naming_at"))[naming]] = True
        return used

    def _facet(self, number: int) -> tuple[int, str, bytes]:
        """Role, code, and the facet as it is written."""
        segment = self.segment
        start, end = self.array("facet_at")[number : number + 2].tolist()
        return int(segment.facet_role[number]), segment.facet(number).code, self.array("facets")[start:end].tobytes()

    def place(self, words: dict[str, int], facets: dict[tuple[int, str, bytes], int]) -> None:
        """Say what the numbers of terms become; those of words come first."""
        numbers = [*map(words.__getitem__, self.words), *(len(words) + facets[facet] for facet in self.facets)]
        self.terms[self.used] = np.array(numbers, np.uint32)

    def naming(self) -> "tuple[NDArray[np.uint32], NDArray[np.uint32]]":
        """Pairs of a word and a facet that it names, by their new numbers."""
        words = self.segment.words
        facets = self.array("naming") + np.uint32(words)
        kept = self.used[facets]
        named = _owners(self.array("naming_at"))[kept]
        return self.terms[named], self.terms[facets[kept]]

    @property
    def whole(self) -> bool:
        return self.documents == self.segment.size

    def array(self, name: str) -> "NDArray[Any]":
        return self.segment.stored.array(name)


class _Merge:
    """Writes what the parts have together."""

    def __init__(self, parts: Sequence[_Part], writer: Writer) -> None:
        self.parts = parts
        self.writer = writer
        self.words = sorted({word for part in parts for word in part.words})
        self.facets = {facet: number for number, facet in enumerate(dict.fromkeys(f for part in parts for f in part.facets))}
        self.count = len(self.words) + len(self.facets)
        rank = {word: number for number, word in enumerate(self.words)}
        for part in parts:
            part.place(rank, self.facets)
        self.sources = {
            source: number for number, source in enumerate(dict.fromkeys(s for part in parts for s in part.sources))
        }

    def write(self) -> None:
        """Write all of it."""
        write_lexicon(self.words, self.writer)
        naming = self._facets()
        term_at = self._rows()
        self._release()
        postings = self._postings()
        self._release()
        first_days = self._facts()
        write_best_first(first_days, term_at, self.writer)
        size = sum(part.documents for part in self.parts)
        roles = np.array([role for role, _, _ in self.facets], np.uint8)
        starts = write_starts(Terms(self.words, postings, naming, roles), size, self.writer)
        self._records()
        self.writer.close(sources=list(self.sources), size=size, starts=starts)

    def _release(self) -> None:
        """What was written is not needed in memory any more."""
        for part in self.parts:
            part.segment.stored.release()

    def _facets(self) -> "tuple[NDArray[np.uint32], NDArray[np.uint32]]":
        write_facets([FacetRow(*facet) for facet in self.facets], self.writer)
        pairs = [part.naming() for part in self.parts]
        named, facets = (np.concatenate(each) for each in zip(*pairs, strict=True))
        keys = distinct(named.astype(np.uint64) << np.uint64(32) | (facets - np.uint32(len(self.words))))
        return write_naming((keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32), len(self.words), self.writer)

    def _rows(self) -> "NDArray[np.int64]":
        """The terms of each document; gives where each begins."""
        self.writer.add("terms", *(piece for part in self.parts for piece in self._terms(part)), dtype="<u4")
        at = _at(np.concatenate([np.diff(part.array("term_at"))[part.kept] for part in self.parts]))
        self.writer.add("term_at", at)
        return at

    def _terms(self, part: _Part) -> "Iterator[NDArray[np.uint32]]":
        terms, at = part.array("terms"), part.array("term_at")
        renamed = np.append(part.terms, np.uint32(self.count))
        for places in _kept_places(part, at):
            yield renamed[terms[places]]

    def _postings(self) -> "tuple[NDArray[np.uint32], NDArray[np.int64]]":
        """The documents of each term: those of the first part, then those of the next, all with their new numbers."""
        counts = np.zeros(self.count, np.int64)
        for part in self.parts:
            counts[part.terms[part.used]] += part.counts[part.used]
        at = _at(counts)
        postings = np.zeros(int(at[-1]), np.uint32)
        filled = at[:-1].copy()
        before = 0
        for part in self.parts:
            for first, last in _ranges(part.array("posting_at")):
                self._place(part, first, last, before, filled, postings)
            before += part.documents
        self.writer.add("postings", postings)
        self.writer.add("posting_at", at)
        return postings, at

    def _place(
        self, part: _Part, first: int, last: int, before: int, filled: "NDArray[np.int64]", postings: "NDArray[np.uint32]"
    ) -> None:
        """Put the documents of the terms from one to before another where they belong."""
        at = part.array("posting_at")
        documents = part.array("postings")[at[first] : at[last]]
        if not part.whole:
            documents = documents[part.kept[documents]]
        used = part.used[first:last]
        terms, counts = part.terms[first:last][used], part.counts[first:last][used]
        postings[runs(filled[terms], counts)] = part.numbers[documents] + before
        filled[terms] += counts

    def _facts(self) -> "NDArray[np.int32]":
        """The facts of each document; gives the first days."""
        columns = []
        for name in FACTS:
            pieces = [part.segment.fact(name)[part.kept].astype(np.int32) for part in self.parts]
            if name == "source":
                pieces = [self._renumbered(part, piece) for part, piece in zip(self.parts, pieces, strict=True)]
            columns.append(np.concatenate(pieces))
        write_facts(np.stack(columns, axis=1), self.writer)
        return columns[list(FACTS).index("first")]

    def _renumbered(self, part: _Part, numbers: "NDArray[np.int32]") -> "NDArray[np.int32]":
        renamed = np.array([self.sources.get(source, 0) for source in part.segment.sources], np.int32)
        return renamed[numbers] if len(numbers) else numbers

    def _records(self) -> None:
        lengths = [np.diff(part.array("record_at"))[part.kept] for part in self.parts]
        self.writer.add("record_at", _at(np.concatenate(lengths)))
        self.writer.add("records", *(piece for part in self.parts for piece in self._passages(part)), dtype="|u1")

    def _passages(self, part: _Part) -> "Iterator[NDArray[np.uint8]]":
        at = part.array("record_at")
        for first, last in _ranges(at):
            records = np.frombuffer(part.segment.stored.read("records", int(at[first]), int(at[last] - at[first])), np.uint8)
            if not part.kept[first:last].all():
                kept = np.flatnonzero(part.kept[first:last]) + first
                records = records[runs(at[kept] - at[first], at[kept + 1] - at[kept])]
            yield records


def _kept_places(part: _Part, at: "NDArray[np.int64]") -> "Iterator[NDArray[np.int64]]":
    """The places of what the living documents have in an array in which `at` says where each begins, some at a time."""
    for first, last in _ranges(at):
        kept = np.flatnonzero(part.kept[first:last]) + first
        yield runs(at[kept], at[kept + 1] - at[kept])


def _ranges(at: "NDArray[Any]") -> Iterator[tuple[int, int]]:
    """Rows in groups of about `_CHUNK` entries."""
    first, count = 0, len(at) - 1
    while first < count:
        last = max(first + 1, int(np.searchsorted(at, at[first] + _CHUNK, side="right")) - 1)
        yield first, min(last, count)
        first = last


def _at(lengths: "NDArray[np.int64]") -> "NDArray[np.int64]":
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))


def _owners(at: "NDArray[np.uint32]") -> "NDArray[np.int64]":
    """For each entry of an array the row it belongs to."""
    places = at.astype(np.int64)
    return np.repeat(np.arange(len(at) - 1), places[1:] - places[:-1])
