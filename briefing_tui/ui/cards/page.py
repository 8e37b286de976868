"""The sections of a briefing that take the card's place."""

from enum import StrEnum


class Page(StrEnum):
    """A section of the briefing that is shown as a whole."""

    ABOUT = "this briefing"
    QUOTES = "quotes"
    AGENDA = "agenda"
    NOTES = "notes"
    SOURCES = "sources"
    TERMS = "terms"
    NOW = "now"
    MET = "who met whom"
    CHANGES = "what changed"
