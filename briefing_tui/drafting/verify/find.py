"""Finds the parts of a quote in a source, letter for letter and in their order."""

from collections.abc import Iterator, Sequence
from itertools import islice

from .plain import PlainText
from .source import SourceText
from .words import whole

Span = tuple[int, int]
"""Where a stretch begins and ends in the text of a source."""


def in_order(source: SourceText, parts: Sequence[str], *, marked: bool) -> list[Span]:
    """Where the parts stand, one behind the other; empty unless all do, each in quotation marks if `marked`."""
    for number, reading in enumerate(source.readings):
        if number or all(map(source.has_words, parts)):
            found = _chain(source, reading, parts, marked)
            if found:
                return found
    return []


def alone(source: SourceText, part: str) -> Span | None:
    """Where one part stands first, in marks or not."""
    found = in_order(source, [part], marked=False)
    return found[0] if found else None


_MOST = 1000
"""How many places of a part are looked at to find the one nearest to the next part."""


def _chain(source: SourceText, reading: PlainText, parts: Sequence[str], marked: bool) -> list[Span]:
    """The parts as early as may be, then each but the last as near to the next as may be."""
    starts: list[int] = []
    at = 0
    for part in parts:
        start = next(_stands(source, reading, part, at, marked), -1)
        if start < 0:
            return []
        starts.append(start)
        at = start + len(part)
    for index in range(len(parts) - 2, -1, -1):
        for start in islice(_stands(source, reading, parts[index], starts[index], marked), _MOST):
            if start + len(parts[index]) > starts[index + 1]:
                break
            starts[index] = start
    return [reading.span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]


def _stands(source: SourceText, reading: PlainText, part: str, at: int, marked: bool) -> Iterator[int]:
    """Where a part stands from a place on, as whole words, and in marks if it is to be `marked`."""
    while (at := reading.text.find(part, at)) >= 0:
        span = reading.span(at, at + len(part))
        if not marked or source.in_marks(*span):
            if whole(source.text, *span):
                yield at
            at += 1
        else:
            there = source.next_marks(span[0])
            if there < 0:
                return
            at = max(at + 1, reading.at(there))
