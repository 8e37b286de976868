"""Words as comparing knows them, and where one ends."""

import re

WORD = re.compile(r"\w+")
_HYPHENS = "-‑‐"


def whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words do: no part of a word, a number or a compound with a hyphen."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, at: int) -> bool:
    """Whether what stands on both sides of a place is one word: `kein`, `3,5`, `can't`, `Nicht-Mitglied`."""
    before, after = text[max(at - 2, 0) : at], text[at : at + 2]
    if not before or not after:
        return False
    return _bound(before[-1], after) or (len(before) == 2 and _linked(before[0], before[1], after[0]))


def _bound(left: str, right: str) -> bool:
    if not left.isalnum():
        return False
    return right[0].isalnum() or (len(right) == 2 and _linked(left, right[0], right[1]))


def _linked(left: str, sign: str, right: str) -> bool:
    """Whether a sign between two characters makes them one word."""
    if left.isdigit() and right.isdigit():
        return sign in ".,:/'’" or sign in _HYPHENS
    return left.isalnum() and right.isalnum() and (sign in "'’" or sign in _HYPHENS)
