"""Which spots of a section are the entries that it lists: those the cursor goes through, as through the rows of a pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model.fields import Kind, Ref
from .cards.page import Page
from .targets import DossierOf

if TYPE_CHECKING:
    from .cards import Subject
    from .cards.grid import LinkSpot

_HEADED = {Page.QUOTES: Kind.QUOTE, Page.SOURCES: Kind.SOURCE, Page.TERMS: Kind.TERM}
_LINES = (Page.AGENDA, Page.NOTES, Page.NOW)


def entries(subject: Subject | None, spots: Sequence[LinkSpot]) -> list[int]:
    """The numbers of the spots that are entries; none of a card that lists nothing."""
    if not isinstance(subject, Page):
        return []
    if subject is Page.MET:
        matrix = max((spot.row for spot in spots if isinstance(spot.ref, DossierOf)), default=-1)
        return [index for index, spot in enumerate(spots) if spot.row > matrix >= 0]
    return [index for index, spot in enumerate(spots) if _is_entry(subject, spot)]


def _is_entry(page: Page, spot: LinkSpot) -> bool:
    if page in _LINES:
        return spot.stop is not None
    return page in _HEADED and isinstance(spot.ref, Ref) and spot.ref.kind is _HEADED[page]
