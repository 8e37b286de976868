"""Names as they are compared: what differs in capitals, marks, hyphens or spaces alone is one name."""

import re
import unicodedata
from collections.abc import Iterable


def spelling(name: str) -> str:
    """A name in small letters without marks, its words joined by one space; empty if it has no letter and no digit."""
    if not name.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
        name = unicodedata.normalize("NFC", plain)
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def spellings(names: Iterable[str]) -> frozenset[str]:
    """The names as they are compared."""
    return frozenset(found for name in names if (found := spelling(name)))
