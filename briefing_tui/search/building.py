"""Passages made into a segment.

A segment knows *terms*: first the words of its lexicon, then its facets. A document is the row of its terms: the words of its
text, `gap`, the words of a translation, `gap`, …, its facets. Beside that row, which ranking walks along, stand for each term
the documents that have it, for each word the facets that are called so, and for each document the few facts to filter by.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..model.dates import Period
from ..model.passage import Facet, Passage
from .codes import ROLES, SORTS, TLPS, USES
from .crowds import Terms, write_best_first, write_starts
from .fold import WORD, fold
from .lexicon import write_lexicon
from .records import Records
from .source import Source
from .storage import Writer

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 60
"""How many letters a word of the index has; a longer run of letters is several words."""
OVERLAP = 16
"""How many letters two such words share, so that a part that is typed is whole in one of them."""
_FACET = 1 << 31
_GAP = _FACET - 1
_SORTS = {sort: number for number, sort in enumerate(SORTS)}
_TLPS = {tlp: number for number, tlp in enumerate(TLPS)}
_USES = {use: number for number, use in enumerate(USES)}


def build(sources: Iterable[tuple[Source, Iterable[Passage]]]) -> bytes:
    """A segment of the passages of some files, as the image of its file."""
    draft = Draft()
    for source, passages in sources:
        draft.add(source, passages)
    return draft.image()


class _Days(NamedTuple):
    """A period as it is written, and its first and last day as numbers."""

    written: str
    first: int
    last: int


def _days(period: Period) -> _Days:
    return _Days(str(period), period.first.toordinal(), period.last.toordinal())


class Draft:
    """A segment in the making."""

    def __init__(self) -> None:
        self.sources: dict[Source, int] = {}
        self._words: defaultdict[str, int] = defaultdict()
        self._words.default_factory = self._words.__len__
        self._facets: dict[Facet, int] = {}
        self._terms = array("I")
        self._term_at = array("Q", [0])
        self._records = Records()
        self._facts: list[tuple[int, int, int, int, int, int]] = []
        self._days: dict[Period, _Days] = {}

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, source: Source, passages: Iterable[Passage]) -> None:
        """Take the passages of a file in; may be called again for more of the same file."""
        number = self.sources.setdefault(source, len(self.sources))
        known = self._words.__getitem__
        for passage in passages:
            row = list(map(known, words_of(fold(passage.text))))
            for wording in passage.translations:
                row.append(_GAP)
                row += map(known, words_of(fold(wording.text)))
            row.append(_GAP)
            row += [_FACET + self._facets.setdefault(facet, len(self._facets)) for facet in passage.facets]
            self._terms.extend(row)
            self._term_at.append(len(self._terms))
            days = self._days.get(passage.date) or self._days.setdefault(passage.date, _days(passage.date))
            self._records.add(passage, days.written)
            self._facts.append((number, days.first, days.last, _SORTS[passage.sort], _TLPS[passage.tlp], _USES[passage.use]))

    def image(self) -> bytes:
        """The segment, as the image of its file."""
        sink = BytesIO()
        self.write(sink)
        return sink.getvalue()

    def write(self, sink: Any) -> None:
        """Write the segment."""
        naming = [[self._words[word] for word in facet_words(facet)] for facet in self._facets]
        words = sorted(self._words)
        rank = np.empty(len(words) + 1, np.uint32)
        rank[[self._words[word] for word in words]] = np.arange(len(words), dtype=np.uint32)
        terms = _numbered(np.frombuffer(self._terms, np.uint32), rank, len(words), len(self._facets))
        term_at = np.frombuffer(self._term_at, np.uint64).astype(np.int64)
        writer = Writer(sink)
        write_lexicon(words, writer)
        named = self._write_facets(naming, rank, len(words), writer)
        writer.add("terms", terms)
        writer.add("term_at", term_at)
        postings = write_postings(terms, term_at, len(words) + len(self._facets), writer)
        facts = np.array(self._facts, np.int32).reshape(-1, len(FACTS))
        write_facts(facts, writer)
        write_best_first(facts[:, 1], term_at, writer)
        roles = np.array([ROLES.index(facet.role) for facet in self._facets], np.uint8)
        starts = write_starts(Terms(words, postings, named, roles), len(self), writer)
        self._records.write(writer)
        writer.close(sources=list(self.sources), size=len(self), starts=starts)

    def _write_facets(
        self, naming: list[list[int]], rank: "NDArray[np.uint32]", words: int, writer: Writer
    ) -> "tuple[NDArray[np.uint32], NDArray[np.uint32]]":
        import msgspec

        encode = msgspec.msgpack.Encoder().encode
        write_facets([FacetRow(ROLES.index(each.role), each.code, encode(each.names)) for each in self._facets], writer)
        named = rank[[word for each in naming for word in each]]
        facets = np.repeat(np.arange(len(naming), dtype=np.uint32), [len(each) for each in naming])
        return write_naming(named, facets, words, writer)


def words_of(folded: str) -> list[str]:
    """The words of a folded text as the index has them."""
    words = WORD.findall(folded)
    if words and len(max(words, key=len)) > LONGEST:
        return [piece for word in words for piece in _pieces(word)]
    return words


def _pieces(word: str) -> Iterator[str]:
    if len(word) <= LONGEST:
        yield word
        return
    for start in range(0, len(word) - OVERLAP, LONGEST - OVERLAP):
        yield word[start : start + LONGEST]


def facet_words(facet: Facet) -> list[str]:
    """The words a facet answers to: those of its names, and each name in one word: `gyuback` finds `Gyu-back`."""
    words: dict[str, None] = {}
    for name in facet.names:
        own = words_of(fold(name))
        words |= dict.fromkeys(own)
        joined = "".join(own)
        if len(own) > 1 and len(joined) <= LONGEST:
            words[joined] = None
    return list(words)


def _numbered(terms: "NDArray[np.uint32]", rank: "NDArray[np.uint32]", words: int, facets: int) -> "NDArray[np.uint32]":
    """Terms as first met, by their numbers in the segment: words, then facets, then the gap."""
    numbered = np.where(terms >= _FACET, terms - np.uint32(_FACET - words), np.uint32(words + facets))
    plain = terms < _GAP
    numbered[plain] = rank[terms[plain]]
    return numbered.astype(np.uint32)


def write_postings(
    terms: "NDArray[np.uint32]", term_at: "NDArray[np.int64]", count: int, writer: Writer
) -> "tuple[NDArray[np.uint32], NDArray[np.int64]]":
    """For each of `count` terms the documents that have it, ascending: `postings`, and where each begins, `posting_at`."""
    documents = len(term_at) - 1
    keys = np.repeat(np.arange(documents, dtype=np.uint64), np.diff(term_at))
    keys |= terms.astype(np.uint64) << np.uint64(32)
    keys = keys[terms < count]
    keys.sort()
    if len(keys):
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    at = np.searchsorted(keys, np.arange(count + 1, dtype=np.uint64) << np.uint64(32))
    postings, posting_at = keys.astype(np.uint32), at.astype(np.int64)
    writer.add("postings", postings)
    writer.add("posting_at", posting_at)
    return postings, posting_at


class FacetRow(NamedTuple):
    """A facet as it is written: the number of its role, its code, its names as msgpack."""

    role: int
    code: str
    names: bytes


def write_facets(facets: Sequence[FacetRow], writer: Writer) -> None:
    """Write the facets."""
    import msgspec

    codes = {code: number for number, code in enumerate(dict.fromkeys(facet.code for facet in facets))}
    writer.add("facet_role", np.array([facet.role for facet in facets], np.uint8))
    writer.add("facet_code", np.array([codes[facet.code] for facet in facets], np.uint32))
    writer.add("codes", msgspec.msgpack.encode(list(codes)))
    writer.add("facet_at", offsets(len(facet.names) for facet in facets))
    writer.add("facets", b"".join(facet.names for facet in facets))


def write_naming(
    named: "NDArray[np.uint32]", facets: "NDArray[np.uint32]", words: int, writer: Writer
) -> "tuple[NDArray[np.uint32], NDArray[np.uint32]]":
    """Pairs of a word and a facet it names, as the facets of each word: `naming`, `naming_at`."""
    order = np.argsort(named, kind="stable")
    naming, naming_at = facets[order], np.searchsorted(named[order], np.arange(words + 1)).astype(np.uint32)
    writer.add("naming", naming)
    writer.add("naming_at", naming_at)
    return naming, naming_at


def write_facts(facts: "NDArray[np.int32]", writer: Writer) -> None:
    """What documents are filtered and ordered by, an array each."""
    for column, (name, dtype) in enumerate(FACTS.items()):
        writer.add(name, facts[:, column].astype(dtype))


FACTS = {"source": np.uint32, "first": np.int32, "last": np.int32, "sort": np.uint8, "tlp": np.uint8, "use": np.uint8}
"""The facts of a document: number of its source, first and last day, sort, marking, ground rule."""


def offsets(lengths: Iterable[int]) -> "NDArray[np.int64]":
    """Where things of some lengths begin, one after the other, and where the last ends."""
    counted = np.fromiter(lengths, np.int64)
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counted)))
