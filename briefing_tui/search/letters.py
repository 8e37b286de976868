"""Letters as a reader sees them: with their marks, joined emoji as one."""

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"


def letter_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where each letter of `text[start:end]` ends, marks and joined signs included (after UAX #29, without its rare cases)."""
    end = len(text) if end is None else min(end, len(text))
    flag = False
    for place in range(start + 1, end):
        flag = not flag and _is_flag(text[place - 1])
        if not (text[place - 1] == _JOINER or _joins(text[place]) or (flag and _is_flag(text[place]))):
            yield place
    if end > start:
        yield end


def _joins(letter: str) -> bool:
    """Whether a letter belongs to the one before it."""
    if letter < "\u0300":
        return letter == "\u00ad"
    return (
        unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\u1160" <= letter <= "\u11ff"
    )


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
