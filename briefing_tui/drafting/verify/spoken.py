"""What of a source stands in quotation marks: as the marks are built, and as they look where one of them is missing."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from ..glyphs import CLOSERS, MARK, is_single
from ..marks import marked
from ..paragraphs import Paragraph, Paragraphs

Stretch = tuple[int, int]


def stretches(text: str, paragraphs: Paragraphs) -> list[Stretch]:
    """All stretches between marks, in order and apart; those with only blanks between them are one."""
    marks = [match.start() for match in MARK.finditer(text) if not is_single(match[0])]
    built = [(each.start, each.end) for each in marked(text)]
    joined: list[Stretch] = []
    for start, end in sorted([*built, *_neighbours(text, marks), *_carried(text, marks, paragraphs)]):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


_FAR = 3000
"""How many characters lie at most between marks that are only taken for a pair because of how they look."""


def _neighbours(text: str, marks: list[int]) -> Iterator[Stretch]:
    """From a mark that looks like one that opens to the next, if that looks like one that closes, in one line."""
    for left, right in pairwise(marks):
        if right - left <= _FAR and _opens(text, left) and _closes(text, right) and "\n\n" not in text[left:right]:
            yield left, right + 1


def _carried(text: str, marks: list[int], paragraphs: Paragraphs) -> Iterator[Stretch]:
    """What goes on from paragraph to paragraph: each opens again, and only the last is closed."""
    for one, other in pairwise(paragraphs.items):
        first = text[other.start : other.start + _INDENT].lstrip()[:1]
        if first in CLOSERS and first and not is_single(first):
            last = _last(marks, one)
            if last >= 0 and _opens(text, last) and text[last] in CLOSERS:
                yield last, one.end


_INDENT = 80
_BEFORE = re.compile(r"[\s(\[{–—/-]?")
_BEHIND = re.compile(r"[\s.,;:!?)\]}–—/…-]?")


def _last(marks: list[int], paragraph: Paragraph) -> int:
    """Where the last mark of a paragraph stands; -1 if it has none."""
    index = bisect_left(marks, paragraph.end) - 1
    return marks[index] if index >= 0 and marks[index] >= paragraph.start else -1


def _opens(text: str, at: int) -> bool:
    return bool(_BEFORE.fullmatch(text[max(at - 1, 0) : at])) and bool(text[at + 1 : at + 2].strip())


def _closes(text: str, at: int) -> bool:
    return bool(text[at - 1 : at].strip()) and bool(_BEHIND.fullmatch(text[at + 1 : at + 2]))
