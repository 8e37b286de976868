"""Columns that stay straight although terminals do not agree how many cells some letters take.

Marks, joined emoji, flags, and syllables that are put together are wider in one terminal than in the next. Where they stand,
the cells they are to take are cleared before, the cursor is put where they are to end, and the whole row is written, so that
what they take too much is overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import RenderableType

_DOUBTFUL = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0600-\u0605\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u070f-\u074a\u07a6-\u07b0"
    "\u0800-\u1cff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20f0\u2300-\u23ff\u2600-\u2712\u2714-\u27bf\u2b00-\u2bff\ua000-\uabff\ud7b0-\ud7ff"
    "\ue000-\uf8ff\ufb1e\ufdfa-\ufdfd\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f\U00010000-\U0001ffff\U000e0000-\U000e01ef]"
)
"""Our own ✓ stands among these, and is one cell everywhere."""


def straightened(update: RenderableType | None, compositor: Compositor) -> RenderableType | None:
    """A part of a frame in which every column begins where it is to."""
    if isinstance(update, LayoutUpdate):
        return LayoutUpdate([_row(strips, update.region.x) for strips in update.strips], update.region)
    if isinstance(update, ChopsUpdate):
        rows = {y for y, _, _ in update.spans if any(strip and _has_doubtful(strip) for strip in update.chops[y].values())}
        return _whole(update, rows, compositor) if rows else update
    return update


def _whole(update: ChopsUpdate, rows: set[int], compositor: Compositor) -> ChopsUpdate:
    """The same with these rows whole."""
    chops = list(update.chops)
    screen = compositor.size.region
    drawn = compositor._render_chops(screen, rows.__contains__)
    for y in rows:
        chops[y] = {x: strip and straight(strip, x) for x, strip in drawn[y].items()}
    spans = [span for span in update.spans if span[0] not in rows] + [(y, 0, screen.width) for y in rows]
    return ChopsUpdate(chops, sorted(spans), update.chop_ends)


def _row(strips: Iterable[Strip], x: int) -> list[Strip]:
    row = []
    for strip in strips:
        row.append(straight(strip, x))
        x += strip.cell_length
    return row


def straight(strip: Strip, x: int) -> Strip:
    """A strip that stands at column `x`; itself, if nothing in it is doubtful."""
    if not _has_doubtful(strip):
        return strip
    segments: list[Segment] = []
    for segment in strip:
        segments += _placed(segment, x) if _is_doubtful(segment.text) else [segment]
        x += segment.cell_length
    return Strip(segments, strip.cell_length)


def _has_doubtful(strip: Strip) -> bool:
    return any(_is_doubtful(segment.text) for segment in strip)


def _is_doubtful(text: str) -> bool:
    return not text.isascii() and _DOUBTFUL.search(text) is not None


def _placed(segment: Segment, x: int) -> list[Segment]:
    """A segment with its doubtful words, from the first to the last, on cleared cells, and the cursor put behind them.

    Blanks at its end are cleared with them and not written again: letters that take more cells have that room.
    """
    text, style, _control = segment
    places = [match.start() for match in _DOUBTFUL.finditer(text)]
    start = text.rfind(" ", 0, places[0]) + 1
    stop = text.find(" ", places[-1])
    stop = len(text) if stop < 0 or text[stop:].isspace() else stop
    first = x + cell_len(text[:start])
    cells = cell_len(text[start:stop])
    clear = Segment(" " * cells, style, [(ControlType.CURSOR_FORWARD, cells)])
    parts = [Segment(text[:start], style), clear, _to(first), Segment(text[start:stop].rstrip(" "), style), _to(first + cells)]
    return [*parts, Segment(text[stop:], style)]


def _to(x: int) -> Segment:
    return Segment(f"\x1b[{x + 1}G", None, [(ControlType.CURSOR_MOVE_TO_COLUMN, x)])
