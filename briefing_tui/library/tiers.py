"""Which segments to make one: so few that a search is quick, and so seldom that a change never rewrites all there is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WIDTH = 8
"""How many segments of the smallest become one, and how many times larger those of a tier are than of the one below."""
FEW = 3
"""How many larger segments of like size become one: each makes every query longer by a third of a millisecond or more."""
SMALLEST = 2_000
"""Segments with fewer passages are alike."""
WORN = 0.3
"""What share of a segment's sources may be dead before it is written anew."""


class Piece(NamedTuple):
    """A segment: its name, how many passages it has, what share of its sources is dead, whether files in it are gone."""

    name: str
    size: int
    dead: float
    gone: bool


def plan(pieces: Iterable[Piece], *, strict: bool = False) -> Iterator[tuple[Piece, ...]]:
    """Groups to be made one, the smallest first; if it is `strict`, nothing of a file that is gone is left."""
    tiers: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        tiers[_tier(piece.size)].append(piece)
    for number, tier in sorted(tiers.items()):
        if len(tier) >= (FEW if number else WIDTH):
            yield tuple(tier)
        else:
            yield from ((piece,) for piece in tier if piece.dead > WORN or (strict and piece.gone))


def _tier(size: int) -> int:
    """The same for sizes that differ by less than WIDTH."""
    tier = 0
    while size >= SMALLEST:
        size //= WIDTH
        tier += 1
    return tier


def passages(group: Sequence[Piece]) -> int:
    """How many passages a group has."""
    return sum(piece.size for piece in group)
