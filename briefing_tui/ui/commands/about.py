"""What is known beyond the card: dossiers, who met whom, what changed, the terms used here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ..cards.page import Page
from ..targets import DossierOf, TermsOn
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class Dossier(Command):
    """The dossier of whom one stands on."""

    id = "dossier"

    def run(self, reader: ReaderScreen) -> None:
        """Open it, over the whole library."""
        around = reader.briefing_app.desk.around
        who = around.who(reader.selected())
        if who is None:
            reader.say(_("stand on a person, country or talk"))
            return
        sheet = DossierOf(who)
        around.forget(sheet)
        reader.open(sheet)


class WhoMetWhom(Command):
    """Who met whom."""

    id = "met"

    def run(self, reader: ReaderScreen) -> None:
        """Show the matrix in the card's place."""
        reader.open(Page.MET)


class WhatChanged(Command):
    """What changed since one last read it."""

    id = "changes"

    def run(self, reader: ReaderScreen) -> None:
        """Show the changes in the card's place; left, they count as read."""
        reader.open(Page.CHANGES)


class TermsHere(Command):
    """The terms used on the card."""

    id = "terms-here"

    def run(self, reader: ReaderScreen) -> None:
        """Show them in the card's place."""
        if reader.subject is not None and not isinstance(reader.subject, TermsOn):
            reader.open(TermsOn(reader.subject))


ABOUT = (Dossier, WhoMetWhom, WhatChanged, TermsHere)
