"""Where links lead that leave the briefing shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.fields import Kind
from .cards.page import Page
from .targets import There

if TYPE_CHECKING:
    from .screens.reader import ReaderScreen

CARD = 3


def open_there(reader: ReaderScreen, there: There) -> None:
    """Show a thing of another briefing on its card, or that briefing; `esc` and `H` lead back to where one was."""
    app, left = reader.briefing_app, reader.here()
    if there.key != reader.shown.key and not app.show_briefing(there.key):
        return
    reader.history.leave(left)
    reader.follow(there.ref if there.ref.kind is not Kind.BRIEFING else Page.ABOUT)
    reader.focus_on(CARD)
