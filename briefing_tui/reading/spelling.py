"""What entries of a registry are called, and how names are compared."""

from collections.abc import Mapping
from typing import Any

from ..model.briefing import Participant, Record, Source, Term
from ..model.spelling import spelling as spelling
from ..model.spelling import spellings as spellings
from ..model.text import Text

SPELLED: dict[type[Record], tuple[str, ...]] = {
    Participant: ("name", "native", "aliases"),
    Term: ("text",),
    Source: ("title",),
}
"""The fields that say what an entry of a registry is called; the first is its main field."""


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
