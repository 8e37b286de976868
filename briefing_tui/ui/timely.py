"""Where a reader begins that was left nowhere: on a day of the meeting, on the talk it is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.agenda import Phase
from .cards.now import state_of

if TYPE_CHECKING:
    from .screens.reader import ReaderScreen

TALKS = 1
"""The pane of the talks."""


def begin(reader: ReaderScreen) -> None:
    """Stand on the talk that goes on, else the next one, unless the user has gone elsewhere meanwhile."""
    state = state_of(reader.view)
    moved = reader.on_card or reader.active != TALKS or reader.pane.cursor or reader.pane.filtered or reader.history.past
    if state.phase is Phase.DURING and state.talk and state.talk.talk and not moved:
        reader.follow(state.talk.talk)
