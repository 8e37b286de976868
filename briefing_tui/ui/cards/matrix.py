"""Who met whom: the matrix of a library, to be looked at, and the talks behind one of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ...model.dates import MONTHS
from ...model.fields import Kind, Ref
from ...model.matrix import Cell, Matrix
from ...model.meetings import Meeting
from ...model.who import Country
from ..runs import Line, Run, cut_text
from ..targets import DossierOf, TalksOf, Target, There
from .common import section
from .grid import Block, Card, Drawn, Section
from .there import WAITING
from .view import View

if TYPE_CHECKING:
    from ...library.facts import Facts

CODE = 6
"""How much of a long code is shown."""
MOST_PAIRS = 200
"""How many pairs are listed below the matrix."""
_PLANNED = "2+1: two talks held, one planned"


def matrix_card(view: View) -> Card:
    """How often every two delegations held talks, and when last; those with the most first."""
    met = view.around.met() if view.around else None
    if met is None:
        return WAITING
    matrix, pairs = met.matrix, met.matrix.pairs()
    keys = {talk.key for _, cell in pairs for talk in cell.talks}
    said = classifications(met.known, keys)
    if not matrix.codes:
        return Card("Who met whom", (Block((Run("no talks of two delegations in this library", "muted"),)),))
    planned = [Block((Run(_PLANNED, "muted"),))] if any(cell.planned for _, cell in pairs) else []
    listed = [_pair(codes, cell) for codes, cell in pairs[:MOST_PAIRS]]
    if len(pairs) > MOST_PAIRS:
        listed.append(Block((Run(f"and {len(pairs) - MOST_PAIRS:,} more pairs", "muted"),)))
    drawn = Section("", (Drawn(lambda cells: _rows(matrix, cells)),))
    below = Section("", tuple(planned)) if planned else None
    sections = (drawn, *([below] if below else []), *section("PAIRS", *listed, count=len(pairs)))
    return Card("Who met whom", (), sections, marks=(matrix.tlp,), classifications=said)


def classifications(known: Mapping[str, Facts], keys: set[str]) -> tuple[str, ...]:
    """The classifications of some briefings, each once."""
    outlines = (known[key].briefing for key in sorted(keys) if key in known)
    return tuple(dict.fromkeys(outline.classification for outline in outlines if outline and outline.classification))


def target(codes: tuple[str, str], cell: Cell) -> Target:
    """Where a cell leads: to its talks, or to the only one."""
    talks = cell.talks
    return There(talks[0].key, Ref(Kind.TALK, talks[0].id)) if len(talks) == 1 else TalksOf(*codes)


class _Shape(NamedTuple):
    """How a matrix is drawn: the cells before it, for each column and for the totals, and whether a cell says when."""

    lead: int
    broad: int
    total: int
    dated: bool

    def holds(self, cells: int) -> int:
        """How many columns have room."""
        return max(1, (cells - self.lead - self.total) // self.broad)


def _shape(matrix: Matrix, cells: int) -> _Shape:
    """The shape that says most and has room for all columns; if none has, the narrowest."""
    lead = max(len(short(code)) for code in matrix.codes)
    total = max(len("talks"), *(len(f"{number:,}") for number in matrix.totals.values())) + 2
    for dated, gap in ((True, 2), (False, 2), (False, 1)):
        words = max(len(_words(cell, dated)) for cell in matrix.cells.values())
        shape = _Shape(lead, max(lead, words) + gap, total, dated)
        if shape.holds(cells) >= len(matrix.codes):
            break
    return shape


def _rows(matrix: Matrix, cells: int) -> Iterator[Line]:
    """A row a delegation, and as many columns as fit; the totals stand at the right."""
    shape = _shape(matrix, cells)
    shown = matrix.codes[: shape.holds(cells)]
    heads = [Run(short(code).rjust(shape.broad), "label") for code in shown]
    yield (Run(" " * shape.lead), *heads, Run("talks".rjust(shape.total), "muted"))
    for code in matrix.codes:
        row = [run for other in shown for run in _cell(matrix, code, other, shape)]
        name = short(code)
        start = (Run(name, "link", DossierOf(Country(code))), Run(" " * (shape.lead - len(name))))
        yield (*start, *row, Run(f"{matrix.totals[code]:,}".rjust(shape.total), "muted"))
    if rest := len(matrix.codes) - len(shown):
        words = f"{rest:,} column{'s do' if rest > 1 else ' does'} not fit: PAIRS below has all"
        yield (Run(cut_text(words, cells), "muted"),)


def _cell(matrix: Matrix, code: str, other: str, shape: _Shape) -> tuple[Run, ...]:
    """How often two met, a link; a dot on the diagonal, nothing where they never did."""
    if code == other:
        return (Run("·".rjust(shape.broad), "muted"),)
    cell = matrix.cell(code, other)
    words = _words(cell, shape.dated)
    if not words:
        return (Run(" " * shape.broad),)
    pair = (min(code, other), max(code, other))
    return (Run(" " * (shape.broad - len(words))), Run(words, "link", target(pair, cell)))


def _words(cell: Cell, dated: bool) -> str:
    """`2`, or `2 Nov 25` with the month of the last one."""
    last = cell.last.date.first if cell.last and dated else None
    return f"{count(cell)} {MONTHS[last.month - 1]} {last:%y}" if last else count(cell)


def short(code: str) -> str:
    """A code, cut if it is long."""
    return cut_text(code, CODE)


def count(cell: Cell) -> str:
    """`2`, `2+1` with a planned one, `+1`; empty for none."""
    return f"{cell.count or ''}{f'+{len(cell.planned)}' if cell.planned else ''}"


def _pair(codes: tuple[str, str], cell: Cell) -> Block:
    """`KOR–JPN  3 talks, 1 planned, last 1 Nov 2025`."""
    words = [f"{cell.count:,} talk{'s' * (cell.count != 1)}"] if cell.count else []
    words += [f"{len(cell.planned):,} planned"] if cell.planned else []
    words += [f"last {cell.last.date.shown(clock=False)}"] if cell.last else []
    return Block((Run("–".join(codes), "link", target(codes, cell)), Run(f"  {', '.join(words)}", "muted")))


def talks_card(view: View, sheet: TalksOf) -> Card:
    """The talks of two delegations, the newest first."""
    met = view.around.met() if view.around else None
    if met is None:
        return WAITING
    cell = met.matrix.cell(sheet.one, sheet.other)
    talks = cell.talks
    name = f"{sheet.one}–{sheet.other}"
    blocks = [Block(_talk(view, met.known, talk)) for talk in talks]
    nothing = (Block((Run("no longer in this library", "muted"),)),)
    return Card(
        f"Talks {name}",
        (Block((Run(name, "bold"), Run(f"  {len(talks)} talks", "muted"))),) if talks else nothing,
        (Section("", tuple(blocks)),),
        marks=tuple(talk.tlp for talk in talks),
        classifications=classifications(met.known, {talk.key for talk in talks}),
    )


def _talk(view: View, known: Mapping[str, Facts], talk: Meeting) -> Line:
    """`1 Nov 2025  KOR–JPN  held · the briefing`."""
    outline = known[talk.key].briefing if talk.key in known else None
    title = " ".join(outline.title.pick(view.lang).text.split()) if outline else talk.key
    where = Run("–".join(talk.codes), "link", There(talk.key, Ref(Kind.TALK, talk.id)))
    return (Run(f"{talk.date.shown()}  ", "muted"), where, Run(f"  {talk.status.value} · {title}", "muted"))
