"""Who met whom in a whole library, counted in one pass over what is known of its files; as `model.matrix`, without the talks.

A reader waits for it: forty thousand talks are counted in the time in which as many objects could be made.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from ..model.briefing import TalkStatus
from ..model.dates import Period
from ..model.marking import Tlp, strictest
from ..model.meetings import Meeting, Side, when
from ..model.records import record
from .facts import Facts


class Met(NamedTuple):
    """What two delegations had with each other: talks held and planned, when last, and the only one if there is but one.

    `only` is the key of its briefing and its id there.
    """

    held: int = 0
    planned: int = 0
    last: Period | None = None
    only: tuple[str, str] | None = None


@record()
class WhoMet:
    """Delegations, those with the most talks first, and what every two of them had, by their codes in the alphabet's order."""

    codes: tuple[str, ...]
    totals: Mapping[str, int]
    pairs: Mapping[tuple[str, str], Met]
    tlp: Tlp | None
    classifications: tuple[str, ...]

    def pair(self, one: str, other: str) -> tuple[str, str]:
        """Two codes in the order of `codes`."""
        first, second = sorted((one, other), key=lambda code: (-self.totals[code], code))
        return first, second

    def ranked(self) -> list[tuple[tuple[str, str], Met]]:
        """The pairs, each in the order of `codes`; the most talks first, of equally many the newest."""

        def order(item: tuple[tuple[str, str], Met]) -> tuple[object, ...]:
            codes, met = item
            return -met.held, -(met.last.first.toordinal() if met.last else 0), -met.planned, codes

        return [(self.pair(*codes), met) for codes, met in sorted(self.pairs.items(), key=order)]


class _Tally:
    """What all who met at once had with each other."""

    __slots__ = ("held", "last", "newest", "only", "planned")

    def __init__(self, only: tuple[str, str]) -> None:
        self.held = self.planned = 0
        self.newest: tuple[int, int] = (0, -1)
        self.last: Period | None = None
        self.only = only

    def add(self, talk: Meeting) -> None:
        if talk.status is TalkStatus.PLANNED:
            self.planned += 1
            return
        self.held += 1
        time = when(talk.date)
        if self.last is None or time > self.newest:
            self.newest, self.last = time, talk.date


def who_met(known: Iterable[Facts]) -> WhoMet:
    """Who met whom; a cancelled talk is none, nor is one within a single delegation."""
    tallies: dict[tuple[str, ...], _Tally] = {}
    tlps: set[Tlp | None] = set()
    said: dict[str, None] = {}
    for key, outline, codes, talk in _talks(known):
        tally = tallies.get(codes)
        if tally is None:
            tally = tallies[codes] = _Tally((key, talk.id))
        tally.add(talk)
        tlps.add(talk.tlp)
        said[outline] = None
    totals = dict.fromkeys((code for codes in tallies for code in codes), 0)
    for codes, tally in tallies.items():
        for code in codes:
            totals[code] += tally.held
    ranked = tuple(sorted(totals, key=lambda code: (-totals[code], code)))
    return WhoMet(ranked, totals, _pairs(tallies), strictest(tlps), tuple(filter(None, said)))


def _talks(known: Iterable[Facts]) -> Iterator[tuple[str, str, tuple[str, ...], Meeting]]:
    """The talks that count: the key and classification of the briefing, the codes of those who met, the talk without key."""
    seen: dict[tuple[Side, ...], tuple[str, ...]] = {}
    for facts in known:
        outline = facts.briefing
        for talk in outline.talks if outline else ():
            codes = seen.get(talk.sides)
            if codes is None:
                codes = seen[talk.sides] = talk.codes
            if outline and len(codes) > 1 and talk.status is not TalkStatus.CANCELLED:
                yield facts.entry.key, outline.classification, codes, talk


def _pairs(tallies: Mapping[tuple[str, ...], _Tally]) -> dict[tuple[str, str], Met]:
    found: dict[tuple[str, str], tuple[tuple[int, int], Met]] = {}
    for codes, tally in tallies.items():
        alone = tally.only if tally.held + tally.planned == 1 else None
        own = (tally.newest, Met(tally.held, tally.planned, tally.last, alone))
        for pair in combinations(codes, 2):
            found[pair] = _together(found[pair], own) if pair in found else own
    return {pair: met for pair, (_, met) in found.items()}


def _together(one: tuple[tuple[int, int], Met], other: tuple[tuple[int, int], Met]) -> tuple[tuple[int, int], Met]:
    """What two have had in two kinds of rounds."""
    newest, met = max(one, other, key=lambda each: (each[1].last is not None, each[0]))
    return newest, Met(one[1].held + other[1].held, one[1].planned + other[1].planned, met.last)


def talks_of(known: Iterable[Facts], one: str, other: str) -> tuple[Meeting, ...]:
    """The talks of two delegations, the newest first, what is planned among the others."""
    found = (talk._replace(key=key) for key, _, codes, talk in _talks(known) if one in codes and other in codes)
    return tuple(sorted(found, key=lambda talk: (talk.order, talk.key, talk.id), reverse=True))
