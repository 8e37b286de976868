"""What the card shows of each kind of thing: pure functions from a `View` to a `Card`, laid out by `grid`."""

from ...model.briefing import Delegation, Participant, Quote, Source, Talk, Term, Threat
from ...model.fields import Ref
from ..runs import Run
from .grid import Block, Card
from .papers import quote_card, source_card, term_card
from .people import delegation_card, person_card
from .sections import Page, page_card
from .talk import talk_card
from .threat import threat_card
from .view import View

Subject = Ref | Page


def card(view: View, subject: Subject) -> Card:
    """The card of a thing or section; a thing that is gone says so."""
    if isinstance(subject, Page):
        return page_card(view, subject)
    match view.links.record(subject):
        case Participant() as person:
            return person_card(view, person)
        case Delegation() as delegation:
            return delegation_card(view, delegation)
        case Talk() as talk:
            return talk_card(view, talk)
        case Threat() as threat:
            return threat_card(view, threat)
        case Quote() as quote:
            return quote_card(view, quote)
        case Source() as source:
            return source_card(view, source)
        case Term() as term:
            return term_card(view, term)
    return Card(subject.id, (Block((Run("no longer in this briefing", "muted"),)),))
