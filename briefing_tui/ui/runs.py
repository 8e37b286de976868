"""Lines of styled text: a line is a tuple of runs, a run is text in one ink, perhaps a link.

Everything the panes, cards and bars draw is made of these; nothing of it is markup.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from ..model.letters import letter_ends, whole
from .targets import Target


class Run(NamedTuple):
    """Text in one ink (see `inks`); `link` is what `enter` on it opens."""

    text: str
    ink: str = "text"
    link: Target | None = None


Line = tuple[Run, ...]


def plain(text: str) -> str:
    """`text` as one line that a terminal cannot obey: line breaks and tabs are blanks, anything unprintable is U+FFFD.

    The gate before the screen for text that did not come through `reading.clean`, and the last net for text that did.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char in "\n\t\r\u00a0" else char if char.isprintable() or char in "\u200c\u200d" else "\ufffd" for char in text
    )


def breadth(text: str) -> int:
    """The cells a text takes; quickly where it takes a cell a letter."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def width(line: Iterable[Run]) -> int:
    """The cells a line takes."""
    cells = 0
    for run in line:
        cells += breadth(run.text)
    return cells


def cut_text(text: str, cells: int) -> str:
    """`text` in at most `cells` cells; what is cut ends in one `…`, never within a character's combining marks."""
    text = text[: _most(cells)]
    if breadth(text) <= cells:
        return text
    if cells <= 0:
        return ""
    return head(text, cells - 1).rstrip() + "…"


def head(text: str, cells: int) -> str:
    """The longest start of `text` that takes at most `cells` cells and ends between graphemes."""
    if text.isascii():
        return text[: max(0, cells)]
    low, high = 0, max(cells, 0)
    while high < len(text) and cell_len(text[:high]) <= cells:
        low, high = high, 2 * high + 1
    high = min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if cell_len(text[:middle]) <= cells:
            low = middle
        else:
            high = middle - 1
    return text[: whole(text, low)]


def _most(cells: int) -> int:
    """More characters than will ever be seen in `cells` cells: how far a text is looked at before it is cut."""
    return 40 * max(cells, 0) + 40


def _looked_at(line: Line, cells: int) -> Line:
    """A line without what is certainly cut: a text may be a million letters long."""
    most = _most(cells)
    if all(len(run.text) <= most for run in line):
        return line
    return tuple(run._replace(text=run.text[:most]) if len(run.text) > most else run for run in line)


def cut(line: Line, cells: int) -> Line:
    """A line in at most `cells` cells, with one `…` at the end of what is cut."""
    line = _looked_at(line, cells)
    if width(line) <= cells:
        return line
    kept: list[Run] = []
    room = cells
    for run in line:
        size = breadth(run.text)
        if size >= room:
            kept.append(run._replace(text=cut_text(run.text + "…" * (size == room), room)))
            break
        kept.append(run)
        room -= size
    return tuple(kept)


def spread(left: Line, right: Line, cells: int, *, yields: bool = True) -> Line:
    """`left`, and `right` flush right in `cells` cells; if both do not fit, `right` goes if it `yields`, else `left` is cut."""
    left = _looked_at(left, cells)
    room = cells - width(right) - 1
    if (right and width(left) <= room) or (right and not yields):
        left = cut(left, room)
        return (*left, Run(" " * (cells - width(left) - width(right))), *right)
    return cut(left, cells)


def join(items: Sequence[Line], separator: str = "\u00a0· ") -> Line:
    """Lines in one, muted separators between, which stay at the end of a row where it wraps."""
    joined: list[Run] = []
    for item in items:
        if joined:
            joined.append(Run(separator, "muted"))
        joined.extend(item)
    return tuple(joined)


def together(text: str) -> str:
    """`text` in words that `wrap` leaves in one row: a date, a place in a source."""
    return text.replace(" ", "\u00a0")


def wrap(line: Line, cells: int) -> list[Line]:
    """A text broken at blanks into lines of at most `cells` cells; a word that is too long is broken where it must be.

    Line breaks in the text are kept. Runs keep their ink and link on both sides of a break.
    """
    rows: list[tuple[int, int]] = []
    at = 0
    for paragraph in "".join(run.text for run in line).split("\n"):
        rows += [(at + start, at + stop) for start, stop in _rows(paragraph, cells)]
        at += len(paragraph) + 1
    return list(_sliced(line, rows))


def _rows(text: str, cells: int) -> Iterable[tuple[int, int]]:
    """Where the rows of a text without line breaks start and stop; blanks at a break belong to neither row."""
    start, end = 0, len(text.rstrip(" "))
    while True:
        rest = text[start : start + _most(cells)]
        stop = start + (len(head(rest, cells)) or next(letter_ends(rest), 0))
        if stop >= end:
            yield start, end
            return
        if text[stop] != " ":
            words = text[start : text.rfind(" ", start, stop) + 1].rstrip(" ")
            stop = start + len(words) if words else stop
        yield start, start + len(text[start:stop].rstrip(" "))
        start = stop
        while text[start] == " ":
            start += 1


def _sliced(line: Line, rows: Iterable[tuple[int, int]]) -> Iterable[Line]:
    """The parts of a line between some places in its text, which come in their order."""
    index, at = 0, 0
    for start, stop in rows:
        kept: list[Run] = []
        while index < len(line) and at + len(line[index].text) <= start:
            at += len(line[index].text)
            index += 1
        here, place = index, at
        while here < len(line) and place < stop:
            run = line[here]
            if part := run.text[max(0, start - place) : stop - place]:
                kept.append(run._replace(text=part))
            place += len(run.text)
            here += 1
        yield tuple(kept)


def clipped(spans: Iterable[tuple[int, int]], start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """What of some places in a text lies between `start` and `stop`, counted from `start` on."""
    return tuple((max(first, start) - start, min(last, stop) - start) for first, last in spans if first < stop and last > start)


def marked_line(line: Line, spans: Sequence[tuple[int, int]]) -> Line:
    """A line with the letters in `spans`, places in its whole text, in the ink of a hit."""
    runs: list[Run] = []
    at = 0
    for run in line:
        inside = clipped(spans, at, at + len(run.text))
        runs += [each._replace(link=run.link) for each in marked(run.text, inside, run.ink)] if inside else [run]
        at += len(run.text)
    return tuple(runs)


def marked(text: str, spans: Iterable[tuple[int, int]], ink: str = "text", hit: str = "hit") -> Line:
    """`text` with the letters in `spans` in another ink."""
    runs: list[Run] = []
    at = 0
    for start, end in spans:
        if start > at:
            runs.append(Run(text[at:start], ink))
        runs.append(Run(text[start:end], hit))
        at = end
    if at < len(text):
        runs.append(Run(text[at:], ink))
    return tuple(runs)
