"""Words, and what differs between two texts word by word."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

MOST_CELLS = 40_000
"""The most pairs of words that are compared; of longer texts the whole part that differs is shown as replaced."""

_HAN_AND_KANA = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = rf"[{_HAN_AND_KANA}]|(?:(?![{_HAN_AND_KANA}])\w)+|\s+|[^\w\s]"


class Piece(NamedTuple):
    """A run of text and whether it is in both texts, only in the old or only in the new one."""

    how: "InText"
    text: str


class InText(StrEnum):
    """In which of two texts something is."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


def tokens(text: str) -> list[str]:
    """A text cut into words, spaces and signs that together are the text; a sign of a script without spaces is a word."""
    found: list[str] = []
    for token in re.findall(_TOKEN, text):
        if found and unicodedata.category(token[0])[0] == "M":
            found[-1] += token
        else:
            found.append(token)
    return found


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [token.casefold() for token in tokens(text) if token[0].isalnum()]


@lru_cache(1024)
def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """What of `old` is gone and what in `new` is new: all but the added is `old`, all but the removed is `new`."""
    before, after = tokens(old), tokens(new)
    start = _shared(before, after)
    before, head, after = before[start:], before[:start], after[start:]
    end = _shared(before[::-1], after[::-1])
    tail = before[len(before) - end :]
    before, after = before[: len(before) - end], after[: len(after) - end]
    if len(before) * len(after) <= MOST_CELLS:
        middle = _aligned(before, after)
    else:
        middle = [(InText.REMOVED, word) for word in before] + [(InText.ADDED, word) for word in after]
    same = InText.SAME
    return joined([*((same, word) for word in head), *middle, *((same, word) for word in tail)])


def _shared(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words at the begin are the same."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _aligned(before: Sequence[str], after: Sequence[str]) -> list[tuple[InText, str]]:
    """Both lists along their longest common subsequence; at a choice the removed come first."""
    rows = [[0] * (len(after) + 1)]
    for word in reversed(before):
        below, row = rows[-1], [0] * (len(after) + 1)
        for at in range(len(after) - 1, -1, -1):
            row[at] = below[at + 1] + 1 if word == after[at] else max(below[at], row[at + 1])
        rows.append(row)
    rows.reverse()
    steps: list[tuple[InText, str]] = []
    one = other = 0
    while one < len(before) or other < len(after):
        if one < len(before) and other < len(after) and before[one] == after[other]:
            steps.append((InText.SAME, before[one]))
            one, other = one + 1, other + 1
        elif other == len(after) or (one < len(before) and rows[one + 1][other] >= rows[one][other + 1]):
            steps.append((InText.REMOVED, before[one]))
            one += 1
        else:
            steps.append((InText.ADDED, after[other]))
            other += 1
    return steps


def joined(steps: Sequence[tuple[InText, str]]) -> tuple[Piece, ...]:
    """Steps as pieces: between two that differ, what is the same but holds no word goes with them."""
    pieces: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []
    waiting = ""

    def close() -> None:
        pieces.extend(Piece(how, "".join(side)) for how, side in ((InText.REMOVED, gone), (InText.ADDED, come)) if side)
        gone.clear()
        come.clear()

    for how, text in steps:
        if how is InText.SAME:
            waiting += text
            continue
        if waiting and (gone or come) and not any(map(str.isalnum, waiting)):
            gone.append(waiting)
            come.append(waiting)
        elif waiting:
            close()
            pieces.append(Piece(InText.SAME, waiting))
        waiting = ""
        (gone if how is InText.REMOVED else come).append(text)
    close()
    return (*pieces, Piece(InText.SAME, waiting)) if waiting else tuple(pieces)
