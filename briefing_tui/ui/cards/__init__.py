"""What the card shows of each kind of thing: pure functions from a `View` to a `Card`, laid out by `grid`.

Each is imported when its kind of thing is first shown: the first screen needs one of them.
"""

from importlib import import_module

from ...i18n import _
from ...model.fields import Ref
from ..runs import Run
from ..targets import DossierOf, PassageOf, Sheet, TalksOf, TermsOn
from .grid import Block, Card
from .page import Page
from .view import View

Subject = Ref | Page | Sheet

_CARDS = {
    "Participant": ("people", "person_card"),
    "Delegation": ("people", "delegation_card"),
    "Talk": ("talk", "talk_card"),
    "Threat": ("threat", "threat_card"),
    "Quote": ("papers", "quote_card"),
    "Source": ("papers", "source_card"),
    "Term": ("papers", "term_card"),
}


def card(view: View, subject: Subject) -> Card:
    """The card of a thing, section or sheet, with the user's notes on a thing; a thing that is gone says so."""
    if isinstance(subject, Page):
        from .sections import page_card

        return page_card(view, subject)
    if not isinstance(subject, Ref):
        return _sheet(view, subject)
    record = view.links.record(subject)
    if record is None:
        return Card(subject.id, (Block((Run(_("no longer in this briefing"), "muted"),)),))
    module, name = _CARDS[type(record).__name__]
    drawn: Card = getattr(import_module(f".{module}", __package__), name)(view, record)
    if view.noted and view.noted.notes:
        from .notes import with_notes

        return with_notes(view, subject, drawn)
    return drawn


def _sheet(view: View, sheet: Sheet) -> Card:
    match sheet:
        case DossierOf():
            from .dossier import dossier_card

            return dossier_card(view, sheet)
        case TalksOf():
            from .matrix import talks_card

            return talks_card(view, sheet)
        case TermsOn():
            from .terms import terms_card

            return terms_card(view, card(view, sheet.of))
        case PassageOf():
            from .passage import passage_card

            return passage_card(view, sheet)
