"""One line of a text around its first hit."""

import re
from collections.abc import Callable, Sequence

from .letters import letter_ends
from .results import Spans

CUT = "…"

_SPACE = re.compile(r"\s")
_WORD = re.compile(r"(?<=\s)\S")
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
    """The very beginning if the first span is in sight from there, else a word at most a third of the width before it."""
    first, last = spans[0] if spans else (0, 0)
    if not first or _end(text, 0, width - cells(CUT), cells) >= last:
        return 0
    room = width // _LEAD
    begin = max(0, first - room * _MOST_A_CELL)
    ends = [begin, *letter_ends(text, begin, first)]
    start = first
    for before, after in zip(reversed(ends[:-1]), reversed(ends), strict=False):
        room -= _cells(text[before:after], cells)
        if room < 0:
            break
        start = before
    word = _WORD.search(text, start, first + 1)
    return word.start() if word else start


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
    return 1 if letter.isspace() else cells(letter)
