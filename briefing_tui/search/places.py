"""Where a word's letters stand in a folded text."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from .results import Spans

MOST = 200
"""How many places in one text are shown."""
_MOST_LOOKS = 2000


class Reach(IntEnum):
    """Where in a word the typed letters may stand."""

    WHOLE = 0
    START = 1
    INSIDE = 2


def places(text: str, part: str, reach: Reach) -> Iterator[tuple[int, int]]:
    """The places of `part`: anywhere, at the beginning of a word, or as a whole word."""
    at = text.find(part)
    for _ in range(_MOST_LOOKS):
        if at < 0:
            return
        end = at + len(part)
        begins = reach is Reach.INSIDE or not text[at - 1 : at].isalnum()
        if begins and not (reach is Reach.WHOLE and text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(part, end)


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans in order, those that overlap or touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
