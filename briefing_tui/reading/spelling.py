"""Names as they are compared: what differs in capitals, marks, hyphens or spaces alone is one name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.briefing import Participant, Record, Source, Term
from ..model.text import Text

SPELLED: dict[type[Record], tuple[str, ...]] = {
    Participant: ("name", "native", "aliases"),
    Term: ("text",),
    Source: ("title",),
}
"""The fields that say what an entry of a registry is called; the first is its main field."""


def spelling(name: str) -> str:
    """A name in small letters without marks, its words joined by one space; empty if it has no letter and no digit."""
    if not name.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
        name = unicodedata.normalize("NFC", plain)
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def names_in(values: Mapping[str, Any], record: type[Record]) -> list[str]:
    """All names among the values of a record's fields, the main field's in every language first."""
    names: list[str] = []
    for field in SPELLED[record]:
        value = values.get(field) or ()
        if isinstance(value, Text):
            names += [wording.text for wording in value.wordings]
        else:
            names += [value] if isinstance(value, str) else value
    return names


def spellings(names: Iterable[str]) -> frozenset[str]:
    """The names as they are compared."""
    return frozenset(found for name in names if (found := spelling(name)))
