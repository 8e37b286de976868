"""The ground rule that binds whoever uses a quote."""

from .briefing import Briefing, Handling, Quote, Use

_LENIENT_FIRST = (Use.ON_RECORD, Use.BACKGROUND, Use.DEEP_BACKGROUND, Use.CHATHAM_HOUSE, Use.OFF_RECORD)


def rule(briefing: Briefing, quote: Quote) -> Use:
    """The stricter of a quote's own rule and its file's."""
    whole = Use.CHATHAM_HOUSE if under_chatham_house(briefing) else Use.ON_RECORD
    return max(quote.use, whole, key=_LENIENT_FIRST.index)


def under_chatham_house(briefing: Briefing) -> bool:
    """Whether the Chatham House Rule holds for the whole file."""
    return briefing.handling is Handling.CHATHAM_HOUSE
