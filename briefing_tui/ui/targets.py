"""What a link can lead to beside a thing of the briefing shown: a thing of another one, or a sheet made of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.fields import Kind, Ref
from ..model.records import record

if TYPE_CHECKING:
    from ..model.who import Who
    from .cards.page import Page


@record()
class There:
    """A thing of a briefing of the library, which knows it by `key`; a `Kind.BRIEFING` is the briefing itself."""

    key: str
    ref: Ref


@record()
class DossierOf:
    """The dossier of somebody, from the newest briefings; from all of them if `whole`."""

    who: Who
    whole: bool = False


@record()
class TalksOf:
    """The talks of two delegations, by their codes in the order of the alphabet."""

    one: str
    other: str


@record()
class TermsOn:
    """The terms used on another card."""

    of: Ref | Page | DossierOf | TalksOf | PassageOf


@record()
class PassageOf:
    """The passage of its source that a quote is taken from, by the quote's id."""

    quote: str

    @property
    def ref(self) -> Ref:
        """The quote."""
        return Ref(Kind.QUOTE, self.quote)


Sheet = DossierOf | TalksOf | TermsOn | PassageOf
"""What is shown in the card's place and is no thing of one briefing."""
Target = Ref | There | DossierOf | TalksOf | TermsOn | PassageOf
"""What a link leads to."""
SHEETS = (DossierOf, TalksOf, TermsOn, PassageOf)


def thing(target: Target | Page | None) -> Target | Page | None:
    """What is copied, edited or noted on where one stands on something: of a passage its quote."""
    return Ref(Kind.QUOTE, target.quote) if isinstance(target, PassageOf) else target
