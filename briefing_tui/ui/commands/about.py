"""What is known beyond the card: dossiers, who met whom, what changed, the terms used here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cards.page import Page
from ..targets import DossierOf, TermsOn
from .command import Command

if TYPE_CHECKING:
    from ..screens.reader import ReaderScreen


class _About(Command):
    group = "GO"


class Dossier(_About):
    """The dossier of whom one stands on."""

    id, keys, words = "dossier", "D", "dossier: the record of a person, country or talk"
    offered = (65, "dossier")

    def run(self, reader: ReaderScreen) -> None:
        """Open it, over the whole library."""
        around = reader.briefing_app.desk.around
        who = around.who(reader.selected())
        if who is None:
            reader.say("stand on a person, country or talk")
            return
        sheet = DossierOf(who)
        around.forget(sheet)
        reader.open(sheet)


class WhoMetWhom(_About):
    """Who met whom."""

    id, keys, words = "section.met", "9", "who met whom, how often, last time"

    def run(self, reader: ReaderScreen) -> None:
        """Show the matrix in the card's place."""
        reader.open(Page.MET)


class WhatChanged(_About):
    """What changed since one last read it."""

    id, keys, words = "section.changes", "d", "what changed since you last read it"

    def run(self, reader: ReaderScreen) -> None:
        """Show the changes in the card's place; left, they count as read."""
        reader.open(Page.CHANGES)


class TermsHere(_About):
    """The terms used on the card."""

    id, keys, words = "terms.here", "K", "terms used on this card"

    def run(self, reader: ReaderScreen) -> None:
        """Show them in the card's place."""
        if reader.subject is not None and not isinstance(reader.subject, TermsOn):
            reader.open(TermsOn(reader.subject))


ABOUT = (Dossier, WhoMetWhom, WhatChanged, TermsHere)
