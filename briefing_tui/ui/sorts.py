"""What the sorts of hits are called on the screen."""

from typing import NamedTuple

from ..i18n import pgettext
from ..model.passage import Sort


class Called(NamedTuple):
    """The names of a sort: above its hits, in the row of sorts, where `enter` leads."""

    heading: str
    short: str
    one: str


CALLED = {
    Sort.QUOTE: Called("QUOTES", "quotes", "quote"),
    Sort.LINE: Called("LINES TO TAKE", "lines", "line"),
    Sort.PERSON: Called("PEOPLE", "people", "person"),
    Sort.TALK: Called("TALKS", "talks", "talk"),
    Sort.THREAT: Called("THREATS", "threats", "threat"),
    Sort.TERM: Called("TERMS", "terms", "term"),
    Sort.NOTE: Called("NOTES", "notes", "note"),
}
"""In English; `called` says it."""


def called(sort: Sort) -> Called:
    """What a sort is called in the language spoken."""
    return Called(*(pgettext("sort", name) for name in CALLED[sort]))
