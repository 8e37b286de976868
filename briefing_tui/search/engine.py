"""Answers queries over some segments, as they and their sources were when this was made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from ..i18n import _, later
from ..model.dates import Period
from ..model.fields import Kind, Ref
from ..model.marking import Tlp, strictest
from ..model.passage import Passage, Sort
from . import rank, suggest, trace
from .asking import Conditions, ask, met_by
from .codes import SORTS, TLPS
from .finding import Asked, Finding, find
from .grammar import MOST_REMARKS, Query, cut, parse
from .kept import Kept
from .live import Live, stands
from .lookup import may_slip
from .places import Reach
from .results import Hit, Marks
from .runs import distinct
from .storage import DamagedError
from .words import Word

if TYPE_CHECKING:
    pass

ENOUGH = 10
"""With so many hits that hold all words letter by letter, nobody has mistyped anything."""


LOST = later("being read again")


class Answer(NamedTuple):
    """The best hits, those of a sort together; how many there are of each sort, or even more; the strictest marking."""

    hits: tuple[Hit, ...]
    counts: Mapping[Sort, int]
    more: bool
    tlp: Tlp | None


class Wish(NamedTuple):
    """How much each word counts, the key of the briefing that comes before others, how many to look at closely."""

    weights: Sequence[float]
    prefer: str
    size: int


class _Origin:
    """One segment as a query found it: where its hits come from."""

    def __init__(self, part: Live, asked: Asked, noticed: Callable[[], None]) -> None:
        self.part = part
        self.asked = asked
        self._noticed = noticed

    def passage(self, document: int) -> Passage:
        segment = self.part.segment
        try:
            segment.hold()
            return segment.passage(document, self.part.key(document))
        except DamagedError:
            self._noticed()
            return Passage("", Ref(Kind.WORDS, ""), _(LOST), Period.parse("0001"))

    def marks(self, document: int, passage: Passage) -> Marks:
        segment = self.part.segment
        try:
            segment.hold()
            return trace.marks(segment, document, self.asked, passage) if passage.text != _(LOST) else Marks()
        except DamagedError:
            self._noticed()
            return Marks()


class Engine:
    """Searches some segments. `noticed` is called if a hit that is looked at turns out to be damaged.

    A query that meets damage raises DamagedError; a hit met later says LOST, for the moment until its file is read again.
    """

    def __init__(self, parts: Sequence[Live], noticed: Callable[[], None]) -> None:
        self.parts = parts
        self._noticed = noticed
        self.size = sum(part.segment.size for part in parts)
        self._conditions: Conditions = Kept(8)

    def answer(self, query: Query, limit: int, prefer: str, only: Sort | None) -> Answer:
        """The best hits, at most `limit` of each sort; of `only` one sort, if so asked."""
        asked, found = self.find(query)
        groups = self._groups(found)
        counts = {sort: _count(group.values()) for sort, group in groups.items()}
        wish = Wish(self._weights(asked), prefer, max(limit, rank.POOL))
        origins = [_Origin(part, each, self._noticed) for part, each in zip(self.parts, asked, strict=True)]
        hits: list[Hit] = []
        markings: set[int] = set()
        for sort in counts if only is None else {only} & counts.keys():
            best = self._best(origins, groups[sort], wish).first(limit)
            for number in distinct(best.parts).tolist():
                markings.update(self.parts[number].segment.fact("tlp")[best.documents[best.parts == number]].tolist())
            rows = zip(best.scores.tolist(), best.documents.tolist(), best.parts.tolist(), strict=True)
            hits += [Hit(score, document, origins[part]) for score, document, part in rows]
        tlp = strictest(TLPS[number] for number in markings)
        return Answer(tuple(hits), counts, any(each.more for each in found), tlp)

    def find(self, query: Query) -> tuple[list[Asked], list[Finding]]:
        """The documents of each segment that meet a query.

        If few hold its words as typed, words that nothing begins with may be mistyped; if none does, all may, and if that
        finds nothing either, all may be mistyped beginnings.
        """
        asked, found = self._found(query, frozenset())
        count = _count(found)
        if count < ENOUGH:
            unsure = frozenset(word for word in query.words if may_slip(word) and stands(self.parts, word) is Reach.INSIDE)
            if unsure:
                asked, found = self._found(query, unsure)
                count = _count(found)
        if not count:
            slipped = frozenset(filter(may_slip, query.words))
            if slipped:
                asked, found = self._found(query, slipped)
                begun = tuple(replace(word, typed=word.typed or word in slipped) for word in query.words)
                if not _count(found) and begun != query.words and _means_all(asked, query.words, begun):
                    asked, found = self._found(query._replace(words=begun), frozenset(filter(may_slip, begun)))
        return asked, found

    def _found(self, query: Query, slipped: frozenset[Word]) -> tuple[list[Asked], list[Finding]]:
        asked = ask(self.parts, query, slipped, self._conditions)
        return asked, [find(part.segment, each, part.living) for part, each in zip(self.parts, asked, strict=True)]

    def unmet(self, query: Query) -> tuple[str, ...]:
        """What of a query that finds nothing names nothing there is, a remark each."""
        wanted = (each for each in query.conditions if each.wanted)
        nameless = (each for each in wanted if not any(part.count for part in met_by(self.parts, each, self._conditions)))
        shown = (f"{each.field.value}:{cut(' '.join(word.text for word in each.words))}" for each in nameless)
        return tuple(_("{shown} names nothing here", shown=each) for each in islice(shown, MOST_REMARKS))

    def suggestions(self, text: str) -> tuple[str, ...]:
        """What to try instead of a query that finds nothing."""
        return suggest.instead(self.parts, text, lambda other: _count(self.find(parse(other))[1]))

    # --- the best

    def _groups(self, found: Sequence[Finding]) -> dict[Sort, dict[int, Finding]]:
        """What was found of each sort, by the number of the segment; what nothing was found of is left out."""
        groups: dict[Sort, dict[int, Finding]] = {}
        for number, (part, each) in enumerate(zip(self.parts, found, strict=True)):
            for sort, finding in each.split(part.segment).items() if len(each) else ():
                groups.setdefault(sort, {})[number] = finding
        return {sort: groups[sort] for sort in SORTS if sort in groups}

    def _weights(self, asked: Sequence[Asked]) -> list[float]:
        """How much each word counts, all together 1: a word that few documents have counts more."""
        columns = zip(*(each.words for each in asked), strict=True)
        weights = [log(1 + (self.size + 1) / (sum(meaning.count for meaning in column) + 1)) for column in columns]
        total = sum(weights) or 1.0
        return [weight / total for weight in weights]

    def _best(self, origins: Sequence[_Origin], group: Mapping[int, Finding], wish: Wish) -> rank.Best:
        """The best of a group in each segment, all together."""
        best = []
        for number, found in group.items():
            origin = origins[number]
            segment = origin.part.segment
            documents, scores = rank.pool(segment, found, wish.weights, origin.part.preferred(wish.prefer), wish.size)
            best.append(rank.close(segment, number, documents, scores, origin.asked.words))
        return rank.joined(best)


def _means_all(asked: Sequence[Asked], words: Sequence[Word], begun: Sequence[Word]) -> bool:
    """Whether each word that is no other as a beginning means something."""
    columns = zip(*(each.words for each in asked), strict=True)
    same = [column for column, word, other in zip(columns, words, begun, strict=True) if word == other]
    return all(any(meaning.count for meaning in column) for column in same)


def _count(found: Iterable[Finding]) -> int:
    return sum(map(len, found))
