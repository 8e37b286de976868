"""Who met whom: how often every two delegations held talks, and when last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from .briefing import TalkStatus
from .marking import Tlp, strictest
from .meetings import Meeting
from .records import record


@record()
class Cell:
    """The talks of two delegations, in no order: those that were held, which count, and apart from them the planned."""

    held: tuple[Meeting, ...] = ()
    planned: tuple[Meeting, ...] = ()

    @property
    def count(self) -> int:
        """How many talks were held."""
        return len(self.held)

    @property
    def last(self) -> Meeting | None:
        """The newest talk that was held."""
        return max(self.held, key=_order, default=None)

    @property
    def talks(self) -> tuple[Meeting, ...]:
        """All of them, the newest first, what is planned among the others."""
        return tuple(sorted((*self.held, *self.planned), key=_order, reverse=True))


def _order(meeting: Meeting) -> tuple[object, ...]:
    return meeting.order, meeting.key, meeting.id


NEVER_MET = Cell()


@record()
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
            day = cell.last.date.first.toordinal() if cell.last else 0
            return -cell.count, -day, -len(cell.planned), one, other

        return sorted(self.cells.items(), key=order)


def matrix(known: Iterable[Meeting]) -> Matrix:
    """The matrix of some talks; a cancelled one is none, nor is one within a single delegation."""
    held: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    planned: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    lists = {TalkStatus.HELD: held, TalkStatus.PLANNED: planned}
    for meeting in known:
        if meeting.status in lists:
            lists[meeting.status][meeting.codes].append(meeting)
    totals = {code: 0 for codes in (*held, *planned) if len(codes) > 1 for code in codes}
    for codes, talks in held.items():
        for code in codes if len(codes) > 1 else ():
            totals[code] += len(talks)
    met, will_meet = _by_pair(held), _by_pair(planned)
    cells = {pair: Cell(tuple(met.get(pair, ())), tuple(will_meet.get(pair, ()))) for pair in {**met, **will_meet}}
    codes = tuple(sorted(totals, key=lambda code: (-totals[code], code)))
    return Matrix(codes, cells, totals, strictest({each.tlp for cell in cells.values() for each in cell.held + cell.planned}))


def _by_pair(talks: Mapping[tuple[str, ...], list[Meeting]]) -> dict[tuple[str, str], list[Meeting]]:
    """The talks of every two delegations, told from those of all who were there together."""
    found: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for codes, meetings in talks.items():
        for pair in combinations(codes, 2):
            found[pair] += meetings
    return found
