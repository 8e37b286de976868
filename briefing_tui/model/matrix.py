"""Who met whom: how often every two delegations held talks, and when last."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from .briefing import TalkStatus
from .dates import Period
from .marking import Tlp, strictest
from .meetings import Meeting


@dataclass(frozen=True, slots=True)
class Cell:
    """The talks of two delegations, the newest first: those that were held, which count, and apart from them the planned."""

    held: tuple[Meeting, ...] = ()
    planned: tuple[Meeting, ...] = ()

    @property
    def count(self) -> int:
        """How many talks were held."""
        return len(self.held)

    @property
    def newest(self) -> Period | None:
        """The date of the last talk that was held."""
        return self.held[0].date if self.held else None


NEVER_MET = Cell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Delegations against delegations. `codes` are the delegations, those with the most talks first.

    `totals` are the talks each has held: one with two others at once counts once there, and in two cells.
    """

    codes: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    totals: Mapping[str, int]
    tlp: Tlp | None

    def cell(self, one: str, other: str) -> Cell:
        """What two delegations had with each other, whichever is named first."""
        return self.cells.get((min(one, other), max(one, other)), NEVER_MET)

    def pairs(self) -> list[tuple[tuple[str, str], Cell]]:
        """The cells that hold something, the most talks first, of equally many the newest."""

        def order(item: tuple[tuple[str, str], Cell]) -> tuple[object, ...]:
            (one, other), cell = item
            newest = cell.newest.first.toordinal() if cell.newest else 0
            return -cell.count, -newest, -len(cell.planned), one, other

        return sorted(self.cells.items(), key=order)


def matrix(known: Iterable[Meeting]) -> Matrix:
    """The matrix of some talks; a cancelled one is none, nor is one within a single delegation."""
    found: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    totals: Counter[str] = Counter()
    for meeting in known:
        codes = sorted(meeting.codes)
        if meeting.status is TalkStatus.CANCELLED or len(codes) < 2:
            continue
        totals.update(dict.fromkeys(codes, int(meeting.status is TalkStatus.HELD)))
        for pair in combinations(codes, 2):
            found[pair].append(meeting)
    cells = {pair: _cell(talks) for pair, talks in found.items()}
    codes = sorted(totals, key=lambda code: (-totals[code], code))
    tlp = strictest({meeting.tlp for talks in found.values() for meeting in talks})
    return Matrix(tuple(codes), cells, totals, tlp)


def _cell(talks: list[Meeting]) -> Cell:
    talks.sort(key=lambda each: (each.key, each.id))
    talks.sort(key=lambda each: each.order, reverse=True)
    held = tuple(each for each in talks if each.status is TalkStatus.HELD)
    return Cell(held, tuple(each for each in talks if each.status is TalkStatus.PLANNED))
