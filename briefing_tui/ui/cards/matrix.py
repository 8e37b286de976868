"""Who met whom: the matrix of a library, to be looked at, and the talks behind one of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ...i18n import _, later, month_name, number, several, word
from ...model.fields import Kind, Ref
from ...model.meetings import Meeting
from ...model.who import Country
from ..runs import Line, Run, cut_text, together
from ..targets import DossierOf, TalksOf, Target, There
from .common import section
from .grid import Block, Card, Drawn, Section
from .there import WAITING
from .view import View

if TYPE_CHECKING:
    from ...library.facts import Facts
    from ...library.met import Met, WhoMet

CODE = 6
"""How much of a long code is shown."""
MOST_PAIRS = 200
"""How many pairs are listed below the matrix."""
_PLANNED = later("2+1: two talks held, one planned")


def matrix_card(view: View) -> Card:
    """How often every two delegations held talks, and when last; those with the most first."""
    met = view.around.met() if view.around else None
    if met is None:
        return WAITING
    if not met.codes:
        return Card(_("Who met whom"), (Block((Run(_("no talks of two delegations in this library"), "muted"),)),))
    pairs = met.ranked()
    listed = [_pair(codes, cell) for codes, cell in pairs[:MOST_PAIRS]]
    if len(pairs) > MOST_PAIRS:
        listed.append(
            Block((Run(several("and {count} more pair", "and {count} more pairs", len(pairs) - MOST_PAIRS), "muted"),))
        )
    legend = section("", Block((Run(_(_PLANNED), "muted"),))) if any(cell.planned for _, cell in pairs) else []
    drawn = Section("", (Drawn(lambda cells: _rows(met, cells)),))
    sections = (drawn, *legend, *section("PAIRS", *listed, count=len(pairs)))
    return Card(_("Who met whom"), (), sections, marks=(met.tlp,), classifications=met.classifications)


def target(codes: tuple[str, str], cell: Met) -> Target:
    """Where a cell leads: to its talks, or to the only one."""
    return There(cell.only[0], Ref(Kind.TALK, cell.only[1])) if cell.only else TalksOf(*codes)


class _Shape(NamedTuple):
    """How a matrix is drawn: the cells before it, for each column and for the totals, and whether a cell says when."""

    lead: int
    broad: int
    total: int
    dated: bool

    def holds(self, cells: int) -> int:
        """How many columns have room."""
        return max(1, (cells - self.lead - self.total) // self.broad)


def _shape(matrix: WhoMet, cells: int) -> _Shape:
    """The shape that says most and has room for all columns; if none has, the narrowest."""
    lead = max(len(short(code)) for code in matrix.codes)
    total = max(len(_("talks")), *(len(number(total)) for total in matrix.totals.values())) + 2
    for dated, gap in ((True, 2), (False, 2), (False, 1)):
        words = max(len(_words(cell, dated)) for cell in matrix.pairs.values())
        shape = _Shape(lead, max(lead, words) + gap, total, dated)
        if shape.holds(cells) >= len(matrix.codes):
            break
    return shape


def _rows(matrix: WhoMet, cells: int) -> Iterator[Line]:
    """A row a delegation, and as many columns as fit; the totals stand at the right."""
    shape = _shape(matrix, cells)
    shown = matrix.codes[: shape.holds(cells)]
    heads = [Run(short(code).rjust(shape.broad), "label") for code in shown]
    yield (Run(" " * shape.lead), *heads, Run(_("talks").rjust(shape.total), "muted"))
    for code in matrix.codes:
        row = [run for other in shown for run in _cell(matrix, code, other, shape)]
        name = short(code)
        start = (Run(name, "link", DossierOf(Country(code))), Run(" " * (shape.lead - len(name))))
        yield (*start, *row, Run(number(matrix.totals[code]).rjust(shape.total), "muted"))
    if rest := len(matrix.codes) - len(shown):
        words = several(
            "{count} column does not fit: PAIRS below has all", "{count} columns do not fit: PAIRS below has all", rest
        )
        yield (Run(cut_text(words, cells), "muted"),)


def _cell(matrix: WhoMet, code: str, other: str, shape: _Shape) -> tuple[Run, ...]:
    """How often two met, a link; a dot on the diagonal, nothing where they never did."""
    if code == other:
        return (Run("·".rjust(shape.broad), "muted"),)
    cell = matrix.pairs.get((min(code, other), max(code, other)))
    if cell is None:
        return (Run(" " * shape.broad),)
    words = _words(cell, shape.dated)
    return (Run(" " * (shape.broad - len(words))), Run(words, "link", target(matrix.pair(code, other), cell)))


def _words(cell: Met, dated: bool) -> str:
    """`2`, or `2 (Nov 25)` with the month of the last one."""
    last = cell.last.first if cell.last and dated else None
    return f"{count(cell)} ({month_name(last.month)} {last:%y})" if last else count(cell)


def short(code: str) -> str:
    """A code, cut if it is long."""
    return cut_text(code, CODE)


def count(cell: Met) -> str:
    """`2`, `2+1` with a planned one, `+1`; empty for none."""
    return f"{cell.held or ''}{f'+{cell.planned}' if cell.planned else ''}"


def _pair(codes: tuple[str, str], cell: Met) -> Block:
    """`KOR–JPN  3 talks, 1 planned, last 1 Nov 2025`."""
    words = [several("{count} talk", "{count} talks", cell.held)] if cell.held else []
    words += [_("{count} planned", count=number(cell.planned))] if cell.planned else []
    words += [together(_("last {day}", day=cell.last.shown(clock=False)))] if cell.last else []
    return Block((Run("–".join(codes), "link", target(codes, cell)), Run(f"  {', '.join(words)}", "muted")))


def talks_card(view: View, sheet: TalksOf) -> Card:
    """The talks of two delegations, the newest first."""
    talks = view.around.talks(sheet) if view.around else None
    if view.around is None or talks is None:
        return WAITING
    known = view.around.desk.facts
    name = f"{sheet.one}–{sheet.other}"
    count = several("{count} talk", "{count} talks", len(talks))
    head = (Run(name, "bold"), Run(f"  {count}", "muted")) if talks else (Run(_("no longer in this library"), "muted"),)
    outlines = [known[talk.key].briefing for talk in talks if talk.key in known]
    return Card(
        _("Talks {name}", name=name),
        (Block(head),),
        (Section("", tuple(Block(_talk(view, known, talk)) for talk in talks)),),
        marks=tuple(talk.tlp for talk in talks),
        classifications=tuple(dict.fromkeys(each.classification for each in outlines if each and each.classification)),
    )


def _talk(view: View, known: Mapping[str, Facts], talk: Meeting) -> Line:
    """`1 Nov 2025  KOR–JPN  held · the briefing`."""
    outline = known[talk.key].briefing if talk.key in known else None
    title = " ".join(outline.title.pick(view.lang).text.split()) if outline else talk.key
    where = Run("–".join(talk.codes), "link", There(talk.key, Ref(Kind.TALK, talk.id)))
    return (Run(f"{talk.date.shown()}  ", "muted"), where, Run(f"  {word(talk.status)} · {title}", "muted"))
