"""A segment: some files' passages, searched as they were when it was written. It never changes."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model.passage import Facet, Passage, Sort
from .building import FACTS
from .codes import ROLES, SORTS
from .kept import Kept
from .lexicon import Lexicon
from .records import Record
from .runs import distinct, runs
from .source import Source
from .storage import DamagedError, Stored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint32]

__all__ = ["DamagedError", "Segment"]


_HEAVY = 2_000


class Segment:
    """Documents, by number: the rows of their terms, the facts to filter by, the passages. See `building`.

    Whatever is looked at is checked; all methods raise DamagedError if it is not as it was written.
    """

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        try:
            self.size: int = stored.facts["size"]
            self.sources = tuple(Source(*each) for each in stored.facts["sources"])
            self.lexicon = Lexicon(stored)
            self.starts = {beginning: row for row, beginning in enumerate(stored.facts["starts"])}
            self.terms = len(stored.array("posting_at")) - 1
            self.facet_role: NDArray[np.uint8] = stored.sound("facet_role")
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedError("not a segment", stored.place) from error
        self.words = len(self.lexicon)
        self.gap = self.terms
        self._record = Record(stored)
        self._facets: dict[int, Facet] = {}
        self._passages: Kept[tuple[int, str], Passage] = Kept(512)

    @classmethod
    def open(cls, path: Path) -> "Segment":
        """The segment in a file; raises DamagedError, or FileNotFoundError if there is none."""
        return cls(Stored.open(path))

    @classmethod
    def load(cls, image: bytes) -> "Segment":
        """The segment of which this is the image, made just now."""
        return cls(Stored.load(image))

    @property
    def place(self) -> Path | None:
        """The file it is in; None if it is in memory."""
        return self.stored.place

    def hold(self) -> None:
        """Raise DamagedError if the file was cut since it was opened."""
        if not self.stored.whole():
            raise DamagedError("cut", self.place)

    def verify(self) -> None:
        """Check all that was not looked at yet."""
        self.stored.verify()

    def warm(self) -> None:
        """Check all but the passages, which are checked one by one, and have ready what the first who searches needs."""
        self.stored.warm("records")
        self.hold()
        self.lexicon.warm()
        _ = self.sorts, self.ranks, self.codes

    # --- terms and documents

    @cached_property
    def posting_at(self) -> "NDArray[np.int64]":
        """Where the documents of each term begin among the postings, and where the last end."""
        return self.stored.sound("posting_at")

    def counts(self, terms: "Numbers") -> "NDArray[np.int64]":
        """In how many documents each term is."""
        counts: NDArray[np.int64] = self.posting_at.take(terms + 1) - self.posting_at.take(terms)
        return counts

    def postings(self, first: int, last: int) -> "Numbers":
        """The documents of the terms from one to before another, one term after the other."""
        return self.posted(int(self.posting_at[first]), int(self.posting_at[last]))

    def posted(self, start: int, end: int) -> "Numbers":
        """The documents at a range of places in the postings."""
        self.stored.check("postings", start, end)
        return self.stored.array("postings")[start:end]

    def documents(self, terms: "Numbers") -> "Numbers":
        """The documents of some terms, one term after the other, in the order of the terms."""
        places = runs(self.posting_at.take(terms), self.counts(terms))
        self.stored.check_at("postings", places)
        return self.stored.array("postings").take(places)

    def having(self, terms: "Numbers") -> "Numbers":
        """The documents of some terms, in any order, those with two of them twice; quicker where a few terms have most."""
        if len(terms) and int(terms[-1]) - int(terms[0]) == len(terms) - 1:
            return self.postings(int(terms[0]), int(terms[-1]) + 1)
        heavy = self.counts(terms) > _HEAVY
        pieces = [self.postings(term, term + 1) for term in terms[heavy].tolist()]
        return np.concatenate([*pieces, self.documents(terms[~heavy])])

    def rows(self, documents: "Numbers") -> "tuple[Numbers, NDArray[np.int64]]":
        """The terms of some documents, one document after the other, and how many each has."""
        at = self.stored.sound("term_at")
        starts, lengths = at.take(documents), self.lengths(documents)
        places = runs(starts, lengths)
        self.stored.check_at("terms", places)
        return self.stored.array("terms").take(places), lengths

    def row(self, document: int) -> "Numbers":
        """The terms of one document."""
        start, end = self.stored.sound("term_at")[document : document + 2].tolist()
        self.stored.check("terms", start, end)
        return self.stored.array("terms")[start:end]

    def lengths(self, documents: "Numbers") -> "NDArray[np.int64]":
        """How many terms each of some documents has."""
        at = self.stored.sound("term_at")
        lengths: NDArray[np.int64] = at[1:].take(documents) - at.take(documents)
        return lengths

    def fact(self, name: str) -> "NDArray[Any]":
        """A fact of every document: see `FACTS`."""
        return self.stored.sound(name) if name in FACTS else self.stored.array(name)

    @cached_property
    def sorts(self) -> "dict[Sort, NDArray[np.uint8]]":
        """The sorts there are, and for each document 1 if it is of it, else 0."""
        sorts = self.fact("sort")
        return {SORTS[number]: (sorts == number).view(np.uint8) for number in distinct(sorts).tolist()}

    @cached_property
    def ranks(self) -> "Numbers":
        """The place of each document in the order in which equals are listed."""
        order = self.stored.sound("best_first")
        ranks = np.empty(self.size, np.uint32)
        ranks[order] = np.arange(self.size, dtype=np.uint32)
        return ranks

    def named(self, words: "Numbers") -> "tuple[Numbers, Numbers]":
        """The facets that some words name, with the place among these words of the word that does."""
        at = self.stored.sound("naming_at")
        starts = at.take(words).astype(np.int64)
        counts = at[1:].take(words) - starts
        facets = self.stored.sound("naming").take(runs(starts, counts))
        return facets, np.repeat(np.arange(len(words), dtype=np.uint32), counts)

    def start(self, beginning: str) -> "NDArray[np.bool_] | None":
        """Which documents have a word that begins so, or a facet called so, if that was worked out: see `crowds`."""
        row = self.starts.get(beginning)
        if row is None:
            return None
        wide = (self.size + 7) // 8
        self.stored.check("starts", row * wide, (row + 1) * wide)
        bits = self.stored.array("starts")[row * wide : (row + 1) * wide]
        return np.unpackbits(bits, count=self.size).view(bool)

    @cached_property
    def codes(self) -> list[str]:
        """The codes of countries and organisations that facets have."""
        import msgspec

        codes: list[str] = msgspec.msgpack.decode(self.stored.sound("codes").tobytes())
        return codes

    def facet(self, number: int) -> Facet:
        """A facet by its number."""
        known = self._facets.get(number)
        if known is None:
            import msgspec

            start, end = self.stored.sound("facet_at")[number : number + 2].tolist()
            names = msgspec.msgpack.decode(self.stored.sound("facets")[start:end].tobytes())
            code = self.codes[self.stored.sound("facet_code")[number]]
            known = self._facets[number] = Facet(ROLES[self.facet_role[number]], tuple(names), code)
        return known

    def passage(self, document: int, briefing: str) -> Passage:
        """The passage a document is, of the briefing with this key; kept for a while, as one hit is found letter by letter."""
        key = document, briefing
        return self._passages.get(key) or self._passages.keep(key, self._passage(document, briefing))

    def _passage(self, document: int, briefing: str) -> Passage:
        row = self.row(document)
        facets = tuple(self.facet(term - self.words) for term in row[row >= self.words].tolist() if term != self.gap)
        return self._record.get(document, briefing, facets)
