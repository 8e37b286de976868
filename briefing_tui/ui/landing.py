"""Where a hit leads: the card or section it stands on, and the place there."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from ..model.passage import Passage, Sort
from .cards import Subject
from .cards.page import Page
from .runs import Line

if TYPE_CHECKING:
    from .cards.grid import Layout
    from .screens.reader import ReaderScreen

_PAGES = {Sort.QUOTE: Page.QUOTES, Sort.TERM: Page.TERMS, Sort.NOTE: Page.NOTES}
_LABELS = {"points": "SAY", "if_raised": "IF RAISED", "press_line": "PRESS LINE"}


def subject_of(passage: Passage) -> Subject:
    """The section a quote, term or note stands in; the card of anything else, of a line to take that of its talk."""
    return _PAGES.get(passage.sort, passage.ref)


def land(reader: ReaderScreen, passage: Passage, tries: int = 3) -> None:
    """Stand on a quote, term or note of a section, point at a quote's words or a line to take; once the card has a size.

    Then the reader is ready for keys again.
    """
    card = reader.card
    if not card.size.width and tries:
        reader.call_after_refresh(land, reader, passage, tries - 1)
        return
    reader.ready = True
    if passage.sort is Sort.NOTE:
        reader.stand_on_note(passage.id)
    elif passage.sort in _PAGES:
        links = card.layout_now.links
        at = next((index for index, spot in enumerate(links) if spot.ref == passage.ref), -1)
        card.stand_on(at)
        if at >= 0 and passage.sort is Sort.QUOTE:
            card.point_at(quote_rows(card.layout_now, links[at].pieces[0][0], passage))
    elif passage.sort is Sort.LINE:
        card.point_at(line_rows(card.layout_now, passage))
    reader.refresh_chrome()


def quote_rows(layout: Layout, head: int, passage: Passage) -> range:
    """The rows on which the words of a quote stand, below its head in row `head`; none if they are not there."""
    rows = _rows(layout.lines[head:], passage.text)
    return range(head + rows.start, head + rows.stop) if rows else rows


def line_rows(layout: Layout, passage: Passage) -> range:
    """The rows of a talk's card on which a line to take stands, in whichever language; none if it is not there."""
    label = _LABELS.get(_field(passage), "")
    start = next((row for row, line in enumerate(layout.lines) if line and line[0].text == label), 0)
    for words in (passage.text, *(wording.text for wording in passage.translations)):
        if rows := _rows(layout.lines[start:], words):
            return range(start + rows.start, start + rows.stop)
    return range(0)


def _field(passage: Passage) -> str:
    """The field of the talk that a line is from: its id is TALK/FIELD/NUMBER."""
    return passage.id.rpartition("/")[0].rpartition("/")[2]


def _rows(lines: tuple[Line, ...], words: str) -> range:
    """The rows over which words are wrapped.

    Blanks do not count, for they are dropped where a row ends, nor the bars before verbatim words.
    """
    texts = ["".join("".join(run.text for run in line if run.text != "┃").split()) for line in lines]
    wanted = "".join(words.split())
    at = "".join(texts).find(wanted)
    if at < 0 or not wanted:
        return range(0)
    ends = list(accumulate(map(len, texts)))
    first = next(row for row, end in enumerate(ends) if end > at)
    last = next(row for row, end in enumerate(ends) if end >= at + len(wanted))
    return range(first, last + 1)
