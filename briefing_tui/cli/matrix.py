"""`briefing matrix`: who met whom, delegation by delegation, to be looked at on 80 columns."""

import gc
from collections.abc import Iterator

import click

from ..i18n import _, number, pgettext, several
from ..model.marking import label
from ..model.matrix import Cell, Matrix
from . import target
from .exits import Exit
from .out import narrate, say, say_json

WIDTH = 80
MOST_PAIRS = 20
"""How many pairs are told of one by one."""
_CODE = 8
"""How much of a long code is shown."""


@click.command(name="matrix")
@click.argument("path", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, which has all.")
def command(path: str | None, as_json: bool) -> int:
    """Print who met whom in your library, or at PATH: how often, and when last.

    Only talks that were held are counted; planned ones are shown behind a +.
    """
    from ..library.dossiers import all_meetings
    from ..model.matrix import matrix

    gc.disable()
    library = target.named(path) if path is not None else target.home()
    known = list(library.listing())
    found = matrix(all_meetings(known))
    talking = (facts.briefing.classification for facts in known if facts.briefing and facts.briefing.talks)
    mark = label(found.tlp, " / ".join(dict.fromkeys(filter(None, talking))))
    if as_json:
        say_json({"marking": mark, **_data(found)})
    elif found.codes:
        for line in (f"[{mark}]", "", *_page(found), "", f"[{mark}]"):
            say(line)
    if not found.codes:
        narrate(_("no talks of two delegations in {paths}", paths=", ".join(str(each) for each in library.paths)))
    return Exit.OK if found.codes else Exit.PROBLEMS


def _page(found: Matrix) -> Iterator[str]:
    """The matrix of those with the most talks, as many as fit, then the pairs with the most."""
    width = max(len(_short(code)) for code in found.codes)
    broad = max(width, *(len(_count(cell)) for cell in found.cells.values())) + 1
    talks = pgettext("column", "talks")
    total = max(len(talks), *(len(number(each)) for each in found.totals.values())) + 2
    shown = found.codes[: max(1, (WIDTH - width - total) // broad)]
    yield " " * width + "".join(_short(code).rjust(broad) for code in shown) + talks.rjust(total)
    for code in shown:
        cells = ("·" if other == code else _count(found.cell(code, other)) for other in shown)
        yield f"{_short(code):{width}}{''.join(each.rjust(broad) for each in cells)}{number(found.totals[code]):>{total}}"
    if rest := found.codes[len(shown) :]:
        most = found.totals[rest[0]]
        talked = several("{count} talk", "{count} talks", most)
        yield several(
            "and {count} more delegation with at most {talks} each",
            "and {count} more delegations with at most {talks} each",
            len(rest),
            talks=talked,
        )
    if any(cell.planned for cell in found.cells.values()):
        yield _("2+1: two talks held, one planned")
    yield ""
    pairs = found.pairs()
    place = {code: number for number, code in enumerate(found.codes)}
    names = ["–".join(sorted(codes, key=place.__getitem__)) for codes, _cell in pairs[:MOST_PAIRS]]
    for name, (_codes, cell) in zip(names, pairs, strict=False):
        yield f"{name:{max(map(len, names))}}  {_told(cell)}"
    if len(pairs) > MOST_PAIRS:
        yield _("and {count} more pairs", count=number(len(pairs) - MOST_PAIRS))


def _short(code: str) -> str:
    return code if len(code) <= _CODE else f"{code[: _CODE - 1]}…"


def _count(cell: Cell) -> str:
    return f"{cell.count or ''}{f'+{len(cell.planned)}' if cell.planned else ''}"


def _told(cell: Cell) -> str:
    """`3 talks, 1 planned, last 1 Nov 2025 (admm-plus/kor-jpn)`."""
    words = [several("{count} talk", "{count} talks", cell.count)] if cell.count else []
    words += [_("{count} planned", count=number(len(cell.planned)))] if cell.planned else []
    if cell.last:
        words.append(_("last {shown} ({id})", shown=cell.last.date.shown(clock=False), id=cell.last.link.id))
    return ", ".join(words)


def _data(found: Matrix) -> dict[str, object]:
    pairs = [
        {
            "between": list(codes),
            "held": cell.count,
            "planned": len(cell.planned),
            "last": str(cell.last.date) if cell.last else None,
            "talks": [talk.link.id for talk in cell.talks],
        }
        for codes, cell in found.pairs()
    ]
    return {"delegations": [{"code": code, "talks": found.totals[code]} for code in found.codes], "pairs": pairs}
