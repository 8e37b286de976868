"""Hits under headings: which row of a list is what, worked out from the size of each group, not from the hits."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from ..model.passage import Sort
from ..search.results import Results

LIMIT = 200
"""How many hits of a sort are listed."""


class Group(NamedTuple):
    """The hits of one sort: `start` is the first of them among all, `row` that of their heading, from 0."""

    sort: Sort
    start: int
    size: int
    row: int


def grouped(results: Results, only: Sort | None) -> tuple[Group, ...]:
    """The groups of an answer. The hits are looked at only if the counts do not say how many of each sort are listed."""
    counts = results.counts if only is None else {only: results.counts.get(only, 0)}
    sizes = [(sort, min(counts[sort], LIMIT)) for sort in Sort if counts.get(sort)]
    if sum(size for _, size in sizes) != len(results.hits):
        sizes = [(sort, len(list(hits))) for sort, hits in groupby(results.hits, lambda hit: hit.passage.sort)]
    groups = []
    start = 0
    for number, (sort, size) in enumerate(sizes):
        groups.append(Group(sort, start, size, start + number))
        start += size
    return tuple(groups)


def row_of(groups: Sequence[Group], index: int) -> int:
    """The row a hit stands on."""
    return index + sum(group.start <= index for group in groups)


def group_at(groups: Sequence[Group], row: int) -> Group:
    """The group a row belongs to; there must be one."""
    return next(group for group in reversed(groups) if group.row <= max(row, 0))


def group_of(groups: Sequence[Group], index: int) -> Group:
    """The group a hit belongs to; there must be one."""
    return next(group for group in reversed(groups) if group.start <= index)


def rows_in(groups: Sequence[Group]) -> int:
    """How many rows there are, headings and hits."""
    return groups[-1].row + 1 + groups[-1].size if groups else 0
