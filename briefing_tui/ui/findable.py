"""The user's notes as what search indexes and shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from os.path import realpath
from typing import TYPE_CHECKING

from ..model.errors import BriefingError
from ..model.links import Links

if TYPE_CHECKING:
    from ..model.passage import Passage, Sort
    from .desk import Desk


def shown_notes(desk: Desk, sort: Sort) -> list[Passage]:
    """The notes on the briefing shown, those whose thing is gone among them, filed under `sort`; none before they are read."""
    from ..notes import passages

    noted = desk.shown.view.noted
    return passages(desk.shown.view.links, desk.shown.key, (*noted.notes, *noted.gone), sort) if noted else []


def all_notes(desk: Desk, sort: Sort) -> Iterator[Passage]:
    """The notes on every briefing of the library that has some; reads their journals and briefings, so call it in a thread."""
    from ..notes import noted, passages

    entries = {realpath(entry.path): entry for entry in desk.library.entries}
    for kept in noted():
        entry = entries.get(kept.state.about.path) if kept.state.about and kept.state.notes else None
        if entry:
            with suppress(BriefingError):
                links = Links(desk.library.read(entry).briefing)
                yield from passages(links, entry.key, kept.state.notes, sort)
