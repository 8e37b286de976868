"""Where one stands on a screen: what is open, what the cursor is on, in words, and where on the screen that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from textual.geometry import Offset
from textual.widget import Widget

from ...i18n import _, several
from ..cards.page import Page
from ..rows import Row
from ..runs import Line, Run, width
from ..screens.blank import Blank
from ..screens.reader import ReaderScreen
from .reading import ReadCard
from .words import row_line, said, text_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from ..widgets.pane import Pane


class Standing(NamedTuple):
    """`place` is what is open, `words` what one stands on there, `at` the cell for the cursor.

    `typing` says that letters go to an input, where every one of them changes what is found.
    """

    place: str
    words: str
    at: Offset
    typing: bool = False


def standing(screen: Screen[object]) -> Standing:
    """Where one stands on the screen on top."""
    if isinstance(screen, ReaderScreen):
        return _on_card(screen) if screen.on_card else _in_pane(screen.pane, _pane_name(screen.pane))
    if isinstance(screen, Blank):
        return Standing(_("blank"), _("escape brings the briefing back"), Offset(0, screen.size.height - 1))
    from .overlays import in_overlay

    return in_overlay(screen)


def on(widget: Widget, x: int, y: int) -> Offset:
    """A cell of a widget, on the screen."""
    return widget.region.offset + Offset(x, max(0, y))


def row_words(row: Row) -> str:
    """A row of a list, in words."""
    return text_of(row_line(row))


def selected(words: str, place: int, total: int) -> str:
    """What one stands on in a list, and where that is in it."""
    return _("{words}, selected, {place} of {total}").format(words=unended(words), place=place, total=total)


def unended(words: str) -> str:
    """Words without what ends them, as more is said behind them."""
    return words.rstrip(".,;: ")


# --- the reader


def _pane_name(pane: Pane) -> str:
    if pane.filtered:
        kept = _("filtered by “{words}”, {count} of {total}")
        counted = kept.format(words=pane.filtered, count=len(pane.rows), total=len(pane.everything))
    else:
        counted = several("{count} item", "{count} items", len(pane.rows))
    return f"{_(pane.title)}, {counted}"


def _in_pane(pane: Pane, name: str) -> Standing:
    if pane.row is None:
        return Standing(name, _("nothing matches") if pane.filtered else _(pane.nothing), on(pane, 0, pane.ruled))
    words = selected(row_words(pane.row), pane.cursor + 1, len(pane.rows))
    return Standing(name, words, on(pane, 0, pane.cursor_y))


def _on_card(reader: ReaderScreen) -> Standing:
    card = cast(ReadCard, reader.card)
    lines = card.layout_now.lines
    total = len(lines)
    kind = _("section") if isinstance(reader.subject, Page) else _("card")
    name = f"{kind} {said(card.content.title)}, {several('{count} line', '{count} lines', total)}"
    at = on(card, card.cursor_x, card.cursor_y)
    if card.stepped and card.spot:
        return Standing(name, _link(card, len(card.layout_now.links)), at)
    if not lines:
        return Standing(name, "", at)
    words = f"{unended(text_of(lines[card.at]))}{_here(card)}"
    return Standing(name, _("{words}, line {place} of {total}").format(words=words, place=card.at + 1, total=total), at)


def _link(card: ReadCard, total: int) -> str:
    """A link, a line to tick or a note, as one steps from one to the next."""
    assert card.spot is not None
    pieces = card.spot.pieces
    rows = {
        row: (row, min(s for r, s, _ in pieces if r == row), max(e for r, _, e in pieces if r == row)) for row, *_ in pieces
    }
    words = " ".join(text_of(_cells(card, piece)) for piece in rows.values())
    kind = "" if card.spot.stop else _("link ")
    return selected(f"{kind}{words}", card.link + 1, total)


def _here(card: ReadCard) -> str:
    """That there is a link on the row that is read, which `enter` follows."""
    spot = card.spot
    return _(", link") if spot and not spot.stop and any(row == card.at for row, *_ in spot.pieces) else ""


def _cells(card: ReadCard, piece: tuple[int, int, int]) -> Line:
    """What stands in some cells of a card."""
    row, start, end = piece
    runs: list[Run] = []
    at = 0
    for run in card.layout_now.lines[row]:
        size = width((run,))
        if start <= at and at + size <= end:
            runs.append(run)
        at += size
    return tuple(runs)
