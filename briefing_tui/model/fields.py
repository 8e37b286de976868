"""What the annotations of a record's fields say, beyond their type, to whoever builds or describes it.

A field reads `name: Annotated[Text, Main, "What the person is called."]`: the marks below where they apply, then one
sentence for the JSON Schema. A field without a default is required.
"""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a reference can point to; `WORDS` is what was written where nothing answers to it.

    `BRIEFING` leaves the file: its id is BRIEFING or BRIEFING/TALK, as the library knows them.
    """

    PERSON = "person"
    DELEGATION = "delegation"
    TALK = "talk"
    THREAT = "threat"
    QUOTE = "quote"
    SOURCE = "source"
    TERM = "term"
    BRIEFING = "briefing"
    WORDS = "words"


class Ref(NamedTuple):
    """A reference to one thing of the same briefing. A delegation's id may be a country or organisation with no entry."""

    kind: Kind
    id: str


class Main:
    """Marks the field that a bare text means where a record is expected."""


class Refers:
    """Marks a `Ref` field: which kinds are tried, in this order; `plain` if free words are as good as a reference."""

    def __init__(self, *kinds: Kind, plain: bool = False) -> None:
        self.kinds = kinds
        self.plain = plain


class Lang:
    """Marks a field that holds a language code."""
