"""The one grid of every card: sections of labelled blocks, laid out to a width.

Wide (inner width from 56): labels at column 0, marks at 11, text at 13, a blank row between sections. Narrow: the label on its
own row, marks at 2, text at 4, no blank rows. Text is at most 88 cells wide.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...i18n import _
from ...model.briefing import Record
from ...model.fields import Ref
from ...model.marking import Tlp
from ..runs import Line, Run, spread, width, wrap
from ..targets import Target

WIDE = 56
TEXT_LIMIT = 88


class Stop(NamedTuple):
    """What one can stand on beside links: a line to tick, or a note.

    `about` is what a note made there hangs on. A line to tick is number `number` of the list `what` (a value of
    `model.note.What`); `done` says that it is ticked. A note has its id. `opens` is where `enter` leads.
    """

    about: Ref
    what: str = ""
    number: int = 0
    done: bool = False
    note: str = ""
    opens: Ref | None = None


class Block(NamedTuple):
    """A wrapped text. `mark` stands before its first row, `bar` (`┃`) before each: that is verbatim. `label` labels it.

    With a `stop`, one can stand on it.
    """

    text: Line
    mark: str = ""
    bar: bool = False
    label: str = ""
    stop: Stop | None = None


class Head(NamedTuple):
    """A row of its own at column 0: `left`, and `right` flush right. `link` makes the whole row one link."""

    left: Line
    right: Line = ()
    link: Target | None = None


class Drawn(NamedTuple):
    """Rows that are drawn for the width there is, which they are given; they begin at column 0."""

    draw: Callable[[int], Iterable[Line]]


class Section(NamedTuple):
    """Blocks under a label; `number` stands behind it, `alert` makes it red (only AVOID is)."""

    label: str
    blocks: tuple[Block | Head | Drawn, ...]
    number: int = 0
    alert: bool = False
    tight: bool = False


class Card(NamedTuple):
    """What the card shows: a title for its rule, lines on top, sections.

    `shown` is what is on it, and `marks` are the markings of what is on it and in no record; `classifications` are those of
    other briefings from which something is on it.
    """

    title: str
    top: tuple[Block | Head, ...] = ()
    sections: tuple[Section, ...] = ()
    shown: tuple[Record, ...] = ()
    marks: tuple[Tlp | None, ...] = ()
    classifications: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """What one can stand on beside links, in reading order."""
        blocks = (*self.top, *(block for section in self.sections for block in section.blocks))
        return tuple(block.stop for block in blocks if isinstance(block, Block) and block.stop)


class LinkSpot(NamedTuple):
    """A link on a laid-out card, or with a `stop` a line or note: the rows it covers and, on each, the cells.

    `ref` is what it is about: what a link opens.
    """

    ref: Target
    pieces: list[tuple[int, int, int]]
    stop: Stop | None = None

    @property
    def row(self) -> int:
        """Its first row."""
        return self.pieces[0][0]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same link, line or note on the card as it was before."""
        return (self.ref, *((self.stop.what, self.stop.number, self.stop.note) if self.stop else ()))

    @property
    def opens(self) -> Target | None:
        """Where `enter` on it leads."""
        return self.stop.opens if self.stop else self.ref


class Layout(NamedTuple):
    """A card at one width: its lines, and in reading order its links and what else one can stand on."""

    lines: tuple[Line, ...]
    links: tuple[LinkSpot, ...]


def lay_out(card: Card, cells: int, wide: int = WIDE) -> Layout:
    """The card's rows in `cells` cells; from `wide` cells on it is the wide grid."""
    grid = _Grid(cells, wide)
    for block in card.top:
        grid.put(block, column=0, mark_column=0)
    for section in card.sections:
        grid.section(section)
    while grid.lines and not grid.lines[-1]:
        grid.lines.pop()
    spots = (*grid.stops, *_links(grid.lines, grid.head_links))
    return Layout(tuple(grid.lines), tuple(sorted(spots, key=lambda spot: spot.pieces[0][:2])))


class _Grid:
    """Rows being laid out."""

    def __init__(self, cells: int, wide: int) -> None:
        self.cells = max(cells, 12)
        self.wide = cells >= wide
        self.mark, self.text = (11, 13) if self.wide else (2, 4)
        self.lines: list[Line] = []
        self.head_links: dict[int, Target] = {}
        self.stops: list[LinkSpot] = []

    def section(self, section: Section) -> None:
        """A label and its blocks; on the wide grid the first block begins on the label's row."""
        if self.lines and self.wide and not section.tight:
            self.lines.append(())
        label: list[Run] = [Run(_(section.label), "error" if section.alert else "label")] if section.label else []
        if section.number:
            label.append(Run(f" {section.number}", "muted"))
        first = section.blocks[0] if section.blocks else None
        inline = self.wide and isinstance(first, Block) and not first.label and width(label) < self.mark
        if label and not inline:
            self.lines.append(tuple(label))
            label = []
        for index, block in enumerate(section.blocks):
            if self.wide and isinstance(block, Head) and index:
                self.lines.append(())
            self.put(block, column=self.text, mark_column=self.mark, lead=tuple(label) if not index else ())

    def put(self, block: Block | Head | Drawn, *, column: int, mark_column: int, lead: Line = ()) -> None:
        """One block at a column; `lead` is what stands left of its first row."""
        if isinstance(block, Head):
            if block.link:
                self.head_links[len(self.lines)] = block.link
            self.lines.append(spread(block.left, block.right, min(self.cells, self.text + TEXT_LIMIT)))
            return
        if isinstance(block, Drawn):
            self.lines += block.draw(self.cells)
            return
        text = block.text
        if block.label and self.wide:
            lead = (Run(block.label, "label"),)
            column = max(column, width(lead) + 1)
        elif block.label and not block.bar:
            text = (Run(f"{block.label} ", "label"), *text)
        room = min(self.cells - column, TEXT_LIMIT)
        first = len(self.lines)
        for index, row in enumerate(wrap(text, max(room, 8))):
            left = lead if not index else ()
            sign = Run("┃", "accent") if block.bar else Run(block.mark if not index else "", "muted")
            if sign.text:
                left = (*_padded(left, mark_column), sign)
            self.lines.append((*_padded(left, column), *row) if row or left else ())
        if block.stop:
            start = mark_column if block.mark else column
            pieces = [(at, start, width(line)) for at, line in enumerate(self.lines[first:], first)]
            self.stops.append(LinkSpot(block.stop.about, pieces, block.stop))


def _padded(line: Line, cells: int) -> Line:
    gap = cells - width(line)
    return (*line, Run(" " * gap)) if gap > 0 else line


def _links(lines: Iterable[Line], head_links: dict[int, Target]) -> Iterable[LinkSpot]:
    """The links of laid-out lines; a link that was wrapped goes on in the next row."""
    spots: list[LinkSpot] = []
    for row, line in enumerate(lines):
        at = 0
        if row in head_links:
            spots.append(LinkSpot(head_links[row], [(row, 0, width(line))]))
            continue
        for index, run in enumerate(line):
            size = width((run,))
            if run.link:
                last = spots[-1] if spots else None
                joins = last and last.ref == run.link and (
                    last.pieces[-1][::2] == (row, at)
                    or (last.pieces[-1][0] == row - 1 and not any(r.text.strip() for r in line[:index]))
                )  # fmt: skip
                if last and joins:
                    last.pieces.append((row, at, at + size))
                else:
                    spots.append(LinkSpot(run.link, [(row, at, at + size)]))
            at += size
    return spots
