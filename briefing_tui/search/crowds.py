"""What most documents have in common, worked out when a segment is written: the answers that would take long.

`starts` has for each short beginning of words that an eighth of all documents have (`{"starts": [...]}` in the facts names
them) a bit for each document: does it have such a word, or a facet called so? `best_first` has all documents in the order in
which equals are listed: the newest first, then the shortest.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from .codes import ROLES, UNSAID

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .storage import Writer

    Numbers = NDArray[np.uint32]

SHORT = 3
"""How many letters a beginning has for which such bits are kept, at most."""
_SHARE = 8


class Terms:
    """The terms of a segment in the making, as `building` writes them."""

    def __init__(
        self,
        words: Sequence[str],
        postings: tuple["Numbers", "NDArray[np.int64]"],
        naming: tuple["Numbers", "Numbers"],
        roles: "NDArray[np.uint8]",
    ) -> None:
        self.words = words
        self.postings, self.posting_at = postings
        self.naming, self.naming_at = naming
        self.said = ~np.isin(roles, [ROLES.index(role) for role in UNSAID])

    def beginnings(self) -> Iterator[tuple[str, int, int]]:
        """Each short beginning, and the range of words that begin so."""
        for length in range(1, SHORT + 1):
            place = 0
            for beginning, group in groupby(self.words, key=lambda word: word[:length]):
                start, place = place, place + sum(1 for _ in group)
                if len(beginning) == length:
                    yield beginning, start, place

    def having(self, first: int, last: int) -> Iterator["Numbers"]:
        """The documents that have a word of a range, or a facet it names; some more than once."""
        yield self.postings[self.posting_at[first] : self.posting_at[last]]
        facets = self.naming[self.naming_at[first] : self.naming_at[last]]
        for facet in (facets[self.said[facets]] + np.uint32(len(self.words))).tolist():
            yield self.postings[self.posting_at[facet] : self.posting_at[facet + 1]]


def write_starts(terms: Terms, documents: int, writer: "Writer") -> list[str]:
    """Write the bits of each beginning that so many documents have; gives the beginnings."""
    rows, kept = [], []
    for beginning, first, last in terms.beginnings():
        if terms.posting_at[last] - terms.posting_at[first] < documents // _SHARE or documents < _SHARE:
            continue
        has = np.zeros(documents, bool)
        for each in terms.having(first, last):
            has[each] = True
        if np.count_nonzero(has) * _SHARE >= documents:
            rows.append(np.packbits(has))
            kept.append(beginning)
    writer.add("starts", *rows, dtype="|u1")
    return kept


def write_best_first(first_days: "NDArray[np.int32]", term_at: "NDArray[np.int64]", writer: "Writer") -> None:
    """Write the order of equals."""
    writer.add("best_first", np.lexsort((np.diff(term_at), -first_days)).astype(np.uint32))
