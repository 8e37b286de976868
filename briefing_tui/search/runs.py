"""Numbers gathered in one go."""

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


def runs(starts: "NDArray[Any]", lengths: "NDArray[Any]") -> "NDArray[np.int64]":
    """The places of runs, one after the other: `runs([10, 20], [3, 2])` is `[10, 11, 12, 20, 21]`."""
    total = int(lengths.sum())
    places = np.arange(total, dtype=np.int64)
    shift = np.asarray(starts, np.int64) - (np.cumsum(lengths) - lengths)
    places += np.repeat(shift, lengths)
    return places


def distinct(numbers: "NDArray[Number]") -> "NDArray[Number]":
    """The numbers ascending, each once; `numpy.unique` would load masked arrays first, which takes as long as a query."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]
