"""One line of a text around its first hit."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ..model.letters import letter_ends
from .results import Spans

CUT = "…"

_SPACE = re.compile(r"\s")
_WORD = re.compile(r"(?<!\w)\w")
_LEAD = 3
_MOST_A_CELL = 16

Cells = Callable[[str], int]


def snippet(text: str, spans: Sequence[tuple[int, int]], width: int, cells: Cells = len) -> tuple[str, Spans]:
    """At most `width` cells of `text`, as `cells` counts them, from a word near the first span on; and the spans in it.

    What is cut ends in `…`; every white space is one space; letters stay whole with their marks.
    """
    if width <= 0:
        return "", ()
    start = _start(text, spans, width, cells)
    lead = CUT if start else ""
    room = width - cells(lead)
    end, tail = _end(text, start, room, cells), ""
    if end < len(text):
        end, tail = _end(text, start, room - cells(CUT), cells), CUT
    if start == end:
        return tail, ()
    shift = start - len(lead)
    kept = ((max(first, start) - shift, min(last, end) - shift) for first, last in spans if first < end and last > start)
    return lead + _SPACE.sub(" ", text[start:end]) + tail, tuple(kept)


def _start(text: str, spans: Sequence[tuple[int, int]], width: int, cells: Cells) -> int:
    """The very beginning if the first span is in sight from there, else a word before it."""
    first, last = spans[0] if spans else (0, 0)
    if not first or _end(text, 0, width - cells(CUT), cells) >= last:
        return 0
    room = _lead(text, first, width - cells(CUT), cells)
    begin = max(0, first - room * _MOST_A_CELL)
    ends = [begin, *letter_ends(text, begin, first)]
    start = first
    for after, before in pairwise(reversed(ends)):
        room -= _cells(text[before:after], cells)
        if room < 0:
            break
        start = before
    word = _WORD.search(text, start, first + 1)
    return word.start() if word else start


def _lead(text: str, first: int, width: int, cells: Cells) -> int:
    """How many cells may stand before the first span: a third of the width, or more if the rest of the text is short."""
    end = _end(text, first, width - width // _LEAD, cells)
    if end < len(text):
        return width // _LEAD
    ends = [first, *letter_ends(text, first)]
    return width - sum(_cells(text[before:after], cells) for before, after in pairwise(ends))


def _end(text: str, start: int, room: int, cells: Cells) -> int:
    """How far so many cells reach."""
    last = start + _MOST_A_CELL * max(0, room) + 1
    end = start
    for after in letter_ends(text, start, last):
        room -= _cells(text[end:after], cells)
        if room < 0 or (after == last and last < len(text)):
            break
        end = after
    return end


def _cells(letter: str, cells: Cells) -> int:
    return 1 if len(letter) == 1 and " " <= letter <= "~" else cells(_SPACE.sub(" ", letter))
